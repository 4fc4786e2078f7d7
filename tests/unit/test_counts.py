"""The register counted for the statistics page."""

from datetime import date
from decimal import Decimal

import pytest

from generator.model import Amount, Cost, Localized, Passport, Register, Term, Unit, Usage
from generator.views import counts

BRV = Amount(since=date(2025, 8, 1), soum=412_000, source=("https://lex.uz/",))
TEXT = Localized(uz="x", ru="x", en="x")


def passport(identifier: str, **facts: object) -> Passport:
    return Passport.model_validate(
        {"id": identifier, "sphere": "taxes", "name": TEXT.model_dump(),
         "summary": TEXT.model_dump(), "reviewed": "2026-01-01", "review_by": "2027-01-01",
         **facts}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cost", "expected"),
    [
        (None, "unpublished"),
        (Cost(free=True), "free"),
        (Cost(free=True, text=TEXT), "free"),
        (Cost(text=TEXT), "varies"),
        (Cost(soum=100_000), "low"),
        (Cost(soum=100_001), "middle"),
        (Cost(brv=Decimal("0.2")), "low"),
        (Cost(brv=Decimal(1)), "middle"),
        (Cost(brv=Decimal(2)), "high"),
    ],
)
def test_a_price_counts_in_its_class(cost: Cost | None, expected: str) -> None:
    assert counts.by_cost([passport("a", cost=cost)], BRV) == {expected: 1}


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (None, "unpublished"),
        (Term(text=TEXT), "varies"),
        (Term(unit=Unit.INSTANT), "instant"),
        (Term(number=24, unit=Unit.HOURS), "day"),
        (Term(number=1, unit=Unit.WORKING_DAYS), "day"),
        (Term(number=5, unit=Unit.DAYS), "week"),
        (Term(number=15, unit=Unit.WORKING_DAYS), "fortnight"),
        (Term(number=1, unit=Unit.MONTHS), "month"),
        (Term(number=2, unit=Unit.MONTHS), "longer"),
    ],
)
def test_a_term_counts_in_its_class(term: Term | None, expected: str) -> None:
    assert counts.by_term([passport("a", term=term)]) == {expected: 1}


def test_an_unknown_mode_is_not_counted_as_offline() -> None:
    known = passport("a", online={"mode": "none"})
    unknown = passport("b", online={"mode": "unknown"})
    assert counts.by_online([known, unknown, passport("c")]) == {"none": 1, "unpublished": 2}


def test_most_used_has_each_portal_page_once_and_the_highest_first() -> None:
    usage = Usage(as_of="2026", source=("https://my.gov.uz/",), applications={1: 5, 2: 90, 3: 7})
    passports = [passport("a", portal_id=1), passport("b", portal_id=1),
                 passport("c", portal_id=2), passport("d")]  # fmt: skip
    uses = [(use.passport.id, use.times) for use in counts.most_used(passports, usage)]
    assert uses == [("c", 90), ("a", 5)]


def test_only_what_one_can_get_is_counted() -> None:
    passports = [passport("a"), passport("b", status="planned"), passport("c", status="withdrawn")]
    assert [each.id for each in counts.offered(passports)] == ["a"]


def test_every_service_of_the_register_stands_in_one_class(register: Register) -> None:
    offered = counts.offered(register.passports)
    for classes, found in (
        (counts.COST_CLASSES, counts.by_cost(offered, register.brv[0])),
        (counts.TERM_CLASSES, counts.by_term(offered)),
        (counts.ONLINE_CLASSES, counts.by_online(offered)),
    ):
        assert sum(found[name] for name in classes) == len(offered)
