"""Lighthouse, mobile preset, over pages: performance, accessibility and best practices."""

import json
import random
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO, Any, cast

from a11y.browsers import FLAGS, chromium
from a11y.findings import Finding, Part
from a11y.pages import Page

_SCRIPT = Path(__file__).with_suffix(".mjs")
FLOORS = {"performance": 0.98, "accessibility": 1.0, "best-practices": 0.96}
"""The least that each category may score."""

_TYPES = ("home", "sphere", "passport", "covid-19 section", "statistics")
_TIME_LIMIT = 120  # seconds for one page; a run takes about 6


@dataclass(frozen=True)
class Session:
    """A running Lighthouse: addresses go in, reports come out, a line each."""

    process: subprocess.Popen[str]
    addresses: IO[str]
    reports: IO[str]


def choose(pages: Sequence[Page], seed: int) -> tuple[Page, ...]:
    """Five page types, each in a variant that changes with the seed."""
    dice = random.Random(seed)  # noqa: S311  # a rotation, not a secret
    chosen = []
    for name in _TYPES:
        alike = [page for page in pages if page.type == name]
        if alike:
            chosen.append(dice.choice(alike))
    return tuple(chosen)


@contextmanager
def session() -> Iterator[Session]:
    """One Lighthouse with its browser, for many pages."""
    command = ["node", str(_SCRIPT), chromium(), ",".join(FLOORS), "--headless=new", *FLAGS]
    with subprocess.Popen(  # noqa: S603  # our own tool
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Session(process, cast("IO[str]", process.stdin), cast("IO[str]", process.stdout))


def examine(session: Session, origin: str, page: Page) -> Part:
    """Run Lighthouse on one page; its scores, 0 to 1, are the figures.

    Performance is a time measured on a machine that others use too: where one run is below the
    floor, the middle one of three counts, as Lighthouse's own guide on variability advises.
    """
    report = _run(session, origin + page.address)
    if _score(report, "performance") < FLOORS["performance"]:
        reports = [report, *(_run(session, origin + page.address) for _ in range(2))]
        report = sorted(reports, key=lambda r: _score(r, "performance"))[1]
    scores = {name: _score(report, name) for name in FLOORS}
    findings = tuple(
        finding
        for name, floor in FLOORS.items()
        if scores[name] < floor
        for finding in _findings(report, name, page)
    )
    return Part(len(FLOORS), findings, {"page": page.address, "type": page.type, **scores})


def _score(report: dict[str, Any], category: str) -> float:
    return float(report["categories"][category]["score"] or 0)


def _run(session: Session, url: str) -> dict[str, Any]:
    """Raises CalledProcessError when Lighthouse or its browser ended, or took too long."""
    late = Timer(_TIME_LIMIT, session.process.kill)
    late.start()
    try:
        session.addresses.write(f"{url}\n")
        session.addresses.flush()
        line = session.reports.readline()
    finally:
        late.cancel()
    if not line:
        raise subprocess.CalledProcessError(session.process.wait(), "lighthouse")
    report: dict[str, Any] = json.loads(line)
    return report


def _findings(report: dict[str, Any], category: str, page: Page) -> Iterator[Finding]:
    """One finding for each audit that took points away."""
    whole = report["categories"][category]
    for reference in whole["auditRefs"]:
        audit = report["audits"][reference["id"]]
        if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
            shown = audit.get("displayValue") or audit["title"]
            yield Finding(
                "lighthouse",
                f"{category}: {audit['id']}",
                page.address,
                "page",
                f"{category} {whole['score']:.2f}, at least {FLOORS[category]:.2f} wanted: {shown}",
                audit["description"].split(" [")[0],
            )
