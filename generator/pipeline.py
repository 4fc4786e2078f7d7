"""The story of a build: load, validate, export, stage, build, publish. It never goes back."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from audio.production import Production, Step, put
from generator import compress, deploy, review, statement, uzbek
from generator.build import build
from generator.canonical import Entry, canonical
from generator.exports import coverage, moved, open_data
from generator.exports.feeds import feeds
from generator.exports.names import names
from generator.exports.opensearch import opensearch
from generator.exports.security_txt import security_txt
from generator.exports.sitemap import sitemap
from generator.load import load
from generator.locales import Locale, locales
from generator.lock import only_one
from generator.model import LANGUAGES, Register
from generator.phrases import Phrases
from generator.publish import publish
from generator.scripts import hashed, page_script, player_scripts, search_code, search_script
from generator.settings import Settings
from generator.spelling import Speller, read_own_words
from generator.stage import stage
from generator.validate import validate
from generator.views.listen import heard_at, with_audio
from generator.views.page import Page, Site
from generator.views.passport import glance
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

_PUBLISH_EVERY = 60.0
"""Seconds between two builds while audio is being made."""


def check(settings: Settings) -> Register:
    """Load and validate the content. Raises ContentError with every problem."""
    return validate(load(settings.content), settings.root)


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
    words = read_words(settings.overrides / "words.yml")
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


def make_site(settings: Settings) -> Path:
    """Build everything beside the current site and switch to it; returns the release.

    Raises ContentError or BuildError; then the current site stays as it is.
    """
    with only_one(settings.work / "lock"):
        return _make_site(settings)


def _make_site(settings: Settings) -> Path:
    register = check(settings)
    variants = locales(_to_cyrillic(settings.content))
    words = read_words(settings.overrides / "words.yml")
    data = open_data.files(register, variants)
    public, scripts = _search_files(register, variants, words, settings)
    keeper = hashed("settings.js", page_script(settings.root, "settings"))
    public[keeper] = page_script(settings.root, "settings")
    given = SiteInput(
        variants, words, _prose(settings), {name: len(data[name]) for name in data},
        settings.base, settings.origin, scripts, f"{settings.base}public/{keeper}",
    )  # fmt: skip
    made = tuple(pages(register, given))
    audio = _production(settings).recorded(made)
    players = player_scripts(settings.root, variants, words)
    public |= dict(players.values())
    made = tuple(
        with_audio(page, audio[place].track.seconds, audio[place].track.sizes,
                   f"{settings.base}public/{players[page.site.locale.code][0]}")
        if (place := heard_at(page)) in audio else page
        for page in made
    )  # fmt: skip

    docs, tree = settings.work / "docs", settings.work / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    stage(made, docs)
    build(made, docs, tree, settings)
    (tree / "data").mkdir(exist_ok=True)
    for name, content in data.items():
        (tree / "data" / name).write_bytes(content)
    for name, content in public.items():
        (tree / "public" / name).write_bytes(content)
    put(audio, tree)
    if settings.site_url:
        (tree / "sitemap.xml").write_text(sitemap(made), "utf-8")
    for name, content in _told(register, made, settings).items():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_bytes(content)
    audit = statement.read_audit(settings.work / "a11y-report.json")
    made_in = (Phrases(v, Words(words, v), register.brv[0]) for v in variants)
    statement.fill(tree, audit, made_in)
    return publish(tree, settings.releases, settings.site)


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
    register = check(settings)
    synonyms = read_synonyms(settings.content / "synonyms.yml")
    variants = locales(_to_cyrillic(settings.content))
    words = read_words(settings.overrides / "words.yml")
    given = SearchInput(variants, words, _prose(settings), synonyms, glance)
    return fill(servers, documents(register, given), synonyms)


def search_service(settings: Settings, servers: Servers) -> Service:
    """What the API serves: the engine, and the newest good site."""
    variants = locales(_to_cyrillic(settings.content))
    table = read_words(settings.overrides / "words.yml")
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


def format_content(settings: Settings) -> tuple[Path, ...]:
    """Write every file of the content in canonical form; returns those that changed.

    Raises ContentError when the content has problems: only what is understood is rewritten.
    """
    content = load(settings.content)
    register = validate(content, settings.root)
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


def _search_files(
    register: Register, variants: tuple[Locale, ...], words: Table, settings: Settings
) -> tuple[dict[str, bytes], dict[str, str]]:
    """Files of `public/` by name, and the address of each variant's search script."""
    code = search_code(settings.root)
    public: dict[str, bytes] = {}
    scripts: dict[str, str] = {}
    for locale in variants:
        site = Site(locale, variants, Words(words, locale), settings.base, settings.origin)
        listed = names(register, locale)
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
    return lambda text: uzbek.to_cyrillic(text, exceptions)
