"""Templates use only what the views promise, and the house rules of markup."""

import re

import pytest
import yaml

from generator.model import Unit
from generator.settings import ROOT
from generator.words import read_words

OVERRIDES = ROOT / "overrides"
TEMPLATES = sorted(OVERRIDES.rglob("*.html"))
MOST_OF_A_DRAWING = 1500
"""Bytes; it stands in the page of its lesson."""
WORD = re.compile(r"""(?:\bt|words)\((?:"([a-z_-]+)"|'([a-z_-]+)')""")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_inline_style_and_no_third_party(path: object) -> None:
    text = path.read_text("utf-8")
    assert " style=" not in text
    assert not re.search(r"""(?:src|href)="https?://""", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_words_that_templates_say_exist(path: object) -> None:
    text = path.read_text("utf-8")
    words = read_words(OVERRIDES / "words.yml")
    said = {first or second for first, second in WORD.findall(text)}
    assert said <= set(words)


COMPUTED = {*Unit, "individuals", "legal-entities", "both", "none", "semi-automatic", "automatic"}
"""Words of the model's own values: `words(term.unit)`, `words(who)`, `words(online.mode)`."""
PASSED = re.compile(r"""["']([a-z][a-z_-]+)["']""")


def test_no_word_is_left_over() -> None:
    """A word is named whole, or by its beginning or end: `f"kind_{...}"`, `f"{key}_lead"`."""
    said = set(COMPUTED)
    begins: set[str] = set()
    ends: set[str] = set()
    listed = [ROOT / "generator" / "scripts.py", ROOT / "generator" / "views" / "search.py"]
    for path in listed:
        said |= set(PASSED.findall(path.read_text("utf-8")))
    code = [
        path for room in ("generator", "search", "audio") for path in (ROOT / room).rglob("*.py")
    ]
    for path in [*TEMPLATES, *code]:
        for line in path.read_text("utf-8").splitlines():
            if re.search(
                r"\bt\(|words\(|\bsay\(|for key in|listing\(|date\(|for key|\(.t\(key|key = ", line
            ):
                said |= set(PASSED.findall(line))
        begins |= set(re.findall(r'f"([a-z_]+_)\{', path.read_text("utf-8")))
        ends |= set(re.findall(r'\}(_[a-z]+)"', path.read_text("utf-8")))
    left = {
        key
        for key in read_words(OVERRIDES / "words.yml")
        if key not in said and not key.startswith(tuple(begins)) and not key.endswith(tuple(ends))
    }
    assert left == set()


def test_every_component_says_what_it_is_for() -> None:
    for path in (OVERRIDES / "components").glob("*.html"):
        assert path.read_text("utf-8").startswith("{#"), path


def test_every_lesson_has_a_light_drawing_without_words() -> None:
    lessons = yaml.safe_load((ROOT / "content" / "lessons.yml").read_text("utf-8"))
    drawings = {path.stem: path.read_text("utf-8") for path in OVERRIDES.glob("drawings/*.svg")}
    assert set(drawings) == {lesson["id"] for lesson in lessons}
    for name, svg in drawings.items():
        assert len(svg) <= MOST_OF_A_DRAWING, name
        assert "<text" not in svg, name
