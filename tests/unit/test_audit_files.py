"""The audit's parts that need no browser: page types, budgets, sentences, exceptions."""

import io
from contextlib import nullcontext
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

import pytest
from selenium.common.exceptions import WebDriverException

from a11y import budgets, exceptions, reading
from a11y.crew import share
from a11y.findings import Finding, Part, Result
from a11y.journal import Journal
from a11y.keyboard import stretches
from a11y.lighthouse import choose
from a11y.pages import Page, find_pages, first_of_each_type, page_type, sample
from a11y.progress import Progress
from a11y.source import read

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", "home"), ("services/", "services"), ("services/x/", "passport"),
        ("spheres/taxes/", "sphere"), ("covid-19/", "covid-19"),
        ("covid-19/protect-yourself/", "covid-19 section"), ("life/born/", "life event"),
        ("for/parents/", "for"), ("learn/", "learn"), ("learn/1/", "lesson"), ("404.html", "404"),
        ("settings/", "settings"), ("a-z/", "a-z"),
    ],
)  # fmt: skip
def test_the_type_of_a_page_is_told_by_its_address(path: str, expected: str) -> None:
    assert page_type(path) == expected


def tree(folder: Path, *paths: str) -> Path:
    for path in paths:
        file = folder / path / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text('<!doctype html><html lang="en"><main></main></html>', "utf-8")
    return folder


def test_pages_know_their_variant_and_language(tmp_path: Path) -> None:
    pages = find_pages(tree(tmp_path, "services/x", "uz-cyrl/services/x", "ru/a-z"))
    assert [(p.address, p.variant, p.type, p.lang) for p in pages] == [
        ("/services/x/", "uz", "passport", "uz-Latn"),
        ("/uz-cyrl/services/x/", "uz-cyrl", "passport", "uz-Cyrl"),
        ("/ru/a-z/", "ru", "a-z", "ru"),
    ]


def test_one_page_stands_for_its_type_and_the_sample_comes_from_the_rest(tmp_path: Path) -> None:
    pages = find_pages(
        tree(tmp_path, *(f"services/{name}" for name in ("a", "b", "c", "birth-certificate")))
    )
    first = first_of_each_type(pages)
    assert [page.path for page in first] == ["services/birth-certificate/"]
    assert first[0] not in sample(pages, first, 2, seed=1)
    assert sample(pages, first, 2, seed=1) == sample(pages, first, 2, seed=1)
    assert len({tuple(sample(pages, first, 2, seed=seed)) for seed in range(20)}) > 1


def test_the_variant_for_lighthouse_changes_with_the_seed(tmp_path: Path) -> None:
    pages = find_pages(tree(tmp_path, "services/x", "uz-cyrl/services/x", "ru/services/x"))
    assert len({choose(pages, seed)[0].variant for seed in range(20)}) == 3


def page(tmp_path: Path, html: str) -> Page:
    file = tmp_path / "index.html"
    file.write_text(html, "utf-8")
    return Page("/en/services/x/", "en", "services/x/", "passport", file)


def budget_rules(tmp_path: Path, html: str) -> set[str]:
    part = budgets.examine([page(tmp_path, html)], [read(html)])
    return {finding.rule for finding in part.findings}


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ('<link rel="stylesheet" href="/a.css">', "render-blocking"),
        ('<script src="/a.js"></script>', "render-blocking"),
        ('<img src="https://example.com/a.png" alt="">', "other-host"),
        ("<style>@import '//example.com/a.css';</style>", "other-host"),
        ("".join(f"<p>{number**7}</p>" for number in range(9000)), "page-weight"),
    ],
)
def test_a_broken_budget_is_reported(tmp_path: Path, html: str, rule: str) -> None:
    assert rule in budget_rules(tmp_path, html)


def test_links_and_deferred_scripts_of_this_site_are_free(tmp_path: Path) -> None:
    html = '<script src="/a.js" defer></script><a href="https://lex.uz/">law</a><img src="/a.png">'
    assert budget_rules(tmp_path, html) == set()


def reading_rules(tmp_path: Path, html: str) -> list[str]:
    part = reading.examine([page(tmp_path, html)], [read(html)])
    return [finding.rule for finding in part.findings]


def test_a_long_sentence_of_the_summary_is_reported_and_a_short_one_is_not(tmp_path: Path) -> None:
    long, short = " ".join(["word"] * 21), " ".join(["word"] * 20)
    html = '<html lang="en"><main><p class="lead">{}.</p></main></html>'
    assert reading_rules(tmp_path, html.format(long)) == ["long-sentence"]
    assert reading_rules(tmp_path, html.format(f"{short}. And {short}")) == ["long-sentence"]
    assert reading_rules(tmp_path, html.format(f"{short}. {short.capitalize()}")) == []


def test_a_wrong_language_is_reported(tmp_path: Path) -> None:
    assert reading_rules(tmp_path, '<html lang="ru"><main></main></html>') == ["page-language"]


REASON = "{uz: yetkazib beruvchi tuzatadi, ru: чинит поставщик, en: the supplier mends it}"


def write_exceptions(tmp_path: Path, expires: str, reason: str = REASON) -> Path:
    file = tmp_path / "exceptions.yml"
    file.write_text(
        f"- check: axe\n  rule: label\n  page: /en/*\n  reason: {reason}\n  expires: {expires}\n",
        "utf-8",
    )
    return file


def finding(page_address: str = "/en/a-z/") -> Finding:
    return Finding("axe", "label", page_address, "input", "no label", "add one")


def test_an_exception_excuses_what_it_names_until_its_day(tmp_path: Path) -> None:
    allowances = exceptions.read(write_exceptions(tmp_path, "2026-11-21"))
    result = Result("axe", 1, 1, (finding(), finding("/ru/a-z/")))
    kept, excused = exceptions.apply([result], allowances, TODAY)
    assert [f.page for r in kept for f in r.findings] == ["/ru/a-z/"]
    assert [f.page for f, _ in excused] == ["/en/a-z/"]


def test_an_expired_exception_fails_even_without_its_finding(tmp_path: Path) -> None:
    allowances = exceptions.read(write_exceptions(tmp_path, "2026-11-20"))
    kept, excused = exceptions.apply([Result("axe", 1, 1, (finding(),))], allowances, TODAY)
    assert {f.rule for r in kept for f in r.findings} == {"label", "expired"}
    assert excused == ()
    kept, _ = exceptions.apply([], allowances, TODAY)
    assert [f.remedy != "" for r in kept for f in r.findings] == [True]


@pytest.mark.parametrize(
    ("expires", "reason"),
    [("soon", REASON), ("2027-01-01", '""'), ("2027-01-01", "{en: only English}")],
)
def test_an_exception_without_reason_or_date_is_refused(
    tmp_path: Path, expires: str, reason: str
) -> None:
    with pytest.raises(exceptions.ExceptionsError, match="needs a"):
        exceptions.read(write_exceptions(tmp_path, expires, reason))


def test_the_committed_exceptions_can_be_read() -> None:
    assert all(allowance.reason for allowance in exceptions.read())


def test_a_long_page_is_walked_at_both_ends_and_on_a_changing_stretch() -> None:
    spans = stretches(900, seed=1)
    assert (spans[0][0], spans[-1][1]) == (0, 900)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert len({stretches(900, seed)[1] for seed in range(20)}) > 1
    assert stretches(900, None) == [(0, 900)]
    assert stretches(100, seed=1) == [(0, 100)]


class FragileBrowser:
    """A session that breaks on the first visit to a page."""

    broken: ClassVar[set[int]] = set()

    def visit(self, number: int) -> int:
        if number % 3 == 0 and number not in self.broken:
            self.broken.add(number)
            raise WebDriverException("the browser is gone")
        return number * 2


def test_a_crashed_browser_is_replaced_and_its_page_tried_again() -> None:
    progress = Progress(io.StringIO())
    answers = share(
        range(10), lambda: nullcontext(FragileBrowser()), FragileBrowser.visit, progress, workers=2
    )
    assert answers == [number * 2 for number in range(10)]


def test_a_page_that_always_brings_the_browser_down_stops_the_audit() -> None:
    def crash(_session: None, _number: int) -> int:
        raise WebDriverException("the browser is gone")

    with pytest.raises(WebDriverException):
        share([1], nullcontext, crash, Progress(io.StringIO()), workers=1)


def test_a_stopped_audit_goes_on_and_looks_again_at_what_changed(tmp_path: Path) -> None:
    """A line cut off by the stop, a page with findings and a mended page are looked at again."""
    file, clean = tmp_path / "journal", {"axe": Part(7, (), {"score": 1})}
    one = page(tmp_path, "<p>before</p>")
    first = Journal(file)
    first.keep(first.key("axe", one), clean)
    first.keep(first.key("layout", one), {"layout": Part(1, (finding(),))})
    with file.open("a") as journal:
        journal.write('{"key": "cut o')
    again = Journal(file)
    assert again.recall(again.key("axe", one)) == clean
    assert again.recall(again.key("layout", one)) is None
    assert Journal().recall(again.key("axe", one)) is None
    assert again.recall(again.key("axe", page(tmp_path, "<p>mended</p>"))) is None
