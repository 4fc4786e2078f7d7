"""Atom feeds (RFC 4287) of what was reviewed lately: per variant, per sphere, per service."""

from collections.abc import Iterable, Iterator, MutableMapping
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from generator.views.page import Page

_MOST = 50
"""Entries of one feed: the newest."""


def feeds(
    pages: Iterable[Page], known: MutableMapping[tuple[str, ...], bytes] | None = None
) -> dict[str, bytes]:
    """File below the site's folder → feed, made of the pages that know when they were reviewed.

    A page's feed lies beside it as `feed.xml`; a variant's beside its home page. `known` has the
    feeds of an earlier call for the same site by the pages they were made of, and is brought up
    to date.
    """
    before = {} if known is None else known
    made_of: dict[tuple[str, ...], bytes] = {}
    made = tuple(pages)
    dated: dict[str, list[Page]] = {}
    for page in made:
        if page.reviewed:
            for place in _places(page):
                dated.setdefault(place, []).append(page)
    by_address = {page.site.href(page.path): page for page in made}
    found: dict[str, bytes] = {}
    for place, reviewed in dated.items():
        about, entries = by_address[place], newest(reviewed)
        key = tuple(part for page in (about, *entries) for part in (page.url, page.digest))
        made_of[key] = before.get(key) or _feed(about, entries)
        found[f"{about.url}feed.xml"] = made_of[key]
    before.clear()
    before.update(made_of)
    return found


def newest(pages: Iterable[Page]) -> list[Page]:
    """Pages by the day of their review, the newest first; of one day by title."""
    by_title = sorted(pages, key=lambda page: page.title)
    return sorted(by_title, key=lambda page: page.reviewed or date.min, reverse=True)[:_MOST]


def _places(page: Page) -> Iterator[str]:
    """Addresses of the pages in whose feeds a page stands: its variant, its sphere, itself."""
    yield page.site.href("")
    if page.template == "passport.html":
        yield page.crumbs[-1].href
        yield page.site.href(page.path)


def _feed(about: Page, entries: list[Page]) -> bytes:
    site = about.site
    own, folder = site.origin + site.href(f"{about.path}feed.xml"), site.origin
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.locale.tag}">',
        f"<title>{escape(about.head_title)}</title>",
        f"<id>{_identity(about.url)}</id>",
        f"<updated>{_moment(entries[0])}</updated>",
        f"<author><name>{escape(site.words('site_name'))}</name></author>",
        f'<link rel="self" href={quoteattr(own)}/>',
        f"<link href={quoteattr(folder + site.href(about.path))}/>",
        *map(_entry, entries),
        "</feed>\n",
    ]
    return "\n".join(lines).encode()


def _entry(page: Page) -> str:
    """One review: a new day is a new entry, so that a reader of feeds is told again."""
    address = page.site.origin + page.site.href(page.path)
    return (
        f"<entry><title>{escape(page.title)}</title>"
        f"<id>{_identity(f'{page.url} {page.reviewed}')}</id>"
        f"<updated>{_moment(page)}</updated><link href={quoteattr(address)}/>"
        f"<summary>{escape(page.summary)}</summary></entry>"
    )


def _moment(page: Page) -> str:
    """The beginning of the day of review in Tashkent."""
    return f"{page.reviewed}T00:00:00+05:00"


def _identity(name: str) -> str:
    """The same name is the same entry wherever the site lies."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'xizmat:/{name}')}"
