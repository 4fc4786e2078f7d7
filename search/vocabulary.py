"""The words of the documents, collected while they are made: what the lexicon is read from."""

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from generator.locales import Locale
from search.index_settings import soft_stems
from search.searchable import Entry
from search.stems import stem, words
from search.synonyms import Synonyms, telling_stems

NAME, SPOKEN, TEXT = 0, 1, 2
"""The weightiest place in which a word stands: a name; keywords and everyday words; a text."""

Spoken = dict[str, float]
"""What people call an entry → how wholly that means it, 0 to 1"""

_IN_A_NAME = 0.9
_MOST_TOLD = 40
"""A word that the texts of more entries have tells them too little apart."""


class Vocabulary:
    """Words of all entries by language, and which entries have them."""

    def __init__(self, locales: Iterable[Locale], synonyms: Synonyms) -> None:
        self._synonyms = synonyms
        self._cyrillic = next(locale.script for locale in locales if locale.code == "uz-cyrl")
        self._places: dict[str, dict[str, int]] = {}
        self._words: dict[str, dict[str, tuple[dict[int, float], set[int]]]] = {}
        self._phrases: dict[str, list[tuple[int, float]]] = {}
        self._entries: list[tuple[str, float]] = []

    def add(self, entry: Entry, spoken: dict[str, Spoken], phrases: Spoken) -> None:
        """Take in the words of the next entry: what it is called, its texts, its whole phrases."""
        number = len(self._entries)
        self._entries.append((entry.key, entry.prior))
        for phrase, share in phrases.items():
            self._phrases.setdefault(phrase, []).append((number, round(share, 2)))
        for language, said in spoken.items():
            texts = [entry.summary, *entry.texts]
            self._take(number, language, NAME, {getattr(entry.name, language): 1.0})
            self._take(number, language, SPOKEN, said)
            self._take(number, language, TEXT, {getattr(text, language): 0.0 for text in texts})

    def _take(self, number: int, language: str, place: int, texts: Spoken) -> None:
        places = self._places.setdefault(language, {})
        known = self._words.setdefault(language, {})
        soft = soft_stems()[language]
        for text, share in texts.items():
            strength = share and share * _strength(len(telling_stems(text, language)), place)
            for word, stemmed in _stemmed(text, language):
                shown = TEXT if place == NAME and stemmed in soft else place
                places[word] = min(shown, places.get(word, TEXT))
                if stemmed not in known:
                    known[stemmed] = ({}, set())
                named, told = known[stemmed]
                if place == TEXT:
                    told.add(number)
                else:
                    named[number] = max(round(strength, 2), named.get(number, 0.0))

    def table(self) -> dict[str, Any]:
        """The words as data.

        `words`: language → rows of word, stem, place, word in Cyrillic (Uzbek).
        `stems`: language → stem → entries whose name or spoken words have it, with the
        strength of the word in them; entries whose texts have it, if few; how many.
        `phrases`: a whole phrase → the entries that are called so.
        `entries`: key and prior of each.
        `synonyms`: language → pairs of the stems of an everyday phrase, official words.
        """
        return {
            "words": {
                language: [
                    self._row(word, language, place) for word, place in sorted(found.items())
                ]
                for language, found in self._places.items()
            },
            "stems": {
                language: {
                    stemmed: [
                        sorted(named.items()),
                        sorted(told) if len(told) <= _MOST_TOLD else [],
                        len(told),
                    ]
                    for stemmed, (named, told) in sorted(found.items())
                }
                for language, found in self._words.items()
            },
            "phrases": dict(sorted(self._phrases.items())),
            "entries": self._entries,
            "synonyms": {
                language: [
                    [" ".join(telling_stems(word, language)), group.official[0]]
                    for group in groups
                    for word in group.everyday
                ]
                for language, groups in self._synonyms.items()
            },
        }

    def _row(self, word: str, language: str, place: int) -> list[Any]:
        row = [word, stem(word, language), place]
        return [*row, self._cyrillic(word)] if language == "uz" else row


@lru_cache(2**16)
def _stemmed(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """Each word of a text once, with its stem."""
    return tuple((word, stem(word, language)) for word in dict.fromkeys(words(text)))


def _strength(length: int, place: int) -> float:
    """How much of a phrase one of its words is: all of `метрика`, half of `поменять права`.

    A name is long because it is exact, so its words count more than a long phrase's.
    """
    share = round(1 / math.sqrt(max(1, length)), 2)
    return max(share, _IN_A_NAME) if place == NAME else share
