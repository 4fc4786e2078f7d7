"""What leads people: COVID-19 guidance and its days, life events, audiences, lessons."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from generator.model.texts import (
    Fact,
    Frozen,
    Identifier,
    Localized,
    PartialDate,
    Statement,
    Text,
)

GUIDANCE_ORDER = (
    "protect-yourself", "health-and-wellbeing", "work-financial-support-money",
    "businesses-and-self-employed", "education-and-childcare", "housing-and-accommodation",
    "driving-and-transport", "international-travel-and-immigration", "volunteering-and-help",
    "healthcare-workers-and-carers", "cases-in-uzbekistan",
)  # fmt: skip


class GuidanceStatement(Statement):
    """One dated statement of COVID-19 guidance; absent dates were not found in the sources."""

    kind: Literal["advice", "rule", "support", "event", "figure"]
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None


class Guidance(Frozen):
    """A section of COVID-19 guidance."""

    id: Identifier
    title: Localized
    summary: Localized
    statements: tuple[GuidanceStatement, ...]
    services: tuple[Identifier, ...] = ()
    reviewed: date


class Event(Fact, Localized):
    """One day of the COVID-19 timeline."""

    date: PartialDate
    section: Identifier


class Stage(Fact):
    """Services that are due together in a life event, and what to know about them."""

    title: Localized
    note: Localized | None = None
    at_once: bool = False
    services: tuple[Identifier, ...]


class LifeEvent(Frozen):
    """What happens in a life, and the services it needs, in the order of need."""

    id: Identifier
    name: Localized
    summary: Localized
    icon: Text
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)]
    phones: tuple[Identifier, ...] = ()


class AudienceGroup(Frozen):
    """One matter in the guide of an audience."""

    title: Localized
    statements: tuple[Statement, ...] = ()
    services: tuple[Identifier, ...] = ()


class AudienceGuide(Frozen):
    """Services, benefits and phone help for people in one situation."""

    id: Identifier
    name: Localized
    summary: Localized
    icon: Text
    groups: Annotated[tuple[AudienceGroup, ...], Field(min_length=1)]
    phones: tuple[Identifier, ...] = ()


class Lesson(Frozen):
    """One idea of the course, in numbered steps."""

    id: Identifier
    title: Localized
    summary: Localized
    icon: Text
    reader: Literal["first-time", "helper", "all"]
    steps: Annotated[tuple[Statement, ...], Field(min_length=1)]
    drawing: Localized
    """What the drawing of the lesson's id shows, for those who do not see it."""
    services: tuple[Identifier, ...] = ()
    next: Identifier | None = None
