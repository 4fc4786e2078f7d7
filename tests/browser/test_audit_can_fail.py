"""The audit sees what is wrong: faults planted in a copy of the built tree are reported."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from a11y import axe
from a11y.looks import LOOKS
from a11y.pages import Page
from a11y.report import PART
from a11y.server import serve
from generator.settings import ROOT

OFFICIALESE = (
    "In accordance with the procedure established by the legislation, the aforementioned service "
    "is provided by the authorised body on the basis of an application furnished by the applicant "
    "prior to the commencement of the period for the implementation of the corresponding measures."
)


def into_main(html: str, fragment: str) -> str:
    assert "</main>" in html
    return html.replace("</main>", f"{fragment}</main>", 1)


def unlabelled_field(html: str) -> str:
    return into_main(html, '<p><input type="text" name="planted"></p>')


def low_contrast(html: str) -> str:
    styled = html.replace("</style>", ".planted{color:#bbb;background:#fff}</style>", 1)
    return into_main(styled, '<p class="planted">Pale words on a white ground</p>')


def skipped_heading(html: str) -> str:
    return into_main(html, "<section><h2>Second</h2><h4>Fourth</h4></section>")


def missing_lang(html: str) -> str:
    assert '<html lang="en">' in html
    return html.replace('<html lang="en">', "<html>", 1)


def sideways_scroll(html: str) -> str:
    styled = html.replace("</style>", ".planted{width:37rem}</style>", 1)
    return into_main(styled, '<div class="planted">Wider than a phone</div>')


def focus_trap(html: str) -> str:
    trap = "<script>document.getElementById('planted').onblur = e => e.target.focus()</script>"
    return into_main(html, f'<p><button type="button" id="planted">Stay</button></p>{trap}')


def officialese(html: str) -> str:
    start = html.index('<p class="lead"')
    end = html.index("</p>", start)
    return html[:start] + f'<p class="lead">{OFFICIALESE}' + html[end:]


@dataclass(frozen=True)
class Plant:
    """A fault, the page it is planted on, and the rules that must see it."""

    plant: Callable[[str], str]
    page: str
    rules: frozenset[tuple[str, str]]


PLANTS = (
    Plant(
        unlabelled_field,
        "/en/",
        frozenset({("axe", "label"), ("markup", "input-missing-label")}),
    ),
    Plant(low_contrast, "/en/a-z/", frozenset({("axe", "color-contrast")})),
    Plant(
        skipped_heading,
        "/en/glossary/",
        frozenset({("axe", "heading-order"), ("markup", "heading-level")}),
    ),
    Plant(
        missing_lang,
        "/en/data/",
        frozenset({("axe", "html-has-lang"), ("reading", "page-language")}),
    ),
    Plant(
        sideways_scroll,
        "/en/spheres/certificates/",
        frozenset({("layout", "sideways-scroll")}),
    ),
    Plant(focus_trap, "/en/services/birth-certificate/", frozenset({("keyboard", "focus-trap")})),
    Plant(
        officialese,
        "/en/covid-19/protect-yourself/",
        frozenset({("reading", "long-sentence")}),
    ),
)


@dataclass(frozen=True)
class Audited:
    """How a run of `python -m a11y` ended."""

    exit_code: int
    printed: str
    folder: Path

    @property
    def findings(self) -> list[dict[str, str]]:
        data = json.loads((self.folder / f"{PART}.json").read_text("utf-8"))
        found: list[dict[str, str]] = data["findings"]
        return found


def audited(tree: Path, folder: Path) -> Audited:
    command = [sys.executable, "-m", "a11y", "--fast", "--site", str(tree), "--report", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode in {0, 1}, done.stderr
    return Audited(done.returncode, done.stdout, folder)


def copied(site: Path, tree: Path) -> Path:
    for plant in PLANTS:
        page = Path(plant.page.strip("/")) / "index.html"
        (tree / page).parent.mkdir(parents=True)
        shutil.copy(site / page, tree / page)
    shutil.copytree(site / "public", tree / "public")
    return tree


@pytest.fixture(scope="module")
def faulty(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Audited:
    """The audit of the copied pages, each with one fault planted."""
    folder = tmp_path_factory.mktemp("faulty")
    tree = copied(site, folder / "tree")
    for plant in PLANTS:
        page = tree / plant.page.strip("/") / "index.html"
        page.write_text(plant.plant(page.read_text("utf-8")), "utf-8")
    return audited(tree, folder / "report")


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.plant.__name__)
def test_a_planted_fault_is_reported_with_page_and_remedy(faulty: Audited, plant: Plant) -> None:
    seen = {
        (finding["check"], finding["rule"])
        for finding in faulty.findings
        if finding["page"] == plant.page and finding["remedy"]
    }
    assert plant.rules <= seen


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.plant.__name__)
def test_the_fault_is_reported_nowhere_else(faulty: Audited, plant: Plant) -> None:
    elsewhere = {
        (finding["page"], finding["check"], finding["rule"])
        for finding in faulty.findings
        if finding["page"] != plant.page and (finding["check"], finding["rule"]) in plant.rules
    }
    assert elsewhere == set()


def test_the_audit_fails_and_says_where_and_what_to_do(faulty: Audited) -> None:
    assert faulty.exit_code == 1
    assert "/en/" in faulty.printed
    assert "remedy:" in faulty.printed


@pytest.fixture(scope="module")
def report_page(faulty: Audited) -> Iterator[tuple[str, Page]]:
    name = f"{PART}.html"
    with serve(faulty.folder) as origin:
        yield origin, Page(f"/{name}", "en", name, "report", faulty.folder / name)


def test_the_report_is_accessible_itself(report_page: tuple[str, Page]) -> None:
    origin, page = report_page
    with axe.session() as driver:
        part = axe.examine(driver, origin, page, [LOOKS[0]])
    assert part.checks > 10
    assert part.findings == ()
