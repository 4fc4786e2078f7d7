"""Templates use only what the views promise, and the house rules of markup."""

import re

import pytest

from generator.settings import ROOT
from generator.words import read_words

OVERRIDES = ROOT / "overrides"
TEMPLATES = sorted(OVERRIDES.rglob("*.html"))
WORD = re.compile(r"""(?:\bt|words)\((?:"([a-z_-]+)"|'([a-z_-]+)')""")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_inline_style_and_no_third_party(path: object) -> None:
    text = path.read_text("utf-8")  # type: ignore[attr-defined]
    assert " style=" not in text
    assert not re.search(r"""(?:src|href)="https?://""", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_words_that_templates_say_exist(path: object) -> None:
    text = path.read_text("utf-8")  # type: ignore[attr-defined]
    words = read_words(OVERRIDES / "words.yml")
    said = {first or second for first, second in WORD.findall(text)}
    assert said <= set(words)


def test_every_component_says_what_it_is_for() -> None:
    for path in (OVERRIDES / "components").glob("*.html"):
        assert path.read_text("utf-8").startswith("{#"), path
