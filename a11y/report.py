"""What an audit found: a short table, an accessible HTML page, and JSON for the statement."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from html import escape
from itertools import groupby
from pathlib import Path

from a11y.audit import Plan
from a11y.exceptions import Allowance
from a11y.findings import Finding, Result

HTML = "a11y-report.html"
JSON = "a11y-report.json"
_SHOWN = 10  # findings on the terminal
_STYLE = (Path(__file__).with_name("report.css")).read_text("utf-8")


@dataclass(frozen=True)
class Report:
    """One audit."""

    site: Path
    plan: Plan
    results: tuple[Result, ...]
    excused: tuple[tuple[Finding, Allowance], ...]
    when: datetime

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
    """Name of a built tree whatever its accessibility statement says: 16 hexadecimal digits.

    The statement quotes the audit, so it cannot be part of what the audit vouches for.
    """
    root, total = site.resolve(), hashlib.sha256()
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        if path.parent.name != "accessibility":
            total.update(path.relative_to(root).as_posix().encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


def write(report: Report, folder: Path) -> None:
    """Write the JSON and the HTML report into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / JSON).write_text(json.dumps(_data(report), ensure_ascii=False, indent=1), "utf-8")
    (folder / HTML).write_text(_page(report), "utf-8")


def table(report: Report) -> str:
    """The terminal's table, then the first findings with their remedies."""
    rows = [f"{'check':<12}{'pages':>7}{'checks':>9}{'findings':>10}"]
    rows += [
        f"{r.check:<12}{r.pages:>7}{r.checks:>9}{len(r.findings):>10}" for r in report.results
    ]
    for finding in report.findings[:_SHOWN]:
        look = f" [{finding.look}]" if finding.look else ""
        rows += [
            "",
            f"{finding.page}: {finding.check} {finding.rule}{look}",
            f"  {finding.where}: {finding.message}",
            f"  remedy: {finding.remedy}",
        ]
    more = len(report.findings) - _SHOWN
    return "\n".join([*rows, *([f"\n… and {more} more in the report"] if more > 0 else []), "", report.extent])


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
            {**finding.as_dict(), "reason": allowance.reason, "expires": str(allowance.expires)}
            for finding, allowance in report.excused
        ],
    }


def _page(report: Report) -> str:
    """The HTML report: one table of checks, then the findings page by page."""
    rows = "".join(
        f'<tr><th scope="row">{escape(r.check)}</th><td>{r.pages}</td><td>{r.checks}</td>'
        f"<td>{len(r.findings)}</td></tr>"
        for r in report.results
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>Accessibility audit, {report.when:%d %B %Y}</title>\n<style>{_STYLE}</style>\n"
        "</head>\n<body>\n<main>\n"
        f"<h1>Accessibility audit</h1>\n<p>{report.when:%d %B %Y, %H:%M} UTC. "
        f"{escape(report.extent)}</p>\n"
        "<table>\n<caption>Checks and their findings</caption>\n<thead><tr>"
        '<th scope="col">Check</th><th scope="col">Pages</th><th scope="col">Checks</th>'
        f'<th scope="col">Findings</th></tr></thead>\n<tbody>{rows}</tbody>\n</table>\n'
        f"<h2>Findings</h2>\n{_by_rule(report.findings)}{_by_page(report.findings)}"
        f"<h2>Excused for a while</h2>\n{_excused(report)}{_scores(report)}"
        "</main>\n</body>\n</html>\n"
    )


def _by_rule(findings: tuple[Finding, ...]) -> str:
    counted = Counter(f"{finding.check}: {finding.rule}" for finding in findings)
    if not counted:
        return "<p>Nothing was found.</p>\n"
    items = "".join(f"<li>{escape(rule)}: {count}</li>" for rule, count in counted.most_common())
    return f"<ul>{items}</ul>\n"


def _by_page(findings: tuple[Finding, ...]) -> str:
    parts = []
    for page, group in groupby(sorted(findings, key=lambda f: f.page), key=lambda f: f.page):
        items = "".join(
            f"<li><b>{escape(f'{f.check}: {f.rule}')}</b>{escape(f' in look {f.look}' if f.look else '')}"
            f"<br>{escape(f'{f.where}: {f.message}')}<br>Remedy: {escape(f.remedy)}</li>"
            for f in group
        )
        parts.append(f"<section>\n<h3>{escape(page)}</h3>\n<ul>{items}</ul>\n</section>\n")
    return "".join(parts)


def _excused(report: Report) -> str:
    if not report.excused:
        return "<p>None.</p>\n"
    items = "".join(
        f"<li>{escape(f'{f.page}, {f.check} {f.rule}: {a.reason}, until {a.expires}')}</li>"
        for f, a in report.excused
    )
    return f"<ul>{items}</ul>\n"


def _scores(report: Report) -> str:
    figures = [f for r in report.results if r.check == "lighthouse" for f in r.figures]
    if not figures:
        return ""
    names = ("performance", "accessibility", "best-practices")
    head = "".join(f'<th scope="col">{name.capitalize()}</th>' for name in names)
    rows = "".join(
        f'<tr><th scope="row">{escape(str(f["page"]))}</th>'
        + "".join(f"<td>{f[name]}</td>" for name in names)
        + "</tr>"
        for f in figures
    )
    return (
        "<h2>Lighthouse</h2>\n<table>\n<caption>Scores from 0 to 1, mobile preset</caption>\n"
        f'<thead><tr><th scope="col">Page</th>{head}</tr></thead>\n<tbody>{rows}</tbody>\n</table>\n'
    )
