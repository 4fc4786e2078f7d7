"""Each kind of finding in a list: what an office does wrong, and what looks alike and is right."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.imports.conftest import APPLE, FIG, HEADINGS, PLUM, ROWS, Importer, workbook

Make = Callable[[Importer], Path]
DETAILS = (*HEADINGS, "ERI", "Описание (uz)", "Описание (ru)", "Описание (en)",
           "Hujjatlar (uz)", "Hujjatlar (ru)", "Hujjatlar (en)", "id")  # fmt: skip
FIRST = 4
"""The row in which APPLE stands, below a title, a blank row and the headings."""


def cell(heading: str, value: Any, row: int = FIRST) -> Make:
    """The list with one cell changed."""

    def make(importer: Importer) -> Path:
        path = workbook(importer.root / "list.xlsx", ROWS, DETAILS)
        book = load_workbook(path)
        book.active.cell(row, DETAILS.index(heading) + 1).value = value
        book.save(path)
        return path

    return make


def merged(reference: str) -> Make:
    def make(importer: Importer) -> Path:
        path = importer.list(*ROWS)
        book = load_workbook(path)
        book.active.merge_cells(reference)
        book.save(path)
        return path

    return make


def file(name: str, content: bytes | None) -> Make:
    def make(importer: Importer) -> Path:
        path = importer.root / name
        if content is not None:
            path.write_bytes(content)
        return path

    return make


def truncated(part: float) -> Make:
    def make(importer: Importer) -> Path:
        path = importer.list(*ROWS)
        path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])
        return path

    return make


def bomb(size: int) -> Make:
    """A workbook with a part of so many bytes when unpacked."""

    def make(importer: Importer) -> Path:
        path = importer.list(*ROWS)
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/media/picture.bin", b"\0" * size)
        return path

    return make


def lists(*rows: tuple[Any, ...]) -> Make:
    return lambda importer: importer.list(*rows)


def twice(first: Make, change: Callable[[Importer], object], then: Make) -> Make:
    """A list is brought in, the register is edited, a list comes again."""

    def make(importer: Importer) -> Path:
        importer.write(first(importer))
        change(importer)
        return then(importer)

    return make


def removed(identifier: str) -> Callable[[Importer], object]:
    return lambda importer: importer.folder.path(identifier).unlink()


def described(*texts: str) -> Make:
    row = (*APPLE, "ha", *texts)
    return lambda importer: workbook(importer.root / "list.xlsx", [row], DETAILS)


def numbered(identifier: str) -> Make:
    """The list has the name of the bus card and the number of another service, or its own."""

    def make(importer: Importer) -> Path:
        importer.folder.put(identifier, "portal_id", 9)
        return importer.list(BUS)

    return make


BUS = (9, "Yoʻl", "Avtobus kartasi", "Проездной на автобус", "A bus card", "", "", "", 9)
GOOD = b"Nomi,B\nAvtobus kartasi,b\n"
COLUMNS = b"A,B\nOlma,Yol\n"
CASES: dict[str, tuple[Make, Make]] = {
    "table-missing": (file("list.csv", None), lists(*ROWS)),
    "table-kind": (file("list.xls", b"\xd0\xcf\x11\xe0"), file("l.CSV", GOOD)),
    "table-large": (file("list.csv", b"x" * 50_000_001), file("list.csv", GOOD)),
    "table-broken": (truncated(0.6), bomb(1_000_000)),
    "table-empty": (file("list.csv", b" \n\n"), file("list.csv", GOOD)),
    "table-headings": (file("list.csv", COLUMNS), file("list.csv", GOOD)),
    "row-name-missing": (cell("Service name", None), cell("Vazirlik", None)),
    "row-doubled": (
        lists(APPLE, (*PLUM[:2], "OLMA BOGʻI", *PLUM[3:]), FIG),
        lists(APPLE, (*PLUM[:2], "Olma uyi", *PLUM[3:]), FIG),
    ),
    "row-formula": (cell("Muddati", "=5+5"), cell("№", "=ROW()-3")),
    "row-cell-broken": (cell("Muddati", "#REF!"), cell("№", "#REF!")),
    "row-merged": (merged("C4:D4"), merged("A4:A5")),
    "row-cell-large": (cell("Muddati", "x" * 1_000_000), cell("№", "x" * 1_000_000)),
    "row-sphere-unknown": (cell("Soha", "Bogʻdorchilik"), cell("Soha", "  YO'L sohasi ")),
    "row-sphere-missing": (cell("Soha", None), lists((*BUS[:1], "", *BUS[2:]))),
    "row-two-services": (numbered("dog-licence"), numbered("bus-card")),
    "row-removed": (
        twice(lists(*ROWS), removed("fig-field"), lists(*ROWS)),
        twice(lists(*ROWS), removed("fig-field"), lists(APPLE, PLUM)),
    ),
    "row-near": (cell("Xizmat nomi", "Avtobus kartas"), cell("Xizmat nomi", "Tramvay kartasi")),
    "row-value-unclear": (cell("Muddati", "tez orada"), cell("Muddati", "3 kungacha")),
    "row-entry-unknown": (cell("Vazirlik", "Bogʻ vazirligi"), cell("Vazirlik", "«КОНТОРА»")),
    "row-text-partial": (described("Olma."), described("Olma.", "Яблоко.", "Apple.")),
    "row-list-uneven": (
        described("", "", "", "Pasport", "Паспорт\nФото", "Passport"),
        described("", "", "", "Pasport\nSurat", "1. Паспорт\n2. Фото", "Passport\nPhoto"),
    ),
}  # fmt: skip
