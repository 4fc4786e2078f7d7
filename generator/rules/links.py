"""Links: none without encryption, none of the site's own that lead nowhere."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.errors import Finding
from generator.rules.texts import Scalar

_HTTP = re.compile(r"http://[^\s)>\]\"»”]+")
_INSIDE = re.compile(
    r"\]\((?:\.\./|/)*(?:(?:ru|en|uz-cyrl)/)?(services|spheres)/([a-z0-9-]+)/?[)#]"
)


def of_scalar(scalar: Scalar, unencrypted: frozenset[str]) -> Iterator[Finding]:
    """Links that are not encrypted, but for hosts of which no source knows another address."""
    for match in _HTTP.finditer(scalar.value):
        if urlsplit(match[0]).hostname not in unencrypted:
            yield Finding(scalar.location, "link-http", {"link": match[0]})


def of_prose(markdown: str, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Line and address of every link of a page to a service or sphere that does not exist."""
    for number, line in enumerate(markdown.splitlines(), 1):
        for match in _INSIDE.finditer(line):
            if f"{match[1]}/{match[2]}" not in known:
                yield number, f"{match[1]}/{match[2]}/"
