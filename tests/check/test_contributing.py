"""CONTRIBUTING says what the model and the form say, with commands that exist."""

import re

import pytest

from generator.cli import main
from generator.editors import schema
from generator.model import LANGUAGES, Passport
from generator.settings import ROOT

GUIDES = {"en": "CONTRIBUTING.md", "uz": "CONTRIBUTING.uz.md", "ru": "CONTRIBUTING.ru.md"}
ROW = re.compile(r"^\| `(\w+)` \| (✓?) ?\| (.+) \|$", re.MULTILINE)
BLOCK = re.compile(r"^```sh\n(.+?)^```", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"“([^”]+)”|«([^»]+)»")


def guide(language: str) -> str:
    return (ROOT / GUIDES[language]).read_text("utf-8")


def commands(language: str) -> list[str]:
    return [line for block in BLOCK.findall(guide(language)) for line in block.splitlines()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_explained_as_in_the_form(language: str) -> None:
    rows = ROW.findall(guide(language))
    fields = Passport.model_fields
    assert [row[0] for row in rows] == list(fields)
    assert [bool(row[1]) for row in rows] == [field.is_required() for field in fields.values()]
    assert {row[0]: row[2] for row in rows} == {
        name: schema.said("Passport", name, language).help for name in fields
    }


def test_the_three_guides_give_the_same_commands() -> None:
    plain = {code: [re.sub(r"--lang \w+", "", line) for line in commands(code)] for code in GUIDES}
    assert plain["uz"] == plain["ru"] == plain["en"]


def test_its_commands_exist(capsys: pytest.CaptureFixture[str]) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    own = [line for line in commands("en") if not line.startswith(("git ", "cd "))]
    assert len(own) > 5
    for line in own:
        program, command, *_ = line.split()
        if program == "make":
            assert re.search(rf"^{command}:", makefile, re.MULTILINE), line
            continue
        assert program == ".venv/bin/xizmat", line
        assert main([command, "--help"]) == 0, line
        usage = capsys.readouterr().out
        assert all(option in usage for option in re.findall(r"--[a-z]+", line)), line


def test_the_example_is_in_the_content() -> None:
    path = re.search(r"`(content/services/\S+\.yml)`", guide("en"))
    assert path
    text = (ROOT / path[1]).read_text("utf-8")
    assert "\ncost:\n  free: true\n" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_names_fields_as_the_form_does(language: str) -> None:
    steps = guide(language).partition("make edit")[2].partition("git switch")[0]
    named = {first or second for first, second in NAMED.findall(steps)}
    fields = ("cost", "free", "soum", "text", "summary", "source", "as_of")
    assert {schema.said(_owner(name), name, language).label for name in fields} <= named


def _owner(field: str) -> str:
    return "Cost" if field in ("free", "soum", "text", "source", "as_of") else "Passport"
