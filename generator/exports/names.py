"""The names of all services as one small file that a browser searches when the API is away."""

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

import brotli

from generator.locales import Locale
from generator.model import Passport, Register
from generator.uzbek import fold

BYTES_PER_SERVICE = 37.5
"""15,000 bytes of brotli for 400 services."""
MOST_BYTES = 30_000
"""For the whole register."""

_STEM = 6
"""Letters kept of a keyword: endings change, and nobody reads this list."""
_WORD = re.compile(r"[^\W_]+")


def names_file(locale: Locale) -> str:
    """Name of the file: without a hash, so that a new name changes no script and no page."""
    return f"names-{locale.code}.json"


def names(register: Register, locale: Locale) -> bytes:
    """JSON with `ids` (apart by spaces), `names` and `words` (by lines), in one order.

    `words` are stems of keywords that the name lacks: the first of every service, then the
    second and so on, as many as the weight allows. Names alone may exceed it.
    """
    passports = sorted(register.passports, key=lambda passport: (passport.sphere, passport.id))
    stems = [tuple(_stems(passport, locale)) for passport in passports]
    in_turn = sorted(
        (place, number) for number, own in enumerate(stems) for place in range(len(own))
    )

    def with_words(count: int) -> bytes:
        taken = [0] * len(passports)
        for _, number in in_turn[:count]:
            taken[number] += 1
        return _json(passports, locale, [own[:n] for own, n in zip(stems, taken, strict=True)])

    return with_words(_most(with_words, len(in_turn), _allowed(len(passports))))


def _allowed(services: int) -> int:
    return min(int(services * BYTES_PER_SERVICE), MOST_BYTES)


def _most(with_words: Callable[[int], bytes], total: int, allowed: int) -> int:
    """The count of words that fits: found with a quick compression, proved with a slow one."""
    everything = with_words(total)
    heaviest = _weight(everything)
    if heaviest <= allowed:
        return total
    target = allowed * _quick_weight(everything) / heaviest
    count = bisect_right(range(total), target, key=lambda n: _quick_weight(with_words(n))) - 1
    while count > 0 and _weight(with_words(count)) > allowed:
        count = int(count * 0.97)
    return max(count, 0)


def _weight(content: bytes) -> int:
    """A tenth of the time of the smallest settings, and a little heavier than what is served."""
    return len(brotli.compress(content, quality=9))


def _quick_weight(content: bytes) -> int:
    """Half the time of `_weight`, a little heavier."""
    return len(brotli.compress(content, quality=5))


def _stems(passport: Passport, locale: Locale) -> Iterator[str]:
    """Stems of the keywords that neither the name nor an earlier keyword has."""
    seen = [word[:_STEM] for word in _words(getattr(passport.name, locale.language))]
    for phrase in getattr(passport.keywords, locale.language):
        for word in _words(phrase):
            stem = word[:_STEM]
            if len(stem) > 1 and not any(known.startswith(stem) for known in seen):
                seen.append(stem)
                yield stem


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _json(passports: list[Passport], locale: Locale, words: list[tuple[str, ...]]) -> bytes:
    table = {
        "ids": " ".join(passport.id for passport in passports),
        "names": "\n".join(locale.text(passport.name) for passport in passports),
        "words": "\n".join(map(" ".join, words)),
    }
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()
