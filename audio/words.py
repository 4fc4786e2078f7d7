"""Sentences → the words that a voice says: no digits, no signs, nothing to guess.  Pure, no I/O.

The languages have a module each (`words_uz`, `words_ru`, `words_en`); what they share stands in
`reading`.  Punctuation that makes the voice pause stays.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from audio import words_en, words_ru, words_uz
from audio.reading import Rule, plain, read

Language = Literal["uz", "ru", "en"]


@dataclass(frozen=True)
class _Voice:
    prepare: Callable[[str], str]
    rules: Callable[[Mapping[str, str]], list[Rule]]
    finish: Callable[[str], str]


_VOICES: Mapping[Language, _Voice] = {
    "uz": _Voice(words_uz.prepare, words_uz.rules, words_uz.finish),
    "ru": _Voice(words_ru.prepare, words_ru.rules, words_ru.finish),
    "en": _Voice(words_en.prepare, words_en.rules, words_en.finish),
}


@dataclass(frozen=True, eq=False)
class Pronunciations:
    """How the editors want names, abbreviations and foreign words said, by language."""

    forms: Mapping[Language, Mapping[str, str]]


def pronunciations_from(data: Mapping[str, Any]) -> Pronunciations:
    """Build the list from the parsed `content/pronunciations.yml`: language → written → spoken."""
    return Pronunciations({language: dict(data.get(language) or {}) for language in _VOICES})


def spoken(text: str, language: Language, pronunciations: Pronunciations) -> str:
    """Say one sentence as words of its language.

    A form of the editors' list fits where it stands as a whole word, capitals as written; in
    Uzbek an ending may follow it (BHMdan → bazaviy hisoblash miqdoridan).
    """
    voice = _VOICES[language]
    return voice.finish(read(voice.prepare(plain(text)), _rules(language, pronunciations)))


@lru_cache(maxsize=8)
def _rules(language: Language, pronunciations: Pronunciations) -> tuple[Rule, ...]:
    return tuple(_VOICES[language].rules(pronunciations.forms[language]))
