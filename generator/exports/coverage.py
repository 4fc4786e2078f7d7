"""How much of the register is filled from sources: for the terminal and for docs/register.md."""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.exports.special_cases import special_cases
from generator.model import ITEMS, LANGUAGES, Passport, Register
from generator.references import facts, unsourced


def summary(register: Register) -> str:
    """A line a language: services, complete passports, facts by source, unpublished items."""
    passports = register.passports
    complete = sum(len(passport.published()) == len(ITEMS) for passport in passports)
    stated = sum(1 for passport in passports for _ in facts(passport))
    bare = sum(1 for p in passports if not p.source for _ in unsourced(p))
    missing = sum(len(ITEMS) - len(passport.published()) for passport in passports)
    return "\n".join(
        f"{language}: {len(passports)} services, {complete} complete, {stated - bare} facts with"
        f" a source, {bare} without, {missing} items said to be unpublished"
        for language in LANGUAGES
    )


def report(register: Register) -> str:
    """Markdown: items filled per sphere and over the register, and what needs an eye."""
    parts = (*_spheres(register), "", *_items(register.passports), "", *special_cases(register))
    return "\n".join(parts)


def _spheres(register: Register) -> Iterator[str]:
    yield "## Items filled per sphere"
    yield ""
    yield "| sphere | services | items filled, of 13 on average | complete |"
    yield "|---|---|---|---|"
    for sphere in register.spheres:
        inside = [p for p in register.passports if p.sphere == sphere.id]
        yield _row(sphere.name.en, inside)
    yield _row("**all**", register.passports)


def _row(name: str, passports: Sequence[Passport]) -> str:
    if not passports:
        return f"| {name} | 0 | | |"
    filled = [len(passport.published()) for passport in passports]
    complete = sum(count == len(ITEMS) for count in filled)
    return f"| {name} | {len(passports)} | {sum(filled) / len(filled):.1f} | {complete} |"


def _items(passports: Sequence[Passport]) -> Iterator[str]:
    counts = Counter(item for passport in passports for item in passport.published())
    yield "## Share of each item filled from a source"
    yield ""
    yield "The three languages stand side by side in every text, so their shares are the same."
    yield ""
    yield "| item | Uzbek | Russian | English |"
    yield "|---|---|---|---|"
    for item in ITEMS:
        share = f"{counts[item] / max(1, len(passports)):.0%}"
        yield f"| {item} | {share} | {share} | {share} |"
