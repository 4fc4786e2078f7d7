"""Of 100 planted relations nearly all are found, and none is invented."""

import json
from collections import Counter
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.comparing.compare import Knowledge, compare
from generator.comparing.show import Named, as_json, as_text
from generator.comparing.workbook import write
from generator.model import LANGUAGES
from tests.comparing.conftest import compared, found, listed, planted

FIRST, SECOND = "first.txt", "second.txt"
"""`second` was written after the scores were settled, and never used to set them."""


@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_planted_relations_are_found_and_none_is_invented(known: Knowledge, name: str) -> None:
    relations = planted(name)
    assert Counter(one.kind for one in relations) == dict.fromkeys(
        ("same", "renamed", "translated", "missing"), 25
    )
    right, invented = found(relations, compared(relations, known))
    assert len(right) >= 95, set(relations) - set(right)
    assert invented == []


def test_numbers_tell_services_apart(known: Knowledge) -> None:
    ours = ["Subsidiya: 20 kVtgacha boʻlgan stansiya", "Ot minish klubi aʼzoligi"]
    theirs = ["Subsidiya: 50 kVtgacha boʻlgan stansiya", "Ot minish klubiga aʼzolik"]
    (pair,) = compare(listed(ours), listed(theirs), known).pairs
    assert pair.kind == "renamed"
    assert pair.ours.shown == ours[0] or "Ot" in pair.ours.shown


def test_output_for_people_and_programs(known: Knowledge, tmp_path: Path) -> None:
    result = compare(
        listed(["Viza muddatini uzaytirish", "Elektr tarmoqlariga ulanish", "=cmd|'/c calc'!A1"]),
        listed(["Продление визы", "Elektr tarmogʻiga ulanish", "Bank filialini ochish"]),
        known,
    )
    named = Named(result, "a.xlsx", "b.csv", {"licensing": "Litsenziyalar"})
    texts = {code: as_text(named, code) for code in LANGUAGES}
    assert "Bitta xizmat, ikki tilda (a.xlsx / b.csv): 1" in texts["uz"]
    assert "Только в b.csv: 1" in texts["ru"]
    assert "One service under two names (a.xlsx / b.csv): 1" in texts["en"]
    data = json.loads(as_json(named, "en"))
    assert data["translated"][0]["second"]["name"] == "Продление визы"
    assert sum(counts["both"] for counts in data["spheres"].values()) == 2
    write(tmp_path / "out.xlsx", named, "uz")
    book = load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames[0] == "Nomi har xil"
    rows = list(book["Faqat birinchisida"].iter_rows())
    assert rows[1][1].data_type == "s"
    assert [cell.value for cell in rows[0]] == ["Qator", "a.xlsx", "Soha"]
