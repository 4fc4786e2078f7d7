"""An XLSX file → sheets. It is read as a stream, so that a large one costs time and not memory."""

import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from generator.tables.table import MOST_ROWS, Fault, Row, Sheet, row_of

MOST_UNPACKED = 200_000_000
"""Bytes of the file when unpacked: a small one may hold a very large table."""
_MOST_COLUMNS = 200
_MOST_BLANK = 1_000
"""Blank rows in a row after which a sheet has ended: some programs format a million of them."""
_MOST_MERGES = 20_000
_OLD = b"\xd0\xcf\x11\xe0"
"""How an old .xls begins, and an .xlsx under a password."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3}\d+:[A-Z]{1,3}\d+)"')

Merges = dict[int, list[tuple[str, range]]]
"""Row → the merged ranges that touch it, each with its columns from 0."""


def sheets(content: bytes) -> Iterator[Sheet]:
    """Every sheet that people see.

    Raises ValueError for what is cut off, locked, not a workbook, or too large. The reader below
    raises whatever its parsers do where a file is broken, so all of that becomes ValueError.
    """
    if content.startswith(_OLD):
        raise ValueError("an old .xls, or locked with a password: save it as .xlsx without one")
    _check_size(content)
    try:
        yield from _sheets(content)
    except _TooLargeError:
        raise
    except Exception as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


class _TooLargeError(ValueError):
    """Within its limits the file cannot be read."""


def _check_size(content: bytes) -> None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except BadZipFile as error:
        raise ValueError(f"the file is cut off or no workbook ({error})") from error
    if unpacked > MOST_UNPACKED:
        raise _TooLargeError(f"unpacked it has {unpacked:,} bytes, {MOST_UNPACKED:,} are read")


def _sheets(content: bytes) -> Iterator[Sheet]:
    reader = ExcelReader(BytesIO(content), read_only=True, keep_links=False)
    reader.read()
    with closing(reader.wb) as workbook:
        parts = {sheet.name: relation.target for sheet, relation in reader.parser.find_sheets()}
        for sheet in workbook.worksheets:
            if sheet.sheet_state == "visible":
                merges = _merges(reader.archive.read(parts[sheet.title]))
                sheet.reset_dimensions()  # what a file says of its own size may be wrong
                yield Sheet(sheet.title, tuple(_rows(sheet, merges)))


def _merges(part: bytes) -> Merges:
    merges: Merges = {}
    for reference in _MERGED.findall(part)[:_MOST_MERGES]:
        name = reference.decode()
        left, top, right, bottom = (edge or 1 for edge in range_boundaries(name))
        for row in range(top, min(bottom, top + MOST_ROWS) + 1):
            merges.setdefault(row, []).append((name, range(left - 1, right)))
    return merges


def _rows(sheet: Worksheet, merges: Merges) -> Iterator[Row]:
    blank = count = 0
    cells = sheet.iter_rows(max_col=_MOST_COLUMNS)
    for number, row in enumerate(cells, 1):
        if all(cell.value is None for cell in row) and number not in merges:
            blank += 1
            if blank > _MOST_BLANK:
                return
            continue
        blank, count = 0, count + 1
        if count > MOST_ROWS:
            raise _TooLargeError(f"sheet '{sheet.title}' has more than {MOST_ROWS:,} rows")
        yield _row(number, row, merges.get(number, ()))


def _row(number: int, row: tuple[object, ...], merged: Iterable[tuple[str, range]]) -> Row:
    faults = []
    for column, cell in enumerate(row):
        kind = getattr(cell, "data_type", "n")
        value = getattr(cell, "value", None)
        if kind == "f":
            faults.append(Fault(column, "row-formula", (("value", _formula(value)),)))
        elif kind == "e":
            faults.append(Fault(column, "row-cell-broken", (("value", str(value)),)))
    for name, columns in merged:
        known = (("value", name), ("column", get_column_letter(columns.start + 1)))
        faults.extend(Fault(column, "row-merged", known) for column in columns)
    return row_of(number, tuple(getattr(cell, "value", None) for cell in row), tuple(faults))


def _formula(value: object) -> str:
    return str(getattr(value, "text", value))[:60]
