"""A list comes in whole, comes in once, and never over what an editor wrote."""

import csv
import io
import json
import time
from pathlib import Path

import pytest
import yaml

from generator.model import LANGUAGES
from generator.tables.columns import Map, read_map
from tests.imports.conftest import APPLE, FIG, HEADINGS, PLUM, ROWS, SOURCE, Importer


def cell(row: tuple, heading: str, value: object) -> tuple:
    place = HEADINGS.index(heading)
    return (*row[:place], value, *row[place + 1 :])


def test_new_services_come_in_as_whole_passports(importer: Importer) -> None:
    path = importer.list(*ROWS)
    before = importer.tree()
    plan = importer.plan(path)
    assert [one.id for one in plan.new] == ["apple-garden", "plum-orchard", "fig-field"]
    assert plan.problems == ()
    assert plan.unread == ("№",)
    assert importer.tree() == before
    importer.write(path)
    assert importer.folder.check().errors == ()
    apple = importer.folder.data("apple-garden")
    assert importer.folder.path("apple-garden").parent.name == "transport"
    assert apple["name"]["ru"] == "Яблоневый сад"
    assert apple["cost"] == {"soum": 75000}
    assert apple["term"] == {"number": 5, "unit": "working_days"}
    assert apple["organizations"] == ["office"]
    assert (apple["source"], apple["as_of"]) == (SOURCE, "2026-11")
    assert "75 000 soʻm" in apple["summary"]["uz"]
    assert importer.folder.data("plum-orchard")["cost"] == {"free": True}
    assert importer.folder.data("fig-field")["cost"] == {"brv": 0.5}
    assert importer.folder.data("fig-field")["term"] == {"unit": "instant"}


def test_a_second_import_changes_nothing(importer: Importer) -> None:
    path = importer.list(*ROWS)
    assert importer.write(path)
    before = importer.tree()
    assert importer.write(path) == 0
    assert importer.tree() == before
    plan = importer.plan(path)
    assert (plan.planned, plan.changed, plan.differing, plan.names) == ((), (), (), ())


def test_a_register_of_716_rows_comes_in_within_ten_seconds(importer: Importer) -> None:
    rows = [
        (n, ("Yoʻl", "Health")[n % 2], f"{n}-olma bogʻi", f"Яблоневый сад {n}", f"Apple garden {n}",
         "Idora", "Bepul", "5 ish kuni", 1000 + n)
        for n in range(100, 816)
    ]  # fmt: skip
    path = importer.list(*rows)
    started = time.process_time()  # other work on the machine is not counted
    assert importer.write(path) == 717
    assert time.process_time() - started < 10
    before = importer.tree()
    assert importer.write(path) == 0
    assert importer.tree() == before


def test_what_an_import_wrote_follows_the_list(importer: Importer) -> None:
    importer.write(importer.list(*ROWS))
    path = importer.list(cell(APPLE, "Toʻlov miqdori", "90 000 soʻm"), PLUM, FIG)
    plan = importer.plan(path)
    assert [(c.id, c.field) for c in plan.changed] == [("apple-garden", "cost")]
    importer.write(path)
    apple = importer.folder.data("apple-garden")
    assert apple["cost"]["soum"] == 90000
    assert "90 000 soʻm" in apple["summary"]["uz"]
    assert importer.folder.check().errors == ()
    before = importer.tree()
    assert importer.write(path) == 0
    assert importer.tree() == before


def test_what_an_editor_wrote_stays_and_is_reported(importer: Importer) -> None:
    importer.write(importer.list(*ROWS))
    importer.folder.put("apple-garden", "cost", {"soum": 80000})
    importer.folder.put("apple-garden", "term", None)
    importer.folder.put("plum-orchard", "name.ru", "Сад слив")
    before = importer.tree()
    plan = importer.plan(importer.list(*ROWS))
    assert {(c.id, c.field) for c in plan.differing} == {
        ("apple-garden", "cost"), ("apple-garden", "term"),
    }  # fmt: skip
    assert [(c.id, c.after["ru"]) for c in plan.names] == [("plum-orchard", "Сливовый сад")]
    assert plan.changed == ()
    assert importer.write(importer.list(*ROWS)) == 0
    assert importer.tree() == before


def test_empty_fields_of_a_passport_are_filled_with_their_source(importer: Importer) -> None:
    importer.folder.put("bus-card", "cost", None)
    row = (1, "Transport", "АВТОБУС КАРТАСИ", "Проездной на автобус", "A bus card",
           "", "75 000 soʻm", "9 kun", "")  # fmt: skip
    importer.folder.put("spheres", "1.name.uz", "Transport")
    plan = importer.plan(importer.list(row))
    assert plan.new == ()
    assert [(c.id, c.field) for c in plan.changed] == [("bus-card", "cost")]
    assert [(c.id, c.field) for c in plan.differing] == [("bus-card", "term")]
    importer.write(importer.list(row))
    cost = importer.folder.data("bus-card")["cost"]
    assert cost == {"soum": 75000, "source": SOURCE, "as_of": "2026-11"}
    assert importer.folder.data("bus-card")["term"] == {"number": 2, "unit": "days"}


def test_a_list_in_one_language_finds_the_services_it_names(importer: Importer) -> None:
    importer.folder.put("bus-card", "cost", None)
    headings = ("Наименование государственной услуги", "Стоимость")
    path = importer.list(("Проездной на автобус", "бесплатно"), headings=headings)
    plan = importer.plan(path)
    assert (plan.problems, plan.new) == ((), ())
    assert [(c.id, c.field) for c in plan.changed] == [("bus-card", "cost")]


def test_gone_is_said_and_nothing_is_deleted(importer: Importer) -> None:
    importer.write(importer.list(*ROWS))
    before = importer.tree()
    plan = importer.plan(importer.list(APPLE, FIG))
    assert (plan.gone[0].id, plan.gone[0].listed) == ("plum-orchard", True)
    assert ("bus-card", False) in {(gone.id, gone.listed) for gone in plan.gone}
    importer.write(importer.list(APPLE, FIG))
    assert set(importer.tree()) == set(before)


def test_a_service_that_editors_removed_stays_removed(importer: Importer) -> None:
    importer.write(importer.list(*ROWS))
    importer.folder.path("fig-field").unlink()
    plan = importer.plan(importer.list(*ROWS))
    assert plan.new == ()
    assert [problem.code for problem in plan.problems] == ["row-removed"]


def test_a_service_that_editors_renamed_is_known_again(importer: Importer) -> None:
    rows = [cell(row, "Portal raqami", "") for row in ROWS]
    importer.write(importer.list(*rows))
    for code, name in zip(LANGUAGES, ("Anjirzor", "Инжирник", "A fig grove"), strict=True):
        importer.folder.put("fig-field", f"name.{code}", name)
    plan = importer.plan(importer.list(*rows))
    assert plan.new == ()
    assert [change.id for change in plan.names] == ["fig-field"]


def test_a_new_summary_of_an_editor_is_kept(importer: Importer) -> None:
    importer.write(importer.list(*ROWS))
    importer.folder.put_words("apple-garden", "summary", "Olma.", "Яблоко.", "Apple.")
    importer.write(importer.list(cell(APPLE, "Toʻlov miqdori", "Bepul"), PLUM, FIG))
    assert importer.folder.data("apple-garden")["summary"]["en"] == "Apple."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_in_any_encoding_and_delimiter(
    importer: Importer, encoding: str, delimiter: str
) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(["Сфера", "Название (узб)", "Название (рус)", "Название (англ)", "Срок"])
    writer.writerow(["Здоровье", "Olma", "Яблоко, груша; слива", "Apple", "5 рабочих дней"])
    path = importer.root / "list.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    (new,) = importer.plan(path).new
    assert new.data["name"]["ru"] == "Яблоко, груша; слива"
    assert new.data["term"] == {"number": "5", "unit": "working_days"}


def test_json_by_fields(importer: Importer) -> None:
    path = importer.root / "list.json"
    name = {"uz": "Olma", "ru": "Яблоко", "en": "Apple"}
    entry = {"id": "apple", "sphere": "transport", "name": name, "cost": {"soum": 5000},
             "documents": [name, name]}  # fmt: skip
    path.write_text(json.dumps({"services": [entry]}, ensure_ascii=False), "utf-8")
    (new,) = importer.plan(path).new
    assert (new.id, new.sphere, new.data["cost"]) == ("apple", "transport", {"soum": "5000"})
    assert new.data["documents"] == [name, name]


def test_uzbek_in_cyrillic_is_written_in_latin(importer: Importer) -> None:
    importer.write(importer.list(cell(APPLE, "Xizmat nomi", "Ўрик боғи")))
    assert importer.folder.data("apple-garden")["name"]["uz"] == "Oʻrik bogʻi"


def test_headings_in_two_rows(importer: Importer) -> None:
    upper = ("№", "Soha", "Xizmat nomi", "", "", "Muddati")
    lower = ("", "", "oʻzbek tilida", "rus tilida", "ingliz tilida", "")
    rows = (lower, (1, "Yoʻl", "Olma", "Яблоко", "Apple", "3 kun"))
    (new,) = importer.plan(importer.list(*rows, headings=upper)).new
    assert new.data["name"]["en"] == "Apple"
    assert new.data["term"] == {"number": "3", "unit": "days"}


def test_an_officers_own_headings_and_words(importer: Importer, tmp_path: Path) -> None:
    columns = tmp_path / "columns.yml"
    columns.write_text(
        yaml.safe_dump({
            "columns": {"name.uz": "A", "name.ru": ["B"], "name.en": "C", "sphere": "D"},
            "values": {"sphere": {"Bogʻdorchilik": "transport"}},
        }),
        "utf-8",
    )  # fmt: skip
    path = importer.list(
        ("Olma", "Яблоко", "Apple", "Bogʻdorchilik"), headings=("A", "B", "C", "D")
    )
    (new,) = importer.plan(path, read_map(columns)).new
    assert new.sphere == "transport"


def test_a_list_needs_no_column_but_names(importer: Importer) -> None:
    path = importer.list(("Avtobus kartasi",), headings=("Xizmat nomi",))
    assert importer.plan(path, Map()).problems == ()
