"""The statistics page: the register counted from its passports, then the reports' figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model import ITEMS, Passport, Register, Statistic
from generator.phrases import Phrases
from generator.views import counts
from generator.views.facts import source_links
from generator.views.page import Link, Page, Site, listing

_BAR_WIDTH = 100
_MOST_BODIES = 15
_MOST_USED = 20


@dataclass(frozen=True)
class Bar:
    """One row of a chart; `width` is its share of the widest bar in percent."""

    label: Link
    value: str
    width: int


@dataclass(frozen=True)
class Chart:
    """A figure as bars and as a table."""

    id: str
    title: str
    unit: str
    period: str
    note: str
    sources: tuple[Link, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Part:
    """Charts of one origin."""

    id: str
    title: str
    charts: tuple[Chart, ...]


@dataclass(frozen=True)
class StatisticsBody:
    """All figures."""

    parts: tuple[Part, ...]


Row = tuple[Link, Decimal | int]


def statistics_page(register: Register, site: Site, phrases: Phrases) -> Page:
    """All figures: what this register counts, and what the reports say."""
    words = site.words
    own = RegisterCharts(register, site, phrases).charts()
    reported = tuple(_reported(statistic, phrases) for statistic in register.statistics)
    parts = (
        Part("register", words("stat_register"), own),
        Part("reports", words("stat_reports"), reported),
    )
    return listing(site, "statistics", "statistics/", StatisticsBody(parts))


def bars(rows: Iterable[Row], phrases: Phrases) -> tuple[Bar, ...]:
    """Rows with their values as people write them; the highest value has the widest bar."""
    listed = tuple(rows)
    widest = max((value for _, value in listed), default=0) or 1
    return tuple(
        Bar(label, phrases.number(value), round(value / widest * _BAR_WIDTH))
        for label, value in listed
    )


def _reported(statistic: Statistic, phrases: Phrases) -> Chart:
    say = phrases.locale.text
    return Chart(
        statistic.id,
        say(statistic.title),
        say(statistic.unit),
        say(statistic.period),
        say(statistic.missing) if statistic.missing else "",
        source_links(statistic.source, phrases),
        bars(((Link("", say(row.label)), row.value) for row in statistic.rows), phrases),
    )


class RegisterCharts:
    """Charts of the services that one can get, in one variant."""

    def __init__(self, register: Register, site: Site, phrases: Phrases) -> None:
        self._register = register
        self._passports = counts.offered(register.passports)
        self._site = site
        self._words = site.words
        self._phrases = phrases
        self._say = phrases.locale.text

    def charts(self) -> tuple[Chart, ...]:
        """Most used, then by sphere, price, time, way of giving, body and what is published."""
        used = (self._most_used(),) if self._register.usage else ()
        return (*used, self._spheres(), self._cost(), self._term(), self._online(),
                self._bodies(), self._items())  # fmt: skip

    def _most_used(self) -> Chart:
        usage = self._register.usage[0]
        uses = counts.most_used(self._passports, usage)
        note = self._words(
            "stat_used_note",
            services=self._phrases.number(len(uses)),
            total=self._phrases.number(sum(use.times for use in uses)),
        )
        rows = [(self._service(use.passport), use.times) for use in uses[:_MOST_USED]]
        period = self._phrases.partial_date(usage.as_of)
        sources = source_links(usage.source, self._phrases)
        return self._chart("used", rows, note, "stat_times", period, sources)

    def _spheres(self) -> Chart:
        found = counts.by_sphere(self._passports)
        rows = [
            (Link(self._site.href(f"spheres/{sphere.id}/"), self._say(sphere.name)),
             found[sphere.id])
            for sphere in self._register.spheres
        ]  # fmt: skip
        return self._chart("spheres", sorted(rows, key=lambda row: -row[1]))

    def _cost(self) -> Chart:
        brv = self._register.brv[0]
        low, middle = (self._phrases.money(step) for step in counts.PRICE_STEPS)
        labels = {
            "free": self._words("free"),
            "low": self._words("stat_up_to", most=low),
            "middle": self._words("stat_between", least=low, most=middle),
            "high": self._words("stat_above", least=middle),
        }
        found = counts.by_cost(self._passports, brv)
        rows = self._classes(counts.COST_CLASSES, found, labels)
        return self._chart("prices", rows, self._phrases.brv_basis())

    def _term(self) -> Chart:
        found = counts.by_term(self._passports)
        rows = self._classes(counts.TERM_CLASSES, found, {
            name: self._words(f"stat_term_{name}") for name in counts.TERM_STEPS
        })  # fmt: skip
        return self._chart("terms", rows, self._words("stat_term_note"))

    def _online(self) -> Chart:
        found = counts.by_online(self._passports)
        return self._chart("automatic", self._classes(counts.ONLINE_CLASSES, found, {}))

    def _bodies(self) -> Chart:
        names = {body.id: self._say(body.name) for body in self._register.organizations}
        found = counts.by_organization(self._passports)
        rows = [
            (Link(self._site.href(f"agencies/#{body}"), names[body]), count)
            for body, count in found[:_MOST_BODIES]
        ]
        rest = self._phrases.number(max(0, len(found) - _MOST_BODIES))
        return self._chart("bodies", rows, self._words("stat_bodies_note", rest=rest))

    def _items(self) -> Chart:
        found = counts.by_item(self._passports)
        labels = {item: self._words(f"stat_item_{item}") for item in ITEMS}
        rows = self._classes(ITEMS, found, labels)
        note = self._words("stat_items_note")
        return self._chart("items", sorted(rows, key=lambda row: -row[1]), note)

    def _classes(
        self, names: Sequence[str], found: Mapping[str, int], labels: Mapping[str, str]
    ) -> list[tuple[Link, int]]:
        return [
            (Link("", labels.get(name) or self._words(name)), found[name])
            for name in names
            if found[name]
        ]

    def _service(self, passport: Passport) -> Link:
        href = self._site.href(f"services/{passport.id}/")
        return Link(href, self._say(passport.name))

    def _chart(
        self,
        key: str,
        rows: Sequence[tuple[Link, int]],
        note: str = "",
        unit: str = "stat_services",
        period: str = "",
        sources: tuple[Link, ...] = (),
    ) -> Chart:
        reviewed = max(passport.reviewed for passport in self._register.passports)
        own = Link(self._site.href("data/"), self._words("data"))
        return Chart(
            key,
            self._words(f"stat_{key}"),
            self._words(unit),
            period or self._phrases.date(reviewed),
            note,
            sources or (own,),
            bars(rows, self._phrases),
        )
