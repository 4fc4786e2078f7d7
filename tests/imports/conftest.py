"""A small register, and lists of services as ministries send them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from generator.editing import lists
from generator.imports.plan import Plan
from generator.settings import Settings, read_settings
from generator.tables.columns import Map
from tests.check.conftest import Folder

HEADINGS = ("№", "Soha", "Xizmat nomi", "Наименование услуги", "Service name", "Vazirlik",
            "Toʻlov miqdori", "Muddati", "Portal raqami")  # fmt: skip
APPLE = (1, "Yoʻl", "Olma bogʻi", "Яблоневый сад", "An apple garden", "Idora",
         "75 000 soʻm", "5 ish kuni", 101)  # fmt: skip
PLUM = (2, "Здоровье", "Olxoʻri bogʻi", "Сливовый сад", "A plum orchard", "Контора",
        "Bepul", "до 10 дней", 102)  # fmt: skip
FIG = (3, "Health", "Anjir dalasi", "Инжирное поле", "Fig field", "The office",
       "0,5 BHM", "darhol", 103)  # fmt: skip
ROWS = (APPLE, PLUM, FIG)
DAY = date(2026, 11, 21)
SOURCE = "https://data.egov.uz/list"


def workbook(path: Path, rows: Sequence[Sequence[Any]], headings: Sequence[str] = HEADINGS) -> Path:
    """An XLSX file: a title in merged cells, a blank row, headings, then the rows."""
    book = Workbook()
    sheet = book.active
    sheet.append(["Davlat xizmatlari reyestri"])
    sheet.merge_cells("A1:D1")
    sheet.append([])
    for row in (headings, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


class Importer:
    """Brings lists into the small register."""

    def __init__(self, folder: Folder, root: Path) -> None:
        self.folder, self.root = folder, root
        self.settings: Settings = replace(
            read_settings(), content=folder.root, work=root / "work", root=root
        )
        self.origin = lists.origin(SOURCE, "2026-11", DAY)

    def list(self, *rows: Sequence[Any], headings: Sequence[str] = HEADINGS) -> Path:
        return workbook(self.root / "list.xlsx", rows, headings)

    def plan(self, path: Path, given: Map | None = None) -> Plan:
        return self._run(path, given, write=False)[0]

    def write(self, path: Path, given: Map | None = None, *, skip_bad: bool = False) -> int:
        return self._run(path, given, write=True, skip_bad=skip_bad)[1]

    def tree(self) -> dict[str, bytes]:
        files = (path for path in self.folder.root.rglob("*") if path.is_file())
        return {str(path.relative_to(self.folder.root)): path.read_bytes() for path in files}

    def _run(
        self, path: Path, given: Map | None, *, write: bool, skip_bad: bool = False
    ) -> tuple[Plan, int]:
        return lists.import_list(
            self.settings, path, given or Map(), self.origin, write=write, skip_bad=skip_bad
        )


@pytest.fixture
def importer(tmp_path: Path) -> Importer:
    return Importer(Folder(tmp_path / "content"), tmp_path)
