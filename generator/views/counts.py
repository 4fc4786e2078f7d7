"""The register counted from its own passports: rows of the charts of the statistics page. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Amount, Cost, Passport, Term, Unit, Usage

PRICE_STEPS = (100_000, 500_000)
"""Soum at which one class of prices ends and the next begins."""

_DAYS = {Unit.MINUTES: 0, Unit.HOURS: 0, Unit.DAYS: 1, Unit.WORKING_DAYS: 1, Unit.MONTHS: 30}
"""Days that a unit stands for; minutes and hours fit into one day."""
TERM_STEPS = {"day": 1, "week": 5, "fortnight": 15, "month": 30, "longer": 10**6}
"""Longest term of each class, in days."""
COST_CLASSES = ("free", "low", "middle", "high", "varies", "unpublished")
TERM_CLASSES = ("instant", *TERM_STEPS, "varies", "unpublished")
ONLINE_CLASSES = ("automatic", "semi-automatic", "none", "unpublished")


@dataclass(frozen=True)
class Use:
    """How often a service was used."""

    passport: Passport
    times: int


def offered(passports: Iterable[Passport]) -> tuple[Passport, ...]:
    """Services that one can get: what is planned or withdrawn is not counted."""
    return tuple(passport for passport in passports if passport.status == "offered")


def by_cost(passports: Iterable[Passport], brv: Amount) -> Counter[str]:
    """Services in each of `COST_CLASSES`; shares of the base value are taken at `brv`."""
    return Counter(_cost_class(passport.cost, brv) for passport in passports)


def by_term(passports: Iterable[Passport]) -> Counter[str]:
    """Services in each of `TERM_CLASSES`; a working day counts as a day."""
    return Counter(_term_class(passport.term) for passport in passports)


def by_sphere(passports: Iterable[Passport]) -> Counter[str]:
    """Services in each sphere."""
    return Counter(passport.sphere for passport in passports)


def by_online(passports: Iterable[Passport]) -> Counter[str]:
    """Services in each of `ONLINE_CLASSES`."""
    modes = (passport.online.mode if passport.online else "unknown" for passport in passports)
    return Counter("unpublished" if mode == "unknown" else mode for mode in modes)


def by_organization(passports: Iterable[Passport]) -> list[tuple[str, int]]:
    """Bodies with the number of services they give or help with, most first."""
    counts = Counter(each for passport in passports for each in passport.organizations or ())
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def by_item(passports: Iterable[Passport]) -> Counter[str]:
    """Services whose source tells each of the thirteen items."""
    return Counter(item for passport in passports for item in passport.published())


def most_used(passports: Iterable[Passport], usage: Usage) -> tuple[Use, ...]:
    """Services by how often they were used, most first; one of a shared portal page stands."""
    named: dict[int, Passport] = {}
    for passport in passports:
        if passport.portal_id in usage.applications:
            named.setdefault(passport.portal_id, passport)
    uses = (Use(passport, usage.applications[number]) for number, passport in named.items())
    return tuple(sorted(uses, key=lambda use: (-use.times, use.passport.id)))


def _cost_class(cost: Cost | None, brv: Amount) -> str:
    if cost is None:
        return "unpublished"
    if cost.free:
        return "free"
    share = cost.brv * brv.soum if cost.brv is not None else None
    soum = cost.soum if cost.soum is not None else share
    if soum is None:
        return "varies"
    low, middle = PRICE_STEPS
    return "low" if soum <= low else "middle" if soum <= middle else "high"


def _term_class(term: Term | None) -> str:
    if term is None:
        return "unpublished"
    if term.unit is None:
        return "varies"
    if term.unit is Unit.INSTANT or term.number is None:
        return "instant"
    days = term.number * _DAYS[term.unit]
    return next(name for name, most in TERM_STEPS.items() if days <= most)
