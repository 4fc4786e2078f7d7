"""One passport: its items, its name, its dates, whether it hides several services."""

import re
from collections.abc import Container, Iterator
from datetime import date

from pydantic import BaseModel

from generator.errors import Finding, Location
from generator.model import ITEMS, LANGUAGES, Fact, Localized, Passport

_PORTAL = re.compile(r"https?://(?:old\.)?my\.gov\.uz/\w+/service/(\d+)")
_NO_ENDS = (".", ",", ";", ":")
_SEVERAL = 3
"""Pages of the portal from which a passport seems to hold as many services."""


def hints(passport: Passport) -> Iterator[Finding]:
    """What one passport could say better, without a date or another passport; only warnings."""
    yield from _items(passport)
    yield from _untranslated(passport)
    yield from _dates(passport)


def name(passport: Passport) -> Iterator[Finding]:
    """A name with spaces or signs that do not belong to it."""
    for code in LANGUAGES:
        written = getattr(passport.name, code)
        if written != written.strip() or "  " in written or written.endswith(_NO_ENDS):
            yield Finding(("name", code), "name-form", {"name": written})


def overdue(passport: Passport, today: date) -> Iterator[Finding]:
    """A passport whose review is due at `today`."""
    if passport.review_by < today:
        yield Finding(("review_by",), "review-passed", {"date": passport.review_by.isoformat()})


def _items(passport: Passport) -> Iterator[Finding]:
    missing = [item for item in ITEMS if item not in passport.published()]
    if missing:
        values = {"items": " ".join(f"={item}" for item in missing), "count": str(len(missing))}
        yield Finding((), "items-missing", values)


def _untranslated(passport: Passport) -> Iterator[Finding]:
    if passport.name.en in {passport.name.uz, passport.name.ru}:
        yield Finding(("name", "en"), "name-untranslated", {"name": passport.name.en})


def _dates(passport: Passport) -> Iterator[Finding]:
    for location, fact in facts(passport):
        as_of = fact.as_of or (passport.as_of if not fact.source else None)
        sourced = fact.source or passport.source
        if sourced and not as_of and _speaks(fact):
            yield Finding(location, "as-of-missing")
    cost = passport.cost
    if cost and (cost.soum is not None or cost.brv is not None):
        as_of = cost.as_of or (passport.as_of if not cost.source else None)
        if as_of == "undated":
            yield Finding(("cost",), "money-undated")


def _speaks(fact: Fact) -> bool:
    """Whether a fact says something itself; the parts of others say it for them."""
    return isinstance(fact, Localized) or bool(fact.model_fields_set - {"reasons", "then"})


def several(passport: Passport, elsewhere: Container[int]) -> Iterator[Finding]:
    """A passport that seems to hold services; those of `elsewhere` have passports of their own."""
    named = {passport.portal_id} if passport.portal_id else set()
    for _, fact in facts(passport):
        for source in fact.source or ():
            if (match := _PORTAL.match(source)) and "old." not in source:
                named.add(int(match[1]))
    hidden = sorted(n for n in named if n == passport.portal_id or n not in elsewhere)
    if len(hidden) >= _SEVERAL:
        values = {"count": str(len(hidden)), "numbers": ", ".join(map(str, hidden))}
        yield Finding((), "services-hidden", values)


def facts(model: BaseModel, at: Location = ()) -> Iterator[tuple[Location, Fact]]:
    """Every fact inside a value, with its place."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        for number, item in enumerate(value if isinstance(value, tuple) else (value,)):
            place = (*at, name, number) if isinstance(value, tuple) else (*at, name)
            if isinstance(item, Fact):
                yield place, item
            if isinstance(item, BaseModel):
                yield from facts(item, place)
