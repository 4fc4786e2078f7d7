"""What stands in the environment is understood, or said to be wrong in one line."""

import pytest

from generator.cli import main
from generator.settings import read_settings


def test_an_empty_number_is_the_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", " ")
    monkeypatch.setenv("SEARCH_RATE", "0")
    settings = read_settings()
    assert (settings.port, settings.search_rate) == (8000, 0)


@pytest.mark.parametrize("name", ["PORT", "SEARCH_RATE"])
def test_a_word_where_a_number_belongs_is_said(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, "abc")
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    assert f"{name} must be a number" in said
    assert "Traceback" not in said


def test_to_confirm_wants_an_entry_and_a_field(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translations", "confirm"]) == 2
    assert "--field" in capsys.readouterr().err
