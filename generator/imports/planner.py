"""Rows of a list, held against the register, → the plan of their import. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.errors import Problem
from generator.imports.match import Services, doubles
from generator.imports.offers import Offer
from generator.imports.plan import Gone, Origin, Plan, Summarise
from generator.imports.record import Record
from generator.imports.take import Draft, Taker


def plan(
    offers: Sequence[Offer],
    services: Services,
    spheres: Mapping[str, str],
    record: Record,
    origin: Origin,
    summarise: Summarise,
) -> Plan:
    """Hold the rows against the register; `spheres` is the sphere of each service by id."""
    draft = Draft(seen=dict(record))
    marked = list(_with_doubles(offers))
    for offer in marked:
        Taker(offer, draft, services, spheres, origin, summarise).take()
    gone = _gone(draft, services, spheres, record, origin.source)
    return Plan(
        origin.source, len(offers), tuple(draft.planned), tuple(draft.changed),
        tuple(draft.names), tuple(draft.differing), tuple(gone), tuple(draft.problems),
        record=draft.seen,
    )  # fmt: skip


def _with_doubles(offers: Sequence[Offer]) -> Iterator[Offer]:
    """The offers; those that speak of one service have that as a problem."""
    found: dict[int, list[Problem]] = {}
    for one, other, name in doubles(offers):
        for offer, twin in ((one, other), (other, one)):
            problem = offer.problem("id", "row-doubled", name=name, other=str(twin.row))
            found.setdefault(id(offer), []).append(problem)
    for offer in offers:
        yield replace(offer, problems=(*offer.problems, *found.get(id(offer), ())[:1]))


def _gone(
    draft: Draft,
    services: Services,
    spheres: Mapping[str, str],
    record: Record,
    source: str,
) -> Iterator[Gone]:
    """Services of the list's spheres that it does not name; first those that it once named."""
    found = []
    for identifier, passport in services.passports.items():
        if identifier in draft.met:
            continue
        listed = identifier in record and record[identifier].list == source
        if listed or spheres.get(identifier) in draft.spheres:
            name = passport.get("name")
            said = str(name.get("uz")) if isinstance(name, dict) else identifier
            found.append(Gone(identifier, said, listed))
    yield from sorted(found, key=lambda gone: (not gone.listed, gone.id))
