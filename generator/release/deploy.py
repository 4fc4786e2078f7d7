"""Templates of `deploy/` → configurations for this site: its policy, its address, its places."""

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.errors import DeployError
from generator.settings import Settings

TEMPLATES = ("nginx.conf", "Caddyfile", "xizmat.service", "compose.yml")

MOST_INLINE = {"style": 2, "script": 1}
"""Passports have a style sheet of their own, all other pages share one."""

_INLINE = re.compile(rb"<(style|script)>(.*?)</\1>", re.DOTALL)
_BLANK = re.compile(r"@@([A-Z_]+)@@")


@dataclass(frozen=True)
class Place:
    """Where the site is served."""

    host: str
    folder: Path
    """The clone of the repository."""
    root: Path
    """The link `site`, which always names a whole release."""
    listen: str
    """Address and port for HTTPS."""
    listen_plain: str
    """Address and port for HTTP, which only sends readers on."""
    certificate: Path
    key: Path
    api: str
    """Host and port of the search API."""
    search_url: str = ""
    """Origin of a search API that lives elsewhere."""


def place(settings: Settings) -> Place:
    """Where a usual Debian server serves the site of these settings. Raises DeployError."""
    if not settings.origin:
        raise DeployError("deploy: set SITE_URL, for example SITE_URL=https://xizmat.example")
    if settings.base != "/":
        raise DeployError("deploy: these files serve a whole host; see docs/publishing.md")
    address = urlsplit(settings.site_url)
    search = urlsplit(settings.search_url)
    certificates = Path("/etc/letsencrypt/live") / str(address.hostname)
    return Place(
        host=str(address.hostname),
        folder=settings.root,
        root=settings.site,
        listen="443",
        listen_plain="80",
        certificate=certificates / "fullchain.pem",
        key=certificates / "privkey.pem",
        api=f"127.0.0.1:{settings.port}",
        search_url=f"{search.scheme}://{search.netloc}" if search.netloc else "",
    )


def policy(tree: Path, search_origin: str = "") -> str:
    """The Content-Security-Policy of a built tree: its inlined CSS and script by their hashes.

    Raises DeployError when a page carries a style sheet or script of its own: the header would
    then grow with the register.
    """
    hashes = _inline_hashes(tree)
    for kind, found in hashes.items():
        if not 0 < len(found) <= MOST_INLINE[kind]:
            raise DeployError(f"policy: {len(found)} different inline <{kind}> in {tree}")
    style, script = (" ".join(sorted(hashes[kind])) for kind in ("style", "script"))
    connect = " ".join(filter(None, ("'self'", search_origin)))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {script}",
            f"style-src {style}",
            "img-src 'self' data:",
            "media-src 'self'",
            f"connect-src {connect}",
            "manifest-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def fill(templates: Path, out: Path, tree: Path, place: Place, moved: Mapping[str, str]) -> None:
    """Write every template of `deploy/` with its blanks filled into `out`. Raises DeployError."""
    out.mkdir(parents=True, exist_ok=True)
    values = {
        "HOST": place.host,
        "FOLDER": str(place.folder),
        "ROOT": str(place.root),
        "LISTEN": place.listen,
        "LISTEN_PLAIN": place.listen_plain,
        "CERTIFICATE": str(place.certificate),
        "KEY": str(place.key),
        "API": place.api,
        "PORT": place.api.rpartition(":")[2],
        "POLICY": policy(tree, place.search_url),
        "MOVED_NGINX": "\n".join(f"    {old} {new};" for old, new in moved.items()),
        "MOVED_CADDY": "\n".join(f"\tredir {old} {new} permanent" for old, new in moved.items()),
    }
    for name in TEMPLATES:
        text = (templates / name).read_text("utf-8")
        (out / name).write_text(_filled(name, text, values), "utf-8")


def _filled(name: str, text: str, values: Mapping[str, str]) -> str:
    unknown = set(_BLANK.findall(text)) - set(values)
    if unknown:
        raise DeployError(f"deploy: {name} asks for {', '.join(sorted(unknown))}")
    return _BLANK.sub(lambda match: values[match[1]], text)


def _inline_hashes(tree: Path) -> dict[str, set[str]]:
    hashes: dict[str, set[str]] = {"style": set(), "script": set()}
    for content in _pages(tree):
        for kind, text in _INLINE.findall(content):
            digest = base64.b64encode(hashlib.sha256(text).digest()).decode()
            hashes[kind.decode()].add(f"'sha256-{digest}'")
    return hashes


def _pages(tree: Path) -> Iterable[bytes]:
    return (path.read_bytes() for path in sorted(tree.resolve().rglob("*.html")))
