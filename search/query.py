"""What a typed query means: an ordered ladder of readings. Pure.

The first rung takes each piece as the lexicon knows it and keeps the words that belong together;
the next takes all words; the last is what was typed, for the engine's own typo rules. Because the
lexicon answers at once, the engine is asked once, and mostly with one query.
"""

import re
import unicodedata
from dataclasses import dataclass

from search.layouts import other_keys, other_scripts
from search.lexicon import Known, Lexicon
from search.pieces import How, Piece, PieceReader
from search.stems import words
from search.synonyms import whole

_MOST_PIECES = 40
_ENGINE_WORDS = 10  # Meilisearch reads ten words of a query
_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ud800-\udfff\ufeff\ufffd]"
)
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
        return " ".join(self.terms) + ("" if self.unfinished or not self.terms else " ")


@dataclass(frozen=True)
class Ladder:
    """Readings, best first; `suggestion` is a spelling that was too unsure to be searched."""

    typed: str
    readings: tuple[Reading, ...]
    suggestion: str | None = None

    def sure(self) -> tuple[Reading, ...]:
        """The readings down to the first that, unless filtered, finds something for sure."""
        named = (place for place, reading in enumerate(self.readings) if reading.named)
        return self.readings[: next(named, len(self.readings)) + 1]


def clean(text: str) -> str:
    """The query in one line, without what cannot be seen."""
    printable = _UNPRINTABLE.sub(" ", unicodedata.normalize("NFC", text))
    return " ".join(printable.split())


def read(text: str, variant: str, lexicon: Lexicon, *, typing: bool = False) -> Ladder:
    """The ladder of readings of `text` for a reader of `variant` (`uz`, `uz-cyrl`, `ru`, `en`).

    `typing` says that the last word may be unfinished although it is a known word.
    """
    typed = clean(text)
    if not typed:
        return Ladder("", (Reading("typed", "", ()),))
    reader = PieceReader(variant, lexicon, typed.lower().split()[:_MOST_PIECES])
    pieces = reader.read()
    found = {known.stem: known for piece in pieces for known in piece.known if known.weight}
    chosen = best_together(tuple(found.values()))
    used = [piece for piece in pieces if not piece.guessed or set(piece.known) & set(chosen)]
    readings = []
    if chosen:
        how, shown = _how(used, variant), _said(typed, pieces, used)
        if how in ("typed", "language"):
            official = lexicon.official((known.stem for known in chosen), variant.partition("-")[0])
            how, shown = ("synonym", official) if official else (how, typed)
        end = _end(pieces, typing=typing)
        everything = tuple(found.values())
        readings.append(_reading(how, shown, chosen, end, asked=everything))
        if len(chosen) < len(everything):
            readings.append(_reading(how, shown, everything, end, named=False))
    if not readings or any(piece.how == "typo" or not piece.known for piece in pieces):
        plain = tuple(word for chunk in reader.chunks for word in words(chunk))[:_ENGINE_WORDS]
        readings.append(Reading("typed", typed, plain, unfinished=True))
    unsure = " ".join(piece.shown for piece in pieces) if len(used) < len(pieces) else None
    return Ladder(typed, tuple(readings), unsure)


def best_together(found: tuple[Known, ...]) -> tuple[Known, ...]:
    """Those words that one entry is called by and that together tell most, the most telling first.

    The engine would drop words from the end of a query until something fits; this keeps a lone
    rare word from winning over two that belong together. Words that are no one's name are left.
    """
    scores: dict[int, float] = {}
    for known in found:
        for number, strength in known.entries.items():
            scores[number] = scores.get(number, 0.0) + known.weight * strength
    if not scores:
        return tuple(sorted(found, key=lambda known: -known.weight))
    best = max(scores, key=lambda number: (scores[number], -number))
    fitting = [known for known in found if best in known.entries]
    return tuple(sorted(fitting, key=lambda known: -known.weight * known.entries[best]))


def _reading(
    how: How,
    used: str,
    found: tuple[Known, ...],
    end: str,
    *,
    asked: tuple[Known, ...] = (),
    named: bool = True,
) -> Reading:
    """Stems in the order of the engine, which drops the last first; an unfinished one is last.

    When all of the `asked` words fit, whole phrases are asked for too: first what is called just
    so. Soft words (to get, to know) count only in whole phrases.
    """
    telling = [known for known in found if not known.soft] or list(found)
    stems = [known.stem for known in telling if known.stem != end][: _ENGINE_WORDS - 2]
    named = named and all(known.entries for known in telling)
    if end and len(stems) < len(telling):
        return Reading(how, used, (*stems, end), unfinished=True, named=named)
    if named:
        fit = all(known in found for known in asked if not known.soft)
        phrases = (whole(stems), *((whole(known.stem for known in asked),) if fit else ()))
        stems += dict.fromkeys(phrases)
    return Reading(how, used, tuple(stems), named=named)


def _end(pieces: list[Piece], *, typing: bool) -> str:
    """The stem that may go on, if the last word is not finished."""
    last = pieces[-1]
    return last.known[-1].stem if last.known and (last.unfinished or typing) else ""


def _how(pieces: list[Piece], variant: str) -> How:
    telling = [piece for piece in pieces if piece.telling]
    hows: set[How] = {piece.how for piece in telling}
    if hows <= {"typed"}:
        reader = variant.partition("-")[0]
        return "typed" if reader in {piece.language or reader for piece in telling} else "language"
    return next(how for how in _WEIGHTIEST if how in hows)


def _said(typed: str, pieces: list[Piece], used: list[Piece]) -> str:
    """The query in the words that were searched; lone letters go with the others."""
    hows = {piece.how for piece in used if piece.telling}
    if hows <= {"typed"}:
        return typed
    said = []
    for piece in pieces:
        others: tuple[str, ...] = ()
        if len(piece.typed) == 1 and hows == {"layout"}:
            others = other_keys(piece.typed)
        elif len(piece.typed) == 1 and hows == {"script"}:
            others = other_scripts(piece.typed)
        said.append(others[0] if others else piece.shown if piece in used else piece.typed)
    return " ".join(said)
