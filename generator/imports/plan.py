"""What an import would do, before it does it: new, changed, differing and gone services."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.errors import Problem
from generator.imports.offers import Offer
from generator.imports.record import Record

Summarise = Callable[[Mapping[str, Any], str], dict[str, str]]
"""Raw passport and its sphere → a summary made of its facts."""


@dataclass(frozen=True)
class Change:
    """A field of a service: what the register has, and what the list says."""

    id: str
    field: str
    before: Any
    after: Any
    row: int


@dataclass(frozen=True)
class Gone:
    """A service that the list does not name; `listed` if an earlier one from there did."""

    id: str
    name: str
    listed: bool


@dataclass(frozen=True)
class Planned:
    """A passport as it will be."""

    id: str
    sphere: str
    data: Mapping[str, Any]
    offer: Offer
    new: bool


@dataclass(frozen=True)
class Plan:
    """Everything an import would do, and what it leaves to people."""

    source: str
    rows: int
    planned: tuple[Planned, ...] = ()
    changed: tuple[Change, ...] = ()
    names: tuple[Change, ...] = ()
    """Names that differ and that an editor has to decide on."""
    differing: tuple[Change, ...] = ()
    """Facts that an editor wrote and that the list says otherwise."""
    gone: tuple[Gone, ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: tuple[str, ...] = ()
    record: Record = field(default_factory=dict)

    @property
    def new(self) -> tuple[Planned, ...]:
        """Services that the register does not have."""
        return tuple(planned for planned in self.planned if planned.new)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps rows out."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


@dataclass(frozen=True)
class Origin:
    """Where a list comes from and of when it speaks; the days of this import and next review."""

    source: str
    as_of: str
    reviewed: str
    review_by: str


def without(made: Plan, refused: Mapping[str, Iterable[Problem]], before: Record) -> Plan:
    """The plan without passports that a check refuses (id → why); their rows are named."""
    problems = [problem for found in refused.values() for problem in found]
    record = {
        identifier: before.get(identifier, seen) if identifier in refused else seen
        for identifier, seen in made.record.items()
        if identifier not in refused or identifier in before
    }
    return replace(
        made,
        planned=tuple(one for one in made.planned if one.id not in refused),
        changed=tuple(one for one in made.changed if one.id not in refused),
        problems=(*made.problems, *problems),
        record=record,
    )
