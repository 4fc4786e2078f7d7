"""Which pages a built tree has: their variant and their type, recognised by address."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

VARIANTS = ("uz", "uz-cyrl", "ru", "en")
"""Folder names of the variants; `uz` is the default and lies at the root."""

LANG = {"uz": "uz-Latn", "uz-cyrl": "uz-Cyrl", "ru": "ru", "en": "en"}
"""The `lang` that each variant's pages must declare."""

_NAMES = {
    "": "home",
    "404.html": "404",
    "services/*": "passport",
    "spheres/*": "sphere",
    "covid-19/*": "covid-19 section",
    "life/*": "life event",
    "for/*": "for",
    "learn/*": "lesson",
    "spheres/licensing": "large sphere",
}
"""Types that are not called by their first folder; a large sphere stands in groups."""

_STEADY = {
    "passport": "services/birth-certificate/",
    "sphere": "spheres/certificates/",
    "covid-19 section": "covid-19/protect-yourself/",
}
"""Rich pages that stay: they stand for their type before the alphabet's first."""


@dataclass(frozen=True)
class Page:
    """One page: `address` begins with a slash, `path` is what follows the variant's folder."""

    address: str
    variant: str
    path: str
    type: str
    file: Path

    @property
    def lang(self) -> str:
        """The `lang` this page must declare."""
        return LANG[self.variant]


def find_pages(site: Path) -> tuple[Page, ...]:
    """Every HTML page of the tree, variant by variant, in the order of their addresses."""
    root = site.resolve()
    pages = [_page(path, root) for path in root.rglob("*.html")]
    return tuple(sorted(pages, key=lambda page: (VARIANTS.index(page.variant), page.path)))


def page_type(path: str) -> str:
    """Type of the page at `path` below its variant: `services/x/` is a passport."""
    parts = [part for part in path.split("/") if part]
    pattern = parts[0] + "/*" if len(parts) > 1 else "".join(parts)
    return _NAMES.get("/".join(parts)) or _NAMES.get(pattern, pattern)


def first_of_each_type(pages: Iterable[Page]) -> tuple[Page, ...]:
    """One page of each type in each variant: the steady one, else the first by address."""
    chosen: dict[tuple[str, str], Page] = {}
    for page in pages:
        key = (page.variant, page.type)
        if key not in chosen or page.path == _STEADY.get(page.type):
            chosen[key] = page
    return tuple(chosen.values())


def sample(pages: Sequence[Page], without: Iterable[Page], count: int, seed: int) -> list[Page]:
    """`count` pages of the rest; the same seed gives the same ones."""
    known = set(without)
    rest = [page for page in pages if page not in known]
    return random.Random(seed).sample(rest, min(count, len(rest)))  # noqa: S311  # no secret


def _page(file: Path, root: Path) -> Page:
    path = file.relative_to(root).as_posix().removesuffix("index.html")
    variant = next((v for v in VARIANTS[1:] if path.startswith(f"{v}/")), VARIANTS[0])
    below = path if variant == VARIANTS[0] else path.removeprefix(f"{variant}/")
    return Page(f"/{path}", variant, below, page_type(below), file)
