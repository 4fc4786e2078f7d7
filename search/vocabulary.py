"""The words of the documents, collected while they are made: what the lexicon is read from."""

import math
from collections.abc import Iterable
from typing import Any

from generator.locales import Locale
from search.config import soft_stems
from search.entries import Entry
from search.stems import stem, words
from search.synonyms import Synonyms, telling_stems

NAME, SPOKEN, TEXT = 0, 1, 2
"""The weightiest place in which a word stands: a name; keywords and everyday words; a text."""

_IN_A_NAME = 0.6


class Vocabulary:
    """Words of all entries by language, and which entries have them."""

    def __init__(self, locales: Iterable[Locale], synonyms: Synonyms) -> None:
        self._synonyms = synonyms
        self._cyrillic = next(locale.script for locale in locales if locale.code == "uz-cyrl")
        self._places: dict[str, dict[str, int]] = {}
        self._entries: dict[str, dict[str, tuple[dict[int, float], set[int]]]] = {}

    def add(self, number: int, entry: Entry, language: str, spoken: Iterable[str]) -> None:
        """Take in the words of the entry with this number."""
        name, summary = getattr(entry.name, language), getattr(entry.summary, language)
        texts = [summary, *(getattr(text, language) for text in entry.texts)]
        named = entry.kind != "page"
        self._take(number, language, NAME if named else TEXT, (name,))
        self._take(number, language, SPOKEN, spoken)
        self._take(number, language, TEXT, texts)

    def _take(self, number: int, language: str, place: int, texts: Iterable[str]) -> None:
        places = self._places.setdefault(language, {})
        entries = self._entries.setdefault(language, {})
        soft = soft_stems()[language]
        for text in texts:
            found = [(word, stem(word, language)) for word in words(text)]
            strength = _strength(len(telling_stems(text, language)), place)
            for word, stemmed in found:
                counts = TEXT if place == NAME and stemmed in soft else place
                places[word] = min(counts, places.get(word, TEXT))
                named, told = entries.setdefault(stemmed, ({}, set()))
                if counts == TEXT:
                    told.add(number)
                else:
                    named[number] = max(strength, named.get(number, 0.0))

    def table(self) -> dict[str, Any]:
        """The words as data.

        `words`: language → rows of word, stem, place, word in Cyrillic (Uzbek).
        `entries`: language → stem → entries whose name or spoken words have it, with the
        strength of the word in them; how many entries tell of it.
        `synonyms`: language → pairs of the stems of an everyday phrase, official words.
        """
        return {
            "words": {
                language: [
                    self._row(word, language, place) for word, place in sorted(found.items())
                ]
                for language, found in self._places.items()
            },
            "entries": {
                language: {
                    stemmed: [sorted(named.items()), len(told)]
                    for stemmed, (named, told) in sorted(found.items())
                }
                for language, found in self._entries.items()
            },
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


def _strength(length: int, place: int) -> float:
    """How much of a phrase one of its words is: all of `метрика`, half of `поменять права`.

    A name is long because it is exact, so its words count more than a long phrase's.
    """
    share = round(1 / math.sqrt(max(1, length)), 2)
    return max(share, _IN_A_NAME) if place == NAME else share
