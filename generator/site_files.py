"""Every file of the site that is no page: data, scripts, lists of names, feeds."""

from collections.abc import Mapping

from generator.build import look
from generator.exports import moved, open_data
from generator.exports.feeds import feeds
from generator.exports.names import names, names_file
from generator.exports.offline import offline
from generator.exports.opensearch import opensearch
from generator.exports.security_txt import security_txt
from generator.exports.sitemap import sitemap
from generator.inputs import prose_of, variants_of, waiting_translations, words_of
from generator.locales import Locale
from generator.model import Register
from generator.phrases import Phrases
from generator.release import statement
from generator.release.cache import Cache, Stored, key_of
from generator.release.checks import PageFacts
from generator.scripts import hashed, page_script, player_scripts, search_code, search_script
from generator.settings import Settings
from generator.views.page import Page, Site
from generator.views.site import SiteInput
from generator.words import Table, Words


def exports(
    register: Register, settings: Settings, cache: Cache
) -> tuple[dict[str, Stored], SiteInput]:
    """Every file that is no page, and what pages have to know of them."""
    variants, words = variants_of(settings), words_of(settings)
    data = open_data.files(register, variants)
    public, scripts = _search_files(register, variants, words, settings, cache)
    public |= dict(player_scripts(settings.root, variants, words).values())
    keeper = hashed("settings.js", page_script(settings.root, "settings"))
    public[keeper] = page_script(settings.root, "settings")
    keeping = page_script(settings.root, "offline/page")
    keep_name = hashed("keep.js", keeping)
    public[keep_name] = keeping
    public["lost.js"] = page_script(settings.root, "lost")
    public["moved.json"] = moved.table(register.moved)
    for path in sorted((settings.overrides / "public").iterdir()):
        public[path.name] = path.read_bytes()
    given = SiteInput(
        variants, words, prose_of(settings), {name: len(data[name]) for name in data},
        settings.base, settings.origin, scripts, f"{settings.base}public/{keeper}",
        waiting_translations(settings, cache), f"{settings.base}public/{keep_name}",
    )  # fmt: skip
    files = {f"data/{name}": cache.store(content) for name, content in data.items()}
    files |= {f"public/{name}": cache.store(content) for name, content in public.items()}
    beside = open_data.passports(register, variants, settings.origin + settings.base)
    files |= {path: cache.store(content) for path, content in beside.items()}
    return files, given


def kept_on_phones(
    made: tuple[Page, ...],
    facts: Mapping[str, PageFacts | None],
    settings: Settings,
    cache: Cache,
) -> dict[str, Stored]:
    """The service worker, and the lists and manifests it goes with."""
    sizes = {path: page.packed for path, page in facts.items() if page}
    files = offline(made, sizes)
    files["service-worker.js"] = page_script(settings.root, "offline/worker")
    return {path: cache.store(content) for path, content in files.items()}


def told(
    register: Register, made: tuple[Page, ...], settings: Settings, cache: Cache
) -> dict[str, Stored]:
    """Files that tell of changes: feeds, pages of moved addresses, security.txt, the sitemap."""
    sites = {page.site.locale.code: page.site for page in made}
    files = feeds(made, cache.memory("feeds", look(settings)))
    for site in sites.values():
        files |= moved.redirects(register.moved, site)
    if settings.repository:
        newest = max(page.reviewed for page in made if page.reviewed)
        files[".well-known/security.txt"] = security_txt(
            settings.repository, settings.origin, settings.base, newest
        )
    if settings.site_url:
        files["sitemap.xml"] = sitemap(made).encode()
    return {path: cache.store(content) for path, content in files.items()}


def statements(
    files: Mapping[str, Stored],
    given: SiteInput,
    register: Register,
    settings: Settings,
    cache: Cache,
) -> dict[str, Stored]:
    """The accessibility statements with what the last audit found. Raises BuildError."""
    audit = statement.read_audit(settings.work / "a11y-report.json")
    pages = {path: stored.digest for path, stored in files.items()}
    same = audit is not None and audit.fingerprint == statement.fingerprint(pages)
    variants = [Phrases(v, Words(given.words, v), register.brv[0]) for v in given.locales]
    texts = {
        path: cache.read(files[path]).decode() for path in map(statement.page_of, given.locales)
    }
    made = statement.stated(texts, audit, variants, same=same)
    return {path: cache.store(content) for path, content in made.items()}


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
        listed_name = names_file(locale)
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


def _names(register: Register, locale: Locale, settings: Settings, cache: Cache) -> bytes:
    """The list of names; weighing its words takes long, and seldom does one of them change."""
    letters = (settings.content / "cyrillic.yml").read_text("utf-8")
    parts = [
        (p.id, p.sphere, getattr(p.name, locale.language), getattr(p.keywords, locale.language))
        for p in register.passports
    ]
    key = key_of("names", locale.code, letters, parts)
    return cache.read(cache.remember(key, lambda: names(register, locale)))
