"""COVID-19 pages: the home of the guidance and its sections."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from generator.model import Event, Guidance, GuidanceStatement, Register
from generator.phrases import Phrases
from generator.views.facts import Item, Ledger, Source, SourceLine, item
from generator.views.page import Link, Page, Site
from generator.views.passport import PassportPages
from generator.views.reference import Entry

_WANTED = 8
_KINDS = ("advice", "rule", "support", "event", "figure")


@dataclass(frozen=True)
class DatedStatement:
    """One statement with the time in which it held."""

    item: Item
    validity: str
    dated: bool
    """Whether it is known from when or until when the statement held."""
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True)
class StatementGroup:
    """Statements of one kind."""

    kind: str
    title: str
    statements: tuple[DatedStatement, ...]


@dataclass(frozen=True)
class GuidanceBody:
    """One section of guidance."""

    groups: tuple[StatementGroup, ...]
    services: tuple[Link, ...]
    following: Link | None
    sources: tuple[Source, ...]
    reviewed: str


@dataclass(frozen=True)
class SectionCard:
    """A section in the list of sections."""

    link: Link
    summary: str


@dataclass(frozen=True)
class Day:
    """One day of the timeline."""

    date: str
    text: str
    href: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True)
class GuidanceHomeBody:
    """The home of the guidance: sections, hotlines, what changed and when."""

    sections: tuple[SectionCard, ...]
    services: tuple[Link, ...]
    hotlines: tuple[Entry, ...]
    days: tuple[Day, ...]
    sources: tuple[Source, ...]


class GuidancePages:
    """Makes the COVID-19 pages of one variant."""

    def __init__(
        self, register: Register, site: Site, phrases: Phrases, passports: PassportPages
    ) -> None:
        self._sections = register.guidance
        self._timeline = register.timeline
        self._services = {passport.id: passport for passport in register.passports}
        self._site = site
        self._phrases = phrases
        self._passports = passports
        self._say = phrases.locale.text
        self._crumbs = (Link(site.href(""), site.words("home")),)

    def home(self, hotlines: tuple[Entry, ...]) -> Page:
        """Sections, most wanted services, hotlines and the timeline."""
        words = self._site.words
        ledger = Ledger(self._phrases)
        cards = (SectionCard(self._link(s), self._say(s.summary)) for s in self._sections)
        wanted = Counter(i for section in self._sections for i in section.services)
        body = GuidanceHomeBody(
            tuple(cards),
            tuple(self._passports.link(self._services[i]) for i, _ in wanted.most_common(_WANTED)),
            hotlines,
            tuple(self._day(event, ledger) for event in self._timeline),
            ledger.sources(),
        )
        return Page(
            self._site, "guidance-home.html", "covid-19/", words("covid_title"),
            words("covid_lead"), body, self._crumbs,
        )  # fmt: skip

    def section(self, number: int) -> Page:
        """The section with this place in the list."""
        section = self._sections[number]
        ledger = Ledger(self._phrases)
        ordered = sorted(
            enumerate(section.statements, start=1), key=lambda pair: _KINDS.index(pair[1].kind)
        )
        groups = tuple(
            StatementGroup(
                kind,
                self._site.words(f"kind_{kind}"),
                tuple(self._statement(place, statement, ledger) for place, statement in group),
            )
            for kind, group in groupby(ordered, key=lambda pair: pair[1].kind)
        )
        following = self._sections[number + 1] if number + 1 < len(self._sections) else None
        body = GuidanceBody(
            groups,
            tuple(self._passports.link(self._services[i]) for i in section.services),
            self._link(following) if following else None,
            ledger.sources(),
            self._phrases.date(section.reviewed),
        )
        home = Link(self._site.href("covid-19/"), self._site.words("covid"))
        return Page(
            self._site, "guidance.html", f"covid-19/{section.id}/", self._say(section.title),
            self._say(section.summary), body, (*self._crumbs, home),
            reviewed=section.reviewed,
        )  # fmt: skip

    def _day(self, event: Event, ledger: Ledger) -> Day:
        href = self._site.href(f"covid-19/{event.section}/")
        date = self._phrases.partial_date(event.date)
        return Day(date, self._say(event), href, ledger.lines([event]))

    def _link(self, section: Guidance) -> Link:
        return Link(self._site.href(f"covid-19/{section.id}/"), self._say(section.title))

    def _statement(
        self, place: int, statement: GuidanceStatement, ledger: Ledger
    ) -> DatedStatement:
        shown = item(f"s{place}", statement, self._phrases)
        lines = ledger.lines((statement, *statement.also))
        dated = bool(statement.valid_from or statement.valid_to)
        return DatedStatement(shown, self._validity(statement), dated, lines)

    def _validity(self, statement: GuidanceStatement) -> str:
        date = self._phrases.partial_date
        start, end = statement.valid_from, statement.valid_to
        if start and end:
            return self._site.words("valid_between", start=date(start), end=date(end))
        if start:
            lasting = statement.kind in ("rule", "support")
            return date(start, "valid_since" if lasting else "valid_on")
        return date(end, "valid_to") if end else ""
