"""Two lists → services that both have, under one name or two, and those of one list only."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.comparing.likeness import Likeness
from generator.comparing.names import Name
from generator.model import LANGUAGES

SURE = 0.62
"""Score from which two names are taken for one service."""
LEAST = 0.42
"""Score from which they are where nothing else comes near."""
_WIDE_MARGIN = 0.15
_MARGIN = 0.04
"""So much better than the next best a pair has to be, unless its names are the same."""
_TELLS = 0.9
"""Weight of a word that few names have: one in seven or less."""
_BY_NAME = 0.95
"""Score of two names that the register has for one service."""
_BY_NEAR_NAME = 0.75
"""The same where at least one of them is only near to it."""


@dataclass(frozen=True)
class Listed:
    """A service as one list has it."""

    row: int
    names: tuple[Name, ...]
    sphere: str
    number: str
    known: frozenset[str] = frozenset()
    """Services of the register that bear just this name."""
    near: frozenset[str] = frozenset()
    """The service of the register whose name comes nearest by far."""

    @property
    def shown(self) -> str:
        """Its name, the first that the list gives."""
        return self.names[0].text


@dataclass(frozen=True)
class Pair:
    """One service in both lists. `kind` is same, renamed or translated."""

    ours: Listed
    theirs: Listed
    kind: str
    score: float


@dataclass(frozen=True)
class Comparison:
    """What two lists share, and what only one of them has."""

    pairs: tuple[Pair, ...]
    only_ours: tuple[Listed, ...]
    only_theirs: tuple[Listed, ...]

    def of(self, kind: str) -> tuple[Pair, ...]:
        """The pairs of one kind."""
        return tuple(pair for pair in self.pairs if pair.kind == kind)

    def per_sphere(self) -> dict[str, tuple[int, int, int, int]]:
        """Sphere → services of the one list, of the other, in both, in both under two names."""
        counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        for pair in self.pairs:
            counts[pair.ours.sphere][0] += 1
            counts[pair.theirs.sphere][1] += 1
            counts[pair.ours.sphere][2] += 1
            counts[pair.ours.sphere][3] += pair.kind == "renamed"
        for place, only in enumerate((self.only_ours, self.only_theirs)):
            for listed in only:
                counts[listed.sphere][place] += 1
        return {s: (c[0], c[1], c[2], c[3]) for s, c in sorted(counts.items())}


def pair_up(ours: Sequence[Listed], theirs: Sequence[Listed], likeness: Likeness) -> Comparison:
    """Each service with at most one of the other list; the surest pairs first."""
    scores = {
        place: score
        for place in _candidates(ours, theirs, likeness)
        if (score := _score(ours[place[0]], theirs[place[1]], likeness)) > 0
    }
    taken = _best(scores)
    pairs = []
    for (one, other), score in sorted(taken.items()):
        sphere = ours[one].sphere or theirs[other].sphere
        twins = [replace(it, sphere=it.sphere or sphere) for it in (ours[one], theirs[other])]
        pairs.append(Pair(twins[0], twins[1], _kind(*twins), score))
    left = {one for one, _ in taken}
    right = {other for _, other in taken}
    return Comparison(
        tuple(pairs),
        tuple(listed for place, listed in enumerate(ours) if place not in left),
        tuple(listed for place, listed in enumerate(theirs) if place not in right),
    )


def _candidates(
    ours: Sequence[Listed], theirs: Sequence[Listed], likeness: Likeness
) -> set[tuple[int, int]]:
    """Places of services that share a number, a service of the register, or a telling word."""
    marked: dict[str, list[int]] = defaultdict(list)
    by_stem: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, listed in enumerate(theirs):
        for mark in _marks(listed):
            marked[mark].append(place)
        for name in listed.names:
            for stem in name.weights:
                by_stem[name.language, stem].append(place)
    found: set[tuple[int, int]] = set()
    for place, listed in enumerate(ours):
        for mark in _marks(listed):
            found.update((place, other) for other in marked.get(mark, ()))
        for name in listed.names:
            for twin in _twins(name, likeness):
                found.update((place, other) for other in by_stem.get(twin, ()))
    return found


def _twins(name: Name, likeness: Likeness) -> Iterator[tuple[str, str]]:
    """Language and stem of every word of the other list that a telling word may stand for."""
    for stem, weight in name.weights.items():
        if weight >= _TELLS:
            for language in LANGUAGES:
                for twin in likeness.links(stem, name.language, language):
                    yield language, twin


def _score(ours: Listed, theirs: Listed, likeness: Likeness) -> float:
    if ours.number and ours.number == theirs.number:
        return 1.0
    if ours.number and theirs.number:
        return 0.0
    best = max(likeness.score(one, other) for one in ours.names for other in theirs.names)
    if ours.known and theirs.known:
        return max(best, _BY_NAME) if ours.known & theirs.known else 0.0
    apart = any(a.numbers != b.numbers for a in ours.names for b in theirs.names)
    if not apart and (ours.known | ours.near) & (theirs.known | theirs.near):
        return max(best, _BY_NEAR_NAME)
    return best


def _best(scores: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """The surest pairs, each side once; a pair that is hardly better than another is left out."""
    near: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for one, other in scores:
        near["ours", one].append((one, other))
        near["theirs", other].append((one, other))
    taken: dict[tuple[int, int], float] = {}
    left: set[int] = set()
    right: set[int] = set()
    for (one, other), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < LEAST:
            break
        if one in left or other in right:
            continue
        rivals = (
            scores[pair]
            for pair in (*near["ours", one], *near["theirs", other])
            if pair != (one, other) and pair[0] not in left and pair[1] not in right
        )
        margin = _MARGIN if score >= SURE else _WIDE_MARGIN
        if score < 1 and max(rivals, default=0.0) > score - margin:
            continue
        taken[one, other] = score
        left.add(one)
        right.add(other)
    return taken


def _kind(ours: Listed, theirs: Listed) -> str:
    """The same name in a language of both; two names there; or no language of both."""
    if {name.key for name in ours.names} & {name.key for name in theirs.names}:
        return "same"
    spoken = {name.language for name in ours.names} & {name.language for name in theirs.names}
    return "renamed" if spoken else "translated"


def nearest(
    listed: Sequence[Listed], register: Sequence[Listed], likeness: Likeness
) -> dict[int, int]:
    """Place in the list → place of the service of the register that comes nearest by far."""
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for one, other in _candidates(listed, register, likeness):
        found[one].append((_score(listed[one], register[other], likeness), other))
    near = {}
    for one, scored in found.items():
        (best, other), (second, _) = sorted([*scored, (0.0, -1), (0.0, -1)], reverse=True)[:2]
        if best >= SURE and best - second >= _WIDE_MARGIN:
            near[one] = other
    return near


def _marks(listed: Listed) -> list[str]:
    """What two services share that are one."""
    known = [f"register {identifier}" for identifier in listed.known | listed.near]
    return [listed.number, *known] if listed.number else known
