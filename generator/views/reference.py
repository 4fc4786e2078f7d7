"""Pages to look things up: agencies, laws, directory, glossary, open data."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.model import DirectoryEntry, Passport, Register
from generator.phrases import Phone, Phrases
from generator.uzbek import initial, sort_key
from generator.views.facts import source_links
from generator.views.page import Link, Page, Site, listing
from generator.views.passport import PassportPages
from generator.views.passport_body import Contact

_DIRECTORY_ORDER = ("hotline", "portal", "centre", "app", "agency")

COVID_HOTLINES = ("hotline-1003", "hotline-103", "hotline-1000")
"""Whom to call in illness, as entries of the directory."""


@dataclass(frozen=True)
class Agency:
    """A body with its services."""

    id: str
    contact: Contact
    phones: tuple[Phone, ...]
    formerly: str
    services: tuple[Link, ...]
    sources: tuple[Link, ...]


@dataclass(frozen=True)
class AgenciesBody:
    """All bodies of the register."""

    agencies: tuple[Agency, ...]
    jumps: tuple[Link, ...]
    """From each first letter to its first body."""


@dataclass(frozen=True)
class LawEntry:
    """A law with the services that rest on it."""

    id: str
    citation: str
    title: str
    url: str
    note: str
    services: tuple[Link, ...]
    sources: tuple[Link, ...]


@dataclass(frozen=True)
class LawsBody:
    """All laws of the register."""

    laws: tuple[LawEntry, ...]
    jumps: tuple[Link, ...]
    """From each year to its newest law."""


@dataclass(frozen=True)
class Entry:
    """A portal, body or hotline of the directory."""

    id: str
    name: str
    what: str
    status: str
    phones: tuple[Phone, ...]
    url: str
    url_name: str
    sources: tuple[Link, ...]
    date: str


@dataclass(frozen=True)
class DirectoryGroup:
    """Entries of one kind."""

    kind: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class DirectoryBody:
    """The directory."""

    groups: tuple[DirectoryGroup, ...]


@dataclass(frozen=True)
class Definition:
    """A glossary term."""

    id: str
    term: str
    definition: str


@dataclass(frozen=True)
class GlossaryBody:
    """The glossary in alphabetical order."""

    terms: tuple[Definition, ...]
    jumps: tuple[Link, ...]
    """From each first letter to its first term."""


@dataclass(frozen=True)
class Download:
    """A file to take: address, what it is, how large."""

    href: str
    text: str
    size: str


@dataclass(frozen=True)
class DataBody:
    """The open data page."""

    downloads: tuple[Download, ...]


class ReferencePages:
    """Makes the pages to look things up in one variant."""

    def __init__(
        self, register: Register, site: Site, phrases: Phrases, passports: PassportPages
    ) -> None:
        self._register = register
        self._site = site
        self._phrases = phrases
        self._passports = passports
        self._say = phrases.locale.text
        self._digraphs = phrases.locale.language == "uz"

    def agencies(self) -> Page:
        """All bodies with their services."""
        users = self._users(lambda passport: passport.organizations or ())
        agencies = [
            Agency(
                body.id,
                self._passports.contact(body),
                self._passports.phones(body.phones),
                self._say(body.formerly) if body.formerly else "",
                users.get(body.id, ()),
                self._sources(body.source),
            )
            for body in self._register.organizations
        ]
        agencies.sort(key=lambda agency: sort_key(agency.contact.name, digraphs=self._digraphs))
        jumps = _jumps((self._initial(each.contact.name), each.id) for each in agencies)
        return listing(self._site, "agencies", "agencies/", AgenciesBody(tuple(agencies), jumps))

    def laws(self) -> Page:
        """All laws with the services that rest on them, newest first."""
        users = self._users(lambda passport: passport.laws or ())
        newest = sorted(self._register.laws, key=lambda law: law.date or "", reverse=True)
        entries = tuple(
            LawEntry(
                law.id,
                self._phrases.law(law),
                self._say(law.title),
                law.url or "",
                self._say(law.note) if law.note else "",
                users.get(law.id, ()),
                self._sources(law.source),
            )
            for law in newest
        )
        undated = self._site.words("undated")
        jumps = _jumps((law.date[:4] if law.date else undated, law.id) for law in newest)
        return listing(self._site, "laws", "laws/", LawsBody(entries, jumps), title="laws_title")

    def directory(self) -> Page:
        """Phones and websites by kind."""
        groups = tuple(map(self._directory_group, _DIRECTORY_ORDER))
        body = DirectoryBody(tuple(group for group in groups if group.entries))
        return listing(self._site, "directory", "directory/", body, frozenset({"phone"}))

    def hotlines(self) -> tuple[Entry, ...]:
        """The hotlines of the directory."""
        return self._directory_group("hotline").entries

    def entries(self, ids: tuple[str, ...]) -> tuple[Entry, ...]:
        """Entries of the directory by their ids."""
        by_id = {entry.id: entry for entry in self._register.directory}
        return tuple(self._entry(by_id[identifier]) for identifier in ids)

    def glossary(self) -> Page:
        """Hard words in plain language."""
        terms = [
            Definition(entry.id, self._say(entry.term), self._say(entry.definition))
            for entry in self._register.glossary
        ]
        terms.sort(key=lambda entry: sort_key(entry.term, digraphs=self._digraphs))
        jumps = _jumps((self._initial(entry.term), entry.id) for entry in terms)
        return listing(self._site, "glossary", "glossary/", GlossaryBody(tuple(terms), jumps))

    def data(self, sizes: Mapping[str, int]) -> Page:
        """Open data: file name → bytes."""
        downloads = tuple(self._download(name, size) for name, size in sizes.items())
        return listing(self._site, "data", "data/", DataBody(downloads))

    def _initial(self, name: str) -> str:
        return initial(name, digraphs=self._digraphs)

    def _download(self, name: str, size: int) -> Download:
        words = self._site.words
        variant = next((each for each in self._site.locales if f"-{each.code}." in name), None)
        text = words("data_csv", language=variant.endonym) if variant else words("data_json")
        return Download(f"{self._site.base}data/{name}", text, self._phrases.size(size))

    def _users(self, read: Callable[[Passport], tuple[str, ...]]) -> dict[str, tuple[Link, ...]]:
        users: dict[str, list[Link]] = {}
        for passport in self._register.passports:
            for identifier in read(passport):
                users.setdefault(identifier, []).append(self._passports.link(passport))
        return {key: tuple(links) for key, links in users.items()}

    def _directory_group(self, kind: str) -> DirectoryGroup:
        listed = (entry for entry in self._register.directory if entry.kind == kind)
        entries = tuple(map(self._entry, listed))
        return DirectoryGroup(kind, self._site.words(f"directory_{kind}"), entries)

    def _entry(self, entry: DirectoryEntry) -> Entry:
        return Entry(
            entry.id,
            self._say(entry.name),
            self._say(entry.what),
            self._say(entry.status) if entry.status else "",
            self._passports.phones(entry.phones),
            entry.url or "",
            self._phrases.source(entry.url) if entry.url else "",
            self._sources(entry.source),
            self._phrases.partial_date(entry.as_of) if entry.as_of else "",
        )

    def _sources(self, sources: tuple[str, ...]) -> tuple[Link, ...]:
        return source_links(sources, self._phrases)


def _jumps(places: Iterable[tuple[str, str]]) -> tuple[Link, ...]:
    """Ways into a long page: each label once, to the first place that bears it."""
    first: dict[str, str] = {}
    for label, place in places:
        first.setdefault(label, place)
    return tuple(Link(f"#{place}", label) for label, place in first.items())
