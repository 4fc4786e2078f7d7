"""A name as it is compared: its language, its stems with their weights, its numbers."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from generator import uzbek
from generator.model import LANGUAGES
from generator.tables.columns import key
from generator.tables.language import language_of_text
from search.stems import stem, words

_TELLING = Path(__file__).with_name("telling.yml")
_NUMBERS = re.compile(r"\d+")
_SOFT_WEIGHT = 0.15
"""Of a word that many names have and that says little: `olish`, `выдача`, `of`."""
_RARE = 3.0
"""Weight of a word that no name of the register has; the commonest have about 0.5."""


@dataclass(frozen=True)
class Name:
    """One name. `weights` has how much each of its stems says; `telling` what sets it apart."""

    text: str
    language: str
    key: str
    weights: Mapping[str, float]
    numbers: frozenset[str]
    telling: frozenset[str]


class Reader:
    """Reads names with the eyes of a register: which words are common, which language has them."""

    def __init__(
        self, names: Iterable[Mapping[str, str]], soft: Mapping[str, frozenset[str]]
    ) -> None:
        """`names` are those of the register by language; `soft` stems that say little."""
        counts: dict[str, Counter[str]] = {code: Counter() for code in LANGUAGES}
        total = 0
        for name in names:
            total += 1
            for code in LANGUAGES:
                counts[code].update(set(_stems(name[code], code)))
        self._soft, self._counts = soft, counts
        self._total = max(total, 1)

    def read(self, text: str) -> Name:
        """A name in any language and script."""
        latin, language = self._told(text)
        stems = _stems(latin, language)
        return Name(
            text,
            language,
            _key(text),
            {one: self._weight(one, language) for one in stems},
            frozenset(number.lstrip("0") for number in _NUMBERS.findall(text)),
            _telling(latin),
        )

    def _told(self, text: str) -> tuple[str, str]:
        """The text, Uzbek in Latin letters, and its language: by letters, else by known words."""
        language = language_of_text(text)
        latin = uzbek.to_latin(text)
        if any("а" <= sign <= "я" for sign in text.lower()):
            known_ru = self._known(text, "ru")
            if language == "uz" and not set("ўқғҳ") & set(text.lower()):
                language = "uz" if self._known(latin, "uz") > known_ru else "ru"
            elif language == "ru" and self._known(latin, "uz") > known_ru:
                language = "uz"
        else:
            known = {code: self._known(text, code) for code in ("uz", "en")}
            if known["uz"] != known["en"]:
                language = max(known, key=lambda code: known[code])
        language = language or "uz"
        return (latin if language == "uz" else text), language

    def _known(self, text: str, language: str) -> int:
        return sum(one in self._counts[language] for one in _stems(text, language))

    def _weight(self, one: str, language: str) -> float:
        if one in self._soft[language]:
            return _SOFT_WEIGHT
        seen = self._counts[language][one]
        return min(_RARE, math.log10(1 + self._total / seen)) if seen else _RARE


def _key(text: str) -> str:
    """The one key of a name in any script: е after a vowel is e, ц is s, as people write them."""
    return key(text).replace("ye", "e").replace("ts", "s")


def _stems(text: str, language: str) -> list[str]:
    return [stem(word, language) for word in words(text) if not word.isdigit()]


def _telling(text: str) -> frozenset[str]:
    """What sets a service apart, as `telling.yml` lists it."""
    folded = " ".join(map(uzbek.fold, words(text)))
    return frozenset(kind for kind, pattern in _patterns().items() if pattern.search(folded))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    listed: dict[str, list[str]] = yaml.safe_load(_TELLING.read_text("utf-8"))
    return {
        kind: re.compile("|".join(rf"\b{re.escape(uzbek.fold(word))}" for word in beginnings))
        for kind, beginnings in listed.items()
    }
