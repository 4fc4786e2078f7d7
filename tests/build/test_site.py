"""The built tree of the real content: whole, linked, named alike, light."""

import re
import statistics
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import brotli
import pytest

from generator.model import Register
from generator.settings import ROOT

PREFIXES = ("", "uz-cyrl/", "ru/", "en/")
TAGS = {"": "uz-Latn", "uz-cyrl/": "uz-Cyrl", "ru/": "ru", "en/": "en"}
MOST_BYTES, MEDIAN_BYTES = 12_000, 7_000
QUALITY = 9
"""Of 11: a host compresses a little harder, so these sizes are on the safe side."""


class Page(HTMLParser):
    """The parts of a page that the tests ask about."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.lang = ""
        self.title = ""
        self.main_name = ""
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "html":
            self.lang = values.get("lang", "")
        if tag == "a":
            self.links.append(values["href"])
        if tag in ("script", "img", "iframe", "audio", "video", "source") and "src" in values:
            self.loads.append(values["src"])
        if tag == "link" and values.get("rel") in ("stylesheet", "preload", "modulepreload"):
            self.loads.append(values["href"])
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.headings.append(int(tag[1]))
        if tag in ("h1", "title"):
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "h1":
            self.main_name += data
        elif self._inside == "title":
            self.title += data


@cache
def read(path: Path) -> Page:
    return Page(path.read_text("utf-8"))


def pages(site: Path) -> Iterator[Path]:
    return site.resolve().rglob("index.html")


def file_of(site: Path, address: str) -> Path:
    path = site.resolve() / address.lstrip("/")
    return path / "index.html" if address.endswith("/") else path


def test_every_passport_stands_in_four_variants(site: Path, register: Register) -> None:
    for prefix in PREFIXES:
        for passport in register.passports:
            assert (site / prefix / "services" / passport.id / "index.html").exists()


def test_every_fixed_address_exists(site: Path, register: Register) -> None:
    addresses = [
        "", "services/", "a-z/", "covid-19/", "agencies/", "laws/", "directory/", "glossary/",
        "statistics/", "data/", "accessibility/",
        *(f"spheres/{sphere.id}/" for sphere in register.spheres),
        *(f"covid-19/{section.id}/" for section in register.guidance),
    ]  # fmt: skip
    missing = [
        prefix + address
        for prefix in PREFIXES
        for address in addresses
        if not file_of(site, prefix + address or "/").exists()
    ]
    assert missing == []


def test_no_internal_link_is_dead(site: Path) -> None:
    dead = set()
    for path in pages(site):
        here = f"/{path.parent.relative_to(site.resolve())}/".replace("/./", "/")
        for link in read(path).links:
            if link.startswith(("http", "tel:", "sms:", "mailto:")):
                continue
            address, anchor = urldefrag(urljoin(here, link))
            target = file_of(site, address)
            lost = anchor and target.suffix == ".html" and anchor not in read(target).ids
            if not target.exists() or lost:
                dead.add((here, link))
    assert dead == set()


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_passport_guide_and_lesson_is_two_clicks_from_home(
    site: Path, register: Register, prefix: str
) -> None:
    reached = {f"/{prefix}"}
    for _ in range(2):
        reached |= {
            urldefrag(link)[0]
            for address in tuple(reached)
            if (path := file_of(site, address)).suffix == ".html" and path.exists()
            for link in read(path).links
            if link.startswith("/")
        }
    pages_of = {
        "services": register.passports,
        "life": register.life_events,
        "for": register.audiences,
        "learn": register.lessons,
    }
    wanted = {f"/{prefix}{room}/{each.id}/" for room, listed in pages_of.items() for each in listed}
    assert wanted | {f"/{prefix}glossary/", f"/{prefix}statistics/"} <= reached


def test_names_are_the_same_in_list_page_and_title(site: Path, register: Register) -> None:
    for language, prefix in (("uz", ""), ("ru", "ru/"), ("en", "en/")):
        listed = (site / prefix / "a-z" / "index.html").read_text("utf-8")
        for passport in register.passports:
            name = getattr(passport.name, language)
            page = read(file_of(site, f"{prefix}services/{passport.id}/").resolve())
            assert page.main_name == name
            assert page.title.startswith(name)
            assert f">{name}</a>" in listed.replace("&#39;", "'").replace("&amp;", "&")


def test_titles_differ_and_languages_are_marked(site: Path) -> None:
    seen: dict[str, Path] = {}
    for path in pages(site):
        page = read(path)
        first = path.relative_to(site.resolve()).parts[0] + "/"
        assert page.lang == TAGS.get(first, "uz-Latn"), path
        assert page.title not in seen, (path, seen[page.title])
        seen[page.title] = path


def test_headings_go_down_one_step_at_a_time(site: Path) -> None:
    for path in pages(site):
        levels = read(path).headings
        assert levels.count(1) == 1, path
        jumps = [b for a, b in pairwise(levels) if b > a + 1]
        assert jumps == [], path


def test_ids_are_unique(site: Path) -> None:
    for path in pages(site):
        ids = read(path).ids
        assert len(ids) == len(set(ids)), path


def test_uzbek_cyrillic_pages_have_no_latin_uzbek(site: Path) -> None:
    """oʻ, gʻ and the tutuq belgisi stand in Latin Uzbek words only."""
    for path in (site.resolve() / "uz-cyrl").rglob("index.html"):
        body = path.read_text("utf-8").partition("<main")[2].partition("</main>")[0]
        text = re.sub(r"<[^>]+>", " ", body)
        latin = [
            w for w in re.findall(r"\w*(?:oʻ|gʻ|Oʻ|Gʻ|[A-Za-z]ʼ)\w*", text) if "lang=" not in w
        ]
        assert latin == [], path


def test_passport_pages_are_light_and_need_nothing_else(
    site: Path, record_property: Callable[[str, object], None]
) -> None:
    def compressed(paths: list[Path]) -> dict[Path, int]:
        return {path: len(brotli.compress(path.read_bytes(), quality=QUALITY)) for path in paths}

    passports = sorted(
        site.resolve().glob("**/services/*/index.html"), key=lambda path: path.stat().st_size
    )
    assert [path for path in passports if read(path).loads] == []
    sizes = compressed(passports[-100:])  # what is longest compressed is among the longest
    largest = max(sizes, key=lambda path: sizes[path])
    median = statistics.median(compressed(passports[::9]).values())
    record_property("largest", f"{sizes[largest]:,} bytes, {largest.parent.name}")
    record_property("median", f"{median:,.0f} bytes")
    assert sizes[largest] <= MOST_BYTES, largest
    assert median <= MEDIAN_BYTES


def test_unknown_facts_are_said_and_never_made_up(site: Path, register: Register) -> None:
    thin = min(register.passports, key=lambda passport: len(passport.published()))
    text = file_of(site, f"en/services/{thin.id}/").read_text("utf-8")
    assert "Not published" in text
    assert "The agency has not published" in text
    assert "tel:1148" in text


def test_nothing_speaks_of_the_seed(site: Path) -> None:
    for path in (ROOT / "content").rglob("*.yml"):
        assert "seed:" not in path.read_text("utf-8"), path
    assert all("seed:" not in path.read_text("utf-8") for path in pages(site))


def test_open_data_has_every_service(site: Path, register: Register) -> None:
    rows = (site / "data" / "services-ru.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == len(register.passports) + 1
    assert rows[0].startswith("id,sphere,name")


TERM = re.compile(r'<a href="[^"]*/glossary/#([\w-]+)">')
HOLDS_NO_LINK = re.compile(r"<(a|h\d|label|button)\b[^>]*>(?:(?!</\1>).)*?<a\b", re.DOTALL)


def test_glossary_terms_are_linked_once_a_page_and_in_no_other_link(site: Path) -> None:
    for prefix in PREFIXES:
        for path in sorted((site / prefix / "services").glob("*/index.html"))[::40]:
            main = path.read_text("utf-8").partition("<main")[2]
            terms = TERM.findall(main)
            assert terms, path
            assert len(terms) == len(set(terms)), path
            assert not HOLDS_NO_LINK.search(main), path


NOT_SAID = re.compile(r"<(script|style|svg|head)\b.*?</\1>|<[^>]+>", re.DOTALL)
NAMES = re.compile(r"Work and travel|\S+\.\S+", re.IGNORECASE)
"""Names and addresses keep their English words."""
ENGLISH = re.compile(
    r"\b(?:the|of|and|for|with|from|your|you|this|are|not|when|what)\b", re.IGNORECASE
)


def test_no_english_is_left_on_uzbek_and_russian_pages(site: Path) -> None:
    left = {}
    for prefix in ("", "uz-cyrl/", "ru/"):
        services = sorted((site / prefix / "services").glob("*/index.html"))[::5]
        others = [path for folder in ("learn", "life", "covid-19", "for", "spheres", "a-z", "laws",
                                      "agencies", "directory", "glossary", "statistics", "settings",
                                      "changes", "data", "search", "accessibility")
                  for path in (site / prefix / folder).rglob("index.html")]  # fmt: skip
        for path in (site / prefix / "index.html", *services, *others):
            text = NAMES.sub("", unescape(NOT_SAID.sub("|", path.read_text("utf-8"))))
            if found := ENGLISH.search(text):
                left[str(path)] = text[found.start() - 30 : found.end() + 30]
    assert left == {}
