"""What the template of a passport shows."""

from dataclasses import dataclass

from generator.phrases import Phone
from generator.views.facts import Facts, Source
from generator.views.glance import Glance
from generator.views.page import Link

HOTLINE = "1148"
"""Of public services, for what no body of the passport has published."""


@dataclass(frozen=True)
class Contact:
    """Where to ask: a body, its website, its hours."""

    name: str
    href: str
    website: str
    website_name: str
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class Desk:
    """Phone numbers, and the bodies that answer them."""

    phones: tuple[Phone, ...]
    bodies: tuple[Contact, ...]


@dataclass(frozen=True)
class LawLine:
    """A law as people cite it, and where its entry stands."""

    href: str
    citation: str
    title: str


@dataclass(frozen=True)
class OfficialName:
    """The name in a language in which a state body uses it."""

    text: str
    tag: str


@dataclass(frozen=True)
class PassportBody:
    """Everything the passport template shows; None is "not published", empty is "none"."""

    notice: str
    outdated: str
    """Address of the Uzbek page, where this translation is older than it; else empty."""
    glance: tuple[Glance, ...]
    official_name: OfficialName | None
    description: Facts | None
    steps: Facts | None
    documents: Facts | None
    cost: Facts | None
    term: Facts | None
    online: Facts | None
    audience: Facts | None
    result: Facts | None
    desks: tuple[Desk, ...]
    portal: str
    benefits: Facts | None
    reapply: Facts | None
    refusal: Facts | None
    refusal_then: Facts | None
    notes: Facts | None
    laws: tuple[LawLine, ...] | None
    related: tuple[Link, ...]
    unpublished: tuple[str, ...]
    published_count: int
    sources: tuple[Source, ...]
    reviewed: str
    review_by: str
    message: str
    """Address that opens a text message with the gist."""
