"""Which entry is meant by the words of a query, and which of the words belong to it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from search.query.lexicon import Known, Lexicon
from search.synonyms import whole

_TOLD = 0.25  # what a word counts that only the texts of an entry have
_EXACT = 1.0  # how much more an entry counts that is called just so
_EXPLAINED = 9.0  # and a page that explains just the word that is asked for
_NEAR = 0.4  # of the best score: what is less likely is left to the engine
_MOST_LIKELY = 8
_PLACE_OF_PAGES = 3
_SERVICE = "service-"


@dataclass(frozen=True)
class Meant:
    """What a question means: the likeliest entries, and words that the best of them has."""

    words: tuple[Known, ...]
    """Most telling first."""
    likely: tuple[str, ...] = ()
    """Keys without language, best first."""


def choose(found: tuple[Known, ...], lexicon: Lexicon, *, explain: bool = False) -> Meant:
    """The entries that most of the telling words lead to, and those of the words that the best has.

    The engine would drop words from the end of a query until something fits; this keeps a lone
    rare word from winning over two that belong together. `explain` prefers glossary and lessons.
    """
    scores = ranked(found, lexicon, explain=explain)
    if not scores:
        return Meant(tuple(sorted(found, key=lambda known: -known.weight)))
    best, most = next(iter(scores.items()))
    fitting = [known for known in found if _strength(known, best)]
    fitting.sort(key=lambda known: -known.weight * _strength(known, best))
    near = [number for number, score in scores.items() if score >= most * _NEAR]
    keys = [lexicon.entry(number).key for number in near[:_MOST_LIKELY]]
    return Meant(
        tuple(fitting), tuple(_with_pages(keys, _called(_phrases(found), lexicon), lexicon))
    )


def ranked(
    found: tuple[Known, ...], lexicon: Lexicon, *, explain: bool = False
) -> dict[int, float]:
    """Number → score of the entries for which something of the question speaks, best first."""
    scores: dict[int, float] = {}
    for known in found:
        for number, strength in known.entries.items():
            scores[number] = scores.get(number, 0.0) + known.weight * strength
        for number in known.told:
            if number not in known.entries:
                scores[number] = scores.get(number, 0.0) + known.weight * _TOLD
    for number, share in _called(_phrases(found), lexicon).items():
        explained = explain and lexicon.entry(number).key.startswith("page-")
        scores[number] = scores.get(number, 0.0) * (
            1 + (_EXPLAINED if explained else _EXACT) * share
        )
    likely = {number: score * lexicon.entry(number).prior for number, score in scores.items()}
    order = sorted(likely, key=lambda number: (-likely[number], number))
    return {number: likely[number] for number in order}


def _with_pages(keys: list[str], called: Iterable[int], lexicon: Lexicon) -> list[str]:
    """The keys with the pages that are called just so, behind three services at most."""
    pages = [
        key for number in called if not (key := lexicon.entry(number).key).startswith(_SERVICE)
    ]
    late = [key for key in pages if key not in keys[:_PLACE_OF_PAGES]]
    rest = [key for key in keys[_PLACE_OF_PAGES:] if key not in late]
    return [*keys[:_PLACE_OF_PAGES], *late, *rest]


def _phrases(found: Iterable[Known]) -> tuple[str, ...]:
    """The whole question as words of the index, without its soft words and with them."""
    telling = [known.stem for known in found if not known.soft]
    return tuple(dict.fromkeys((whole(telling), whole(known.stem for known in found))))


def _called(phrases: Iterable[str], lexicon: Lexicon) -> dict[int, float]:
    return dict(sorted(called for phrase in phrases for called in lexicon.called(phrase)))


def _strength(known: Known, number: int) -> float:
    return known.entries.get(number) or _TOLD * (number in known.told)
