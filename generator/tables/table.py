"""What a table file gives: sheets of rows of text, and the faults of single cells."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from generator.errors import Problem, TableError

MOST_BYTES = 50_000_000
"""Of a file, as it lies on the disk."""
MOST_ROWS = 20_000
MOST_CELL = 10_000
"""Characters of one cell: ten times the longest text of the register."""
_SHOWN = 60
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]")
_BLANK = re.compile("[^\\S\n]+")


@dataclass(frozen=True)
class Fault:
    """Something wrong with one cell: its column (from 0), a code of messages.yml, its blanks."""

    column: int
    code: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Row:
    """One row; `number` is the one that a spreadsheet shows at its left."""

    number: int
    cells: tuple[str, ...]
    faults: tuple[Fault, ...] = ()

    def cell(self, column: int) -> str:
        """The text of a column, empty where the row is shorter."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True)
class Sheet:
    """The rows that are not blank."""

    name: str
    rows: tuple[Row, ...]


def row_of(number: int, values: tuple[object, ...], faults: tuple[Fault, ...] = ()) -> Row:
    """A row of any values as text; cells that are too large or hold a formula are faults."""
    cells, found = [], list(faults)
    for column, value in enumerate(values):
        text = as_text(value)
        if len(text) > MOST_CELL:
            size = (("size", f"{len(text):,}"), ("most", f"{MOST_CELL:,}"))
            found.append(Fault(column, "row-cell-large", size))
            text = text[:_SHOWN]
        if text.startswith("=") and not any(fault.column == column for fault in found):
            found.append(Fault(column, "row-formula", (("value", text[:_SHOWN]),)))
        cells.append(text)
    return Row(number, tuple(cells), tuple(found))


def as_text(value: object) -> str:
    """What a cell shows: composed letters, single blanks, no invisible signs, days as 2026-11-21.

    Line ends stay: in a cell they part the entries of a list.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return format(Decimal(repr(value)).normalize(), "f")
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", str(value)).replace("\r\n", "\n"))
    lines = (_BLANK.sub(" ", line).strip() for line in text.replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def refuse(path: Path, code: str, **values: str) -> TableError:
    """The error of a file that cannot be read at all."""
    return TableError(Problem(Path(path.name), 1, "file", code, tuple(values.items())))
