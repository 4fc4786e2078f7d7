"""The accessibility statement quotes the audit of the same build, and no other."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from a11y import report
from generator import pipeline
from generator.errors import BuildError
from generator.release import statement
from generator.settings import Settings
from tests.conftest import in_folder

REASON = {"uz": "Jadval keng.", "ru": "Таблица широка.", "en": "A table is too wide."}


@pytest.fixture
def built(small_content: Path, tmp_path: Path) -> Settings:
    settings = in_folder(tmp_path, small_content)
    pipeline.make_site(settings)
    return settings


def said(settings: Settings, variant: str = "en/") -> str:
    return (settings.site / variant / "accessibility" / "index.html").read_text("utf-8")


def fingerprint(site: Path) -> str:
    """What the build would take the tree for."""
    pages = {str(p.relative_to(site)): sha256(p.read_bytes()) for p in site.rglob("*.html")}
    return statement.fingerprint({path: digest.hexdigest() for path, digest in pages.items()})


def audited(settings: Settings, **changes: object) -> None:
    """Leave the report of an audit of the present tree."""
    data: dict[str, object] = {
        "fingerprint": report.fingerprint(settings.site),
        "date": "2026-11-21",
        "pages": 1234,
        "looks": ["light", "dark"],
        "checks": 98765,
        "findings": [],
        "excused": [],
    }
    (settings.work / f"{report.WHOLE}.json").write_text(json.dumps({**data, **changes}), "utf-8")


def test_a_build_that_was_never_audited_says_so(built: Settings) -> None:
    assert "A program has not checked this version" in said(built)
    assert statement.MARK not in said(built)


def test_the_next_build_of_the_same_content_quotes_the_audit(built: Settings) -> None:
    audited(built)
    pipeline.make_site(built)
    assert "checked this version on 21 November 2026" in said(built)
    assert "98,765 checks" in said(built)
    assert "It found no fault." in said(built)
    assert "21-noyabr" in said(built, "")
    assert "21 ноября 2026" in said(built, "ru/")
    assert "нусхани текширган" in said(built, "uz-cyrl/")


def test_what_is_not_yet_good_is_named_in_every_language(built: Settings) -> None:
    audited(built, findings=[{}, {}, {}], excused=[{"reason": REASON}, {"reason": REASON}])
    pipeline.make_site(built)
    assert "It found 3 faults." in said(built)
    assert said(built).count(REASON["en"]) == 1
    assert "Нашлись 3 ошибки." in said(built, "ru/")
    assert REASON["ru"] in said(built, "ru/")
    assert "Жадвал кенг." in said(built, "uz-cyrl/")


def test_the_audit_of_another_build_is_not_quoted(built: Settings) -> None:
    audited(built, fingerprint="0" * 16)
    pipeline.make_site(built)
    assert "An earlier one was checked on 21 November 2026" in said(built)
    assert "98,765" not in said(built)


def test_quoting_the_audit_does_not_change_what_it_vouches_for(built: Settings) -> None:
    before = report.fingerprint(built.site)
    audited(built)
    pipeline.make_site(built)
    assert report.fingerprint(built.site) == before == fingerprint(built.site)


def test_a_page_that_changes_changes_the_fingerprint(built: Settings) -> None:
    before = fingerprint(built.site)
    page = built.site / "en" / "index.html"
    page.write_text(page.read_text("utf-8") + " ", "utf-8")
    assert fingerprint(built.site) != before


def test_a_report_out_of_shape_is_refused_kindly(built: Settings) -> None:
    (built.work / f"{report.WHOLE}.json").write_text("{}", "utf-8")
    with pytest.raises(BuildError, match="run it again"):
        pipeline.make_site(built)
