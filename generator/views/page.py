"""What every template may use: the page and its way through the site."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.locales import Locale
from generator.terms import Terms
from generator.words import Words


@dataclass(frozen=True)
class Link:
    """A link: where to, and its text."""

    href: str
    text: str


@dataclass(frozen=True)
class Card:
    """A link as a card: icon, name, what it leads to."""

    link: Link
    summary: str
    icon: str


@dataclass(frozen=True)
class Alternate:
    """The same page in another variant."""

    locale: Locale
    href: str


@dataclass(frozen=True)
class Site:
    """The site in one variant: its words and its addresses."""

    locale: Locale
    locales: tuple[Locale, ...]
    words: Words
    base: str
    origin: str
    search_script: str = ""
    """Address of the script that a search box loads when it is used."""
    keep_script: str = ""
    """Address of the script that keeps pages on the phone and lists what is kept."""

    def href(self, path: str, locale: Locale | None = None) -> str:
        """Address of a page on this host; `base` is the folder that the site lies in."""
        return f"{self.base}{(locale or self.locale).prefix}{path}"


@dataclass(frozen=True)
class AudioFile:
    """One format of a page's audio: its address, media type, name, size and name once saved."""

    href: str
    type: str
    format: str
    size: str
    saved_as: str


@dataclass(frozen=True)
class Audio:
    """A page read aloud: length, files in order of choice, cues, script of the player."""

    length: str
    files: tuple[AudioFile, ...]
    cues: str
    script: str


@dataclass(frozen=True)
class Page:
    """One page of one variant. `body` is the dataclass of its template."""

    site: Site
    template: str
    path: str
    title: str
    summary: str
    body: object
    crumbs: tuple[Link, ...] = ()
    icons: frozenset[str] = field(default_factory=frozenset)
    audio: Audio | None = None
    reviewed: date | None = None
    """Day of the last review of what the page says, where it has one."""
    terms: Terms | None = None
    """The glossary, on pages whose sentences link to it."""

    def inputs(self) -> tuple[object, ...]:
        """All that the template is given of this page alone, as a value whose text says it."""
        return (
            self.template, self.title, self.summary, self.body, self.crumbs, sorted(self.icons),
            self.audio, self.reviewed, self.terms.digest if self.terms else "",
        )  # fmt: skip

    @cached_property
    def digest(self) -> str:
        """Name of `inputs`: pages that show the same have the same."""
        return hashlib.sha256(repr(self.inputs()).encode()).hexdigest()

    @property
    def url(self) -> str:
        """Address below the site's folder; the key under which the page is kept."""
        return f"{self.site.locale.prefix}{self.path}"

    @property
    def head_title(self) -> str:
        """Title of the browser tab; differs on every page."""
        name = self.site.words("site_name")
        if not self.path:
            return f"{name} — {self.title}"
        parents = [crumb.text for crumb in self.crumbs[1:]]
        return " — ".join([self.title, *parents[::-1], name])

    @property
    def alternates(self) -> tuple[Alternate, ...]:
        """This page in all four variants, itself included."""
        return tuple(
            Alternate(locale, self.site.href(self.path, locale)) for locale in self.site.locales
        )

    @property
    def canonical(self) -> str:
        """The one full address of this page, empty when the site's address is not known."""
        return f"{self.site.origin}{self.site.href(self.path)}" if self.site.origin else ""


def listing(
    site: Site,
    key: str,
    path: str,
    body: object,
    icons: frozenset[str] = frozenset(),
    title: str = "",
) -> Page:
    """A page right under home; `key` names its template, its title and its lead."""
    home = Link(site.href(""), site.words("home"))
    return Page(
        site, f"{key.replace('_', '-')}.html", path, site.words(title or key),
        site.words(f"{key}_lead"), body, (home,), icons,
    )  # fmt: skip
