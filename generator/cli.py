"""The `xizmat` command: flags, messages and exit codes; no logic."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from audio.production import Step
from generator import editing, pipeline, report
from generator.background import running
from generator.editors import serve as form
from generator.errors import ContentError, TableError, XizmatError
from generator.exports import coverage
from generator.imports.plan import Plan
from generator.imports.show import FORMATS as PLAN_FORMATS
from generator.imports.show import Outcome
from generator.indexing import make_index
from generator.model import LANGUAGES
from generator.progress import Progress
from generator.settings import Settings, read_settings
from generator.tables.columns import Map, read_map
from generator.translations import TRANSLATED
from search.run import run as run_api
from search.run import running_search
from search.server import Servers, is_filled, servers

Given = argparse.Namespace
"""What was given on the command line."""


def main(arguments: list[str] | None = None) -> int:
    """Run one subcommand; 0 is success, 1 is content or a stage at fault."""
    parser = argparse.ArgumentParser(prog="xizmat", description="Public services in plain words.")
    commands = parser.add_subparsers(metavar="command", required=True)
    for name, run in (_COMMANDS | _WITH_OPTIONS).items():
        command = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        command.set_defaults(name=name)
        for flags, about in _OPTIONS.get(name, ()):
            command.add_argument(*flags, **about)
    given = parser.parse_args(arguments)
    try:
        if given.name in _WITH_OPTIONS:
            return _WITH_OPTIONS[given.name](read_settings(), given) or 0
        _COMMANDS[given.name](read_settings())
    except ContentError as error:
        print(error, file=sys.stderr)
        print(f"{len(error.problems)} problems; the site stays as it was.", file=sys.stderr)
        return 1
    except XizmatError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _check(settings: Settings, given: Given) -> int:
    """Check the content and say everything that is wrong with it; errors give exit code 1."""
    today = datetime.now(UTC).date()
    checked = editing.findings(settings, today)
    write = report.FORMATS[given.format]
    if text := write(checked.problems, given.lang):
        print(text)
    if given.format == "text":
        if checked.register:
            print(coverage.summary(checked.register))
        print(report.totals(checked, given.lang))
    return 1 if checked.errors else 0


def _build(settings: Settings) -> None:
    """Build the site beside the current one and switch to it."""
    progress = Progress(sys.stderr)
    release = pipeline.make_site(settings, progress)
    print(f"{progress.table()}\nsite: {release.name}")


def _watch(settings: Settings) -> None:
    """Build the site, and again whenever the content or the theme changes; search follows."""
    print("watching; end with Ctrl+C", flush=True)
    with suppress(KeyboardInterrupt), _joined(settings) as engine:
        for progress, release in pipeline.keep_publishing(settings, engine, sys.stderr):
            print(f"{progress.table()}\nsite: {release.name}", flush=True)


def _roll_back(settings: Settings) -> None:
    """Switch site and search to the release before the current one."""
    with _joined(settings) as engine:
        release, reports = pipeline.roll_back(settings, engine)
        print(f"site: {release.name}", *reports, sep="\n")


@contextmanager
def _joined(settings: Settings) -> Iterator[Servers]:
    """The servers of MEILI_URL or the local one, where search was ever filled; else none."""
    if settings.meili_urls or is_filled(settings):
        with running_search(settings) as engine:
            yield engine
    else:
        yield Servers((), "")


def _plain(settings: Settings) -> None:
    """Review every text for plain language and spelling; nothing is refused."""
    table, path = editing.review_texts(settings)
    print(f"{table}\nEvery text with its hints: {path}")


def _format(settings: Settings) -> None:
    """Write every content file in canonical form, and note which translations agree."""
    for path in editing.format_content(settings):
        print(path)
    editing.record_translations(settings)


def _coverage(settings: Settings) -> None:
    """Write docs/register.md: how much of the register is filled from sources."""
    print(editing.write_coverage(settings))


def _changes(settings: Settings, given: Given) -> None:
    """Say what changed for citizens since a revision of git, as Markdown."""
    print(editing.changes_since(settings, given.base, given.lang))


def _translations(settings: Settings, given: Given) -> None:
    """Show the work of translators; `confirm` says that a text agrees, `record` notes edits."""
    if given.action == "record":
        editing.record_translations(settings)
    elif given.action == "confirm":
        for language in [given.lang] if given.lang else TRANSLATED:
            editing.confirm_translation(settings, given.id, given.field, language)
    print(report.work(editing.work_of_translators(settings)))


def _import(settings: Settings, given: Given) -> int:
    """Plan the import of a list of services (XLSX, CSV or JSON); --write brings it in."""
    return _bring(settings, given, Path(given.file), f"channel: {Path(given.file).name}")


def _bring(settings: Settings, given: Given, path: Path, source: str) -> int:
    """Plan and, where asked, write; the exit code says whether rows stand in the way."""
    try:
        columns = read_map(Path(given.columns)) if given.columns else Map()
        origin = editing.origin(
            given.source or columns.source or source,
            given.as_of or columns.as_of,
            datetime.now(UTC).date(),
        )
        plan, count = editing.import_list(
            settings, path, columns, origin, write=given.write, skip_bad=given.skip_bad
        )
    except TableError as error:
        plan, count = Plan(source, 0, problems=(error.problem,)), 0
    unread = not plan.rows and bool(plan.errors)
    stopped = unread or (bool(plan.errors) and not given.skip_bad)
    outcome = Outcome(given.write, stopped, count)
    print(PLAN_FORMATS[given.format](plan, outcome, given.lang))
    return 1 if stopped else 0


def _schema(settings: Settings) -> None:
    """Write JSON Schemas, VS Code's settings and CODEOWNERS anew; names those that changed."""
    for path in editing.write_tools(settings):
        print(path)


def _edit(settings: Settings) -> None:
    """Serve the editors' form on this machine; with EDIT_BACKEND only write it, to be published."""
    if settings.edit_backend:
        print(editing.write_editors(settings, form.published(settings.edit_backend)))
        return
    modules = settings.root / "node_modules"
    with form.local(settings.root, modules, settings.port) as back_end:
        folder = editing.write_editors(settings, back_end)
        print(f"http://127.0.0.1:{settings.port}/ (end with Ctrl+C)", flush=True)
        with suppress(KeyboardInterrupt):
            form.server(folder, settings.port).serve_forever()


def _index(settings: Settings) -> None:
    """Bring the content to the search engine."""
    with servers(settings) as engine:
        for filled in make_index(settings, engine):
            print(filled)


def _speak(settings: Settings) -> None:
    """Make the audio of every page that changed."""
    _show(pipeline.speak(settings))


def _publish_audio(settings: Settings) -> None:
    """Make the audio in the background and renew the site as it comes."""
    os.nice(10)
    _show(pipeline.speak_and_publish(settings))


def _show(steps: Iterator[Step]) -> None:
    started = time.monotonic()
    pages, sentences, seconds = 0, 0, 0.0
    for step in steps:
        pages, sentences, seconds = pages + 1, sentences + step.sentences, seconds + step.seconds
        _progress(step)
    took = time.monotonic() - started
    print(
        f"{pages} pages recorded, {sentences} sentences spoken, "
        f"{seconds / 60:.1f} minutes of sound in {took:.1f} s."
    )


def _progress(step: Step) -> None:
    """A bar on a terminal, else a line for each twentieth part."""
    if sys.stderr.isatty():
        filled = 40 * step.done // step.total
        bar = "█" * filled + "░" * (40 - filled)
        end = "\n" if step.done == step.total else ""
        print(f"\r{bar} {step.done}/{step.total}", end=end, file=sys.stderr, flush=True)
    elif step.done * 20 // step.total > (step.done - 1) * 20 // step.total:
        print(f"{step.done}/{step.total} {step.address}", file=sys.stderr, flush=True)


def _compress(settings: Settings) -> None:
    """Build the site with brotli and gzip files beside its texts, now and from now on."""
    progress = Progress(sys.stderr)
    release = pipeline.make_site(settings, progress, compressed=True)
    print(f"{progress.table()}\nsite: {release.name}")


def _deploy(settings: Settings) -> None:
    """Build the compressed site and write server configurations for it to .work/deploy/."""
    _compress(settings)
    print(pipeline.write_deployment(settings))


def _serve(settings: Settings, given: Given) -> None:
    """Serve site and search on this machine; rebuild at each change, make the audio meanwhile."""
    with running_search(settings) as engine, ExitStack() as beside:
        try:
            for filled in make_index(settings, engine) if engine.urls else ():
                print(filled)
        except XizmatError as error:
            print(error, file=sys.stderr)
        print(f"http://127.0.0.1:{settings.port}/", flush=True)
        for command in () if given.only else ("watch", "publish-audio"):
            beside.enter_context(running(command))
        run_api(pipeline.search_service(settings, engine), settings.port)


_COMMANDS: dict[str, Callable[[Settings], None]] = {
    "build": _build,
    "watch": _watch,
    "rollback": _roll_back,
    "plain": _plain,
    "format": _format,
    "coverage": _coverage,
    "schema": _schema,
    "edit": _edit,
    "index": _index,
    "speak": _speak,
    "publish-audio": _publish_audio,
    "compress": _compress,
    "deploy": _deploy,
}

_WITH_OPTIONS: dict[str, Callable[[Settings, Given], int | None]] = {
    "check": _check,
    "translations": _translations,
    "changes": _changes,
    "serve": _serve,
    "import": _import,
}
_Option = tuple[tuple[str, ...], dict[str, Any]]
_LANG: _Option = (
    ("--lang",),
    {"choices": LANGUAGES, "default": "en", "help": "language of what is said"},
)
_IMPORT: tuple[_Option, ...] = (
    _LANG,
    (("--format",), {"choices": PLAN_FORMATS, "default": "text", "help": "for whom"}),
    (("--columns",), {"metavar": "MAP.yml", "help": "headings, and what words stand for"}),
    (("--source",), {"default": "", "help": "where the list comes from: an address or a report"}),
    (("--as-of",), {"default": "", "help": "of when it speaks: 2026-11-21; without it today"}),
    (("--write",), {"action": "store_true", "help": "write what the plan shows"}),
    (("--skip-bad",), {"action": "store_true", "help": "write although rows have errors"}),
)
_OPTIONS: dict[str, tuple[_Option, ...]] = {
    "check": (
        _LANG,
        (("--format",), {"choices": report.FORMATS, "default": "text", "help": "for whom"}),
    ),
    "import": ((("file",), {"metavar": "FILE", "help": ".xlsx, .csv or .json"}), *_IMPORT),
    "serve": ((("--only",), {"action": "store_true", "help": "build and record nothing here"}),),
    "changes": ((("base",), {"metavar": "BASE", "help": "such as origin/main"}), _LANG),
    "translations": (
        (("action",), {"nargs": "?", "choices": ("show", "confirm", "record"), "default": "show"}),
        (("id",), {"nargs": "?", "default": "", "help": "the passport, for confirm"}),
        (("--field",), {"default": "", "help": "such as summary, cost.text or steps.0"}),
        (("--lang",), {"choices": TRANSLATED, "help": "the translation; without it both"}),
    ),
}

if __name__ == "__main__":
    sys.exit(main())
