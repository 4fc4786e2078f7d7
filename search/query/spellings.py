"""The pieces of a query between spaces, each read in the first way that the lexicon knows. Pure.

As typed, in the other alphabet, on other keys, unfinished, two words in one, with a typing
mistake, by its beginning. Which alphabet and language come first is decided by the whole query:
`номер инн узнать` has more words in Russian than in Uzbek.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from search.query.layouts import other_keys, other_scripts
from search.query.lexicon import Known, Lexicon
from search.stems import words as words_of

words = lru_cache(4096)(words_of)  # a piece is read in many ways

How = Literal["typed", "layout", "script", "synonym", "typo", "language"]

_CYRILLIC = re.compile("[\u0400-\u052f]")
_SURE_LETTERS = 5  # a shorter word is not both in another layout or script and misspelled
_BEGINNING_LETTERS = 3
_GUESSED = 0.7  # how much a guessed word tells of what a known one would


@dataclass(frozen=True)
class Piece:
    """A piece of the query and how it was read; nothing is known of a piece that was not."""

    typed: str
    how: How
    known: tuple[Known, ...]
    shown: str
    language: str = ""
    guessed: bool = False

    @property
    def telling(self) -> bool:
        """Whether it says something of what is looked for."""
        return any(known.weight for known in self.known)


@dataclass(frozen=True)
class _Way:
    """One way to read a piece: what is done to it, and the languages it may then be in."""

    how: How
    change: Callable[[str], tuple[str, ...]]
    languages: tuple[str, ...]


def _unchanged(text: str) -> tuple[str, ...]:
    return (text,)


class PieceReader:
    """Reads the pieces of one query for one variant."""

    def __init__(self, variant: str, lexicon: Lexicon, chunks: list[str]) -> None:
        self._variant = variant
        self._lexicon = lexicon
        language = variant.partition("-")[0]
        self._uzbek = language == "uz"
        russian = _Way("typed", _unchanged, ("ru",))
        uzbek = _Way("typed" if variant == "uz-cyrl" else "script", other_scripts, ("uz",))
        as_uzbek = _Way("typed", _unchanged, ("uz", "en"))
        as_english = _Way("typed", _unchanged, ("en", "uz"))
        sounded = _Way("script", other_scripts, ("ru",))
        cyrillic = [uzbek, russian] if self._uzbek else [russian, uzbek]
        latin = [as_english, as_uzbek] if language == "en" else [as_uzbek, as_english]
        self._cyrillic = self._by_votes(cyrillic, chunks, cyrillic=True)
        self._latin = self._by_votes([*latin, sounded], chunks, cyrillic=False)
        self.chunks = self._joined(chunks)

    def read(self) -> list[Piece]:
        """Every piece; those that stay unknown are guessed."""
        last = len(self.chunks) - 1
        pieces = [self._piece(chunk, last=at == last) for at, chunk in enumerate(self.chunks)]
        return [piece if piece.known else self._guess(piece) for piece in pieces]

    def _by_votes(self, ways: list[_Way], chunks: list[str], *, cyrillic: bool) -> list[_Way]:
        """The ways with the one first that knows most pieces in its first language."""
        asked = [
            chunk for chunk in chunks
            if len(chunk) > 1 and bool(_CYRILLIC.search(chunk)) == cyrillic
        ]  # fmt: skip

        def votes(way: _Way) -> int:
            only = replace(way, languages=way.languages[:1])
            found = (self._in_way(only, chunk) for chunk in asked)
            return sum(1 + piece.telling for piece in found if piece)

        return sorted(ways, key=lambda way: -votes(way))

    def _joined(self, chunks: list[str]) -> list[str]:
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
        if self._plainly(first) and self._plainly(second):
            return False
        return self._plainly(first + second) is not None

    def _plainly(self, chunk: str) -> Piece | None:
        return next(
            (piece for way in self._ways(chunk) if (piece := self._in_way(way, chunk))), None
        )

    def _ways(self, chunk: str) -> list[_Way]:
        return self._cyrillic if _CYRILLIC.search(chunk) else self._latin

    def _in_way(self, way: _Way, chunk: str) -> Piece | None:
        """The piece if each of its words is known so."""
        for text in way.change(chunk):
            found: list[Known] = []
            language = ""
            for word in words(text):
                known, spoken = self._exact(word, way.languages, sounded=way.how == "script")
                if known is None:
                    break
                found.append(known)
                language = language or (spoken if known.weight else "")
            else:
                if found:
                    shown = chunk if way.how == "typed" else self._shown(found)
                    return Piece(chunk, way.how, tuple(found), shown, language)
        return None

    def _exact(
        self, word: str, languages: tuple[str, ...], *, sounded: bool = False
    ) -> tuple[Known | None, str]:
        for language in languages:
            if known := self._lexicon.exact(word, language):
                return known, language
            # Who reads Uzbek may spell by ear: `ruyxat`, `royhat`; Russian in Latin is by ear.
            heard = sounded or (self._uzbek and language == "uz")
            if heard and (known := self._lexicon.by_ear(word, language)):
                return known, language
        return None, ""

    def _piece(self, chunk: str, *, last: bool) -> Piece:
        if len(chunk) == 1 and not chunk.isdigit():
            return Piece(chunk, "typed", (self._lexicon.small_word,), chunk)
        if known := self._plainly(chunk) or self._on_other_keys(chunk):
            return known
        if last and (begun := self._begun(chunk)):
            return begun
        return self._misspelled(chunk) or self._in_two(chunk) or Piece(chunk, "typed", (), chunk)

    def _on_other_keys(self, chunk: str) -> Piece | None:
        for way in self._other_keys(chunk):
            if known := self._in_way(way, chunk):
                return known
        return None

    def _other_keys(self, chunk: str) -> Iterator[_Way]:
        """The layouts, in the reader's language first."""
        languages = ("uz", "en") if not self._variant.startswith("en") else ("en", "uz")
        if _CYRILLIC.search(chunk):
            yield _Way("layout", other_keys, languages)
            return
        russian = _Way("layout", lambda text: other_keys(text)[:1], ("ru",))
        uzbek = _Way("layout", lambda text: other_keys(text)[1:], ("uz",))
        yield from (uzbek, russian) if self._uzbek else (russian, uzbek)

    def _begun(self, chunk: str) -> Piece | None:
        """A word that is not finished, in the way of most."""
        for way in (*self._ways(chunk), *self._other_keys(chunk)):
            for text in way.change(chunk):
                parts = words(text)
                if len(parts) != 1 or len(parts[0]) < _BEGINNING_LETTERS:
                    continue
                for language in way.languages:
                    if started := self._lexicon.beginning(parts[0], language):
                        return Piece(chunk, way.how, (started,), parts[0], language)
        return None

    def _in_two(self, chunk: str) -> Piece | None:
        """Two words written as one: `idkarta`."""
        if not chunk.isalpha():
            return None
        for place in range(2, len(chunk) - 2):
            first, second = self._plainly(chunk[:place]), self._plainly(chunk[place:])
            if first and second and first.telling and second.telling:
                known = (*first.known, *second.known)
                return Piece(chunk, "typo", known, self._shown(known), first.language)
        return None

    def _misspelled(self, chunk: str) -> Piece | None:
        ways = (*self._ways(chunk), *self._other_keys(chunk))
        return self._near(chunk, ways, self._lexicon.nearest)

    def _guess(self, piece: Piece) -> Piece:
        """An unknown piece as the word with more mistakes, or with the same beginning."""
        chunk, ways, lexicon = piece.typed, self._ways(piece.typed), self._lexicon
        found = self._near(chunk, ways, lexicon.nearly) or self._near(chunk, ways, lexicon.alike)
        if not found:
            return piece
        less = tuple(replace(known, weight=known.weight * _GUESSED) for known in found.known)
        return replace(found, known=less, guessed=True)

    def _near(
        self, chunk: str, ways: Iterable[_Way], nearest: Callable[[str, str], Known | None]
    ) -> Piece | None:
        """The piece by words like its words; one that stays unknown is passed over."""
        for way in ways:
            for text in way.change(chunk):
                if way.how != "typed" and len(text) < _SURE_LETTERS:
                    continue
                found = tuple(
                    known for word in words(text) if (known := self._like(word, way, nearest))
                )
                if any(known.weight for known in found) or (found and way.how == "typed"):
                    how: How = "typo" if way.how == "typed" else way.how
                    return Piece(chunk, how, found, self._shown(found), way.languages[0])
        return None

    def _like(
        self, word: str, way: _Way, nearest: Callable[[str, str], Known | None]
    ) -> Known | None:
        known, _ = self._exact(word, way.languages)
        if known is None:
            found = (nearest(word, language) for language in way.languages)
            known = next((each for each in found if each), None)
        return known

    def _shown(self, known: list[Known] | tuple[Known, ...]) -> str:
        """Known words as a reader of this variant writes them."""
        cyrillic = self._variant == "uz-cyrl"
        return " ".join(word.cyrillic if cyrillic else word.shown for word in known)
