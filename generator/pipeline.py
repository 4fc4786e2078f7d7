"""The story of a build: load, validate, export, make pages, check, publish; never back."""

import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from audio.production import Production, Recording, Step, put
from generator import compress, deploy, review, statement, uzbek
from generator.assemble import assemble, differences
from generator.build import code, look
from generator.cache import Cache, Stored, key_of
from generator.canonical import Entry, canonical
from generator.change_report import Read, Summary, markdown
from generator.changes import compare
from generator.check import Checked
from generator.check import check as check_content
from generator.checks import check_tree
from generator.errors import ContentError, RevisionError
from generator.exports import coverage, moved, open_data
from generator.exports.feeds import feeds
from generator.exports.names import names
from generator.exports.offline import offline
from generator.exports.opensearch import opensearch
from generator.exports.security_txt import security_txt
from generator.exports.sitemap import sitemap
from generator.load import load
from generator.locales import Locale, locales
from generator.model import LANGUAGES, Register
from generator.phrases import Phrases
from generator.progress import Progress
from generator.publish import current, name_of, publish, publishing
from generator.publish import roll_back as publish_before
from generator.render import facts, rendered
from generator.revision import content_at
from generator.scripts import hashed, page_script, player_scripts, search_code, search_script
from generator.settings import Settings
from generator.spelling import Speller, read_own_words
from generator.transcript import transcript
from generator.translations import (
    Pairs,
    Store,
    Work,
    confirmed,
    outdated,
    read_store,
    recorded,
    written,
)
from generator.views.listen import heard_at, with_audio
from generator.views.page import Page, Site
from generator.views.passport import PassportPages, glance
from generator.views.site import SiteInput, pages
from generator.words import Table, Words, read_words
from search.api import Service
from search.documents import SearchInput, documents
from search.index import Report, fill
from search.server import Servers
from search.synonyms import read_synonyms

_NOTES = "<!-- notes: kept when the tables are made again -->\n"
_LISTS = {
    "spheres": "spheres",
    "organizations": "organizations",
    "laws": "laws",
    "directory": "directory",
    "glossary": "glossary",
    "statistics": "statistics",
    "timeline": "timeline",
    "life-events": "life_events",
    "audiences": "audiences",
    "lessons": "lessons",
    "moved": "moved",
}
"""File of a list → field of the register."""

_TEXTS = 2**17
"""Texts kept in Cyrillic: all of a full register, a few tens of megabytes."""
_PUBLISH_EVERY = 60.0
"""Seconds between two builds while audio is being made."""


def check(settings: Settings, cache: Cache | None = None) -> Register:
    """Load and check the content. Raises ContentError with every error; warnings pass."""
    content = load(settings.content, cache.table("parsed") if cache else None)
    known = cache.table("findings") if cache else None
    prose = _markdown(settings)
    return _register(check_content(content, settings.root, prose, known=known, errors_only=True))


def findings(settings: Settings, today: date | None = None) -> Checked:
    """Everything that is wrong with the content, warnings too; reviews are due at `today`."""
    return check_content(load(settings.content), settings.root, _markdown(settings), today)


def _markdown(settings: Settings) -> dict[Path, str]:
    paths = sorted((settings.content / "pages").glob("*.md"))
    return {path: path.read_text("utf-8") for path in paths}


def _register(checked: Checked) -> Register:
    if checked.errors or checked.register is None:
        raise ContentError(checked.errors)
    return checked.register


def write_coverage(settings: Settings) -> Path:
    """Write how much of the register is filled into docs/register.md, above its own notes."""
    path = settings.root / "docs" / "register.md"
    notes = path.read_text("utf-8").partition(_NOTES)[2] if path.exists() else "\n"
    made = coverage.report(check(settings))
    path.write_text(f"# The register\n\n{made}\n{_NOTES}{notes}", "utf-8")
    return path


def speak(settings: Settings) -> Iterator[Step]:
    """Record the audio of every page that has none yet, page by page.

    Raises SpeechError, and PronunciationError for what the voice would say wrong.
    """
    register = check(settings)
    spoken = tuple(each for each in locales(str) if each.code == each.language)
    words = _words(settings)
    scripts = {each.code: "" for each in spoken}
    given = SiteInput(spoken, words, {}, {}, settings.base, settings.origin, scripts, "")
    yield from _production(settings).make(pages(register, given))


def speak_and_publish(settings: Settings) -> Iterator[Step]:
    """Record as `speak` does, and renew the site now and then with what is there so far."""
    published = time.monotonic()
    for step in speak(settings):
        yield step
        if time.monotonic() > published + _PUBLISH_EVERY or step.done == step.total:
            make_site(settings)
            published = time.monotonic()


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
                files, given = _exports(register, settings, cache)
            with progress.stage("pages"):
                made, audio = _views(register, given, settings, cache)
                files |= rendered(made, settings, cache, progress)
                told = _told(register, made, settings)
                told |= _offline(made, files, settings, cache)
                if settings.site_url:
                    told["sitemap.xml"] = sitemap(made).encode()
                files |= {path: cache.store(content) for path, content in told.items()}
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
                digests = {path: stored.digest for path, stored in files.items()}
                named = digests | sound | stated
                (new / "release.txt").write_text(name_of(named), "ascii")
                progress.made, progress.removed = differences(
                    current(settings.releases, settings.site), new
                )
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
    variants = locales(_to_cyrillic(settings.content))
    old = moved.addresses(check(settings).moved, settings.base, variants)
    deploy.fill(settings.root / "deploy", out, settings.site, deploy.place(settings), old)
    return out


def make_index(settings: Settings, servers: Servers) -> list[Report]:
    """Bring the content to the search engine; a reader sees the old index or the new one.

    Raises ContentError or SearchError; then the old index serves on.
    """
    register = check(settings, open_cache(settings))
    synonyms = read_synonyms(settings.content / "synonyms.yml")
    variants = locales(_to_cyrillic(settings.content))
    words = _words(settings)
    given = SearchInput(variants, words, _prose(settings), synonyms, glance)
    return fill(servers, documents(register, given), synonyms)


def search_service(settings: Settings, servers: Servers) -> Service:
    """What the API serves: the engine, and the newest good site."""
    variants = locales(_to_cyrillic(settings.content))
    table = _words(settings)
    words = {locale.code: Words(table, locale) for locale in variants}
    return Service(
        servers.urls, servers.key, settings.site, settings.base, words, settings.search_rate
    )


def review_texts(settings: Settings) -> tuple[str, Path]:
    """Review the texts for plain language and spelling; gives a table and the report's file.

    Raises ContentError for wrong content and SpellingError where dictionaries are missing.
    """
    register = check(settings)
    own = read_own_words(settings.content / "spelling.yml")
    reviewed = review.review(register, Speller(own, _to_cyrillic(settings.content)).unknown)
    path = settings.work / "plain.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(review.report(reviewed), "utf-8")
    return review.table(reviewed), path


def changes_since(settings: Settings, revision: str, language: str) -> str:
    """What changed for citizens since a revision of git, as Markdown.

    Entries of the old content that are not as they should be today count as absent.
    Raises RevisionError; ContentError for wrong content of today.
    """
    after = check(settings)
    with TemporaryDirectory() as folder:
        old = content_at(revision, settings.root, Path(folder))
        before = check_content(load(old), Path(folder)).register
    if before is None:
        raise RevisionError(f"changes: the content of '{revision}' cannot be read")
    waiting: dict[str, dict[str, None]] = {}
    for work in work_of_translators(settings):
        waiting.setdefault(work.id, {})[work.language] = None
    variants = locales(_to_cyrillic(settings.content))
    locale = next(each for each in variants if each.code == language)
    words = Words(_words(settings), locale)
    site = Site(locale, variants, words, settings.base, settings.origin)

    def reader(register: Register) -> Read:
        passports = PassportPages(register, site, Phrases(locale, words, register.brv[0]))
        return lambda passport: transcript(passports.page(passport)) if passport else ()

    given = Summary(
        Phrases(locale, words, after.brv[0]),
        {identifier: tuple(languages) for identifier, languages in waiting.items()},
        reader(before),
        reader(after),
    )
    return markdown(compare(before, after), given)


def work_of_translators(settings: Settings) -> tuple[Work, ...]:
    """Every translation that is older than its Uzbek text."""
    return tuple(outdated(*_translations(settings)))


def record_translations(settings: Settings) -> int:
    """Bring content/translations.yml up to date with what editors wrote; gives what waits."""
    entries, store = _translations(settings)
    _write_translations(settings, recorded(entries, store))
    return len(list(outdated(entries, store)))


def confirm_translation(settings: Settings, identifier: str, field: str, language: str) -> None:
    """Note that a translation agrees with its Uzbek text. Raises ConfirmError."""
    store = confirmed(*_translations(settings), identifier, field, language)
    _write_translations(settings, store)


def _translations(
    settings: Settings, cache: Cache | None = None
) -> tuple[dict[str, Any], dict[str, Pairs]]:
    content = load(settings.content, cache.table("parsed") if cache else None)
    stored = content.lists.get("translations")
    entries = {raw.path.stem: raw.data for raw in (*content.services, *content.guidance)}
    return entries, read_store(stored.data if stored else None)


def _write_translations(settings: Settings, store: Store) -> None:
    text = yaml.safe_dump(written(store), default_style=None, width=10**6)
    (settings.content / "translations.yml").write_text(text, "utf-8")


def format_content(settings: Settings) -> tuple[Path, ...]:
    """Write every file of the content in canonical form; returns those that changed.

    Raises ContentError when the content has problems: only what is understood is rewritten.
    """
    content = load(settings.content)
    register = _register(check_content(content, settings.root, errors_only=True))
    files: list[tuple[Path, Entry]] = [
        *zip((raw.path for raw in content.services), register.passports, strict=True),
        *((settings.content / f"covid-19/{s.id}.yml", s) for s in register.guidance),
        *(
            (settings.content / f"{name}.yml", list(getattr(register, field)))
            for name, field in _LISTS.items()
        ),
        (
            settings.content / "vocabulary.yml",
            {"documents": list(register.documents), "steps": list(register.steps)},
        ),
    ]
    texts = {path: canonical(entry) for path, entry in files}
    changed = {path: text for path, text in texts.items() if text != path.read_text("utf-8")}
    for path, text in changed.items():
        path.write_text(text, "utf-8")
    return tuple(changed)


def _exports(
    register: Register, settings: Settings, cache: Cache
) -> tuple[dict[str, Stored], SiteInput]:
    """Every file that is no page, and what pages have to know of them."""
    variants, words = locales(_to_cyrillic(settings.content)), _words(settings)
    data = open_data.files(register, variants)
    public, scripts = _search_files(register, variants, words, settings, cache)
    public |= dict(player_scripts(settings.root, variants, words).values())
    keeper = hashed("settings.js", page_script(settings.root, "settings"))
    public[keeper] = page_script(settings.root, "settings")
    keeping = page_script(settings.root, "offline/page")
    public[hashed("keep.js", keeping)] = keeping
    public["lost.js"] = page_script(settings.root, "lost")
    public["moved.json"] = moved.table(register.moved)
    for path in sorted((settings.overrides / "public").iterdir()):
        public[path.name] = path.read_bytes()
    given = SiteInput(
        variants, words, _prose(settings), {name: len(data[name]) for name in data},
        settings.base, settings.origin, scripts, f"{settings.base}public/{keeper}",
        _waiting(settings, cache), f"{settings.base}public/{hashed('keep.js', keeping)}",
    )  # fmt: skip
    files = {f"data/{name}": cache.store(content) for name, content in data.items()}
    files |= {f"public/{name}": cache.store(content) for name, content in public.items()}
    beside = open_data.passports(register, variants, settings.origin + settings.base)
    files |= {path: cache.store(content) for path, content in beside.items()}
    return files, given


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


def _search_files(
    register: Register,
    variants: tuple[Locale, ...],
    words: Table,
    settings: Settings,
    cache: Cache,
) -> tuple[dict[str, bytes], dict[str, str]]:
    """Files of `public/` by name, and the address of each variant's search script."""
    code = search_code(settings.root)
    public: dict[str, bytes] = {}
    scripts: dict[str, str] = {}
    for locale in variants:
        site = Site(locale, variants, Words(words, locale), settings.base, settings.origin)
        listed = _names(register, locale, settings, cache)
        listed_name = hashed(f"names-{locale.code}.json", listed)
        addresses = {
            "api": settings.search_api,
            "names": f"{settings.base}public/{listed_name}",
            "services": site.href("services/"),
        }
        script = search_script(code, locale, words, addresses)
        script_name = hashed(f"search-{locale.code}.js", script)
        public |= {listed_name: listed, script_name: script}
        scripts[locale.code] = f"{settings.base}public/{script_name}"
        if settings.origin:
            public[f"opensearch-{locale.code}.xml"] = opensearch(site)
    return public, scripts


def _waiting(
    settings: Settings, cache: Cache | None = None
) -> dict[tuple[str, str], tuple[str, ...]]:
    """(passport, language) → its fields whose translation waits."""
    waiting: dict[tuple[str, str], dict[str, None]] = {}
    for work in outdated(*_translations(settings, cache)):
        waiting.setdefault((work.id, work.language), {})[str(work.location[0])] = None
    return {key: tuple(fields) for key, fields in waiting.items()}


def _production(settings: Settings) -> Production:
    listed = (settings.content / "pronunciations.yml").read_text("utf-8")
    return Production(settings.audio, yaml.safe_load(listed))


def _told(register: Register, made: tuple[Page, ...], settings: Settings) -> dict[str, bytes]:
    """Files that tell of changes: feeds, pages of moved addresses, security.txt."""
    sites = {page.site.locale.code: page.site for page in made}
    files = feeds(made)
    for site in sites.values():
        files |= moved.redirects(register.moved, site)
    if settings.repository:
        newest = max(page.reviewed for page in made if page.reviewed)
        files[".well-known/security.txt"] = security_txt(
            settings.repository, settings.origin, settings.base, newest
        )
    return files


def _offline(
    made: tuple[Page, ...], files: Mapping[str, Stored], settings: Settings, cache: Cache
) -> dict[str, bytes]:
    """The service worker, and the lists and manifests it goes with."""
    sizes = {path: page.packed for path, page in facts(files, cache).items() if page}
    listed = (path for path in files if path.startswith("public/names-"))
    names_of = {path[len("public/names-") : -len("-0123456789.json")]: path for path in listed}
    addresses = {code: f"{settings.base}{path}" for code, path in names_of.items()}
    worker = page_script(settings.root, "offline/worker")
    return {"service-worker.js": worker, **offline(made, sizes, addresses)}


def _names(register: Register, locale: Locale, settings: Settings, cache: Cache) -> bytes:
    """The list of names; weighing its words takes long, and seldom does one of them change."""
    letters = (settings.content / "cyrillic.yml").read_text("utf-8")
    parts = [
        (p.id, p.sphere, getattr(p.name, locale.language), getattr(p.keywords, locale.language))
        for p in register.passports
    ]
    key = key_of("names", locale.code, letters, parts)
    return cache.read(cache.remember(key, lambda: names(register, locale)))


def _words(settings: Settings) -> Table:
    return read_words(settings.overrides / "words.yml")


def _prose(settings: Settings) -> dict[tuple[str, str], str]:
    return {
        (path.name.split(".")[0], language): path.read_text("utf-8")
        for language in LANGUAGES
        for path in sorted((settings.content / "pages").glob(f"*.{language}.md"))
    }


def _to_cyrillic(content: Path) -> Callable[[str], str]:
    exceptions = uzbek.exceptions_from(
        yaml.safe_load((content / "cyrillic.yml").read_text("utf-8"))
    )
    return lru_cache(_TEXTS)(lambda text: uzbek.to_cyrillic(text, exceptions))
