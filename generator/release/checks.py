"""What a tree must be before it may become current: whole, linked, light. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape
from sys import intern
from urllib.parse import unquote, urljoin

import brotli

from generator.errors import BuildError

MOST_BYTES = 12_000
"""Promised weight of a passport's page, compressed with brotli's smallest settings. The promised
median is a matter of all pages and of the slow settings on each: the audit's.
"""
_QUICK, _SMALLEST = 5, 11
_MOST_SHOWN = 20
_CODE = re.compile(rb"<(script|style)\b[^>]*>.*?</\1>", re.DOTALL)
_LINK = re.compile(rb"""\s(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_ID = re.compile(rb"""\sid=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_PASSPORT = re.compile(r"(?:^|/)services/[^/]+/index\.html$")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True)
class PageFacts:
    """What the checks need to know of one page.

    `packed` is its size in bytes after a quick compression, a tenth above the smallest; `heavy`
    its smallest size, where that is more than it promises, else 0.
    """

    links: frozenset[str]
    ids: frozenset[str]
    packed: int
    heavy: int
    whole: bool


def page_facts(path: str, html: bytes) -> PageFacts:
    """Read the page at `path` once; only a size above the promise is worth slow settings."""
    marked = _CODE.sub(b"", html)
    links = (unquote(unescape(_first(found).decode())) for found in _LINK.findall(marked))
    packed = len(brotli.compress(html, quality=_QUICK))
    heavy = 0
    if packed > MOST_BYTES and _PASSPORT.search(path):
        smallest = len(brotli.compress(html, quality=_SMALLEST))
        heavy = smallest if smallest > MOST_BYTES else 0
    return PageFacts(
        frozenset(intern(link) for link in links if link and not _ELSEWHERE.match(link)),
        frozenset(_first(found).decode() for found in _ID.findall(marked)),
        packed,
        heavy,
        html.rstrip().endswith(b"</html>"),
    )


def check_tree(files: Mapping[str, PageFacts | None], needed: frozenset[str], base: str) -> None:
    """Check a tree of `files` (path below `base` → facts of a page, None of any other file).

    `needed` are paths that must stand in it. Raises BuildError with every finding.
    """
    found = [
        *(f"{path}: this file is missing" for path in sorted(needed - set(files))),
        *_halves(files),
        *_dead_links(files, base),
        *_too_heavy(files),
    ]
    if found:
        more = [f"and {len(found) - _MOST_SHOWN} more"] if len(found) > _MOST_SHOWN else []
        raise BuildError("\n".join(f"check: {line}" for line in [*found[:_MOST_SHOWN], *more]))


def _halves(files: Mapping[str, PageFacts | None]) -> Iterator[str]:
    for path, page in files.items():
        if page and not page.whole:
            yield f"{path}: the page has no end"


def _dead_links(files: Mapping[str, PageFacts | None], base: str) -> Iterator[str]:
    @cache
    def dead(address: str) -> bool:
        before, _, anchor = address.partition("#")
        path = before.partition("?")[0]
        if path == base + "api" or path.startswith(base + "api/"):
            return False  # the search answers there
        name = path.removeprefix(base)
        name = f"{name}index.html" if not name or name.endswith("/") else name
        target = files.get(name)
        lost = bool(anchor and target and anchor not in target.ids)
        return not path.startswith(base) or name not in files or lost

    def lost(link: str, path: str, page: PageFacts) -> bool:
        if link.startswith("#"):
            return len(link) > 1 and link[1:] not in page.ids
        return dead(link if link.startswith("/") else urljoin(base + path, link))

    for path, page in files.items():
        if page:
            found = sorted(link for link in page.links if lost(link, path, page))
            yield from (f"{path}: the link {link} leads nowhere" for link in found)


def _too_heavy(files: Mapping[str, PageFacts | None]) -> Iterator[str]:
    for path, page in files.items():
        if page and page.heavy:
            yield f"{path}: {page.heavy:,} bytes compressed, {MOST_BYTES:,} are promised"


def _first(found: tuple[bytes, ...]) -> bytes:
    return next(filter(None, found), b"")
