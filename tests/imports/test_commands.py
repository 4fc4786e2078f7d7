"""What an officer sees on the command line, in each language, and the exit codes."""

import json
from pathlib import Path

import pytest

from generator import cli
from tests.imports.conftest import APPLE, PLUM, ROWS, Importer


@pytest.fixture
def command(importer: Importer, monkeypatch: pytest.MonkeyPatch) -> Importer:
    monkeypatch.setattr(cli, "read_settings", lambda: importer.settings)
    return importer


def test_the_plan_then_the_import(command: Importer, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(command.list(*ROWS))
    assert cli.main(["import", path, "--lang", "uz"]) == 0
    text = capsys.readouterr().out
    assert "Yangi xizmatlar: 3" in text
    assert "plum-orchard (5): Olxoʻri bogʻi" in text
    assert text.rstrip().endswith("Yozish uchun --write qoʻshing.")
    assert cli.main(["import", path, "--lang", "ru", "--write"]) == 0
    assert "Записано файлов: 4" in capsys.readouterr().out
    assert cli.main(["import", path, "--write"]) == 0
    assert capsys.readouterr().out.rstrip().endswith("Nothing has changed.")


def test_the_plan_for_programs(command: Importer, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(command.list(APPLE, (*PLUM[:4], "", *PLUM[5:])))
    assert cli.main(["import", path, "--format", "json", "--write"]) == 1
    plan = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in plan["new"]] == ["apple-garden"]
    assert [(p["code"], p["row"], p["severity"]) for p in plan["problems"]] == [
        ("row-name-missing", 5, "error")
    ]
    assert (plan["stopped"], plan["files"]) == (True, 0)


@pytest.mark.parametrize(
    ("language", "said"),
    [("uz", "list.xlsx fayli yoʻq"), ("ru", "list.xlsx нет"), ("en", "no file")],
)
def test_a_file_that_is_not_there(
    command: Importer, capsys: pytest.CaptureFixture[str], language: str, said: str
) -> None:
    path = str(command.root / "list.xlsx")
    assert cli.main(["import", path, "--lang", language]) == 1
    assert said in capsys.readouterr().out
    assert cli.main(["compare", path, path, "--lang", language]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("command")
def test_two_lists_side_by_side(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    first = tmp_path / "first.csv"
    first.write_text("Nomi\nAvtobus kartasi\nSuv hisoblagichi\n", "utf-8")
    second = tmp_path / "second.csv"
    second.write_bytes("Название\nПроездной на автобус\nЧитательский билет\n".encode("cp1251"))
    out = tmp_path / "out.xlsx"
    flags = ["--lang", "en", "--out", str(out)]
    assert cli.main(["compare", str(first), str(second), *flags]) == 0
    text = capsys.readouterr().out
    assert "One service in two languages (first.csv / second.csv): 1" in text
    assert "Only in second.csv: 1" in text
    assert out.stat().st_size > 0
