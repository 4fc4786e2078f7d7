"""What a typed query means: an ordered ladder of readings. Pure.

The first rung takes each piece as the lexicon knows it and keeps the words that belong together;
the next takes all words; the last is what was typed, for the engine's own typo rules. Because the
lexicon answers at once, the engine is asked once, and mostly with one query.
"""

import re
import unicodedata
from dataclasses import dataclass, replace

from search.index_settings import search_config
from search.query.layouts import other_keys, other_scripts
from search.query.lexicon import Known, Lexicon
from search.query.ranking import choose
from search.query.spellings import How, Piece, PieceReader
from search.stems import words

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
    named: bool = False
    """Every term is a word by which an entry is called, so texts need not be searched."""

    @property
    def text(self) -> str:
        """The query for the engine."""
        return " ".join(self.terms)


@dataclass(frozen=True)
class Ladder:
    """Readings, best first; `suggestion` is a spelling that was too unsure to be searched."""

    typed: str
    readings: tuple[Reading, ...]
    suggestion: str | None = None
    likely: tuple[str, ...] = ()
    """Keys, without language, of the entries that go first."""


def clean(text: str) -> str:
    """The query in one line, without what cannot be seen."""
    printable = _UNPRINTABLE.sub(" ", unicodedata.normalize("NFC", text))
    return " ".join(printable.split())


def read(text: str, variant: str, lexicon: Lexicon) -> Ladder:
    """The ladder of readings of `text` for a reader of `variant` (`uz`, `uz-cyrl`, `ru`, `en`)."""
    typed = clean(text)
    if not typed:
        return Ladder("", (Reading("typed", "", ()),))
    reader = PieceReader(variant, lexicon, typed.lower().split()[:_MOST_PIECES])
    pieces = reader.read()
    found = {known.stem: known for piece in pieces for known in piece.known if known.weight}
    meant = choose(tuple(found.values()), lexicon, explain=_asks_to_explain(typed))
    chosen = meant.words
    used = [piece for piece in pieces if not piece.guessed or set(piece.known) & set(chosen)]
    readings = []
    if chosen:
        how, shown = _how(used, variant), _said(typed, pieces, used)
        if how in ("typed", "language"):
            official = lexicon.official((known.stem for known in chosen), variant.partition("-")[0])
            how, shown = ("synonym", official) if official else (how, typed)
        readings.append(_reading(how, shown, chosen))
        if len(chosen) < len(found):
            everything = _reading(how, shown, tuple(found.values()))
            readings.append(replace(everything, named=False))
    if not readings or any(piece.how == "typo" or not piece.known for piece in pieces):
        plain = tuple(word for chunk in reader.chunks for word in words(chunk))[:_ENGINE_WORDS]
        readings.append(Reading("typed", typed, plain))
    unsure = " ".join(piece.shown for piece in pieces) if len(used) < len(pieces) else None
    return Ladder(typed, tuple(readings), unsure, meant.likely)


def _asks_to_explain(typed: str) -> bool:
    return any(re.search(pattern, typed.lower()) for pattern in search_config().explaining)


def _reading(how: How, used: str, found: tuple[Known, ...]) -> Reading:
    """Stems as typed: the engine drops the last first.

    Soft words (to get, to know) count only when there are no others.
    """
    telling = [known for known in found if not known.soft] or list(found)
    stems = tuple(known.stem for known in telling[:_ENGINE_WORDS])
    return Reading(how, used, stems, named=all(known.entries for known in telling))


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
