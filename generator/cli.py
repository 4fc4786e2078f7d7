"""The `xizmat` command: flags, messages and exit codes; no logic."""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from generator import pipeline, report
from generator.errors import ContentError, XizmatError
from generator.model import LANGUAGES
from generator.settings import Settings, read_settings
from generator.translations import TRANSLATED
from search.run import run as answer
from search.run import running_search
from search.server import servers

Given = argparse.Namespace


def main(arguments: list[str] | None = None) -> int:
    """Run one subcommand; 0 is success, 1 is content or a stage at fault."""
    parser = argparse.ArgumentParser(prog="xizmat", description="Public services in plain words.")
    commands = parser.add_subparsers(metavar="command", required=True)
    for name, run in _COMMANDS.items():
        command = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        command.set_defaults(run=run)
        for flags, about in _OPTIONS.get(name, ()):
            command.add_argument(*flags, **about)
    given = parser.parse_args(arguments)
    try:
        return int(given.run(read_settings(), given) or 0)
    except ContentError as error:
        print(error, file=sys.stderr)
        print(f"{len(error.problems)} problems; the site stays as it was.", file=sys.stderr)
        return 1
    except XizmatError as error:
        print(error, file=sys.stderr)
        return 1


def _check(settings: Settings, given: Given) -> int:
    """Check the content and say everything that is wrong with it; errors give exit code 1."""
    today = datetime.now(UTC).date()
    checked = pipeline.findings(settings, today)
    write = report.FORMATS[given.format]
    if text := write(checked.problems, given.lang):
        print(text)
    if given.format == "text":
        print(report.totals(checked, given.lang))
    return 1 if checked.errors else 0


def _build(settings: Settings, _: Given) -> None:
    """Build the site beside the current one and switch to it."""
    print(f"site: {pipeline.make_site(settings).name}")


def _plain(settings: Settings, _: Given) -> None:
    """Review every text for plain language and spelling; nothing is refused."""
    table, report = pipeline.review_texts(settings)
    print(f"{table}\nEvery text with its hints: {report}")


def _format(settings: Settings, _: Given) -> None:
    """Write every content file in canonical form, and note which translations agree."""
    for path in pipeline.format_content(settings):
        print(path)
    pipeline.record_translations(settings)


def _translations(settings: Settings, given: Given) -> None:
    """Show the work of translators; `confirm` says that a text agrees, `record` notes edits."""
    if given.action == "record":
        pipeline.record_translations(settings)
    elif given.action == "confirm":
        for language in [given.lang] if given.lang else TRANSLATED:
            pipeline.confirm_translation(settings, given.id, given.field, language)
    print(report.work(pipeline.work_of_translators(settings)))


def _changes(settings: Settings, given: Given) -> None:
    """Say what changed for citizens since a revision of git, as Markdown."""
    print(pipeline.changes_since(settings, given.base, given.lang))


def _index(settings: Settings, _: Given) -> None:
    """Bring the content to the search engine."""
    with servers(settings) as engine:
        for report in pipeline.make_index(settings, engine):
            print(report)


def _serve(settings: Settings, _: Given) -> None:
    """Start search, index the content, and serve site and API on this machine."""
    with running_search(settings) as engine:
        try:
            for report in pipeline.make_index(settings, engine) if engine.urls else ():
                print(report)
        except XizmatError as error:
            print(error, file=sys.stderr)
        print(f"http://127.0.0.1:{settings.port}/", flush=True)
        answer(pipeline.search_service(settings, engine), settings.port)


_COMMANDS: dict[str, Callable[[Settings, Given], int | None]] = {
    "check": _check,
    "build": _build,
    "plain": _plain,
    "format": _format,
    "translations": _translations,
    "changes": _changes,
    "index": _index,
    "serve": _serve,
}

_LANG = (("--lang",), {"choices": LANGUAGES, "default": "en", "help": "language of what is said"})
_OPTIONS: dict[str, tuple[tuple[tuple[str, ...], dict[str, Any]], ...]] = {
    "check": (
        _LANG,
        (("--format",), {"choices": report.FORMATS, "default": "text", "help": "for whom"}),
    ),
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
