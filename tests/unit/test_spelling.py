"""Spelling in three languages; Uzbek by its Cyrillic twin and by stems."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator import uzbek
from generator.errors import SpellingError
from generator.settings import ROOT
from generator.spelling import Speller, read_own_words


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(read_own_words(ROOT / "content" / "spelling.yml"), cyrillic())


def cyrillic() -> Callable[[str], str]:
    data = yaml.safe_load((ROOT / "content" / "cyrillic.yml").read_text("utf-8"))
    exceptions = uzbek.exceptions_from(data)
    return lambda text: uzbek.to_cyrillic(text, exceptions)


@pytest.mark.parametrize(
    ("text", "language", "wrong"),
    [
        ("Fill in the aplication form.", "en", ("aplication",)),
        ("The licence has colour and a centre.", "en", ()),
        ("Подайте заевление в центр.", "ru", ("заевление",)),
        ("Подайте заявление через OneID на my.gov.uz.", "ru", ()),
        ("Maktap yonida oʻqivchi bor.", "uz", ("Maktap", "oʻqivchi")),
        ("Arizangizni markazlarimizdan birida bering.", "uz", ()),
        ("BHMning 4,5 foizi, STIR va my.gov.uz portali.", "uz", ()),
    ],
)
def test_only_wrong_words_are_named(
    speller: Speller, text: str, language: str, wrong: tuple[str, ...]
) -> None:
    assert speller.unknown(text, language) == wrong


def test_our_own_words_count_with_their_endings(speller: Speller) -> None:
    assert speller.unknown("Reyestrdan tovarlarimizni oling.", "uz") == ()


def test_a_missing_word_list_is_said_kindly(tmp_path: Path) -> None:
    with pytest.raises(SpellingError, match=r"spelling\.yml"):
        read_own_words(tmp_path / "spelling.yml")


def test_the_word_list_is_sorted_without_doubles() -> None:
    text = (ROOT / "content" / "spelling.yml").read_text("utf-8")
    for words in yaml.load(text, Loader=yaml.BaseLoader).values():  # noqa: S506  # text only
        assert words == sorted(set(words), key=lambda word: (word.lower(), word))
