"""Which service of the register a row speaks of."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rapidfuzz import fuzz, process

from generator.imports.offers import Offer
from generator.imports.record import Record, digest
from generator.model import LANGUAGES
from generator.tables.columns import key

_SMALL = frozenset(
    ("a", "an", "the", "of", "for", "to", "on", "in", "at", "by", "and", "or", "with", "from")
)
_LONGEST = 60
_NEAR = 95
"""Per cent of letters that two names share."""


class Services:
    """The services of the register and those that a list adds, by all that names them."""

    def __init__(
        self, passports: Mapping[str, Any], record: Record, moved: Mapping[str, str]
    ) -> None:
        """`passports` is id → raw data; `moved` former id → id."""
        self.passports, self.moved = passports, moved
        self._portal = {str(p["portal_id"]): i for i, p in passports.items() if p.get("portal_id")}
        self._names = {name: i for i, p in passports.items() for name in _names(p.get("name"))}
        self._known = tuple(self._names)
        self._rows = {seen.row: identifier for identifier, seen in record.items()}

    def find(self, offer: Offer) -> str | None:
        """Its id: as the row says, by the portal's number, as the import before knew it, by name.

        The id may be that of a service which editors have removed since.
        """
        if offer.id:
            return self.moved.get(offer.id, offer.id)
        found = self._portal.get(str(offer.values.get("portal_id", "")))
        found = found or self._rows.get(identity(offer)) or min(self.named(offer), default=None)
        return self.moved.get(found, found) if found else None

    def named(self, offer: Offer) -> set[str]:
        """The services that bear one of the row's names: one, if the row is right."""
        return {self._names[name] for name in _names(offer.names) if name in self._names}

    def near(self, offer: Offer) -> str | None:
        """The service whose name is a letter or two away from the row's."""
        for name in _names(offer.names):
            found = process.extractOne(name, self._known, scorer=fuzz.ratio, score_cutoff=_NEAR)
            if found and found[0][:2] == name[:2] and _digits(found[0]) == _digits(name):
                return self._names[found[0]]
        return None

    def new_id(self, offer: Offer, taken: Iterable[str]) -> str:
        """An id made of the English name that no service has or had."""
        used = {*self.passports, *self.moved, *taken}
        made = slug(offer.names["en"])
        numbered = (f"{made}-{number}" for number in range(2, len(used) + 3))
        return made if made not in used else next(name for name in numbered if name not in used)


def identity(offer: Offer) -> str:
    """A short name of the service as the list knows it: its number on the portal, or its names."""
    number = offer.values.get("portal_id")
    return digest(number or sorted(_names(offer.names)))


def doubles(offers: Iterable[Offer]) -> Iterator[tuple[Offer, Offer, str]]:
    """Pairs of rows that speak of one service, with what they share; both are doubtful."""
    seen: dict[tuple[str, str], Offer] = {}
    for offer in offers:
        marks = [("id", offer.id), ("portal_id", str(offer.values.get("portal_id", "")))]
        marks += [(f"name.{code}", key(name)) for code, name in offer.names.items()]
        for mark in marks:
            if mark[1] and (first := seen.setdefault(mark, offer)) is not offer:
                yield first, offer, offer.id or _said(offer, mark)
                break


def slug(name: str) -> str:
    """A name as an id: small Latin letters, without the small words, at most 60 signs."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    words = [word for word in re.findall(r"[a-z0-9]+", plain.replace("'", "")) if word]
    kept = [word for word in words if word not in _SMALL] or words or ["service"]
    made = ""
    for word in kept:
        if made and len(made) + 1 + len(word) > _LONGEST:
            break
        made = f"{made}-{word}" if made else word[:_LONGEST]
    return made


def _said(offer: Offer, mark: tuple[str, str]) -> str:
    field, value = mark
    return offer.names[field.removeprefix("name.")] if field.startswith("name.") else value


def _names(name: Any) -> Iterator[str]:
    """Names as they are compared, each with its language."""
    for code in LANGUAGES:
        if isinstance(name, dict) and name.get(code):
            yield f"{code} {key(str(name[code]))}"


def _digits(name: str) -> str:
    """Numbers tell services apart."""
    return "".join(filter(str.isdigit, name))
