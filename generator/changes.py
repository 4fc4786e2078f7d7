"""Two registers → what changed for citizens. Pure; the words are made elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model import Passport, Register

Kind = Literal["new", "removed", "changed"]
CITIZENS = (
    "name", "status", "cost", "term", "documents", "steps", "audience", "result", "online",
    "benefits", "reapply", "refusal", "organizations", "laws", "summary", "description", "notes",
)  # fmt: skip
"""What a citizen would notice, the weightiest first. Sources and dates of review are not."""


@dataclass(frozen=True)
class Change:
    """One thing that changed: a passport as it was and as it is, and the field that differs.

    `before` is None for a new service, `after` for a removed one; `field` is empty for both.
    """

    kind: Kind
    id: str
    field: str
    before: Passport | None
    after: Passport | None


def compare(before: Register, after: Register) -> tuple[Change, ...]:
    """Every change between two registers: new services, removed ones, then field by field."""
    old = {passport.id: passport for passport in before.passports}
    new = {passport.id: passport for passport in after.passports}
    return (
        *(Change("new", i, "", None, new[i]) for i in new if i not in old),
        *(Change("removed", i, "", old[i], None) for i in old if i not in new),
        *(change for i in new if i in old for change in _fields(old[i], new[i])),
    )


def _fields(before: Passport, after: Passport) -> Iterator[Change]:
    for field in CITIZENS:
        if _said(getattr(before, field)) != _said(getattr(after, field)):
            yield Change("changed", after.id, field, before, after)


def _said(value: object) -> object:
    """A value without its sources and dates: what readers are told."""
    if isinstance(value, tuple):
        return tuple(map(_said, value))
    fields = getattr(type(value), "model_fields", None)
    if fields is None:
        return value
    return tuple(
        (name, _said(getattr(value, name))) for name in fields if name not in ("source", "as_of")
    )
