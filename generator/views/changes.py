"""The page of changes: what was reviewed lately, and feeds to follow."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.model import Register
from generator.phrases import Phrases
from generator.views.page import Link, Page, Site, listing

_MOST = 60
"""Pages listed: the newest."""


@dataclass(frozen=True)
class Day:
    """What was reviewed on one day."""

    date: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class ChangesBody:
    """The days, newest first, the feed of everything and those of the spheres."""

    days: tuple[Day, ...]
    feed: str
    feeds: tuple[Link, ...]


def changes_page(
    register: Register, site: Site, phrases: Phrases, reviewed: Sequence[Page]
) -> Page:
    """The page of one variant; `reviewed` are its pages that know their day of review."""
    by_title = sorted(reviewed, key=lambda page: page.title)
    newest = sorted(by_title, key=_day, reverse=True)[:_MOST]
    days = tuple(
        Day(phrases.date(day), tuple(Link(site.href(p.path), p.title) for p in pages))
        for day, pages in groupby(newest, key=_day)
    )
    filled = {passport.sphere for passport in register.passports}
    spheres = tuple(
        Link(site.href(f"spheres/{sphere.id}/feed.xml"), site.locale.text(sphere.name))
        for sphere in register.spheres
        if sphere.id in filled
    )
    body = ChangesBody(days, site.href("feed.xml"), spheres)
    return listing(site, "changes", "changes/", body)


def _day(page: Page) -> date:
    return page.reviewed or date.min
