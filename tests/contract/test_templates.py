"""Templates use only what the views promise, and the house rules of markup."""

import re

import pytest

from generator.model import Unit
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


def test_no_word_is_left_over() -> None:
    """A word is named whole, or its beginning is: `t(f"kind_{...}")`, `words(f"{key}_lead")`."""
    code = [*TEMPLATES, *(ROOT / "generator").rglob("*.py")]
    text = "\n".join(path.read_text("utf-8") for path in code)
    begins = tuple(re.findall(r'f"([a-z_]+_)\{', text))
    ends = tuple(re.findall(r'\}(_[a-z]+)"', text))
    left = [
        key
        for key in read_words(OVERRIDES / "words.yml")
        if f'"{key}"' not in text
        and f"'{key}'" not in text
        and not key.startswith(begins)
        and not key.endswith(ends)
        and key not in {*Unit, "individuals", "legal-entities", "both"}
        and key not in {"none", "semi-automatic", "automatic"}
    ]
    assert left == []


def test_every_component_says_what_it_is_for() -> None:
    for path in (OVERRIDES / "components").glob("*.html"):
        assert path.read_text("utf-8").startswith("{#"), path
