"""What an audit found: a short table, an accessible HTML page, and JSON for the statement."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from a11y.exceptions import Allowance
from a11y.findings import Finding, Result
from a11y.lighthouse import FLOORS
from a11y.plan import Plan

WHOLE = "a11y-report"
"""Name of the reports of a complete audit: these the statement on the site may quote."""

PART = "a11y-part"
"""Name of the reports of an audit that left something out."""

_SHOWN = 10  # findings on the terminal
_TEMPLATE = "report.html"


@dataclass(frozen=True)
class Report:
    """One audit."""

    site: Path
    plan: Plan
    results: tuple[Result, ...]
    excused: tuple[tuple[Finding, Allowance], ...]
    when: datetime

    @property
    def name(self) -> str:
        """Name of its files, without their endings."""
        return WHOLE if self.plan.complete else PART

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that must be mended."""
        return tuple(finding for result in self.results for finding in result.findings)

    @property
    def checks(self) -> int:
        """Single checks made, over all pages and looks."""
        return sum(result.checks for result in self.results)

    @property
    def extent(self) -> str:
        """How much was looked at, in one sentence."""
        types = len({page.type for page in self.plan.typical})
        variants = len({page.variant for page in self.plan.typical})
        looks = ", ".join(look.name for look in self.plan.looks)
        return (
            f"{len(self.plan.pages)} pages; {types} page types in {variants} variants and "
            f"{len(self.plan.looks)} looks ({looks}), {len(self.plan.sampled)} more pages sampled; "
            f"{self.checks} checks, {len(self.findings)} findings, {len(self.excused)} excused; "
            f"seed {self.plan.seed}."
        )


def fingerprint(site: Path) -> str:
    """Name of the pages of a tree without its accessibility statement: 16 hexadecimal digits.

    The statement quotes the audit, so it cannot be part of what the audit vouches for.
    """
    root, total = site.resolve(), hashlib.sha256()
    for path in sorted(root.rglob("*.html")):
        if path.parent.name != "accessibility":
            total.update(path.relative_to(root).as_posix().encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


def write(report: Report, folder: Path) -> None:
    """Write the report into `folder`: JSON for programs, HTML and Markdown for people."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = folder / report.name
    data = json.dumps(_data(report), ensure_ascii=False, indent=1)
    stem.with_suffix(".json").write_text(data, "utf-8")
    stem.with_suffix(".html").write_text(_page(report), "utf-8")
    stem.with_suffix(".md").write_text(_markdown(report), "utf-8")


def table(report: Report) -> str:
    """The terminal's table, then the first findings with their remedies."""
    rows = [f"{'check':<12}{'pages':>7}{'checks':>9}{'findings':>10}"]
    rows += [f"{r.check:<12}{r.pages:>7}{r.checks:>9}{len(r.findings):>10}" for r in report.results]
    for finding in report.findings[:_SHOWN]:
        look = f" [{finding.look}]" if finding.look else ""
        rows += [
            "",
            f"{finding.page}: {finding.check} {finding.rule}{look}",
            f"  {finding.where}: {finding.message}",
            f"  remedy: {finding.remedy}",
        ]
    if len(report.findings) > _SHOWN:
        rows += ["", f"… and {len(report.findings) - _SHOWN} more in the report"]
    return "\n".join([*rows, "", report.extent])


def _data(report: Report) -> dict[str, object]:
    return {
        "date": report.when.date().isoformat(),
        "fingerprint": fingerprint(report.site),
        "seed": report.plan.seed,
        "pages": len(report.plan.pages),
        "types": sorted({page.type for page in report.plan.typical}),
        "variants": sorted({page.variant for page in report.plan.typical}),
        "looks": [look.name for look in report.plan.looks],
        "checks": report.checks,
        "results": [
            {
                "check": result.check,
                "pages": result.pages,
                "checks": result.checks,
                "findings": len(result.findings),
                "figures": list(result.figures),
            }
            for result in report.results
        ],
        "findings": [finding.as_dict() for finding in report.findings],
        "excused": [
            {
                **finding.as_dict(),
                "reason": dict(allowance.reason),
                "expires": str(allowance.expires),
            }
            for finding, allowance in report.excused
        ],
    }


def _page(report: Report) -> str:
    """The HTML report: one table of checks, then the findings page by page."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    counted = Counter(f"{finding.check}: {finding.rule}" for finding in report.findings)
    return environment.get_template(_TEMPLATE).render(
        report=report,
        when=f"{report.when:%d %B %Y, %H:%M} UTC",
        rules=counted.most_common(),
        scores=_scores(report),
        categories=tuple(FLOORS),
    )


def _markdown(report: Report) -> str:
    """The tables as they stand in the documentation."""
    lines = ["| Check | Pages | Checks | Findings |", "|---|---:|---:|---:|"]
    lines += [f"| {r.check} | {r.pages} | {r.checks} | {len(r.findings)} |" for r in report.results]
    scores = _scores(report)
    if scores:
        head = ("Page", *FLOORS)
        lines += ["", f"| {' | '.join(head)} |", f"|---|{'---:|' * len(FLOORS)}"]
        lines += [
            f"| `{one['page']}` | {' | '.join(f'{one[name]:.2f}' for name in FLOORS)} |"
            for one in scores
        ]
    return "\n".join([f"{report.when:%d %B %Y}. {report.extent}", "", *lines, ""])


def _scores(report: Report) -> list[dict[str, Any]]:
    return [dict(f) for r in report.results if r.check == "lighthouse" for f in r.figures]
