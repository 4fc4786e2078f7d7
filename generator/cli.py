"""The `xizmat` command: flags, messages and exit codes; no logic."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import chain

from audio.production import Step
from generator import pipeline
from generator.errors import ContentError, XizmatError
from generator.exports import coverage
from generator.progress import Progress
from generator.settings import Settings, read_settings
from generator.watch import changes
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
    progress = Progress(sys.stderr)
    release = pipeline.make_site(settings, progress)
    print(f"{progress.table()}\nsite: {release.name}")


def _watch(settings: Settings) -> None:
    """Build the site, and again whenever the content or the theme changes."""
    cache = pipeline.open_cache(settings)
    print("watching; end with Ctrl+C", flush=True)
    watched = changes((settings.content, settings.overrides))
    with suppress(KeyboardInterrupt):
        for _ in chain([()], watched):
            progress = Progress(sys.stderr)
            try:
                release = pipeline.make_site(settings, progress, cache)
                print(f"{progress.table()}\nsite: {release.name}", flush=True)
                if settings.meili_urls:
                    with servers(settings) as engine:
                        print(*pipeline.make_index(settings, engine), sep="\n", flush=True)
            except XizmatError as error:
                print(f"{error}\nThe site stays as it was.", file=sys.stderr, flush=True)


def _roll_back(settings: Settings) -> None:
    """Switch the site to the release before the current one."""
    print(f"site: {pipeline.roll_back(settings).name}")


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
    "watch": _watch,
    "rollback": _roll_back,
    "plain": _plain,
    "format": _format,
    "coverage": _coverage,
    "index": _index,
    "speak": _speak,
    "publish-audio": _publish_audio,
    "compress": _compress,
    "deploy": _deploy,
    "serve": _serve,
}

if __name__ == "__main__":
    sys.exit(main())
