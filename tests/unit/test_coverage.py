"""docs/register.md says what the content says, and what its tables are made of."""

from generator import plain
from generator.exports import coverage
from generator.model import LANGUAGES, Register
from generator.settings import ROOT
from generator.views.counts import most_used

PROPOSED = {
    "health-at-workplace",
    "mobile-help",
    "my-health-history",
    "state-paid-medical-services",
    "messages-about-public-services",
    "services-for-older-people",
    "services-for-people-with-disabilities",
}
"""What annex 4 of the national report proposes and nobody gives yet."""


def test_the_document_is_up_to_date(register: Register) -> None:
    text = (ROOT / "docs" / "register.md").read_text("utf-8")
    assert coverage.report(register) in text, "run `xizmat coverage`"


def test_the_proposals_of_the_report_are_marked_as_planned(register: Register) -> None:
    assert {p.id for p in register.passports if p.status == "planned"} == PROPOSED


def test_every_catalogue_service_has_a_passport(register: Register) -> None:
    assert len({p.portal_id for p in register.passports if p.portal_id}) >= 840


def test_the_most_used_services_are_told_in_full(register: Register) -> None:
    for use in most_used(register.passports, register.usage[0])[:200]:
        for language in LANGUAGES:
            summary = getattr(use.passport.summary, language)
            assert len(plain.sentences(summary, language)) == 3, use.passport.id
            assert len(getattr(use.passport.keywords, language)) >= 4, use.passport.id
