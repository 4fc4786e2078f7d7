"""The story of a build: load, validate, export, make pages, check, publish; never back."""

import gc
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from audio.production import Step
from generator.build import code, look
from generator.errors import XizmatError
from generator.exports import moved
from generator.indexing import fill_index, restore_index
from generator.inputs import digests_of, register_of, variants_of, words_of
from generator.locales import locales
from generator.model import Register
from generator.progress import Progress
from generator.publish import RELEASE, current, name_of, new_tree, prune, publish, publishing
from generator.publish import roll_back as publish_before
from generator.release import compress, deploy
from generator.release.assemble import assemble, differences
from generator.release.cache import Cache, Stored, key_of
from generator.release.checks import check_tree
from generator.release.examine import examine
from generator.render import facts, rendered
from generator.settings import Settings
from generator.site_files import exports, kept_on_phones, statements, told
from generator.sound import Sound, heard, production
from generator.views.page import Page
from generator.views.site import SiteInput, pages
from generator.watch import changes
from generator.words import Words
from search.api import Service
from search.index import Report
from search.server import Servers

_PUBLISH_EVERY = 60.0
"""Least seconds between two builds while audio is being made."""


def check(settings: Settings, cache: Cache | None = None) -> Register:
    """Load and check the content. Raises ContentError with every error; warnings pass."""
    return register_of(settings, cache)


def speak(settings: Settings) -> Iterator[Step]:
    """Record the audio of every page that has none yet, page by page.

    Raises SpeechError, and PronunciationError for what the voice would say wrong.
    """
    studio = production(settings)
    inputs = key_of(code(), look(settings), digests_of(settings.content))
    if studio.is_complete(inputs):
        return
    yield from studio.make(spoken_pages(settings, check(settings, open_cache(settings))))
    studio.complete(inputs)


def spoken_pages(settings: Settings, register: Register) -> Iterator[Page]:
    """Every page of the three languages that are spoken; Uzbek Cyrillic shares the Latin audio."""
    spoken = tuple(each for each in locales(str) if each.code == each.language)
    scripts = {each.code: "" for each in spoken}
    base, origin = settings.base, settings.origin
    return pages(register, SiteInput(spoken, words_of(settings), {}, {}, base, origin, scripts, ""))


def speak_and_publish(settings: Settings) -> Iterator[Step]:
    """Record as `speak` does, and renew the site now and then with what is there so far."""
    due, waiting = time.monotonic() + _PUBLISH_EVERY, False
    try:
        for step in speak(settings):
            yield step
            waiting = True
            if time.monotonic() > due:
                started = time.monotonic()
                make_site(settings)
                built = time.monotonic()
                due, waiting = built + max(_PUBLISH_EVERY, 10 * (built - started)), False
    finally:
        if waiting:
            make_site(settings)


def open_cache(settings: Settings) -> Cache:
    """What earlier builds have made; one that stays open saves the next build reading it."""
    return Cache(settings.work / "cache", code())


def make_site(
    settings: Settings,
    progress: Progress | None = None,
    cache: Cache | None = None,
    servers: Servers | None = None,
    *,
    compressed: bool = False,
    examined: bool = False,
) -> Path:
    """Make what changed, check the whole and switch to it in one step; returns the release.

    With `servers` their index is filled beside the one that serves, and switched right after the
    site. One that is away does not keep the site back: `progress.trouble` says so, it answers
    from its old index, and the next build brings it along. A `compressed` release holds the twin
    of each text, and so does each one after it. An `examined` one was looked at with axe.
    Raises ContentError or BuildError; then the current site and its index stay as they are.
    """
    progress = progress or Progress()
    with publishing(settings.releases):
        try:
            with progress.stage("content"):
                cache = cache or open_cache(settings)
                cache.open()
                register = check(settings, cache)
            with progress.stage("exports"):
                files, given = exports(register, settings, cache)
            with progress.stage("pages"):
                made = _views(register, given, settings, cache)
                made, sound = heard(made, given, settings, cache)
                files |= rendered(made, settings, cache, progress)
                files |= sound.cues
                files |= told(register, made, settings, cache)
                files |= kept_on_phones(made, facts(files, cache), settings, cache)
                files |= statements(files, given, register, settings, cache)
            with progress.stage("check"):
                needed = frozenset(f"{page.url}index.html" for page in made)
                known = facts(files, cache) | dict.fromkeys(sound.tracks)
                check_tree(known, needed, settings.base)
            with progress.stage("compress"):
                twins = _twins(files, settings, cache, progress, wanted=compressed)
            with progress.stage("search"):
                index = fill_index(register, settings, servers, progress)
            with progress.stage("publish"):
                release = _release(
                    files, twins, sound, settings, cache, progress, examined=examined
                )
                index.switch(progress)
            with progress.stage("tidy"):
                index.finish(release)
                prune(settings.releases, settings.site)
                with suppress(OSError):  # the release is good; only the next build is slower
                    cache.save({stored.digest for stored in files.values()})
        finally:
            for folder in (settings.work / "docs", settings.work / "tree"):
                shutil.rmtree(folder, ignore_errors=True)
    return release


def keep_publishing(
    settings: Settings, servers: Servers | None, out: TextIO
) -> Iterator[tuple[Progress, Path]]:
    """Build the site, and again after each change, with all that is known kept in memory.

    What is wrong is written to `out`; the site stays, and the next change is waited for.
    Ends when the process that started this one is gone.
    """
    parent, cache = os.getppid(), open_cache(settings)
    for number, changed in enumerate(changes((settings.content, settings.overrides))):
        if os.getppid() != parent:
            return
        if number and not changed:
            continue
        progress = Progress(out)
        gc.disable()  # a fifth of the time of an edit; a build makes few rings
        try:
            yield progress, make_site(settings, progress, cache, servers)
        except XizmatError as error:
            out.write(f"{error}\nThe site stays as it was.\n")
            out.flush()
        finally:
            gc.enable()
        gc.collect()
        gc.freeze()  # hundreds of thousands of values stay: the collector need not visit them again


def roll_back(settings: Settings, servers: Servers | None = None) -> tuple[Path, list[Report]]:
    """Switch site and index to the release before the current one.

    Raises BuildError when there is none, SearchError when the index cannot follow; then the site
    is the former one and search answers from the index of the rejected one.
    """
    with publishing(settings.releases):
        release = publish_before(settings.releases, settings.site)
        return release, restore_index(release, settings, servers)


def write_deployment(settings: Settings) -> Path:
    """Fill the templates of `deploy/` for the current site; returns their folder.

    Raises ContentError and DeployError.
    """
    out = settings.work / "deploy"
    variants = variants_of(settings)
    old = moved.addresses(check(settings).moved, settings.base, variants)
    deploy.fill(settings.root / "deploy", out, settings.site, deploy.place(settings), old)
    return out


def search_service(settings: Settings, servers: Servers) -> Service:
    """What the API serves: the engine, and the newest good site."""
    variants = variants_of(settings)
    table = words_of(settings)
    words = {locale.code: Words(table, locale) for locale in variants}
    return Service(
        servers.urls, servers.key, settings.site, settings.base, words, settings.search_rate
    )


def _views(
    register: Register, given: SiteInput, settings: Settings, cache: Cache
) -> tuple[Page, ...]:
    """Every page; those of passports that did not change are remembered."""
    frame = key_of(look(settings), given.search_scripts, given.waiting)
    return tuple(pages(register, given, cache.memory("pages", frame)))


def _twins(
    files: dict[str, Stored], settings: Settings, cache: Cache, progress: Progress, *, wanted: bool
) -> dict[str, Path]:
    """Path → where it is kept, of the compressed twins; none where no release had them so far."""
    if not wanted and not (settings.site / f"index.html{compress.TWINS[0]}").exists():
        return {}
    packed = Cache(settings.work / "compressed", compress.RECIPE)
    packed.open()
    made = compress.twins(files, cache, packed, progress.expect, progress.tick)
    with suppress(OSError):  # the next build compresses again
        packed.save({stored.digest for stored in made.values()})
    return {path: packed.path(stored) for path, stored in made.items()}


def _release(
    files: dict[str, Stored],
    twins: dict[str, Path],
    sound: Sound,
    settings: Settings,
    cache: Cache,
    progress: Progress,
    *,
    examined: bool,
) -> Path:
    """Lay the files into a tree beside the releases and make it the current one."""
    names = {path: stored.digest for path, stored in files.items()}
    names |= {path: source.parent.name for path, source in sound.tracks.items()}
    files = {**files, RELEASE: cache.store(name_of(names).encode())}
    sources = {path: cache.path(stored) for path, stored in files.items()} | sound.tracks | twins
    before = current(settings.releases, settings.site)
    made, removed = differences(before, sources)
    progress.made, progress.removed = compress.without_twins(made), compress.without_twins(removed)
    if before and not made and not removed:
        return before
    with new_tree(settings.releases, before) as tree:
        assemble(sources, tree)
        if examined:
            examine(tree, progress.made)
        return publish(tree, settings.releases, settings.site, names)
