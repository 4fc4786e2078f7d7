"""The `xizmat` command: flags, messages and exit codes; no logic."""

import argparse
import sys
from collections.abc import Callable

from generator import pipeline
from generator.errors import ContentError, XizmatError
from generator.exports import coverage
from generator.settings import Settings, read_settings
from search.run import run as run_api
from search.run import running_search
from search.server import servers


def main(arguments: list[str] | None = None) -> int:
    """Run one subcommand; 0 is success, 1 is content or a stage at fault."""
    parser = argparse.ArgumentParser(prog="xizmat", description="Public services in plain words.")
    commands = parser.add_subparsers(metavar="command", required=True)
    for name, run in _COMMANDS.items():
        command = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        command.set_defaults(run=run)
    run = parser.parse_args(arguments).run
    try:
        run(read_settings())
    except ContentError as error:
        print(error, file=sys.stderr)
        print(f"{len(error.problems)} problems; the site stays as it was.", file=sys.stderr)
        return 1
    except XizmatError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _check(settings: Settings) -> None:
    """Check the content and say everything that is wrong with it."""
    register = pipeline.check(settings)
    print(coverage.summary(register))
    print(f"{len(register.passports)} passports, no problems.")


def _build(settings: Settings) -> None:
    """Build the site beside the current one and switch to it."""
    print(f"site: {pipeline.make_site(settings).name}")


def _plain(settings: Settings) -> None:
    """Review every text for plain language and spelling; nothing is refused."""
    table, report = pipeline.review_texts(settings)
    print(f"{table}\nEvery text with its hints: {report}")


def _format(settings: Settings) -> None:
    """Write every content file in canonical form."""
    for path in pipeline.format_content(settings):
        print(path)


def _coverage(settings: Settings) -> None:
    """Write docs/register.md: how much of the register is filled from sources."""
    print(pipeline.write_coverage(settings))


def _index(settings: Settings) -> None:
    """Bring the content to the search engine."""
    with servers(settings) as engine:
        for report in pipeline.make_index(settings, engine):
            print(report)


def _compress(settings: Settings) -> None:
    """Write brotli and gzip files beside the texts of the current site."""
    print(pipeline.compress_site(settings))


def _deploy(settings: Settings) -> None:
    """Compress the site and write server configurations for it to .work/deploy/."""
    print(pipeline.compress_site(settings))
    print(pipeline.write_deployment(settings))


def _serve(settings: Settings) -> None:
    """Start search, index the content, and serve site and API on this machine."""
    with running_search(settings) as engine:
        try:
            for report in pipeline.make_index(settings, engine) if engine.urls else ():
                print(report)
        except XizmatError as error:
            print(error, file=sys.stderr)
        print(f"http://127.0.0.1:{settings.port}/", flush=True)
        run_api(pipeline.search_service(settings, engine), settings.port)


_COMMANDS: dict[str, Callable[[Settings], None]] = {
    "check": _check,
    "build": _build,
    "plain": _plain,
    "format": _format,
    "coverage": _coverage,
    "index": _index,
    "compress": _compress,
    "deploy": _deploy,
    "serve": _serve,
}

if __name__ == "__main__":
    sys.exit(main())
