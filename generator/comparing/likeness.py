"""How likely two names mean one service: word by word, within a language or across."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process

from generator import uzbek
from generator.comparing.dictionary import Dictionary
from generator.comparing.names import Name

_ALIKE = 82
"""Per cent of letters that two words of one language share when they are one word."""
_COGNATE = 78
"""The same for words of two languages, as they sound: litsenziya and лицензия."""
_SURE = 0.35
"""A translation that is at least so sure counts in full."""
_APART = 0.22
"""What each thing costs that only one of two names says and that tells services apart."""
_SHORTEST = 4
_SOUNDS = str.maketrans({"c": "k", "q": "k", "x": "h", "w": "v", "y": "i", "ʻ": "", "ʼ": ""})


class Likeness:
    """Scores names of one list against those of another, from 0 to 1."""

    def __init__(
        self, dictionary: Dictionary, ours: Iterable[Name], theirs: Iterable[Name]
    ) -> None:
        self._dictionary = dictionary
        stems: tuple[dict[str, set[str]], dict[str, set[str]]] = (
            defaultdict(set),
            defaultdict(set),
        )
        for side, names in zip(stems, (ours, theirs), strict=True):
            for name in names:
                side[name.language].update(name.weights)
        self._links = {
            (one, other): dict(self._linked(stems[0][one], stems[1][other], one, other))
            for one in stems[0]
            for other in stems[1]
        }

    def links(self, stem: str, one: str, other: str) -> Mapping[str, float]:
        """Stems of the other list, in its language, that a stem of ours may stand for."""
        return self._links.get((one, other), {}).get(stem, {})

    def score(self, ours: Name, theirs: Name) -> float:
        """1 for the same words; less for each word that only one of the two has."""
        if ours.key == theirs.key:
            return 1.0
        if ours.numbers != theirs.numbers:
            return 0.0
        forth: dict[str, float] = {}
        back: dict[str, float] = defaultdict(float)
        for stem in ours.weights:
            for twin, strength in self.links(stem, ours.language, theirs.language).items():
                if twin in theirs.weights:
                    forth[stem] = max(forth.get(stem, 0.0), strength)
                    back[twin] = max(back[twin], strength)
        shared = min(_covered(ours, forth), _covered(theirs, back))
        both = (_covered(ours, forth) + _covered(theirs, back)) / 2
        apart = len(ours.telling ^ theirs.telling)
        return max(0.0, 0.4 * shared + 0.6 * both - _APART * apart)

    def _linked(
        self, ours: Iterable[str], theirs: Iterable[str], one: str, other: str
    ) -> Iterable[tuple[str, dict[str, float]]]:
        listed = sorted(theirs)
        sounds = [_sound(stem, other) for stem in listed]
        for stem in ours:
            found = self._translated(stem, listed, one, other) if one != other else {}
            least = _ALIKE if one == other else _COGNATE
            said = _sound(stem, one)
            for _, share, place in (
                process.extract(said, sounds, scorer=fuzz.ratio, score_cutoff=least, limit=None)
                if len(said) >= _SHORTEST
                else [(said, 100.0, place) for place, s in enumerate(sounds) if s == said]
            ):
                found[listed[place]] = max(found.get(listed[place], 0.0), share / 100)
            if found:
                yield stem, found

    def _translated(
        self, stem: str, theirs: Sequence[str], one: str, other: str
    ) -> dict[str, float]:
        """By the dictionary, from either side."""
        forth = self._dictionary[one, other].get(stem, {})
        back = self._dictionary[other, one]
        found = {}
        for twin in theirs:
            sure = max(forth.get(twin, 0.0), back.get(twin, {}).get(stem, 0.0))
            if sure:
                found[twin] = min(1.0, sure / _SURE)
        return found


def _covered(name: Name, found: Mapping[str, float]) -> float:
    """The part of what a name says that the other says too."""
    whole = sum(name.weights.values())
    return sum(name.weights[s] * found.get(s, 0.0) for s in name.weights) / whole if whole else 0.0


def _sound(stem: str, language: str) -> str:
    """A stem as it sounds, in Latin letters."""
    latin = uzbek.to_latin(stem) if language == "ru" else stem
    return latin.translate(_SOUNDS)
