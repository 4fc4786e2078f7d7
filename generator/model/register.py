"""Everything the site says, as one value."""

from typing import Annotated

from pydantic import Field

from generator.model.guidance import AudienceGuide, Event, Guidance, Lesson, LifeEvent
from generator.model.lists import (
    Amount,
    DirectoryEntry,
    GlossaryTerm,
    Law,
    Moved,
    Organization,
    Sphere,
    Statistic,
    Usage,
    VocabularyEntry,
)
from generator.model.passport import Passport
from generator.model.texts import Frozen, Identifier


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
    usage: tuple[Usage, ...] = ()
    """Newest first."""
    moved: tuple[Moved, ...] = ()
