"""Each kind of finding in a list is said once, by row, in three languages; the rest goes in."""

import re

import pytest

from generator.errors import Problem, TableError
from generator.imports.plan import Plan
from generator.imports.show import Outcome, as_text
from generator.model import LANGUAGES
from generator.tables.columns import read_map
from tests.imports.cases import CASES, FIRST, Make
from tests.imports.conftest import APPLE, FIG, HEADINGS, PLUM, Importer


def problems(importer: Importer, make: Make) -> tuple[Problem, ...]:
    path = make(importer)
    try:
        return importer.plan(path).problems
    except TableError as error:
        return (error.problem,)


@pytest.mark.parametrize("code", sorted(CASES))
def test_a_fault_is_said_in_three_languages(importer: Importer, code: str) -> None:
    wrong, _ = CASES[code]
    found = problems(importer, wrong)
    assert {problem.code for problem in found} == {code}, found
    assert len(found) == (2 if code == "row-doubled" else 1)
    said = [found[0].said(language) for language in LANGUAGES]
    for part in ("message", "why", "remedy"):
        assert len({getattr(one, part) for one in said}) == len(LANGUAGES)
        assert not any("{" in getattr(one, part) for one in said)
    assert re.search("[а-я]", said[1].remedy)
    assert not re.search("[а-я]", said[0].why + said[2].why)


@pytest.mark.parametrize("code", sorted(CASES))
def test_what_is_right_is_not_found(importer: Importer, code: str) -> None:
    _, right = CASES[code]
    assert problems(importer, right) == ()


@pytest.mark.parametrize(
    "code",
    ["row-name-missing", "row-formula", "row-merged", "row-cell-large", "row-cell-broken",
     "row-sphere-unknown", "row-sphere-missing"],
)  # fmt: skip
def test_a_bad_row_stays_out_and_the_rest_goes_in_when_told_so(
    importer: Importer, code: str
) -> None:
    path = CASES[code][0](importer)
    (problem,) = importer.plan(path).problems
    assert (problem.line, problem.severity) == (FIRST, "error")
    before = importer.tree()
    assert importer.write(path) == 0
    assert importer.tree() == before
    assert importer.write(path, skip_bad=True)
    new = {name.rsplit("/", 1)[-1] for name in importer.tree().keys() - before.keys()}
    assert new == {"imported.yml", "translations.yml", "plum-orchard.yml", "fig-field.yml"}
    assert importer.folder.check().errors == ()


def test_both_rows_of_one_service_stay_out(importer: Importer) -> None:
    path = importer.list(APPLE, PLUM, (*FIG[:-1], APPLE[-1]))
    plan = importer.plan(path)
    assert [(p.code, p.line) for p in plan.problems] == [("row-doubled", 4), ("row-doubled", 6)]
    assert [one.id for one in plan.new] == ["plum-orchard"]


def test_a_new_id_does_not_take_the_name_of_another(importer: Importer) -> None:
    headings = (*HEADINGS, "id")
    row = (*APPLE[:3], "Проездной на автобус", *APPLE[4:], "apple")
    plan = importer.plan(importer.list(row, headings=headings))
    assert [(p.code, dict(p.values)["other"]) for p in plan.problems] == [
        ("row-two-services", "bus-card")
    ]
    assert plan.planned == ()


def test_a_row_that_the_checks_refuse_stays_out(importer: Importer) -> None:
    name = "Karim Aliyev +998 90 123-45-67"
    plan = importer.plan(importer.list((*APPLE[:4], name, *APPLE[5:]), PLUM))
    assert {(p.line, p.severity) for p in plan.errors} == {(FIRST, "error")}
    assert "personal-phone" in {p.code for p in plan.errors}
    assert [one.id for one in plan.new] == ["plum-orchard"]


def test_many_bad_rows_are_one_paragraph(importer: Importer) -> None:
    rows = [(*row[:1], "Bogʻ", *row[2:]) for row in (APPLE, PLUM, FIG)]
    plan = importer.plan(importer.list(*rows))
    text = as_text(plan, Outcome(asked=True, stopped=True, files=0), "uz")
    assert text.count("[row-sphere-unknown]") == 1
    assert "4, 5, 6-qator, Soha" in text
    assert text.endswith("--skip-bad bilan qoldirib keting.")


def test_a_wrong_columns_file_is_named(importer: Importer) -> None:
    path = importer.root / "columns.yml"
    for text in ("columns: {price: Narxi}", "heads: {}", "columns: [", "columns: 5"):
        path.write_text(text, "utf-8")
        with pytest.raises(TableError) as raised:
            read_map(path)
        assert raised.value.problem.code == "columns-form"
        assert len({raised.value.problem.said(code).message for code in LANGUAGES}) == 3
    path.write_text("columns: {cost: Narxi}", "utf-8")
    assert read_map(path).columns == {"cost": ("Narxi",)}


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
def test_a_workbook_cut_anywhere_is_refused(importer: Importer, part: float) -> None:
    path = importer.list(APPLE)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])
    with pytest.raises(TableError) as raised:
        importer.plan(path)
    assert raised.value.problem.code == "table-broken"


def test_the_plan_of_nothing(importer: Importer) -> None:
    problem = Problem(importer.root, 1, "file", "table-empty")
    text = as_text(Plan("x", 0, problems=(problem,)), Outcome(False, True, 0), "ru")
    assert "в файле нет ни одной строки" in text
