"""The register as frozen values: what a passport, a sphere, a law or a statement is. No I/O.

Field descriptions are read by editors: they are the help texts of the JSON Schema.
"""

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

LANGUAGES = ("uz", "ru", "en")
ITEMS = (
    "description", "laws", "organizations", "cost", "audience", "result", "online",
    "benefits", "reapply", "refusal", "term", "steps", "documents",
)  # fmt: skip
"""The ten items the national report asks of a standard passport, then the three people ask for."""

GUIDANCE_ORDER = (
    "protect-yourself", "health-and-wellbeing", "work-financial-support-money",
    "businesses-and-self-employed", "education-and-childcare", "housing-and-accommodation",
    "driving-and-transport", "international-travel-and-immigration", "volunteering-and-help",
    "healthcare-workers-and-carers", "cases-in-uzbekistan",
)  # fmt: skip

REPORTS = (
    "national-report-2020",
    "un-egov-questionnaire-2019",
    "virtual-reception-nomination",
    "undp-news-2016",
)
"""Printed reports that a source may name, followed by a page, section or annex."""

_TAG = re.compile(r"<[a-zA-Z/!?]")
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SOURCE = re.compile(rf"https?://\S+|(?:{'|'.join(REPORTS)})(?:, .+)?|(?:press|channel): .+")
_AS_OF = re.compile(r"(?:(?:about|after|before) )?(\d{4})(?:-(\d\d))?(?:-(\d\d))?|undated")


def _plain(text: str) -> str:
    if _TAG.search(text):
        raise PydanticCustomError("text-html", "HTML is not allowed in a text")
    if "\t" in text:
        raise PydanticCustomError("text-tab", "a tab is not allowed in a text")
    return text


def _identifier(text: str) -> str:
    if not _KEBAB.fullmatch(text):
        raise PydanticCustomError("id-form", "an id is small Latin letters, digits and hyphens")
    return text


def _source(text: str) -> str:
    if not _SOURCE.fullmatch(text):
        raise PydanticCustomError(
            "source-form", "a source is a web address or the name of a report"
        )
    return text


def _partial_date(text: str) -> str:
    match = _AS_OF.fullmatch(text)
    if not match:
        raise PydanticCustomError(
            "date-form", "not a date: write 2026, 2026-11, 2026-11-21, 'about 2022' or undated"
        )
    if match[1]:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    return text


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _matching(form: re.Pattern[str]) -> WithJsonSchema:
    """What a validator asks of a string, for the JSON Schema."""
    return WithJsonSchema({"type": "string", "pattern": f"^(?:{form.pattern})$"})


_ONE_SOURCE = {"type": "string", "pattern": f"^(?:{_SOURCE.pattern})$"}

Text = Annotated[str, Field(min_length=1), AfterValidator(_plain)]
Identifier = Annotated[str, AfterValidator(_identifier), _matching(_KEBAB)]
Source = Annotated[str, AfterValidator(_source), _matching(_SOURCE)]
Sources = Annotated[
    tuple[Source, ...],
    BeforeValidator(_listed),
    Field(min_length=1),
    WithJsonSchema(
        {"anyOf": [_ONE_SOURCE, {"type": "array", "items": _ONE_SOURCE, "minItems": 1}]}
    ),
]
PartialDate = Annotated[str, AfterValidator(_partial_date), _matching(_AS_OF)]
WebAddress = Annotated[str, Field(pattern=r"^https?://\S+$")]


class Frozen(BaseModel):
    """A value: cannot change, refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Localized(Frozen):
    """The same meaning in the three languages; Uzbek Cyrillic is made from `uz`."""

    uz: Text = Field(description="In Uzbek, with the letters oʻ gʻ and the sign ʼ.")
    ru: Text = Field(description="In Russian: the same meaning, not word for word.")
    en: Text = Field(description="In English: the same meaning, not word for word.")


class Fact(Frozen):
    """What every fact carries: where it was read and of when it speaks."""

    source: Sources | None = Field(None, description="Web address or report; else the passport's.")
    as_of: PartialDate | None = Field(None, description="Of when the source speaks.")
    caution: Localized | None = Field(None, description="A word of care shown beside the fact.")


class Statement(Fact, Localized):
    """A sourced sentence or two; `also` holds further statements on the same matter."""

    also: tuple["Statement", ...] = Field(
        (), description="Further statements on the same matter, each with its source."
    )


class Document(Statement):
    """One paper to bring, in its own words or in those of the vocabulary."""

    ref: Identifier | None = Field(None, description="An entry of vocabulary.yml.")


class Channel(StrEnum):
    """Where a step is done."""

    PORTAL = "portal"
    APP = "app"
    CENTRE = "centre"
    AGENCY = "agency"
    PHONE = "phone"
    POST = "post"


class Step(Statement):
    """One thing to do, and where it is done, in its own words or in those of the vocabulary."""

    ref: Identifier | None = Field(None, description="An entry of vocabulary.yml.")
    channel: Channel | None = Field(None, description="Where it is done.")


class Explained(Fact):
    """A fact with numbers or fixed words, and sentences where those are not enough."""

    text: Localized | None = Field(
        None, description="A sentence, where a number or a fixed word is not enough."
    )
    also: tuple[Statement, ...] = Field(
        (), description="Further statements on the same matter, each with its source."
    )


class Cost(Explained):
    """What one pays: nothing, an amount in soum, a share of the base calculation value, a text."""

    free: bool | None = Field(None, description="`true` if one pays nothing; then no price.")
    soum: Annotated[int, Field(ge=0)] | None = Field(
        None, description="The price in soum: digits without spaces."
    )
    brv: Annotated[Decimal, Field(ge=0)] | None = Field(
        None, description="Multiple of the base calculation value: 0.045 is 4.5 %."
    )
    lowest: bool = Field(False, description="The number is the lowest of several.")
    online_payment: bool | None = Field(None, description="Can it be paid on the portal?")

    @model_validator(mode="after")
    def _one_price(self) -> Self:
        if self.soum is not None and self.brv is not None:
            raise PydanticCustomError(
                "cost-two-prices", "give the price in soum or in brv, not both"
            )
        if self.free and (self.soum or self.brv):
            raise PydanticCustomError(
                "cost-free-priced", "a free service has no price: drop `free` or the price"
            )
        if self.free is None and self.soum is None and self.brv is None and self.text is None:
            raise PydanticCustomError(
                "cost-nothing", "say what it costs: free, soum, brv or a text"
            )
        return self


class Unit(StrEnum):
    """Unit of a term."""

    INSTANT = "instant"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"


class Term(Explained):
    """How long the service takes."""

    number: Annotated[int, Field(ge=1)] | None = Field(
        None, description="How many units; none for `instant`."
    )
    unit: Unit | None = Field(None, description="Minutes, hours, days, working days, months.")

    @model_validator(mode="after")
    def _number_with_unit(self) -> Self:
        if (self.number is not None) != (self.unit not in (None, Unit.INSTANT)):
            raise PydanticCustomError(
                "term-unit", "a number and a unit go together (instant has no number)"
            )
        if self.unit is None and self.text is None:
            raise PydanticCustomError(
                "term-nothing", "say the term: a unit with its number, or a text"
            )
        return self


class Audience(Explained):
    """Who may receive the service."""

    who: Literal["individuals", "legal-entities", "both"] | None = Field(
        None, description="People, organizations, or both."
    )

    @model_validator(mode="after")
    def _someone(self) -> Self:
        if self.who is None and self.text is None:
            raise PydanticCustomError(
                "audience-nothing", "say who may receive the service: `who` or a text"
            )
        return self


class Online(Explained):
    """How the portal gives the service, and whether it asks for an electronic signature."""

    mode: Literal["none", "semi-automatic", "automatic", "unknown"] = Field(
        "unknown", description="Does the portal give it at once, take the request, or neither?"
    )
    eds: Literal["required", "not-required", "unknown"] = Field(
        "unknown", description="Does it ask for an electronic signature? Unknown is not no."
    )


class Refusal(Fact):
    """Why one may be refused, and what to do then."""

    reasons: tuple[Statement, ...] = Field((), description="Why one may be refused, one an entry.")
    then: Statement | None = Field(None, description="What to do after a refusal.")


class Note(Statement):
    """Something else worth knowing, under one of a few headings."""

    topic: Literal[
        "conditions", "payment", "rates", "validity", "liability", "update", "appeal",
        "background", "limits", "rights", "related",
    ] = Field(description="The heading under which it stands.")  # fmt: skip


class Name(Localized):
    """The name of a service; `official` lists the languages in which a state body uses it."""

    official: tuple[Literal["uz", "ru", "en"], ...] = Field(
        (), description="Languages in which a state body uses this very name."
    )


class Keywords(Frozen):
    """Everyday words under which people look for the service."""

    uz: tuple[Text, ...] = ()
    ru: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()


class Passport(Frozen):
    """One public service. An empty list means "none, the source says so"; absent means unknown."""

    id: Identifier = Field(
        description="The file's name: small English words with hyphens; never changes."
    )
    sphere: Identifier = Field(
        description="The folder that the file lies in; not written in the file."
    )
    name: Name = Field(
        description="The one name; `official` lists the languages in which a state body uses it."
    )
    summary: Localized = Field(
        description="At most three short sentences in plain words: what one gets, price, term."
    )
    description: Statement | None = Field(
        None, description="What the service is, in a few sentences."
    )
    steps: tuple[Step, ...] | None = Field(
        None, description="What to do, step by step; `channel` says where."
    )
    documents: tuple[Document, ...] | None = Field(
        None,
        description="Papers to bring, one an entry; an empty list means that none are asked for.",
    )
    laws: tuple[Identifier, ...] | None = Field(
        None, description="Ids of laws.yml on which the service rests."
    )
    organizations: tuple[Identifier, ...] | None = Field(
        None, description="Ids of organizations.yml: who gives the service."
    )
    cost: Cost | None = Field(
        None,
        description="`free`, `soum` or `brv` (0.5 is half of it), and a text.",
    )
    term: Term | None = Field(
        None,
        description="`number` and `unit` (working_days and so on), and a text.",
    )
    audience: Audience | None = Field(
        None, description="`who`: individuals, legal-entities or both, and a text."
    )
    result: Statement | None = Field(None, description="What one has in the end.")
    online: Online | None = Field(
        None,
        description="`mode` of the portal; `eds`: is a digital signature required?",
    )
    benefits: tuple[Statement, ...] | None = Field(
        None, description="Who pays less or nothing; an empty list means nobody."
    )
    reapply: Statement | None = Field(None, description="May it be received again, and when?")
    refusal: Refusal | None = Field(
        None, description="`reasons` for a refusal, and what to do `then`."
    )
    notes: tuple[Note, ...] = Field((), description="Anything else worth knowing, under a `topic`.")
    group: Identifier | None = Field(None, description="Group inside a large sphere.")
    status: Literal["offered", "planned", "withdrawn"] = Field(
        "offered", description="offered, planned or withdrawn."
    )
    portal_id: Annotated[int, Field(ge=1)] | None = Field(
        None, description="The number in the service's address on my.gov.uz."
    )
    related: tuple[Identifier, ...] = Field(
        (), description="Ids of services that people need next."
    )
    sign_language_video: WebAddress | None = Field(
        None, description="Address of a film in sign language."
    )
    keywords: Keywords = Field(
        Keywords(), description="Everyday words under which people look for the service."
    )
    reviewed: date = Field(
        description="The day on which the passport was last compared with its sources."
    )
    review_by: date = Field(description="The day by which it must be compared again.")
    source: Sources | None = Field(
        None, description="Where the facts were read: a web address or a report."
    )
    as_of: PartialDate | None = Field(
        None,
        description="Of when the source speaks: 2026-11-21, 2026, about 2022.",
    )

    def published(self) -> tuple[str, ...]:
        """Names of the thirteen items that are published, in the order of `ITEMS`."""
        return tuple(item for item in ITEMS if self._is_published(item))

    def _is_published(self, item: str) -> bool:
        if item == "online":
            return self.online is not None and self.online.mode != "unknown"
        return getattr(self, item) is not None


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
    drawing: Text
    services: tuple[Identifier, ...] = ()
    next: Identifier | None = None


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


class Register(Frozen):
    """Everything the site says, checked."""

    passports: tuple[Passport, ...]
    spheres: tuple[Sphere, ...]
    organizations: tuple[Organization, ...]
    laws: tuple[Law, ...]
    guidance: tuple[Guidance, ...]
    timeline: tuple[Event, ...]
    life_events: tuple[LifeEvent, ...]
    audiences: tuple[AudienceGuide, ...]
    lessons: tuple[Lesson, ...]
    directory: tuple[DirectoryEntry, ...]
    glossary: tuple[GlossaryTerm, ...]
    statistics: tuple[Statistic, ...]
    documents: tuple[VocabularyEntry, ...]
    steps: tuple[VocabularyEntry, ...]
    """The vocabulary."""
    brv: Annotated[tuple[Amount, ...], Field(min_length=1)]
    """Newest first."""
    wanted: tuple[Identifier, ...]
    """Services that people ask for most, for the home page."""
    moved: tuple[Moved, ...] = ()
