"""Lists of services that others keep: brought in, fetched, compared."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from generator import report
from generator.commands.options import LANG
from generator.commands.publishing import publish_site
from generator.comparing.show import FORMATS as COMPARISON_FORMATS
from generator.comparing.workbook import write as write_workbook
from generator.editing import lists
from generator.errors import TableError
from generator.imports.plan import Plan
from generator.imports.show import FORMATS as PLAN_FORMATS
from generator.imports.show import Outcome
from generator.messages import word
from generator.remote import fetch
from generator.settings import Settings
from generator.tables.columns import Map, read_map

Run = TypeVar("Run", bound=Callable[..., Any])


@dataclass(frozen=True)
class Wishes:
    """How a list is to be brought in."""

    lang: str
    form: str
    columns: str
    source: str
    as_of: str
    write: bool
    skip_bad: bool


_WISHES = (
    LANG,
    click.option("--format", "form", type=click.Choice(list(PLAN_FORMATS)), default="text"),
    click.option("--columns", metavar="MAP.yml", default="", help="Headings, and what words mean."),
    click.option("--source", default="", help="Where the list comes from: address or report."),
    click.option("--as-of", default="", help="Of when it speaks: 2026-11-21; without it today."),
    click.option("--write", is_flag=True, help="Write what the plan shows."),
    click.option("--skip-bad", is_flag=True, help="Write although rows have errors."),
)


def _wished(run: Run) -> Run:
    """Give a command the options of `Wishes`."""
    for option in reversed(_WISHES):
        run = option(run)
    return run


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@_wished
@click.pass_obj
def import_list(settings: Settings, /, file: Path, **wishes: Any) -> int:
    """Plan the import of a list of services (XLSX, CSV or JSON); --write brings it in."""
    return _bring(settings, file, f"channel: {file.name}", Wishes(**wishes))


@click.command()
@click.argument("address")
@click.option("--sha256", default="", help="The digest that the file must have.")
@_wished
@click.pass_obj
def sync(settings: Settings, /, address: str, sha256: str, **given: Any) -> int:
    """Fetch a list of services from an address and plan its import; --write publishes it too."""
    wishes = Wishes(**given)
    copy = fetch(address, settings.work / "remote", sha256)
    if not copy.changed and not wishes.write:
        print(word("sync_unchanged", wishes.lang), file=sys.stderr)
    stopped = _bring(settings, copy.path, address, wishes)
    if wishes.write and not stopped:
        publish_site(settings)
    return stopped


def _bring(settings: Settings, path: Path, source: str, wishes: Wishes) -> int:
    """Plan and, where asked, write; the exit code says whether rows stand in the way."""
    try:
        columns = read_map(Path(wishes.columns)) if wishes.columns else Map()
        origin = lists.origin(
            wishes.source or columns.source or source,
            wishes.as_of or columns.as_of,
            datetime.now(UTC).date(),
        )
        plan, count = lists.import_list(
            settings, path, columns, origin, write=wishes.write, skip_bad=wishes.skip_bad
        )
    except TableError as error:
        plan, count = Plan(source, 0, problems=(error.problem,)), 0
    unread = not plan.rows and bool(plan.errors)
    stopped = unread or (bool(plan.errors) and not wishes.skip_bad)
    print(PLAN_FORMATS[wishes.form](plan, Outcome(wishes.write, stopped, count), wishes.lang))
    return 1 if stopped else 0


@click.command()
@click.argument("first", metavar="A", type=click.Path(path_type=Path))
@click.argument("second", metavar="B", type=click.Path(path_type=Path))
@click.option("--out", metavar="FILE.xlsx", type=click.Path(path_type=Path), help="A workbook too.")
@click.option("--format", "form", type=click.Choice(list(COMPARISON_FORMATS)), default="text")
@LANG
@click.pass_obj
def compare(
    settings: Settings, first: Path, second: Path, out: Path | None, form: str, lang: str
) -> int:
    """Compare two lists of services: in one only, in both, under two names, in two languages."""
    try:
        named = lists.compare_lists(settings, first, second, lang)
    except TableError as error:
        print(report.as_text([error.problem], lang), file=sys.stderr)
        return 1
    print(COMPARISON_FORMATS[form](named, lang))
    if out:
        write_workbook(out, named, lang)
        print(word("compare_written", lang, path=str(out)), file=sys.stderr)
    return 0


COMMANDS = (import_list, sync, compare)
