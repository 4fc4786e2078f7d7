"""What a typed query means: an ordered ladder of readings. Pure.

Each piece of the query takes the first reading that the lexicon knows: as typed, in the other
alphabet, on other keys, unfinished, two words in one, with a typing mistake. The readings of all
pieces make the first rung; what was typed is the last. Because the lexicon answers at once, the
engine is asked once, and mostly with one query.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from search.layouts import other_keys, other_scripts
from search.lexicon import SMALL_WORD, Known, Lexicon
from search.stems import words

How = Literal["typed", "layout", "script", "synonym", "typo", "language"]

_MOST_WORDS = 40
_SURE_LETTERS = 5  # a shorter word is not both in another layout or script and misspelled
_ENGINE_WORDS = 10  # Meilisearch reads ten words of a query
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ud800-\udfff\ufeff\ufffd]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_WEIGHTIEST: tuple[How, ...] = ("layout", "script", "typo", "synonym", "language", "typed")


@dataclass(frozen=True)
class Reading:
    """One way to read a query: what is searched, in which words to say so, and why."""

    how: How
    used: str
    terms: tuple[str, ...]
    unfinished: bool = False
    """The last term is the beginning of a word."""
    named: bool = False
    """Every term is a word by which an entry is called, so texts need not be searched."""

    @property
    def text(self) -> str:
        """The query for the engine; a space at its end says that the last word is whole."""
        return " ".join(self.terms) + ("" if self.unfinished else " " if self.terms else "")


@dataclass(frozen=True)
class Ladder:
    """Readings, best first; `suggestion` is a spelling that was too unsure to be searched."""

    typed: str
    readings: tuple[Reading, ...]
    suggestion: str | None = None


@dataclass(frozen=True)
class _Piece:
    """A piece of the query between spaces, and how it was read."""

    typed: str
    how: How
    known: tuple[Known, ...]
    shown: str
    language: str = ""
    unfinished: bool = False


def clean(text: str) -> str:
    """The query in one line, without what cannot be seen."""
    printable = _UNPRINTABLE.sub(" ", unicodedata.normalize("NFC", text))
    return " ".join(printable.split())


def read(text: str, variant: str, lexicon: Lexicon, *, typing: bool = False) -> Ladder:
    """The ladder of readings of `text` for a reader of `variant` (`uz`, `uz-cyrl`, `ru`, `en`).

    `typing` says that the last word may be unfinished although it is a known word.
    """
    typed = clean(text)
    reader = _Reader(variant, lexicon)
    chunks = reader.joined(typed.lower().split()[:_MOST_WORDS])
    pieces = [
        reader.piece(chunk, last=place == len(chunks) - 1) for place, chunk in enumerate(chunks)
    ]
    known = any(found.weight for piece in pieces for found in piece.known)
    bold = [
        piece if piece.known or not words(piece.typed) else reader.bold(piece) for piece in pieces
    ]
    suggestion = None
    if not known:
        pieces = bold
    elif bold != pieces:
        suggestion = " ".join(piece.shown for piece in bold)
    readings = reader.readings(typed, pieces, typing=typing)
    if any(piece.how == "typo" or not piece.known for piece in pieces):
        plain = tuple(word for chunk in chunks for word in words(chunk))[:_ENGINE_WORDS]
        readings.append(Reading("typed", typed, plain, unfinished=True))
    return Ladder(typed, tuple(readings), suggestion)


def best_together(found: tuple[Known, ...]) -> tuple[Known, ...]:
    """Those words that one entry is called by and that together tell most, the most telling first.

    The engine would drop words from the end of a query until something fits; this keeps a lone
    rare word from winning over two that belong together.
    """
    scores: dict[int, float] = {}
    for known in found:
        for number in known.entries:
            scores[number] = scores.get(number, 0.0) + known.weight
    ordered = sorted(found, key=lambda known: -known.weight)
    if not scores:
        return tuple(ordered[:_ENGINE_WORDS])
    best = max(scores, key=lambda number: (scores[number], -number))
    fitting = [known for known in ordered if best in known.entries]
    rare = [known for known in ordered if not known.entries]  # told of by few, no one's name
    return tuple([*fitting, *rare][:_ENGINE_WORDS])


def _terms(found: tuple[Known, ...], end: str) -> tuple[tuple[str, ...], bool]:
    """Stems in the order of the engine, which drops the last first; an unfinished one is last."""
    stems = [known.stem for known in found if known.stem != end]
    unfinished = len(stems) < len(found)
    return (*stems, end) if unfinished else tuple(stems), unfinished


def _are_names(found: tuple[Known, ...]) -> bool:
    return bool(found) and all(known.entries for known in found)


class _Reader:
    """Reads pieces for one variant."""

    def __init__(self, variant: str, lexicon: Lexicon) -> None:
        self._variant = variant
        self._language = variant.partition("-")[0]
        self._lexicon = lexicon

    def joined(self, chunks: list[str]) -> list[str]:
        """Put together two neighbours that are one known word: `загран паспорт`."""
        found: list[str] = []
        for chunk in chunks:
            if found and self._is_one_word(found[-1], chunk):
                found[-1] += chunk
            else:
                found.append(chunk)
        return found

    def _is_one_word(self, first: str, second: str) -> bool:
        if not (first.isalpha() and second.isalpha()):
            return False
        if self._all_known(first) and self._all_known(second):
            return False
        return self._all_known(first + second) is not None

    def _all_known(self, text: str) -> tuple[tuple[Known, ...], str] | None:
        """The words of a text if each is known; and the language of the first."""
        found = []
        first = ""
        for word in words(text):
            for language in self._languages(word):
                if known := self._lexicon.exact(word, language):
                    found.append(known)
                    first = first or (language if known.weight else "")
                    break
            else:
                return None
        return (tuple(found), first) if found else None

    def _languages(self, word: str) -> tuple[str, ...]:
        """Languages in which a word of this script may be, the reader's first."""
        if _CYRILLIC.search(word):
            return ("ru",)
        return ("en", "uz") if self._language == "en" else ("uz", "en")

    def piece(self, chunk: str, *, last: bool) -> _Piece:
        """The first reading of a piece that the lexicon knows."""
        if len(chunk) == 1 and not chunk.isdigit():
            return _Piece(chunk, "typed", (SMALL_WORD,), chunk)
        texts = list(self._texts(chunk))
        for how, text in texts:
            if found := self._all_known(text):
                known, language = found
                shown = chunk if how == "typed" else self._shown(known)
                return _Piece(chunk, how, known, shown, language)
            if self._language == "uz" and how != "layout" and (heard := self._by_ear(text)):
                return _Piece(chunk, how, heard, self._shown(heard), "uz")
        if last:
            for how, text in texts:
                if started := self._beginning(text):
                    return _Piece(chunk, how, (started,), text, unfinished=True)
        return self._misspelled(chunk, texts) or _Piece(chunk, "typed", (), chunk)

    def bold(self, piece: _Piece) -> _Piece:
        """The piece with more mistakes forgiven, else as it is."""
        return self._misspelled(piece.typed, list(self._texts(piece.typed)), bold=True) or piece

    def _texts(self, chunk: str) -> Iterator[tuple[How, str]]:
        """The piece as typed, in the other alphabet, on other keys; readers of Uzbek that type
        Cyrillic mean Uzbek first."""
        scripts = other_scripts(chunk)
        uzbek_first = self._language == "uz" and _CYRILLIC.search(chunk)
        own: How = "typed" if self._variant == "uz-cyrl" else "script"
        if uzbek_first:
            yield from ((own, text) for text in scripts)
        yield "typed", chunk
        if not uzbek_first:
            yield from (("script", text) for text in scripts)
        if len(chunk) > 1:
            for text in other_keys(chunk):
                yield "layout", text
                if _CYRILLIC.search(text):
                    yield from (("layout", other) for other in other_scripts(text))

    def _by_ear(self, text: str) -> tuple[Known, ...] | None:
        heard = [self._lexicon.by_ear(word) for word in words(text)]
        found = tuple(known for known in heard if known)
        return found if found and len(found) == len(heard) else None

    def _beginning(self, text: str) -> Known | None:
        parts = words(text)
        if len(parts) != 1 or len(parts[0]) < 3:  # noqa: PLR2004 - two letters begin too much
            return None
        started = (
            self._lexicon.beginning(parts[0], language) for language in self._languages(parts[0])
        )
        return next((known for known in started if known and known.weight), None)

    def _misspelled(
        self, chunk: str, texts: list[tuple[How, str]], *, bold: bool = False
    ) -> _Piece | None:
        """Two words written as one, words spelled by ear, words with typing mistakes."""
        if found := self._in_two(chunk):
            return _Piece(chunk, "typo", found, self._shown(found))
        for how, text in texts:
            if how != "typed" and len(text) < _SURE_LETTERS:
                continue
            found = tuple(known for word in words(text) if (known := self._near(word, bold=bold)))
            if any(known.weight for known in found) or (found and how == "typed"):
                why: How = "typo" if how == "typed" else how
                return _Piece(chunk, why, found, self._shown(found))
        return None

    def _near(self, word: str, *, bold: bool) -> Known | None:
        for language in self._languages(word):
            if known := self._lexicon.exact(word, language):
                return known
        if not _CYRILLIC.search(word) and (known := self._lexicon.by_ear(word)):
            return known
        for language in self._languages(word):
            if known := self._lexicon.nearest(word, language, bold=bold):
                return known
        return None

    def _in_two(self, chunk: str) -> tuple[Known, ...] | None:
        parts = words(chunk)
        if len(parts) != 1:
            return None
        word = parts[0]
        for place in range(2, len(word) - 2):
            first, second = self._all_known(word[:place]), self._all_known(word[place:])
            if first and second and first[0][0].weight and second[0][0].weight:
                return (*first[0], *second[0])
        return None

    def _shown(self, known: tuple[Known, ...]) -> str:
        """The words as a reader of this variant writes them."""
        if self._variant == "uz-cyrl":
            return " ".join(word.cyrillic for word in known)
        return " ".join(word.shown for word in known)

    def readings(self, typed: str, pieces: list[_Piece], *, typing: bool) -> list[Reading]:
        """All pieces together: the words that fit one entry best; then all of them."""
        found = {known.stem: known for piece in pieces for known in piece.known if known.weight}
        last = pieces[-1] if pieces else None
        end = last.known[-1].stem if last and last.known and (last.unfinished or typing) else ""
        chosen = best_together(tuple(found.values()))
        how = self._how(pieces)
        used = typed if how in ("typed", "language") else " ".join(_shown(p, how) for p in pieces)
        if how in ("typed", "language"):
            official = self._lexicon.official((known.stem for known in chosen), self._language)
            how, used = ("synonym", official) if official else (how, used)
        everything = tuple(found.values())[:_ENGINE_WORDS]
        readings = [Reading(how, used, *_terms(chosen, end), named=_are_names(chosen))]
        if len(chosen) < len(everything):
            readings.append(Reading(how, used, *_terms(everything, end)))
        return readings

    def _how(self, pieces: list[_Piece]) -> How:
        telling = [piece for piece in pieces if any(known.weight for known in piece.known)]
        hows: set[How] = {piece.how for piece in telling}
        if hows <= {"typed"} and telling:
            languages = {piece.language or self._language for piece in telling}
            return "typed" if self._language in languages else "language"
        return next((how for how in _WEIGHTIEST if how in hows), "typed")


def _shown(piece: _Piece, how: How) -> str:
    """A piece as it was read; a lone letter goes with the others."""
    if len(piece.typed) == 1 and how in ("layout", "script"):
        others = other_keys(piece.typed) if how == "layout" else other_scripts(piece.typed)
        return others[0] if others else piece.typed
    return piece.shown
