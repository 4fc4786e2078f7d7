"""Rows of a list → what each of them offers, field by field, and what is wrong with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import Problem
from generator.imports import values
from generator.imports.known import Known
from generator.model import LANGUAGES
from generator.tables.columns import TEXTS, Headed
from generator.tables.table import Row

LISTED = ("documents", "steps", "benefits")
"""Fields that hold several texts."""
_PRICES = ("cost.free", "cost.soum", "cost.brv", "cost")
_TERMS = ("term.working_days", "term.days", "term")
_SHOWN = 80


@dataclass(frozen=True)
class Offer:
    """What one row says. `values` has, by field of the passport, what the field would be."""

    file: Path
    row: int
    id: str
    sphere: str
    values: Mapping[str, Any]
    problems: tuple[Problem, ...]
    source: str = ""
    as_of: str = ""

    @property
    def names(self) -> dict[str, str]:
        """Language → name."""
        return dict(self.values.get("name", {}))

    def problem(self, field: str, code: str, **blanks: str) -> Problem:
        """Something that is wrong with this row."""
        return Problem(self.file, self.row, field, code, tuple(blanks.items()))


def offers(path: Path, sheets: Sequence[Headed], known: Known) -> tuple[Offer, ...]:
    """What every row of the file says, in its order."""
    found: list[Offer] = []
    for headed in sheets:
        name = f"{path.name}#{headed.sheet.name}" if len(sheets) > 1 else path.name
        found.extend(_Reader(Path(name), headed, known).offers())
    return tuple(found)


class _Reader:
    """Reads the rows of one sheet."""

    def __init__(self, file: Path, headed: Headed, known: Known) -> None:
        self.file, self.headed, self.known = file, headed, known
        self.problems: list[Problem] = []
        self.row = Row(0, ())

    def offers(self) -> Iterator[Offer]:
        read = set(self.headed.columns.values())
        for row in self.headed.rows:
            if any(row.cell(column) for column in read) or row.faults:
                yield self._offer(row)

    def _offer(self, row: Row) -> Offer:
        self.problems, self.row = [], row
        self._cells()
        found = {**self._texts(), **self._facts(), **self._entries()}
        sphere = self._sphere()
        return Offer(
            self.file, row.number, self._cell("id"), sphere, found,
            tuple(dict.fromkeys(self.problems)), self._cell("source"), self._cell("as_of"),
        )  # fmt: skip

    def _cells(self) -> None:
        """Faults of cells that are read; a merged range is one fault of its row."""
        fields = {column: field for field, column in self.headed.columns.items()}
        seen = set()
        for fault in self.row.faults:
            place = fault.values if fault.code == "row-merged" else fault.column
            if fault.column in fields and place not in seen:
                seen.add(place)
                self._problem(fields[fault.column], fault.code, **dict(fault.values))

    def _texts(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for field in TEXTS:
            said = {code: self._cell(f"{field}.{code}") for code in LANGUAGES}
            said = {code: text for code, text in said.items() if text}
            if field == "name":
                self._missing_names(said)
                found[field] = {code: values.name(text, code) for code, text in said.items()}
            elif field in LISTED:
                found[field] = self._listed(field, said)
            else:
                found[field] = {code: values.line(text, code) for code, text in said.items()}
        return {field: value for field, value in found.items() if value}

    def _missing_names(self, said: Mapping[str, str]) -> None:
        """A name whose column is there and whose cell is empty."""
        columns = {c: self.headed.columns.get(f"name.{c}") for c in LANGUAGES}
        at_fault = {fault.column for fault in self.row.faults}
        missing = [c for c, place in columns.items() if place is not None and c not in said]
        if missing and not at_fault & set(columns.values()):
            languages = " ".join(f"={code}" for code in missing)
            self._problem(f"name.{missing[0]}", "row-name-missing", languages=languages)

    def _listed(self, field: str, said: Mapping[str, str]) -> list[dict[str, str]]:
        """The entries in three languages, side by side."""
        lines = {code: values.lines(text, code) for code, text in said.items()}
        if not lines:
            return []
        if set(lines) != set(LANGUAGES) or len({len(entries) for entries in lines.values()}) > 1:
            self._problem(f"{field}.{next(iter(lines))}", "row-list-uneven")
            return []
        entries = zip(*(lines[code] for code in LANGUAGES), strict=True)
        return [dict(zip(LANGUAGES, entry, strict=True)) for entry in entries]

    def _facts(self) -> dict[str, Any]:
        price = self._first(_PRICES)
        term = self._first(_TERMS) or self._number_and_unit()
        cost = {**(price or {}), **self._inner("cost", "online_payment")}
        online = {**self._inner("online", "mode"), **self._inner("online", "eds")}
        found = {
            "cost": cost,
            "term": term,
            "audience": self._inner("audience", "who"),
            "online": online,
            "status": self._simple("status"),
            "portal_id": self._simple("portal_id"),
        }
        return {field: value for field, value in found.items() if value}

    def _inner(self, field: str, inner: str) -> dict[str, Any]:
        value = self._simple(f"{field}.{inner}")
        return {} if value is None else {inner: value}

    def _first(self, fields: Sequence[str]) -> Any:
        return next((value for field in fields if (value := self._simple(field))), None)

    def _number_and_unit(self) -> dict[str, str]:
        """A term in two columns, as this register publishes it."""
        number, unit = self._cell("term.number"), self._cell("term.unit")
        return ({"number": number} if number else {}) | {"unit": unit} if unit else {}

    def _simple(self, field: str) -> Any:
        """A value; a cell that says something else is a warning, and nothing is taken from it."""
        text = self._cell(field)
        if not text or text.lower() == "unknown":
            return None
        value = values.read(field, text)
        if value is None:
            self._problem(field, "row-value-unclear", value=_short(text))
        return value

    def _entries(self) -> dict[str, Any]:
        found = {}
        for field in ("organizations", "laws"):
            ids, unknown = self.known.ids(field, self._cell(field))
            for name in unknown:
                self._problem(field, "row-entry-unknown", name=_short(name), home=f"{field}.yml")
            if ids:
                found[field] = ids
        return found

    def _sphere(self) -> str:
        said = self._cell("sphere")
        sphere = self.known.id("sphere", said) if said else ""
        if sphere is None:
            self._problem("sphere", "row-sphere-unknown", name=_short(said))
        return sphere or ""

    def _cell(self, field: str) -> str:
        """The text of a field's column; nothing where the cell itself is at fault."""
        column = self.headed.columns.get(field)
        if column is None or any(fault.column == column for fault in self.row.faults):
            return ""
        return self.row.cell(column)

    def _problem(self, field: str, code: str, **blanks: str) -> None:
        heading = self.headed.headings[self.headed.columns[field]].replace("\n", " ")
        blank = tuple(blanks.items())
        self.problems.append(Problem(self.file, self.row.number, heading, code, blank))


def _short(text: str) -> str:
    one = " ".join(text.split())
    return one if len(one) <= _SHOWN else f"{one[: _SHOWN - 1]}…"
