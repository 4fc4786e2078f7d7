"""From content to a site that is read, found and heard."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

import click

from audio.production import Step
from generator import pipeline
from generator.background import running
from generator.errors import XizmatError
from generator.indexing import make_index
from generator.progress import Progress
from generator.settings import Settings
from search.run import run as run_api
from search.run import running_search
from search.server import Servers, has_local_data, servers


@click.command()
@click.option("--axe", is_flag=True, help="Look at the changed pages in a browser first.")
@click.pass_obj
def build(settings: Settings, axe: bool) -> None:  # noqa: FBT001  # click names it
    """Build the site beside the current one and switch to it."""
    publish_site(settings, examined=axe)


def publish_site(settings: Settings, *, compressed: bool = False, examined: bool = False) -> None:
    """Build the site and say what was made again, and how long it took."""
    progress = Progress(sys.stderr)
    release = pipeline.make_site(settings, progress, compressed=compressed, examined=examined)
    print(f"{progress.table()}\nsite: {release.name}")


@click.command()
@click.pass_obj
def watch(settings: Settings) -> None:
    """Build the site, and again whenever the content or the theme changes; search follows."""
    print("watching; end with Ctrl+C", flush=True)
    with suppress(KeyboardInterrupt), _joined(settings) as engine:
        for progress, release in pipeline.keep_publishing(settings, engine, sys.stderr):
            print(f"{progress.table()}\nsite: {release.name}", flush=True)


@click.command()
@click.pass_obj
def rollback(settings: Settings) -> None:
    """Switch site and search to the release before the current one."""
    with _joined(settings) as engine:
        release, reports = pipeline.roll_back(settings, engine)
        print(f"site: {release.name}", *reports, sep="\n")


@contextmanager
def _joined(settings: Settings) -> Iterator[Servers]:
    """The servers of MEILI_URL or the local one, where search was ever filled; else none."""
    if settings.meili_urls or has_local_data(settings):
        with running_search(settings) as engine:
            yield engine
    else:
        yield Servers((), "")


@click.command()
@click.option("--only", is_flag=True, help="Build and record nothing meanwhile.")
@click.pass_obj
def serve(settings: Settings, only: bool) -> None:  # noqa: FBT001  # click names it
    """Serve site and search on this machine; rebuild at each change, make the audio meanwhile."""
    with running_search(settings) as engine, ExitStack() as beside:
        try:
            for filled in make_index(settings, engine) if engine.urls else ():
                print(filled)
        except XizmatError as error:
            print(error, file=sys.stderr)
        print(f"http://127.0.0.1:{settings.port}/", flush=True)
        for command in () if only else ("watch", "publish-audio"):
            beside.enter_context(running(command))
        run_api(pipeline.search_service(settings, engine), settings.port)


@click.command()
@click.pass_obj
def index(settings: Settings) -> None:
    """Bring the content to the search engine."""
    with servers(settings) as engine:
        for filled in make_index(settings, engine):
            print(filled)


@click.command()
@click.pass_obj
def speak(settings: Settings) -> None:
    """Make the audio of every page that changed."""
    _show(pipeline.speak(settings))


@click.command()
@click.pass_obj
def publish_audio(settings: Settings) -> None:
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


@click.command()
@click.pass_obj
def compress(settings: Settings) -> None:
    """Build the site with brotli and gzip files beside its texts, now and from now on."""
    publish_site(settings, compressed=True)


@click.command()
@click.pass_obj
def deploy(settings: Settings) -> None:
    """Build the compressed site and write server configurations for it to .work/deploy/."""
    publish_site(settings, compressed=True)
    print(pipeline.write_deployment(settings))


COMMANDS = (build, serve, watch, rollback, index, speak, publish_audio, compress, deploy)
