"""The story of an audit: files first, then browsers, then Lighthouse alone."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext

from a11y import axe, budgets, keyboard, layout, lighthouse, markup, reading, server, snapshots
from a11y.browsers import playwright_browser, selenium_browser
from a11y.crew import share
from a11y.findings import Finding, Part, Result
from a11y.looks import LOOKS, Look
from a11y.pages import Page, find_pages, first_of_each_type, sample
from a11y.progress import Progress
from a11y.source import read

_SAMPLE = 24  # pages of the rest that a normal audit looks at, in one look
_VALIDATED = 400  # pages of the rest whose HTML it validates


@dataclass(frozen=True)
class Plan:
    """What one audit looks at.

    `typical` pages thoroughly, `sampled` ones in one look, `validated` ones as HTML, and every
    page for its weight, its requests and its sentences. `walk` is the seed for the stretch of a
    very long page that the keyboard walks, None for all of it.
    """

    pages: tuple[Page, ...]
    typical: tuple[Page, ...]
    sampled: tuple[Page, ...]
    validated: tuple[Page, ...]
    looks: tuple[Look, ...]
    lighthouse: tuple[Page, ...]
    walk: int | None
    stages: frozenset[str]
    complete: bool
    seed: int


STAGES = ("files", "axe", "pages", "lighthouse")
"""What an audit does, in this order; Lighthouse comes alone, for it measures time."""


def plan(
    site: Path, seed: int, *, every: bool = False, fast: bool = False, only: Iterable[str] = ()
) -> Plan:
    """Choose pages: the normal audit, `every` page and type, or `fast` for one quick look.

    `only` names the stages to carry out. An audit is complete when it leaves none out.
    """
    pages = find_pages(site)
    typical = first_of_each_type(pages)
    offered = {page.path for page in pages}
    looks = tuple(look for look in LOOKS if not look.needs or look.needs in offered)
    stages = frozenset(only) or frozenset(STAGES)
    if fast:
        return Plan(
            pages, typical, (), typical, looks[:1], (), seed, stages, complete=False, seed=seed
        )
    rest = tuple(sample(pages, typical, len(pages), seed))
    sampled, valid = (rest, rest) if every else (rest[:_SAMPLE], rest[:_VALIDATED])
    scored = typical if every else lighthouse.choose(typical, seed)
    return Plan(
        pages,
        typical,
        sampled,
        (*typical, *valid),
        looks,
        scored,
        walk=None if every else seed,
        stages=stages,
        complete=stages == frozenset(STAGES),
        seed=seed,
    )


def run(site: Path, the_plan: Plan, progress: Progress, *, update: bool = False) -> list[Result]:
    """Carry the plan out; gives one result a check. `update` rewrites the golden trees."""
    stages: dict[str, Callable[[str], Iterable[Result]]] = {
        "files": lambda _: _files(the_plan, progress),
        "axe": lambda origin: [_axe(origin, the_plan, progress)],
        "pages": lambda origin: _visits(origin, the_plan, progress, update=update),
        "lighthouse": lambda origin: _lighthouse(origin, the_plan.lighthouse, progress),
    }
    with server.serve(site) as origin:
        return [
            result
            for name, stage in stages.items()
            if name in the_plan.stages
            for result in stage(origin)
        ]


def _files(the_plan: Plan, progress: Progress) -> list[Result]:
    pages = the_plan.pages
    progress.stage("markup, budgets, reading", 3)
    valid = markup.examine(the_plan.validated)
    progress.step()
    sources = [read(page.file.read_text("utf-8")) for page in pages]
    weighed, figures = budgets.examine(pages, sources)
    progress.step()
    readable = reading.examine(pages, sources)
    progress.step()
    return [
        Result.of("markup", len(the_plan.validated), [valid]),
        Result.of("budgets", len(pages), [weighed], [figures]),
        Result.of("reading", len(pages), [readable]),
    ]


def _axe(origin: str, the_plan: Plan, progress: Progress) -> Result:
    jobs = [(page, the_plan.looks) for page in the_plan.typical]
    jobs += [(page, the_plan.looks[:1]) for page in the_plan.sampled]
    progress.stage("axe in every look", len(jobs))
    parts = share(
        jobs,
        selenium_browser,
        lambda driver, job: axe.examine(driver, origin, *job),
        progress,
    )
    return Result.of("axe", len(jobs), parts)


def _visits(origin: str, the_plan: Plan, progress: Progress, *, update: bool) -> Iterable[Result]:
    """Tree, keyboard and layout of each typical page; layout alone of the sampled ones."""
    seen: set[str] = set()

    def visit(browser: BrowserContext, page: Page) -> dict[str, Part]:
        return _visit(browser, origin, page, the_plan, seen, update=update)

    pages = [*the_plan.typical, *the_plan.sampled]
    progress.stage("keyboard, layout, trees", len(pages))
    parts = share(pages, playwright_browser, visit, progress)
    for check in ("snapshots", "keyboard", "layout"):
        looked = [part[check] for part in parts if check in part]
        if check == "snapshots":
            looked.append(snapshots.orphans(the_plan.typical, remove=update))
        yield Result.of(check, sum(1 for part in parts if check in part), looked)


def _visit(
    browser: BrowserContext,
    origin: str,
    page: Page,
    the_plan: Plan,
    seen: set[str],
    *,
    update: bool,
) -> dict[str, Part]:
    foreign: set[str] = set()
    own = urlsplit(origin).netloc
    tab = browser.new_page()
    try:
        tab.on(
            "request", lambda r: None if urlsplit(r.url).netloc in ("", own) else foreign.add(r.url)
        )
        tab.goto(origin + page.address)
        parts = {}
        if page in the_plan.typical:
            parts["snapshots"] = (snapshots.update if update else snapshots.examine)(tab, page)
            parts["keyboard"] = keyboard.examine(tab, page, seen, the_plan.walk)
        measured = layout.examine(tab, page)
    finally:
        tab.close()
    strangers = tuple(_foreign(page, url) for url in sorted(foreign))
    return {**parts, "layout": Part(measured.checks + 1, measured.findings + strangers)}


def _foreign(page: Page, url: str) -> Finding:
    message = f"the open page asks another host: {url}"
    remedy = "serve the file from this site or leave it out"
    return Finding("layout", "other-host", page.address, "page", message, remedy)


def _lighthouse(origin: str, pages: Sequence[Page], progress: Progress) -> Iterator[Result]:
    """One at a time: it measures time, and a busy machine would be blamed on the page."""
    if not pages:
        return
    progress.stage("Lighthouse", len(pages))
    parts, figures = [], []
    for page in pages:
        part, scores = lighthouse.examine(origin, page)
        parts.append(part)
        figures.append(scores)
        progress.step()
    yield Result.of("lighthouse", len(pages), parts, figures)
