"""Each kind of finding is found where it is, not where it is not, and said in three languages."""

import json
import re

import pytest

from generator.messages import codes
from generator.model import LANGUAGES
from generator.report import as_github, as_json, as_text, totals
from tests.check.cases import CASES
from tests.check.conftest import Folder
from tests.imports.cases import CASES as IN_LISTS

ELSEWHERE = {"translation-outdated", "columns-form", *IN_LISTS}
"""Tested with the translations, and with lists of services."""


def test_a_correct_folder_gives_nothing(folder: Folder) -> None:
    assert folder.check().problems == ()


def test_every_kind_has_its_case() -> None:
    assert set(CASES) | ELSEWHERE == set(codes())


@pytest.mark.parametrize("code", sorted(CASES))
def test_a_fault_gives_one_finding_in_three_languages(folder: Folder, code: str) -> None:
    wrong, _ = CASES[code]
    wrong(folder)
    problems = folder.check().problems
    assert [problem.code for problem in problems] == [code], problems
    said = [problems[0].said(language) for language in LANGUAGES]
    for part in ("message", "why", "remedy"):
        assert len({getattr(one, part) for one in said}) == len(LANGUAGES)
        assert not any("{" in getattr(one, part) for one in said)
    assert re.search("[а-я]", said[1].message)
    assert not re.search("[а-я]", said[0].why + said[2].why)


@pytest.mark.parametrize("code", sorted(CASES))
def test_what_is_right_gives_nothing(folder: Folder, code: str) -> None:
    _, right = CASES[code]
    right(folder)
    assert folder.check().problems == ()


def test_a_site_known_to_lack_encryption_is_no_finding(folder: Folder) -> None:
    folder.write("offices.yml", {"unencrypted": ["old.uz"]})
    folder.put("bus-card", "source", "http://old.uz/page")
    assert folder.check().problems == ()
    folder.put("bus-card", "source", "http://old.uz.example/page")
    assert [problem.code for problem in folder.check().problems] == ["link-http"]


def test_services_with_passports_of_their_own_are_not_hidden(folder: Folder) -> None:
    CASES["services-hidden"][0](folder)
    folder.put("dog-licence", "portal_id", 13)
    assert folder.check().problems == ()


def test_formats_say_the_same(folder: Folder) -> None:
    CASES["letters-mixed"][0](folder)
    checked = folder.check()
    path = str(folder.path("bus-card").relative_to(folder.root))
    line = 1 + folder.path("bus-card").read_text("utf-8").splitlines().index("  uz: Хizmat")
    text = as_text(checked.problems, "ru")
    assert text.startswith(f"{path}:{line}: result.uz: ошибка [letters-mixed]: в слове «Хizmat»")
    note = as_github(checked.problems, "en")
    assert note.startswith(f"::error file={path},line={line},title=letters-mixed::result.uz: ")
    assert "\n" not in note
    (entry,) = json.loads(as_json(checked.problems, "uz"))
    assert (entry["code"], entry["severity"]) == ("letters-mixed", "error")
    assert (entry["file"], entry["line"], entry["field"]) == (path, line, "result.uz")
    assert "aralash" in entry["message"]
    assert totals(checked, "uz") == "6 ta pasport: 1 ta xato, 0 ta ogohlantirish."


def test_warnings_do_not_stop(folder: Folder) -> None:
    CASES["items-missing"][0](folder)
    assert folder.check().errors == ()
    assert folder.check().problems


def test_errors_stand_beside_the_totals(folder: Folder) -> None:
    CASES["letters-mixed"][0](folder)
    for name in ("bus-card", "water-meter"):
        folder.put(name, "reapply", None)
    lines = as_text(folder.check().problems, "en").splitlines()
    kinds = [line.partition("[")[2].partition("]")[0] for line in lines if "[" in line]
    assert kinds[-1] == "letters-mixed"
    assert set(kinds[:-1]) == {"items-missing"}
