"""Every text stands in its own language; what a recogniser doubts was read, and is listed."""

from collections.abc import Iterator
from typing import Any

import py3langid
import pytest
import yaml

from generator.load import load
from generator.model import LANGUAGES
from generator.rules.texts import texts
from generator.settings import ROOT
from generator.words import read_words

CYRILLIC_UZBEK = frozenset("ўқғҳЎҚҒҲ")
NO_TEXTS = {"spelling", "cyrillic", "pronunciations", "synonyms", "translations", "offices",
            "usage"}  # fmt: skip
py3langid.set_languages(list(LANGUAGES))
EXCEPTIONS = yaml.safe_load((ROOT / "tests/check/languages.yml").read_text("utf-8"))


def language_of(text: str) -> str:
    """Russian, Uzbek or English, by letters that only Uzbek has, else by the words."""
    return "uz" if CYRILLIC_UZBEK & set(text) else str(py3langid.classify(text)[0])


def content_texts() -> Iterator[tuple[str, str, str]]:
    """Place, language and text of all that editors write."""
    content = load(ROOT / "content")
    lists = (raw for name, raw in content.lists.items() if name not in NO_TEXTS)
    for raw in (*content.services, *content.guidance, *lists):
        for text in texts(raw.data):
            place = f"{raw.path.name}: {'.'.join(map(str, text.location))}"
            yield from ((place, code, text.of(code)) for code in LANGUAGES if text.of(code))
    for path in sorted((ROOT / "content/pages").glob("*.md")):
        language = path.name.split(".")[1]
        for part in path.read_text("utf-8").split("\n\n"):
            yield path.name, language, part


def interface_texts() -> Iterator[tuple[str, str, str]]:
    """Place, language and text of the words of the interface that are long enough to tell."""
    for key, phrases in read_words(ROOT / "overrides/words.yml").items():
        for code in LANGUAGES:
            said: Any = phrases[code]
            for text in [said] if isinstance(said, str) else said.values():
                if len(text) > 25:
                    yield key, code, text


def test_every_text_stands_in_its_own_language() -> None:
    listed = {(code, text) for group in EXCEPTIONS for code in LANGUAGES for text in group[code]}
    doubted = {
        (code, text): (place, found)
        for place, code, text in (*content_texts(), *interface_texts())
        if (found := language_of(text)) != code
    }
    assert {key: doubted[key] for key in doubted.keys() - listed} == {}
    assert listed - doubted.keys() == set(), "listed without need"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ariza bering va javobni kuting.", "uz"),
        ("Аризани топширинг ва жавобни кутинг, тўлов йўқ.", "uz"),
        ("Подайте заявление и ждите ответа.", "ru"),
        ("Send the application and wait for the answer.", "en"),
    ],
)
def test_a_text_in_a_wrong_place_would_be_seen(text: str, language: str) -> None:
    assert language_of(text) == language
