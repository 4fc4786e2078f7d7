"""`python -m a11y`: flags, messages and exit codes of the audit; no logic."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from a11y import audit, exceptions, report
from a11y.browsers import BrowserMissingError
from a11y.crew import WORKERS
from a11y.journal import Journal
from a11y.plan import STAGES, Plan, plan, plan_changed
from a11y.progress import Progress

_ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Audit a built site; 0 is clean, 1 has findings, 2 could not be done."""
    options = _parser().parse_args(arguments)
    now = datetime.now(UTC)
    seed = options.seed if options.seed is not None else now.date().toordinal()
    try:
        allowances = exceptions.read()
        the_plan = _plan(options, seed)
        if not the_plan.pages:
            print(f"No pages in {options.site}: build the site first.", file=sys.stderr)
            return 2
        # Only the audit of every page takes so long that it is worth going on with.
        journal = Journal(options.report / "a11y-journal.jsonl" if options.all else None)
        results = audit.run(
            options.site, the_plan, Progress(), journal,
            workers=options.workers, update=options.update_snapshots,
        )  # fmt: skip
    except (exceptions.ExceptionsError, BrowserMissingError) as error:
        print(error, file=sys.stderr)
        return 2
    kept, excused = exceptions.apply(results, allowances, now.date())
    the_report = report.Report(options.site, the_plan, kept, excused, now)
    report.write(the_report, options.report)
    print(report.table(the_report))
    print(f"Report: {options.report / the_report.name}.html")
    return 1 if the_report.findings else 0


def _plan(options: argparse.Namespace, seed: int) -> Plan:
    if options.pages:
        return plan_changed(options.site, options.pages.read_text("utf-8").splitlines(), seed)
    return plan(options.site, seed, every=options.all, fast=options.fast, only=options.only or ())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m a11y", description="Audits the built site.")
    add = parser.add_argument
    add("--site", type=Path, default=_ROOT / "site", help="the built tree (default: site)")
    add("--report", type=Path, default=_ROOT / ".work", help="folder for the reports")
    add("--seed", type=int, help="choose sampled pages and variants by this, not by the date")
    add("--update-snapshots", action="store_true", help="rewrite the golden accessibility trees")
    add("--only", action="append", choices=STAGES, help="carry out this stage, not all")
    add("--workers", type=int, default=WORKERS, help=f"browsers at a time (default: {WORKERS})")
    extent = parser.add_mutually_exclusive_group()
    extent.add_argument("--all", action="store_true", help="every page, Lighthouse on every type")
    extent.add_argument("--pages", type=Path, help="axe on the pages that this file lists")
    extent.add_argument("--fast", action="store_true", help="one look, no sample, no Lighthouse")
    return parser
