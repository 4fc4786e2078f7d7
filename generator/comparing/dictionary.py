"""Which word of one language stands for which of another, learned from the register's own texts.

Every text of the register stands in three languages. What a word of one becomes in another is
found as in IBM's first model of translation (Brown and others, 1993): each word of a text is
shared out among the words of its twin, by how likely each was until then, a few times over.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import permutations

from generator.model import LANGUAGES, Localized
from search.stems import stems

_ROUNDS = 3
_LONGEST = 14
"""Words of a text; longer ones say too little about any of their words."""
_LIKELY = 0.08
"""Below it a word is no translation."""

Dictionary = Mapping[tuple[str, str], Mapping[str, Mapping[str, float]]]
"""(from, to) → stem → stems that stand for it, each with how surely (0 to 1)."""


def learn(
    texts: Iterable[Localized], soft: Mapping[str, frozenset[str]]
) -> dict[tuple[str, str], dict[str, dict[str, float]]]:
    """The dictionary of texts that say the same in three languages; `soft` stems say little."""
    trios = [
        {
            code: tuple(s for s in dict.fromkeys(stems(getattr(text, code), code))
                        if s not in soft[code])
            for code in LANGUAGES
        }
        for text in texts
    ]  # fmt: skip
    trios = [trio for trio in trios if max(map(len, trio.values())) <= _LONGEST]
    return {
        (one, other): _likely([(trio[one], trio[other]) for trio in trios])
        for one, other in permutations(LANGUAGES, 2)
    }


def _likely(pairs: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> dict[str, dict[str, float]]:
    """Stem → its translations, by rounds of counting."""
    chance: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(lambda: 1.0))
    for _ in range(_ROUNDS):
        counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for source, target in pairs:
            for word in target:
                shares = [(said, chance[said][word]) for said in source]
                whole = sum(share for _, share in shares)
                for said, share in shares:
                    counts[said][word] += share / whole
        chance = defaultdict(lambda: defaultdict(float))
        for said, shared in counts.items():
            total = sum(shared.values())
            chance[said] = defaultdict(float, {w: c / total for w, c in shared.items()})
    return {
        said: {word: value for word, value in shared.items() if value >= _LIKELY}
        for said, shared in chance.items()
    }
