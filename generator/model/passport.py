"""A passport: one public service, and the facts that it holds.

Field descriptions are read by editors: they are the help texts of the JSON Schema.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.texts import (
    Fact,
    Frozen,
    Identifier,
    Localized,
    PartialDate,
    Sources,
    Statement,
    Text,
    WebAddress,
)

ITEMS = (
    "description", "laws", "organizations", "cost", "audience", "result", "online",
    "benefits", "reapply", "refusal", "term", "steps", "documents",
)  # fmt: skip
"""The ten items the national report asks of a standard passport, then the three people ask for."""


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
