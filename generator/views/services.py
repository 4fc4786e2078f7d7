"""Pages that lead to a service: home, spheres, one sphere, A–Z."""

from dataclasses import dataclass
from itertools import groupby

from generator.model import Passport, Register, Sphere
from generator.phrases import Phrases
from generator.uzbek import initial, sort_key
from generator.views.glance import CARD_ICONS, Glance, glance
from generator.views.page import Card, Link, Page, Site, listing
from generator.views.passport import PassportPages
from generator.views.reference import Entry

_HOME_HOTLINES = 8


@dataclass(frozen=True)
class SphereCard:
    """A sphere as a card: address, name, icon, how many services."""

    href: str
    name: str
    icon: str
    count: str


@dataclass(frozen=True)
class HomeBody:
    """The home page."""

    wanted: tuple[Link, ...]
    life: tuple[Card, ...]
    audiences: tuple[Card, ...]
    guidance: tuple[Link, ...]
    spheres: tuple[SphereCard, ...]
    hotlines: tuple[Entry, ...]
    service_count: str


@dataclass(frozen=True)
class SpheresBody:
    """The list of spheres."""

    spheres: tuple[SphereCard, ...]


@dataclass(frozen=True)
class ServiceCard:
    """A service in a list: its name and the four words at a glance."""

    link: Link
    glance: tuple[Glance, ...]


@dataclass(frozen=True)
class GroupOfServices:
    """Services of one group of a sphere; a small sphere is one group without a name."""

    id: str
    name: str
    services: tuple[ServiceCard, ...]


@dataclass(frozen=True)
class SphereBody:
    """One sphere with its services."""

    groups: tuple[GroupOfServices, ...]
    count: str
    report: str
    source: str


@dataclass(frozen=True)
class Letter:
    """The names under one letter."""

    letter: str
    anchor: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class AZBody:
    """All services by letter."""

    letters: tuple[Letter, ...]


class ServicePages:
    """Makes the pages that lead to a service in one variant."""

    def __init__(
        self, register: Register, site: Site, phrases: Phrases, passports: PassportPages
    ) -> None:
        self._register = register
        self._site = site
        self._phrases = phrases
        self._passports = passports
        self._say = phrases.locale.text
        self._digraphs = phrases.locale.language == "uz"

    def home(
        self, hotlines: tuple[Entry, ...], life: tuple[Card, ...], audiences: tuple[Card, ...]
    ) -> Page:
        """What stands first: most wanted, illness, spheres, help by phone."""
        wanted = {passport.id: passport for passport in self._register.passports}
        body = HomeBody(
            tuple(self._passports.link(wanted[i]) for i in self._register.wanted),
            life,
            audiences,
            tuple(
                Link(self._site.href(f"covid-19/{section.id}/"), self._say(section.title))
                for section in self._register.guidance
            ),
            self._sphere_cards(),
            hotlines[:_HOME_HOTLINES],
            self._count(len(self._register.passports)),
        )
        cards = frozenset(card.icon for card in (*life, *audiences))
        icons = cards | {sphere.icon for sphere in self._register.spheres}
        words = self._site.words
        return Page(
            self._site, "home.html", "", words("site_title"), words("site_sentence"), body,
            icons=icons,
        )  # fmt: skip

    def spheres(self) -> Page:
        """All spheres."""
        icons = frozenset(sphere.icon for sphere in self._register.spheres)
        return listing(self._site, "spheres", "services/", SpheresBody(self._sphere_cards()), icons)

    def sphere(self, sphere: Sphere) -> Page:
        """One sphere with its services."""
        services = self._in(sphere)
        body = SphereBody(
            self._groups(sphere, services),
            self._count(len(services)),
            self._site.words(
                "report_counts", total=sphere.report_total, automatic=sphere.report_automatic
            ),
            self._phrases.source("national-report-2020, annex 1"),
        )
        crumbs = (
            Link(self._site.href(""), self._site.words("home")),
            Link(self._site.href("services/"), self._site.words("services")),
        )
        return Page(
            self._site, "sphere.html", f"spheres/{sphere.id}/", self._say(sphere.name),
            self._say(sphere.summary), body, crumbs, CARD_ICONS,
        )  # fmt: skip

    def a_z(self) -> Page:
        """All services by letter."""
        links = sorted(
            map(self._passports.link, self._register.passports),
            key=lambda link: sort_key(link.text, digraphs=self._digraphs),
        )
        letters = tuple(
            Letter(letter, f"l{number}", tuple(group))
            for number, (letter, group) in enumerate(
                groupby(links, key=lambda link: initial(link.text, digraphs=self._digraphs)),
                start=1,
            )
        )
        return listing(self._site, "a_z", "a-z/", AZBody(letters))

    def _groups(self, sphere: Sphere, services: list[Passport]) -> tuple[GroupOfServices, ...]:
        named = [(group.id, self._say(group.name)) for group in sphere.groups]
        other = ("other", self._site.words("other_services") if named else "")
        known = {identifier for identifier, _ in named}
        return tuple(
            GroupOfServices(identifier, name, tuple(map(self.card, inside)))
            for identifier, name in (*named, other)
            if (inside := [p for p in services if _group(p, known) == identifier])
        )

    def _in(self, sphere: Sphere) -> list[Passport]:
        inside = [p for p in self._register.passports if p.sphere == sphere.id]
        return sorted(
            inside, key=lambda passport: sort_key(self._say(passport.name), digraphs=self._digraphs)
        )

    def _sphere_cards(self) -> tuple[SphereCard, ...]:
        return tuple(
            SphereCard(
                self._site.href(f"spheres/{sphere.id}/"),
                self._say(sphere.name),
                sphere.icon,
                self._count(len(inside)) if (inside := self._in(sphere)) else "",
            )
            for sphere in self._register.spheres
        )

    def card(self, passport: Passport) -> ServiceCard:
        """A service as lists show it."""
        link = self._passports.link(passport)
        return ServiceCard(link, glance(passport, self._phrases))

    def _count(self, number: int) -> str:
        return self._site.words("services_count", count=number)


def _group(passport: Passport, known: set[str]) -> str:
    """The group under which a sphere's page shows the passport."""
    return passport.group if passport.group and passport.group in known else "other"
