"""The known words, and how a typed word meets one of them. Pure; read from the index's lexicon."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from generator.model import LANGUAGES
from generator.uzbek import fold
from search.config import folded_stop_words, soft_stems
from search.stems import sound, stem, verb_stem
from search.vocabulary import NAME, TEXT

_SOFT_WEIGHT = 0.01
_RARE = 3  # a word of texts only that so few entries tell of may still mean one of them


@dataclass(frozen=True)
class Known:
    """A known word: its stem, how it is written, how much it tells (0: a small word)."""

    stem: str
    shown: str
    cyrillic: str
    weight: float
    place: int
    entries: frozenset[int]
    """Numbers of the entries that are called so."""

    @property
    def soft(self) -> bool:
        """A word of asking or doing."""
        return self.weight == _SOFT_WEIGHT


@dataclass
class _Language:
    """The words of one language, under the keys by which they are met."""

    by_word: dict[str, Known]
    by_stem: dict[str, Known]
    by_sound: dict[str, Known]
    sorted_words: list[str]
    near: list[str]


class Lexicon:
    """All words of the index."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Read the `table` of `search.vocabulary.Vocabulary`."""
        total = 1 + max(
            (number for found in table["entries"].values() for named, _ in found.values()
             for number in named),
            default=0,
        )  # fmt: skip
        self._languages = {
            language: _language(language, table["words"][language], table["entries"][language], total)
            for language in LANGUAGES
        }
        self._synonyms = {
            language: [(frozenset(stems.split()), official) for stems, official in pairs if stems]
            for language, pairs in table["synonyms"].items()
        }

    def exact(self, word: str, language: str) -> Known | None:
        """The word itself, or a known word with the same stem."""
        words, key = self._languages[language], fold(word)
        found = words.by_word.get(key) or words.by_stem.get(stem(word, language))
        if found is None and language == "uz":
            found = words.by_stem.get(stem(verb_stem(key), language))
        return found

    def by_ear(self, word: str) -> Known | None:
        """The Uzbek word that sounds the same."""
        words = self._languages["uz"]
        key = fold(word)
        return words.by_sound.get(sound(stem(key, "uz"))) or words.by_sound.get(sound(key))

    def beginning(self, start: str, language: str) -> Known | None:
        """What an unfinished word may become: its stem is `start` as long as it can be."""
        words, key = self._languages[language], fold(start)
        ahead = []
        for word in words.sorted_words[bisect_left(words.sorted_words, key) :]:
            if not word.startswith(key):
                break
            if words.by_word[word].weight:
                ahead.append(words.by_word[word])
        if not ahead:
            return None
        best = min(ahead, key=lambda known: (known.place, known.weight))
        entries = frozenset[int]().union(*(known.entries for known in ahead))
        begun = key if best.stem.startswith(key) else best.stem
        return Known(begun, start, start, best.weight, best.place, entries)

    def nearest(self, word: str, language: str, *, bold: bool = False) -> Known | None:
        """The known word a typing mistake or two away; `bold` allows two in a short word."""
        words = self._languages[language]
        by_key = words.by_sound if language == "uz" else words.by_stem
        key = stem(word, language)
        if language == "uz":
            key = sound(key)
        allowed = _mistakes(len(key), bold=bold)
        if not allowed:
            return None
        found = process.extract(key, words.near, scorer=OSA.distance, score_cutoff=allowed, limit=8)

        def likeness(match: tuple[str, float, int]) -> tuple[float, bool, int, float]:
            known = by_key[match[0]]
            return match[1], match[0][0] != key[0], known.place, -len(known.entries)

        return by_key[min(found, key=likeness)[0]] if found else None

    def official(self, stems: Iterable[str], language: str) -> str:
        """The official words behind an everyday phrase that no name has; empty without one."""
        asked = set(stems)
        known = self._languages[language].by_stem
        found = [
            (len(phrase), official)
            for phrase, official in self._synonyms.get(language, ())
            if phrase <= asked
            and not all(stem in known and known[stem].place == NAME for stem in phrase)
        ]
        return max(found)[1] if found else ""


def _mistakes(length: int, *, bold: bool) -> int:
    """How many mistakes are forgiven in a stem of this length."""
    if length < (3 if bold else 4):
        return 0
    return 1 if length < (5 if bold else 8) else 2


def _language(
    language: str,
    rows: Iterable[list[Any]],
    entries: Mapping[str, tuple[list[int], int]],
    total: int,
) -> _Language:
    stopped, soft = folded_stop_words()[language], soft_stems()[language]
    by_word: dict[str, Known] = {}
    by_stem: dict[str, Known] = {}
    for word, stemmed, place, *cyrillic in sorted(rows, key=lambda row: (row[2], len(row[0]))):
        key = fold(word)
        if key in stopped:
            continue
        named, told = entries[stemmed]
        weight = _SOFT_WEIGHT if stemmed in soft else math.log(1 + total / (len(named) or told))
        if not named and told > _RARE:
            weight = 0.0  # many tell of it and none is called so
        shown = cyrillic[0] if cyrillic else word
        known = Known(stemmed, word, shown, weight, place, frozenset(named))
        by_word.setdefault(key, known)
        by_stem.setdefault(stemmed, known)
    for key in stopped:
        small = Known("", key, key, 0.0, TEXT, frozenset())
        by_word[key] = small
        by_stem.setdefault(stem(key, language), small)
    by_sound: dict[str, Known] = {}
    if language == "uz":
        for key, known in sorted(by_stem.items(), key=lambda item: item[1].place):
            by_sound.setdefault(sound(key), known)
    near = [
        key
        for key, known in (by_sound or by_stem).items()
        if known.place < TEXT or not known.stem
    ]
    return _Language(by_word, by_stem, by_sound, sorted(by_word), near)


SMALL_WORD = Known("", "", "", 0.0, TEXT, frozenset())
"""A word that says nothing about what is looked for."""
