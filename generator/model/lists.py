"""The lists that passports refer to: spheres, bodies, laws, words; and what stands beside them."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from generator.model.passport import Channel, Keywords
from generator.model.texts import (
    Frozen,
    Identifier,
    Localized,
    PartialDate,
    Sources,
    Text,
    WebAddress,
)


class Group(Frozen):
    """A part of a sphere that holds many services."""

    id: Identifier
    name: Localized


class VocabularyEntry(Localized):
    """Words that many passports share."""

    id: Identifier
    channel: Channel | None = None


class Sphere(Frozen):
    """A sphere of life, with the counts of the national report (May 2020)."""

    id: Identifier
    name: Localized
    summary: Localized
    icon: Text
    groups: tuple[Group, ...] = ()
    report_total: int
    report_individuals: int
    report_legal_entities: int
    report_automatic: int
    report_eds: int


class Organization(Frozen):
    """A body that gives or helps with services."""

    id: Identifier
    name: Localized
    url: WebAddress | None = None
    phones: tuple[Text, ...] = ()
    hours: Localized | None = None
    address: Localized | None = None
    formerly: Localized | None = None
    note: Localized | None = None
    source: Sources


class Law(Frozen):
    """A law or regulation that a service rests on."""

    id: Identifier
    kind: Literal[
        "law", "code", "presidential-decree", "presidential-resolution", "presidential-order",
        "cabinet-resolution", "ministry-order", "regulation", "other",
    ]  # fmt: skip
    number: Text | None = None
    date: PartialDate | None = None
    title: Localized
    url: WebAddress | None = None
    note: Localized | None = None
    source: Sources


class DirectoryEntry(Frozen):
    """A portal, agency or hotline: what it is for and what became of it."""

    id: Identifier
    kind: Literal["portal", "agency", "hotline", "app", "centre"]
    name: Localized
    url: WebAddress | None = None
    phones: tuple[Text, ...] = ()
    what: Localized
    status: Localized | None = None
    source: Sources
    as_of: PartialDate | None = None


class GlossaryTerm(Frozen):
    """A glossary term in plain words."""

    id: Identifier
    term: Localized
    definition: Localized
    forms: Keywords = Field(
        Keywords(), description="Other words for the term that stand in texts, bent as they are."
    )
    unlinked: tuple[Literal["uz", "ru", "en"], ...] = Field(
        (), description="Languages in which its words mean other things too often to be linked."
    )
    source: Sources | None = None


class ChartRow(Frozen):
    """One bar of a chart."""

    label: Localized
    value: Decimal


class Statistic(Frozen):
    """A figure of the reports as a table and chart."""

    id: Identifier
    title: Localized
    unit: Localized
    period: Localized
    rows: Annotated[tuple[ChartRow, ...], Field(min_length=1)]
    missing: Localized | None = None
    source: Sources


class Usage(Frozen):
    """How often the portal's services were used until a day: number on the portal → times.

    The portal shows the count on the page of each service.
    """

    as_of: PartialDate
    source: Sources
    applications: dict[int, Annotated[int, Field(gt=0)]]


class Wanted(Frozen):
    """A service that people ask for most."""

    id: Identifier


class Moved(Frozen):
    """The former id of a service that was renamed: its old address leads to the new one."""

    id: Identifier
    to: Identifier


class Amount(Frozen):
    """The value of a counting unit from a day on, in soum."""

    since: date
    soum: Annotated[int, Field(gt=0)]
    source: Sources
