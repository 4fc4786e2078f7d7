"""What a passport may say and what it may not."""

import pytest
from pydantic import ValidationError

from generator.model import ITEMS, Cost, Passport, Statement, Term

NAME = {"uz": "Xizmat", "ru": "Услуга", "en": "Service"}
PASSPORT = {
    "id": "service",
    "sphere": "taxes",
    "name": NAME,
    "summary": NAME,
    "reviewed": "2026-11-21",
    "review_by": "2027-11-21",
}


def test_a_thin_passport_publishes_nothing_and_is_still_a_passport() -> None:
    assert Passport.model_validate(PASSPORT).published() == ()


def test_unknown_online_properties_are_not_published() -> None:
    passport = Passport.model_validate({**PASSPORT, "online": {"mode": "unknown"}})
    assert "online" not in passport.published()


def test_no_documents_needed_is_published() -> None:
    passport = Passport.model_validate({**PASSPORT, "documents": []})
    assert passport.published() == ("documents",)
    assert "documents" in ITEMS


@pytest.mark.parametrize(
    "cost",
    [
        {"free": True, "soum": 100},
        {"soum": 100, "brv": "0.5"},
        {},
        {"soum": -1},
    ],
)
def test_a_cost_that_contradicts_itself_is_refused(cost: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Cost.model_validate(cost)


@pytest.mark.parametrize(
    "term", [{"number": 3}, {"unit": "days"}, {"number": 1, "unit": "instant"}]
)
def test_a_term_needs_its_number_and_its_unit(term: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Term.model_validate(term)


@pytest.mark.parametrize("text", ["<b>free</b>", "one\ttwo", ""])
def test_a_text_is_plain_and_not_empty(text: str) -> None:
    with pytest.raises(ValidationError):
        Statement.model_validate({**NAME, "en": text})


@pytest.mark.parametrize("as_of", ["2026", "2026-11", "2026-11-21", "about 2022", "undated"])
def test_dates_as_exact_as_the_source(as_of: str) -> None:
    assert Statement.model_validate({**NAME, "as_of": as_of}).as_of == as_of


@pytest.mark.parametrize("as_of", ["2026-13", "2026-02-30", "yesterday", "21.11.2026"])
def test_bad_dates_are_refused(as_of: str) -> None:
    with pytest.raises(ValidationError):
        Statement.model_validate({**NAME, "as_of": as_of})


@pytest.mark.parametrize("source", ["seed:000", "somebody", "ftp://example.org", ""])
def test_a_source_is_an_address_or_a_report(source: str) -> None:
    with pytest.raises(ValidationError):
        Statement.model_validate({**NAME, "source": source})


def test_values_cannot_change() -> None:
    statement = Statement.model_validate(NAME)
    with pytest.raises(ValidationError):
        statement.en = "Another"
