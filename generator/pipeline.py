"""The story of a build: load, validate, export, make pages, check, publish; never back."""

import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import yaml

from audio.production import Production, Recording, Step, put
from generator.build import code, look
from generator.exports import moved
from generator.exports.sitemap import sitemap
from generator.inputs import digests_of, prose_of, register_of, variants_of, words_of
from generator.locales import locales
from generator.model import Register
from generator.phrases import Phrases
from generator.progress import Progress
from generator.publish import current, publish, publishing
from generator.publish import roll_back as publish_before
from generator.release import compress, deploy, statement
from generator.release.assemble import assemble, differences
from generator.release.cache import Cache, key_of
from generator.release.checks import check_tree
from generator.render import facts, rendered
from generator.scripts import player_scripts
from generator.settings import Settings
from generator.site_files import exports, told
from generator.views.listen import heard_at, with_audio
from generator.views.page import Page
from generator.views.passport import glance
from generator.views.site import SiteInput, pages
from generator.words import Words
from search.api import Service
from search.documents import SearchInput, documents
from search.index import Report, fill
from search.server import Servers
from search.synonyms import read_synonyms

_PUBLISH_EVERY = 60.0
"""Least seconds between two builds while audio is being made."""


def check(settings: Settings, cache: Cache | None = None) -> Register:
    """Load and check the content. Raises ContentError with every error; warnings pass."""
    return register_of(settings, cache)


def speak(settings: Settings) -> Iterator[Step]:
    """Record the audio of every page that has none yet, page by page.

    Raises SpeechError, and PronunciationError for what the voice would say wrong.
    """
    production = _production(settings)
    inputs = key_of(code(), look(settings), digests_of(settings.content))
    if production.is_complete(inputs):
        return
    yield from production.make(spoken_pages(settings, check(settings, open_cache(settings))))
    production.complete(inputs)


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
    settings: Settings, progress: Progress | None = None, cache: Cache | None = None
) -> Path:
    """Make what changed, check the whole and switch to it in one step; returns the release.

    Raises ContentError or BuildError; then the current site stays as it is.
    """
    progress = progress or Progress()
    new = settings.releases / ".new"
    with publishing(settings.releases):
        try:
            with progress.stage("content"):
                cache = cache or open_cache(settings)
                cache.open()
                register = check(settings, cache)
            with progress.stage("exports"):
                files, given = exports(register, settings, cache)
            with progress.stage("pages"):
                made, audio = _views(register, given, settings, cache)
                files |= rendered(made, settings, cache, progress)
                tidings = told(register, made, settings)
                if settings.site_url:
                    tidings["sitemap.xml"] = sitemap(made).encode()
                files |= {path: cache.store(content) for path, content in tidings.items()}
            with progress.stage("check"):
                needed = frozenset(f"{page.url}index.html" for page in made)
                sound = _sound(audio)
                check_tree(facts(files, cache) | dict.fromkeys(sound), needed, settings.base)
            with progress.stage("publish"):
                assemble(files, cache, new)
                put(audio, new)
                audit = statement.read_audit(settings.work / "a11y-report.json")
                made_in = (
                    Phrases(v, Words(given.words, v), register.brv[0]) for v in given.locales
                )
                stated = statement.fill(new, audit, made_in)
                progress.made, progress.removed = differences(
                    current(settings.releases, settings.site), new
                )
                digests = {path: stored.digest for path, stored in files.items()}
                named = digests | sound | stated
                release = publish(new, settings.releases, settings.site, named)
                with suppress(OSError):  # the release is good; only the next build is slower
                    cache.save(set(digests.values()))
        finally:
            for folder in (new, settings.work / "docs", settings.work / "tree"):
                shutil.rmtree(folder, ignore_errors=True)
    return release


def roll_back(settings: Settings) -> Path:
    """Switch to the release before the current one. Raises BuildError when there is none."""
    with publishing(settings.releases):
        return publish_before(settings.releases, settings.site)


def compress_site(settings: Settings) -> compress.Report:
    """Write the compressed twins of the current site's texts."""
    return compress.compress(settings.site, settings.work / "compressed")


def write_deployment(settings: Settings) -> Path:
    """Fill the templates of `deploy/` for the current site; returns their folder.

    Raises ContentError and DeployError.
    """
    out = settings.work / "deploy"
    variants = variants_of(settings)
    old = moved.addresses(check(settings).moved, settings.base, variants)
    deploy.fill(settings.root / "deploy", out, settings.site, deploy.place(settings), old)
    return out


def make_index(settings: Settings, servers: Servers) -> list[Report]:
    """Bring the content to the search engine; a reader sees the old index or the new one.

    Raises ContentError or SearchError; then the old index serves on.
    """
    register = check(settings, open_cache(settings))
    synonyms = read_synonyms(settings.content / "synonyms.yml")
    variants = variants_of(settings)
    words = words_of(settings)
    given = SearchInput(variants, words, prose_of(settings), synonyms, glance)
    return fill(servers, documents(register, given), synonyms)


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
) -> tuple[tuple[Page, ...], dict[str, Recording]]:
    """Every page with the audio that is recorded so far, and the recordings."""
    known = cache.memory(key_of(look(settings), given.search_scripts, given.waiting))
    made = tuple(pages(register, given, known))
    audio = _production(settings).recorded(made)
    players = player_scripts(settings.root, given.locales, given.words)
    made = tuple(
        with_audio(page, audio[place].track.seconds, audio[place].track.sizes,
                   f"{settings.base}public/{players[page.site.locale.code][0]}")
        if (place := heard_at(page)) in audio else page
        for page in made
    )  # fmt: skip
    return made, audio


def _sound(audio: Mapping[str, Recording]) -> dict[str, str]:
    """Files of the recordings → what names their bytes: the track and its cues."""
    return {
        f"{address}{name}": f"{recording.track.folder.name} {recording.track.sizes}"
        for address, recording in audio.items()
        for name in (*recording.track.sizes, "audio.vtt")
    }


def _production(settings: Settings) -> Production:
    listed = (settings.content / "pronunciations.yml").read_text("utf-8")
    return Production(settings.audio, yaml.safe_load(listed))
