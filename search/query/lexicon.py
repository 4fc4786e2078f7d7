"""The known words, and how a typed word meets one of them. Pure; read from the index's lexicon."""

import json
import math
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from generator.model import LANGUAGES
from generator.uzbek import fold
from search.index_settings import folded_stop_words, search_config, soft_stems
from search.stems import bare, sound, stem
from search.vocabulary import NAME, TEXT

_REMEMBERED = 4096
_SOFT_WEIGHT = 1.0
_ALIKE = 5  # letters in common


@dataclass(frozen=True, eq=False)
class Known:
    """A known word: its stem, how it is written, how much it tells (0: a small word)."""

    stem: str
    shown: str
    cyrillic: str
    weight: float
    place: int
    entries: Mapping[int, float]
    """Numbers of the entries that are called so, with the strength of the word in them."""
    told: tuple[int, ...] = ()
    """Numbers of the entries whose texts have it, when they are few."""

    @property
    def soft(self) -> bool:
        """A word of asking or doing."""
        return 0 < self.weight <= _SOFT_WEIGHT


@dataclass(frozen=True)
class Candidate:
    """An entry that may be meant: its key without language, how likely people mean it."""

    key: str
    prior: float


@dataclass
class _Language:
    """The words of one language, under the keys by which they are met."""

    by_word: dict[str, Known]
    by_stem: dict[str, Known]
    by_sound: dict[str, Known]
    sorted_words: list[str]
    near: dict[str, Known]


class Lexicon:
    """All words of the index."""

    def __init__(self, text: str) -> None:
        """Read the table of `search.vocabulary.Vocabulary`, written as JSON."""
        table = json.loads(text)
        total = len(table["entries"])
        self._languages = {
            language: _language(language, table["words"][language], table["stems"][language], total)
            for language in LANGUAGES
        }
        self._synonyms = {
            language: _by_a_stem(pairs) for language, pairs in table["synonyms"].items()
        }
        self._entries = [Candidate(*each) for each in table["entries"]]
        self._phrases: dict[str, list[tuple[int, float]]] = table["phrases"]
        self.small_word = Known("", "", "", 0.0, TEXT, {})
        """A word that says nothing about what is looked for."""
        # People ask for the same words.
        self.exact = lru_cache(_REMEMBERED)(self._exact)
        self.by_ear = lru_cache(_REMEMBERED)(self._by_ear)
        self.nearest = lru_cache(_REMEMBERED)(self._nearest)
        self.nearly = lru_cache(_REMEMBERED)(self._nearly)
        self.alike = lru_cache(_REMEMBERED)(self._alike)

    def _exact(self, word: str, language: str) -> Known | None:
        """The word itself, or a known word with the same stem."""
        words, key = self._languages[language], fold(word)
        return words.by_word.get(key) or words.by_stem.get(stem(word, language))

    def _by_ear(self, word: str, language: str) -> Known | None:
        """The word that sounds the same."""
        return self._languages[language].by_sound.get(sound(stem(word, language)))

    def entry(self, number: int) -> Candidate:
        """The entry with this number."""
        return self._entries[number]

    def called(self, phrase: str) -> list[tuple[int, float]]:
        """Numbers of the entries that are called just so, and how wholly; `phrase` is a `whole`."""
        return self._phrases.get(phrase, [])

    def beginning(self, start: str, language: str) -> Known | None:
        """What an unfinished word may become: the likeliest stem, and every entry ahead."""
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
        entries = {number: each for known in ahead for number, each in known.entries.items()}
        return Known(best.stem, start, start, best.weight, best.place, entries)

    def _nearest(self, word: str, language: str) -> Known | None:
        """The known word a typing mistake or two away."""
        return self._near(word, language, bold=False)

    def _nearly(self, word: str, language: str) -> Known | None:
        """The known word two mistakes away although it is short."""
        return self._near(word, language, bold=True)

    def _near(self, word: str, language: str, *, bold: bool) -> Known | None:
        near = self._languages[language].near
        keys = {sound(stem(word, language)), sound(fold(word))}
        found = [match for key in keys for match in _within(key, near.keys(), bold=bold)]

        def likeness(match: tuple[str, float, bool]) -> tuple[float, bool, int, float]:
            known = near[match[0]]
            return match[1], match[2], known.place, -len(known.entries)

        return near[min(found, key=likeness)[0]] if found else None

    def _alike(self, word: str, language: str) -> Known | None:
        """The known word that begins the same: `наркоман` is near `нарколог`."""
        words = self._languages[language]
        key = stem(word, language)
        if len(key) < _ALIKE:
            return None
        begin = key[: max(_ALIKE, math.ceil(len(key) * 0.6))]
        place = bisect_left(words.sorted_words, begin)
        near = (words.by_word[found] for found in words.sorted_words[place : place + 50]
                if found.startswith(begin))  # fmt: skip
        named = [known for known in near if known.entries and not known.soft]
        return max(named, key=lambda known: _in_common(known.stem, key), default=None)

    def official(self, stems: Iterable[str], language: str) -> str:
        """The official words behind an everyday phrase that no name has; empty without one."""
        asked = set(stems)
        known = self._languages[language].by_stem
        found = [
            (len(phrase), official)
            for each in asked
            for phrase, official in self._synonyms.get(language, {}).get(each, ())
            if phrase <= asked
            and not all(stem in known and known[stem].place == NAME for stem in phrase)
        ]
        return max(found)[1] if found else ""


def _by_a_stem(pairs: Iterable[tuple[str, str]]) -> dict[str, list[tuple[frozenset[str], str]]]:
    """Everyday phrases with their official words, each under one of its stems."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for stems, official in pairs:
        if stems:
            phrase = frozenset(stems.split())
            found.setdefault(min(phrase), []).append((phrase, official))
    return found


def _within(key: str, keys: Collection[str], *, bold: bool) -> Iterator[tuple[str, float, bool]]:
    """Keys within the mistakes that are forgiven: which, how many, whether they begin otherwise."""
    allowed = _mistakes(len(key), bold=bold)
    if allowed:
        found = process.extract(key, keys, scorer=OSA.distance, score_cutoff=allowed, limit=8)
        yield from ((match, mistakes, match[0] != key[0]) for match, mistakes, _ in found)


def _mistakes(length: int, *, bold: bool) -> int:
    """How many mistakes are forgiven in a stem of this length."""
    if length < (3 if bold else 4):
        return 0
    return 1 if length < (5 if bold else 8) else 2


def _language(
    language: str,
    rows: Iterable[list[Any]],
    entries: Mapping[str, tuple[list[tuple[int, float]], list[int], int]],
    total: int,
) -> _Language:
    stopped, soft = folded_stop_words()[language], soft_stems()[language]
    by_word: dict[str, Known] = {}
    by_stem: dict[str, Known] = {}
    for word, stemmed, place, *cyrillic in sorted(rows, key=lambda row: (row[2], len(row[0]))):
        key = bare(word)
        if key in stopped:
            continue
        named, told, count = entries[stemmed]
        weight = _SOFT_WEIGHT if stemmed in soft else math.log(1 + total / (len(named) or count))
        if not named and not told and stemmed not in soft:
            weight = 0.0  # many tell of it and none is called so
        shown = cyrillic[0] if cyrillic else word
        known = Known(stemmed, word, shown, weight, place, dict(named), tuple(told))
        by_word.setdefault(key, known)
        by_stem.setdefault(stemmed, known)
    by_sound = {sound(key): known for key, known in by_stem.items()}
    # Typing mistakes lead to the words by which entries are called, and to small words.
    called = [
        (key, known) for key, known in (*by_word.items(), *by_stem.items()) if known.place < TEXT
    ]
    near = {sound(key): known for key, known in called}
    for key in (*stopped, *map(fold, search_config().soft_words[language])):
        small = Known("", key, key, 0.0, TEXT, {})
        by_word.setdefault(key, small)
        near.setdefault(sound(key), small)
    return _Language(by_word, by_stem, by_sound, sorted(by_word), near)


def _in_common(first: str, second: str) -> int:
    """Letters with which both begin."""
    pairs = zip(first, second, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), len(first))
