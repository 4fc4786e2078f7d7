"""Lighthouse, mobile preset, over pages: performance, accessibility and best practices."""

import json
import os
import random
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from a11y.browsers import FLAGS, chromium
from a11y.findings import Finding, Part
from a11y.pages import Page

_CLI = Path(__file__).resolve().parent.parent / "node_modules" / "lighthouse" / "cli" / "index.js"
FLOORS = {"performance": 0.98, "accessibility": 1.0, "best-practices": 0.96}
"""The least that each category may score."""

_TYPES = ("home", "sphere", "passport", "covid-19 section", "statistics")
_TIME_LIMIT = 120  # seconds for one page; a run takes about 12


def choose(pages: Sequence[Page], seed: int) -> tuple[Page, ...]:
    """Five page types, each in a variant that changes with the seed."""
    dice = random.Random(seed)  # noqa: S311  # a rotation, not a secret
    chosen = []
    for name in _TYPES:
        alike = [page for page in pages if page.type == name]
        if alike:
            chosen.append(dice.choice(alike))
    return tuple(chosen)


def examine(origin: str, page: Page) -> Part:
    """Run Lighthouse on one page; its scores, 0 to 1, are the figures.

    Performance is a time measured on a machine that others use too: where one run is below the
    floor, the middle one of three counts, as Lighthouse's own guide on variability advises.
    """
    report = _run(origin + page.address)
    if _score(report, "performance") < FLOORS["performance"]:
        reports = [report, _run(origin + page.address), _run(origin + page.address)]
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


def _run(url: str) -> dict[str, Any]:
    command = [
        "node",
        str(_CLI),
        url,
        "--output=json",
        "--quiet",
        f"--only-categories={','.join(FLOORS)}",
        f"--chrome-flags=--headless=new {' '.join(FLAGS)}",
    ]
    done = subprocess.run(  # noqa: S603  # our own tool and our own address
        command,
        env={**os.environ, "CHROME_PATH": chromium()},
        capture_output=True,
        timeout=_TIME_LIMIT,
        check=True,
    )
    report: dict[str, Any] = json.loads(done.stdout)
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
