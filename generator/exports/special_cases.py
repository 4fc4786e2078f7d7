"""What a register of this size needs an eye on: for docs/register.md."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from generator import uzbek
from generator.model import LANGUAGES, Localized, Passport, Register

_ALIKE = 0.75
"""Share of words that two Uzbek names have in common from which they are listed."""
_SHORTEST = 3
"""Letters of a word that counts."""
_ASKED = ("cost", "term", "documents")
"""What a page of the portal tells at least, where it is not empty."""


def special_cases(register: Register) -> Iterator[str]:
    """Markdown: words written once, and services that are planned, empty, shared or alike."""
    yield from _saved(register)
    yield from _listed("Planned and withdrawn services", _not_offered(register.passports))
    yield from _listed("Services whose page on the portal is empty", _empty(register.passports))
    yield from _listed("Pages of the portal that serve two passports", _shared(register.passports))
    yield from _listed("Names that are nearly the same", _alike(register.passports))


def _saved(register: Register) -> Iterator[str]:
    entries = {entry.id: entry for entry in (*register.documents, *register.steps)}
    uses: Counter[str] = Counter()
    for passport in register.passports:
        uses.update(paper.ref for paper in passport.documents or () if paper.ref)
        uses.update(step.ref for step in passport.steps or () if step.ref)
    once = sum(_letters(entry) for entry in entries.values())
    each = sum(_letters(entries[name]) * times for name, times in uses.items())
    yield "## Words written once"
    yield ""
    yield (
        f"The vocabulary has {len(register.documents)} names of documents and"
        f" {len(register.steps)} steps. Passports refer to them {uses.total():,} times."
        f" Written out, they would be {each:,} letters in the three languages; they are {once:,}."
        f" {each - once:,} letters ({(each - once) / max(1, each):.0%}) need not be translated,"
        " checked or spoken twice."
    )
    yield ""


def _letters(text: Localized) -> int:
    return sum(len(getattr(text, language)) for language in LANGUAGES)


def _listed(title: str, rows: Sequence[str]) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    yield from (f"- {row}" for row in rows or ("none",))
    yield ""


def _not_offered(passports: Sequence[Passport]) -> list[str]:
    return [f"{p.id}: {p.status}" for p in passports if p.status != "offered"]


def _empty(passports: Sequence[Passport]) -> list[str]:
    """By sphere: the page gives neither price, term nor documents."""
    found: dict[str, list[str]] = {}
    for passport in passports:
        if passport.portal_id and not set(_ASKED) & set(passport.published()):
            found.setdefault(passport.sphere, []).append(passport.id)
    return [f"{sphere} ({len(ids)}): {', '.join(ids)}" for sphere, ids in sorted(found.items())]


def _shared(passports: Sequence[Passport]) -> list[str]:
    by_number: dict[int, list[str]] = {}
    for passport in passports:
        if passport.portal_id:
            by_number.setdefault(passport.portal_id, []).append(passport.id)
    return [f"{n}: {', '.join(ids)}" for n, ids in sorted(by_number.items()) if len(ids) > 1]


def _alike(passports: Sequence[Passport]) -> list[str]:
    words = [(passport.id, _words(passport.name.uz)) for passport in passports]
    return [
        f"{one} and {other}"
        for (one, first), (other, second) in combinations(words, 2)
        if len(first & second) >= _ALIKE * len(first | second)
    ]


def _words(name: str) -> frozenset[str]:
    found = re.findall(r"\w+", uzbek.fold(name))
    return frozenset(word for word in found if len(word) >= _SHORTEST or word.isdigit())
