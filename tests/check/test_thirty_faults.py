"""Thirty faults in one folder give thirty findings in one run, each at its place."""

from collections import Counter

from tests.check.cases import (
    LONG,
    SOURCE,
    Edit,
    directory,
    long_sentence,
    move,
    page,
    put,
    raw,
    say,
    section,
    words,
)
from tests.check.conftest import Folder

FAULTS: tuple[tuple[str, str, Edit], ...] = (
    # In one passport, that still can be read
    ("items-missing", "clinic-visit", put("clinic-visit", "reapply", None)),
    ("name-form", "clinic-visit", put("clinic-visit", "name.en", "Booking a doctor;")),
    ("review-passed", "clinic-visit", put("clinic-visit", "review_by", "2026-01-01")),
    ("link-http", "clinic-visit", put("clinic-visit", "source", "http://my.gov.uz/1")),
    ("id-unknown", "clinic-visit", put("clinic-visit", "laws", ["no-law"])),
    ("letters-apostrophe", "clinic-visit", put("clinic-visit", "result.uz", "Ma'lumot")),
    ("letters-mixed", "clinic-visit", put("clinic-visit", "description.ru", "Oтвет")),
    ("as-of-missing", "clinic-visit", put("clinic-visit", "term.source", SOURCE)),
    (
        "numbers-differ",
        "clinic-visit",
        words("clinic-visit", "cost.text", "5 000 soʻm.", "5 000 сумов.", "50,000 soum."),
    ),
    # In a second one
    ("personal-phone", "dog-licence", say("+998 91 1112233", "+998 91 1112233", "+998 91 1112233")),
    ("personal-passport", "dog-licence", put("dog-licence", "source", "press: AA1234567")),
    ("group-unknown", "dog-licence", put("dog-licence", "group", "dogs")),
    ("name-near", "dog-licence", put("dog-licence", "name.en", "Booking a doctors")),
    ("portal-doubled", "tree-permit", put("tree-permit", "portal_id", 5)),
    ("text-copied", "tree-permit", put("tree-permit", "result.uz", LONG)),
    ("letters-cyrillic", "tree-permit", put("tree-permit", "result.en", "Готово")),
    ("units-differ", "tree-permit", words("tree-permit", "steps.0", "9 kun", "9 дней", "9 months")),
    ("summary-sentence", "tree-permit", long_sentence(22)),
    ("abbreviation-unknown", "tree-permit", put("tree-permit", "reapply.ru", "Через ЗКЩ.")),
    # Passports that the model refuses
    ("field-missing", "library-ticket", put("library-ticket", "name.ru", None)),
    ("text-html", "library-ticket", put("library-ticket", "result.en", "<i>Yes</i>")),
    ("cost-two-prices", "library-ticket", put("library-ticket", "cost.brv", "0.5")),
    ("field-unknown", "library-ticket", put("library-ticket", "price", "5")),
    ("day-form", "library-ticket", put("library-ticket", "reviewed", "2026-13-45")),
    ("text-tab", "library-ticket", put("library-ticket", "reapply.en", "At\tany time")),
    # Files
    ("sphere-unknown", "water-meter", move("water-meter", "gardening")),
    ("file-encoding", "lessons", raw("lessons", b"\xff\xfe")),
    ("name-differs", "directory", directory(("Idora", "Контора", "An office"))),
    ("section-unknown", "at-home", section("at-home")),
    ("link-dead", "help.en", page("/services/tram-card/")),
)


def test_thirty_faults_give_these_thirty_findings(folder: Folder) -> None:
    put("bus-card", "portal_id", 5)(folder)
    put("bus-card", "result.uz", LONG)(folder)
    assert folder.check().problems == ()
    for _, _, plant in FAULTS:
        plant(folder)
    found = Counter((problem.code, problem.file.stem) for problem in folder.check().problems)
    assert len(FAULTS) == 30
    assert found == Counter((code, stem) for code, stem, _ in FAULTS)
