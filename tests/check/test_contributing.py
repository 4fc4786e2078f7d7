"""The table of CONTRIBUTING says what the model says, in each language."""

import re

import pytest

from generator.model import Passport
from generator.settings import ROOT

ROW = re.compile(r"^\| `(\w+)` \| (✓?) ?\| (.+) \|$", re.MULTILINE)


@pytest.mark.parametrize("name", ["CONTRIBUTING", "CONTRIBUTING.uz", "CONTRIBUTING.ru"])
def test_every_field_is_explained_in_its_order(name: str) -> None:
    rows = ROW.findall((ROOT / f"{name}.md").read_text("utf-8"))
    fields = Passport.model_fields
    assert [row[0] for row in rows] == list(fields)
    assert [bool(row[1]) for row in rows] == [field.is_required() for field in fields.values()]


def test_the_english_table_is_the_help_of_the_model() -> None:
    rows = ROW.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    assert {row[0]: row[2] for row in rows} == {
        name: field.description for name, field in Passport.model_fields.items()
    }
