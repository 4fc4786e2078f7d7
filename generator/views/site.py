"""All pages of all variants, in the order in which a reader meets them."""

import hashlib
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field, replace

from generator.locales import Locale
from generator.model import Register
from generator.phrases import Phrases
from generator.terms import terms
from generator.views.changes import changes_page
from generator.views.guidance import GuidancePages
from generator.views.guides import GuidePages
from generator.views.page import Link, Page, Site, listing
from generator.views.passport import PassportPages
from generator.views.reference import COVID_HOTLINES, ReferencePages
from generator.views.search import search_page
from generator.views.services import ServicePages
from generator.views.settings import settings_page
from generator.views.statistics import statistics_page
from generator.words import Table, Words


@dataclass(frozen=True)
class ProseBody:
    """A page whose text is Markdown; MkDocs turns it into HTML."""

    markdown: str


@dataclass(frozen=True)
class SiteInput:
    """What pages are made from besides the register."""

    locales: tuple[Locale, ...]
    words: Table
    prose: Mapping[tuple[str, str], str]
    """(page, language) → Markdown"""
    downloads: Mapping[str, int]
    """File name → bytes of each file of the data page."""
    base: str
    origin: str
    search_scripts: Mapping[str, str]
    """code of the variant → address of its search script"""
    settings_script: str
    waiting: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """(passport, language) → its fields whose translation is older than the Uzbek text"""
    keep_script: str = ""


def pages(
    register: Register, given: SiteInput, known: MutableMapping[str, Page] | None = None
) -> Iterator[Page]:
    """Every page of the site.

    `known` has passports' pages that an earlier call made with the same `given`, by what they
    were made from, and is brought up to date: they are many, and few change.
    """
    before = {} if known is None else known
    inputs = _passport_inputs(register)
    found: dict[str, Page] = {}
    for locale in given.locales:
        yield from _variant(register, given, locale, inputs, before, found)
    before.clear()
    before.update(found)


def _passport_inputs(register: Register) -> dict[str, str]:
    """Digest of what each passport's page shows: itself, the names of related ones, the lists."""
    lists = _digest(register.model_dump_json(exclude={"passports"}))
    names = {p.id: p.name.model_dump_json() for p in register.passports}
    return {
        p.id: _digest(p.model_dump_json(), *(names[each] for each in p.related), lists)
        for p in register.passports
    }


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def _variant(
    register: Register,
    given: SiteInput,
    locale: Locale,
    inputs: Mapping[str, str],
    known: Mapping[str, Page],
    found: MutableMapping[str, Page],
) -> Iterator[Page]:
    words = Words(given.words, locale)
    script = given.search_scripts[locale.code]
    site = Site(locale, given.locales, words, given.base, given.origin, script, given.keep_script)
    phrases = Phrases(locale, words, register.brv[0])
    glossary = terms(register.glossary, locale, site.href("glossary/"))
    passports = PassportPages(register, site, phrases, given.waiting)
    services = ServicePages(register, site, phrases, passports)
    reference = ReferencePages(register, site, phrases, passports)
    guidance = GuidancePages(register, site, phrases, passports)
    guides = GuidePages(register, site, phrases, passports, services, reference)

    yield services.home(reference.hotlines(), guides.life_cards(), guides.audience_cards())
    yield services.spheres()
    yield from map(services.sphere, register.spheres)
    for passport in register.passports:
        key = f"{locale.code}-{inputs[passport.id]}"
        found[key] = known.get(key) or replace(passports.page(passport), terms=glossary)
    services_reviewed = tuple(found.values())[-len(register.passports) :]
    yield from services_reviewed
    yield services.a_z()
    yield from map(guides.life_event, register.life_events)
    yield from (replace(guides.audience(each), terms=glossary) for each in register.audiences)
    yield guides.learn()
    yield from (replace(guides.lesson(each), terms=glossary) for each in register.lessons)
    yield guidance.home(reference.entries(COVID_HOTLINES))
    yield search_page(register, site)
    yield settings_page(site, given.settings_script)
    yield listing(site, "offline", "offline/", None)
    guidance_reviewed = tuple(
        replace(guidance.section(number), terms=glossary)
        for number in range(len(register.guidance))
    )
    yield from guidance_reviewed
    yield changes_page(register, site, phrases, (*services_reviewed, *guidance_reviewed))
    yield reference.agencies()
    yield reference.laws()
    yield reference.directory()
    yield reference.glossary()
    yield statistics_page(register, site, phrases)
    yield reference.data(given.downloads)
    for name in sorted({name for name, _ in given.prose}):
        yield _prose(site, name, given.prose[name, locale.language])


def _prose(site: Site, name: str, markdown: str) -> Page:
    """A Markdown page: its first line is `# Title`, its second paragraph the summary."""
    text = site.locale.script(markdown)
    title, _, rest = text.partition("\n")
    paragraphs = [part.strip() for part in rest.split("\n\n") if part.strip()]
    home = Link(site.href(""), site.words("home"))
    return Page(
        site, "prose.html", f"{name}/", title.removeprefix("# ").strip(), paragraphs[0],
        ProseBody(rest.strip()), (home,),
    )  # fmt: skip
