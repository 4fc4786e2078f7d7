"""The story of an audit: files first, then browsers, then Lighthouse alone."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from playwright.sync_api import Page as Tab
from playwright.sync_api import Request
from selenium.webdriver import Chrome

from a11y import axe, budgets, keyboard, layout, lighthouse, markup, reading, server, snapshots
from a11y.browsers import playwright_browser, settle
from a11y.crew import WORKERS, share
from a11y.findings import Finding, Part, Result
from a11y.journal import Journal, Parts
from a11y.pages import Page
from a11y.plan import Plan
from a11y.progress import Progress
from a11y.source import read

Session = TypeVar("Session")


@dataclass(frozen=True)
class Work:
    """One audit under way: where the site is served, how many browsers, what was seen before.

    `update` rewrites the golden trees.
    """

    plan: Plan
    origin: str
    progress: Progress
    journal: Journal
    workers: int
    update: bool

    def look(
        self,
        stage: str,
        pages: Sequence[Page],
        open_session: Callable[[], AbstractContextManager[Session]],
        examine: Callable[[Session, Page], Parts],
    ) -> list[Parts]:
        """Examine pages one by one, without those that the journal knows."""

        def examined(session: Session, page: Page) -> Parts:
            key = self.journal.key(stage, page)
            parts = self.journal.recall(key)
            if parts is None:
                parts = examine(session, page)
                self.journal.keep(key, parts)
            return parts

        self.progress.stage(stage, len(pages))
        return share(pages, open_session, examined, self.progress, self.workers)


def run(
    site: Path,
    the_plan: Plan,
    progress: Progress,
    journal: Journal,
    *,
    workers: int = WORKERS,
    update: bool = False,
) -> list[Result]:
    """Carry the plan out; gives one result a check."""
    stages: dict[str, Callable[[Work], Iterable[Result]]] = {
        "files": _files,
        "axe": _axe,
        "pages": _visits,
        "lighthouse": _lighthouse,
    }
    with server.serve(site) as origin:
        work = Work(the_plan, origin, progress, journal, workers, update)
        return [
            result
            for name, stage in stages.items()
            if name in the_plan.stages
            for result in stage(work)
        ]


def _files(work: Work) -> Iterator[Result]:
    pages, validated = work.plan.pages, work.plan.validated
    work.progress.stage("markup, budgets, reading", 3)
    with ThreadPoolExecutor(1) as beside:
        valid = beside.submit(markup.examine, validated)  # a program of its own
        sources = [read(page.file.read_text("utf-8")) for page in pages]
        yield Result.of("budgets", len(pages), [budgets.examine(pages, sources)])
        work.progress.step()
        yield Result.of("reading", len(pages), [reading.examine(pages, sources)])
        work.progress.step()
        yield Result.of("markup", len(validated), [valid.result()])
        work.progress.step()


def _axe(work: Work) -> Iterator[Result]:
    every, first = work.plan.looks, work.plan.looks[:1]

    def in_every_look(driver: Chrome, page: Page) -> Parts:
        return {"axe": axe.examine(driver, work.origin, page, every)}

    def in_one_look(driver: Chrome, page: Page) -> Parts:
        return {"axe": axe.examine(driver, work.origin, page, first)}

    looked = work.look("axe in every look", work.plan.typical, axe.session, in_every_look)
    looked += work.look("axe in one look", work.plan.sampled, axe.session, in_one_look)
    yield Result.of("axe", len(looked), [parts["axe"] for parts in looked])


def _visits(work: Work) -> Iterator[Result]:
    """Tree, keyboard and layout of each typical page; layout alone of the sampled ones."""
    seen: set[str] = set()
    snap = snapshots.update if work.update else snapshots.examine

    def thoroughly(tab: Tab, page: Page) -> Parts:
        with _open(tab, work.origin, page) as foreign:
            return {
                "snapshots": snap(tab, page),
                "keyboard": keyboard.examine(tab, page, seen, work.plan.walk),
                "layout": _laid_out(tab, page, foreign),
            }

    def at_a_glance(tab: Tab, page: Page) -> Parts:
        with _open(tab, work.origin, page) as foreign:
            return {"layout": _laid_out(tab, page, foreign)}

    # The golden trees are no part of a page, so what was said of them before does not count.
    anew = replace(work, journal=Journal())
    looked = anew.look("keyboard, layout, trees", work.plan.typical, playwright_browser, thoroughly)
    looked += work.look("layout", work.plan.sampled, playwright_browser, at_a_glance)
    for check in ("snapshots", "keyboard", "layout"):
        parts = [each[check] for each in looked if check in each]
        count = len(parts)
        if check == "snapshots":
            parts.append(snapshots.orphans(work.plan.typical, remove=work.update))
        yield Result.of(check, count, parts)


@contextmanager
def _open(tab: Tab, origin: str, page: Page) -> Iterator[set[str]]:
    """Open the page; gives the addresses that it asks of other hosts, which grow."""
    foreign: set[str] = set()
    own = urlsplit(origin).netloc

    def note(request: Request) -> None:
        if urlsplit(request.url).netloc not in ("", own):
            foreign.add(request.url)

    tab.on("request", note)
    try:
        tab.goto(origin + page.address)
        settle(tab)
        yield foreign
    finally:
        tab.remove_listener("request", note)


def _laid_out(tab: Tab, page: Page, foreign: set[str]) -> Part:
    measured = layout.examine(tab, page)
    strangers = tuple(_foreign(page, url) for url in sorted(foreign))
    return Part(measured.checks + 1, measured.findings + strangers)


def _foreign(page: Page, url: str) -> Finding:
    message = f"the open page asks another host: {url}"
    remedy = "serve the file from this site or leave it out"
    return Finding("layout", "other-host", page.address, "page", message, remedy)


def _lighthouse(work: Work) -> Iterator[Result]:
    """One at a time: it measures time, and a busy machine would be blamed on the page."""
    if not work.plan.lighthouse:
        return

    def examine(session: lighthouse.Session, page: Page) -> Parts:
        return {"lighthouse": lighthouse.examine(session, work.origin, page)}

    alone = replace(work, workers=1)
    looked = alone.look("Lighthouse", work.plan.lighthouse, lighthouse.session, examine)
    yield Result.of("lighthouse", len(looked), [parts["lighthouse"] for parts in looked])
