#!/bin/sh
# Finds which programs are missing and installs their Debian packages, or says which to install.
# One line a program: the command that must be there, the package that brings it.
set -eu

missing=""
while read -r program package; do
    command -v "$program" > /dev/null || missing="$missing $package"
done << EOF
node nodejs
npm npm
chromium chromium
chromedriver chromium-driver
espeak-ng espeak-ng
ffmpeg ffmpeg
nginx nginx
openssl openssl
caddy caddy
systemd-analyze systemd
EOF
while read -r file package; do
    [ -e "$file" ] || missing="$missing $package"
done << EOF
/usr/share/hunspell/en_GB.dic hunspell-en-gb
/usr/share/hunspell/en_US.dic hunspell-en-us
/usr/share/hunspell/ru_RU.dic hunspell-ru
/usr/share/hunspell/uz_UZ.dic hunspell-uz
EOF
python3 -c 'import ensurepip' 2> /dev/null || missing="$missing python3-venv"
[ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || missing="$missing libnginx-mod-http-brotli-static"
fc-list 2> /dev/null | grep -qi dejavu || missing="$missing fontconfig fonts-dejavu-core"

[ -n "$missing" ] || exit 0
if [ "$(id -u)" -ne 0 ]; then
    echo "Please install:$missing" >&2
    echo "for example: sudo apt-get install$missing" >&2
    exit 1
fi
echo "Installing$missing"
apt-get update -qq
# shellcheck disable=SC2086  # the list is meant to be split
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing > /dev/null
