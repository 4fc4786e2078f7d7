"""A comparison as an XLSX file: a sheet a section, a sheet of counts by sphere."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.comparing.show import KINDS, Named
from generator.messages import word

_WIDE, _NARROW = 60, 10
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_MOST_TITLE = 31
"""Letters of a sheet's name that programs allow."""


def write(path: Path, named: Named, language: str) -> None:
    """Write the workbook. Raises OSError."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for kind in KINDS:
        pairs, single = named.pairs(kind), named.single(kind)
        rows: list[Sequence[str | int]] = [
            (p.ours.row, p.ours.shown, p.theirs.row, p.theirs.shown, named.sphere(p.ours.sphere))
            for p in pairs
        ]
        rows += [(one.row, one.shown, named.sphere(one.sphere)) for one in single]
        _sheet(
            book, word(f"compare_sheet_{kind}", language), _headings(kind, named, language), rows
        )
    headings = [word(f"compare_{name}", language) for name in ("sphere", "both", "two_names")]
    _sheet(
        book,
        word("compare_sheet_spheres", language),
        (headings[0], named.first, named.second, *headings[1:]),
        ((named.sphere(s), *c) for s, c in named.comparison.per_sphere().items()),
    )
    book.save(path)


def _headings(kind: str, named: Named, language: str) -> tuple[str, ...]:
    row, sphere = word("compare_row", language), word("compare_sphere", language)
    if kind == "only_first":
        return row, named.first, sphere
    if kind == "only_second":
        return row, named.second, sphere
    return row, named.first, row, named.second, sphere


def _sheet(
    book: Workbook, title: str, headings: Sequence[str], rows: Iterable[Sequence[str | int]]
) -> None:
    sheet: Worksheet = book.create_sheet(title[:_MOST_TITLE])
    sheet.freeze_panes = "A2"
    for number, row in enumerate([headings, *rows], 1):
        sheet.append(list(row))
        for cell in sheet[number]:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # never a formula, whatever a list wrote into a name
            cell.font, cell.alignment = Font(bold=number == 1), _WRAPPED
    for column in sheet.columns:
        longest = max(len(str(cell.value or "")) for cell in column)
        letter = get_column_letter(column[0].column or 1)
        sheet.column_dimensions[letter].width = min(_WIDE, max(_NARROW, longest + 2))
