"""Guides through the register: life events, pages for an audience, lessons."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import (
    AudienceGroup,
    AudienceGuide,
    Fact,
    Lesson,
    LifeEvent,
    Register,
    Stage,
    Statement,
)
from generator.phrases import Phrases
from generator.views.facts import Facts, Ledger, Source, SourceLine, item
from generator.views.glance import CARD_ICONS
from generator.views.page import Card, Link, Page, Site
from generator.views.passport import PassportPages
from generator.views.reference import Entry, ReferencePages
from generator.views.services import ServiceCard, ServicePages


@dataclass(frozen=True)
class Task:
    """A service to get, with the papers it asks for; None is "not published"."""

    service: ServiceCard
    documents: tuple[str, ...] | None


@dataclass(frozen=True)
class StageView:
    """One stage of a life event."""

    title: str
    note: str
    at_once: bool
    tasks: tuple[Task, ...]
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True)
class LifeEventBody:
    """A life event as one checklist."""

    stages: tuple[StageView, ...]
    hotlines: tuple[Entry, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class GroupView:
    """One matter of an audience's guide."""

    title: str
    facts: Facts
    services: tuple[ServiceCard, ...]


@dataclass(frozen=True)
class AudienceBody:
    """The guide of an audience."""

    groups: tuple[GroupView, ...]
    hotlines: tuple[Entry, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class LessonBody:
    """One lesson: numbered steps and a drawing."""

    drawing: str
    """Name of a file in `overrides/drawings/`."""
    drawn: str
    """What the drawing shows."""
    steps: Facts
    services: tuple[Link, ...]
    following: Link | None
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class LearnBody:
    """The course: its lessons by reader."""

    groups: tuple[tuple[str, tuple[Card, ...]], ...]


class GuidePages:
    """Makes the guides of one variant."""

    def __init__(
        self,
        register: Register,
        site: Site,
        phrases: Phrases,
        passports: PassportPages,
        services: ServicePages,
        reference: ReferencePages,
    ) -> None:
        self._register = register
        self._site = site
        self._phrases = phrases
        self._passports = passports
        self._services = services
        self._reference = reference
        self._say = phrases.locale.text
        self._by_id = {passport.id: passport for passport in register.passports}
        self._lessons = {lesson.id: lesson for lesson in register.lessons}
        self._home = (Link(site.href(""), site.words("home")),)

    def life_event(self, event: LifeEvent) -> Page:
        """The stages of a life event as a checklist to print."""
        ledger = Ledger(self._phrases)
        stages = tuple(self._stage(stage, ledger) for stage in event.stages)
        body = LifeEventBody(stages, self._reference.entries(event.phones), ledger.sources())
        path = f"life/{event.id}/"
        return self._page("life.html", path, event, body, CARD_ICONS)

    def audience(self, guide: AudienceGuide) -> Page:
        """What one audience can get, and whom it can call."""
        ledger = Ledger(self._phrases)
        groups = tuple(
            self._group(f"g{n}", group, ledger) for n, group in enumerate(guide.groups, start=1)
        )
        body = AudienceBody(groups, self._reference.entries(guide.phones), ledger.sources())
        return self._page("audience.html", f"for/{guide.id}/", guide, body, CARD_ICONS)

    def learn(self) -> Page:
        """The list of lessons."""
        words = self._site.words
        groups = tuple(
            (words(f"reader_{reader}"), tuple(map(self._card, lessons)))
            for reader in ("first-time", "all", "helper")
            if (lessons := [each for each in self._register.lessons if each.reader == reader])
        )
        icons = frozenset(lesson.icon for lesson in self._register.lessons)
        return Page(
            self._site, "learn.html", "learn/", words("learn_title"), words("learn_lead"),
            LearnBody(groups), self._home, icons,
        )  # fmt: skip

    def lesson(self, lesson: Lesson) -> Page:
        """One idea in numbered steps."""
        ledger = Ledger(self._phrases)
        following = self._lessons.get(lesson.next) if lesson.next else None
        body = LessonBody(
            lesson.id,
            self._say(lesson.drawing),
            self._facts("steps", lesson.steps, ledger),
            tuple(self._passports.link(self._by_id[i]) for i in lesson.services),
            self._card(following).link if following else None,
            ledger.sources(),
        )
        learn = Link(self._site.href("learn/"), self._site.words("learn"))
        return Page(
            self._site, "lesson.html", f"learn/{lesson.id}/", self._say(lesson.title),
            self._say(lesson.summary), body, (*self._home, learn),
        )  # fmt: skip

    def life_cards(self) -> tuple[Card, ...]:
        """All life events."""
        return tuple(self._guide_card("life", event) for event in self._register.life_events)

    def audience_cards(self) -> tuple[Card, ...]:
        """All audiences."""
        return tuple(self._guide_card("for", guide) for guide in self._register.audiences)

    def _page(
        self,
        template: str,
        path: str,
        guide: LifeEvent | AudienceGuide,
        body: object,
        icons: frozenset[str],
    ) -> Page:
        return Page(
            self._site, template, path, self._say(guide.name), self._say(guide.summary), body,
            self._home, icons,
        )  # fmt: skip

    def _guide_card(self, folder: str, guide: LifeEvent | AudienceGuide) -> Card:
        link = Link(self._site.href(f"{folder}/{guide.id}/"), self._say(guide.name))
        return Card(link, self._say(guide.summary), guide.icon)

    def _card(self, lesson: Lesson) -> Card:
        link = Link(self._site.href(f"learn/{lesson.id}/"), self._say(lesson.title))
        return Card(link, self._say(lesson.summary), lesson.icon)

    def _stage(self, stage: Stage, ledger: Ledger) -> StageView:
        return StageView(
            self._say(stage.title),
            self._say(stage.note) if stage.note else "",
            stage.at_once,
            tuple(map(self._task, stage.services)),
            ledger.lines([stage]) if stage.source else (),
        )

    def _task(self, identifier: str) -> Task:
        passport = self._by_id[identifier]
        documents = passport.documents
        return Task(
            self._services.card(passport),
            None if documents is None else tuple(map(self._say, documents)),
        )

    def _group(self, key: str, group: AudienceGroup, ledger: Ledger) -> GroupView:
        cards = tuple(self._services.card(self._by_id[i]) for i in group.services)
        return GroupView(self._say(group.title), self._facts(key, group.statements, ledger), cards)

    def _facts(self, key: str, statements: Sequence[Statement], ledger: Ledger) -> Facts:
        named: list[Fact] = [fact for each in statements for fact in (each, *each.also)]
        items = tuple(
            item(f"{key}-{n}", each, self._phrases) for n, each in enumerate(statements, start=1)
        )
        return Facts(items, ledger.lines(named))
