"""What the built tree holds for the search, and what it weighs."""

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import brotli
import pytest

from generator import pipeline
from generator.build import early_script
from generator.errors import BuildError
from generator.scripts import search_code
from generator.settings import ROOT, Settings

LOCALES = {"uz": "", "uz-cyrl": "uz-cyrl/", "ru": "ru/", "en": "en/"}


def script_of(site: Path, page: str) -> Path:
    found = re.findall(r'data-script="/([^"]+)"', (site / page).read_text("utf-8"))
    assert len(found) == 1, page
    return site / found[0]


@pytest.mark.parametrize("code", LOCALES)
def test_all_scripts_weigh_at_most_6_kb(site: Path, code: str) -> None:
    script = script_of(site, f"{LOCALES[code]}index.html").read_bytes()
    early = early_script(ROOT / "overrides/scripts").encode()
    assert len(brotli.compress(script)) + len(brotli.compress(early)) <= 6_000


@pytest.mark.parametrize("code", LOCALES)
def test_a_script_may_be_kept_for_ever_and_names_the_list_of_its_variant(
    site: Path, code: str
) -> None:
    """The list has one address for good: a new name must not change every page."""
    script = script_of(site, f"{LOCALES[code]}search/index.html")
    match = re.search(r"SETTINGS=(\{.*?\}\});", script.read_text("utf-8"), re.DOTALL)
    assert match
    settings = json.loads(match[1])
    assert settings["lang"] == code
    assert settings["services"] == f"/{LOCALES[code]}services/"
    names = site / settings["names"].removeprefix("/")
    assert names.name == f"names-{code}.json"
    assert script.stem.endswith(hashlib.sha256(script.read_bytes()).hexdigest()[:10])
    ids = json.loads(names.read_bytes())["ids"].split(" ")
    assert all((site / LOCALES[code] / "services" / i / "index.html").exists() for i in ids)


def test_every_page_has_one_search_form_and_the_same_early_script(site: Path) -> None:
    early = early_script(ROOT / "overrides/scripts")
    for path in site.rglob("*.html"):
        if path.name == "404.html":
            continue
        text = path.read_text("utf-8")
        assert text.count(f"<script>{early}</script>") == 1, path
        assert text.count("<script>") == 1, path
        assert text.count('role="search"') == 1, path


def test_the_marked_place_and_the_field_stand_once_on_the_search_page(site: Path) -> None:
    for folder in LOCALES.values():
        text = (site / folder / "search/index.html").read_text("utf-8")
        assert text.count('<div id="results"><!-- results --></div>') == 1
        assert len(re.findall(r'<input type="search" name="q" id="q" value=""', text)) == 1


def test_the_not_found_page_can_be_searched_from_in_all_variants(site: Path) -> None:
    text = (site / "404.html").read_text("utf-8")
    assert re.findall(r'<form .*?action="([^"]+)"', text) == [
        f"/{folder}search/" for folder in LOCALES.values()
    ]


def test_the_description_is_linked_only_when_the_address_is_known(
    site: Path, settings: Settings, tmp_path: Path, small_content: Path
) -> None:
    page = (site / "ru/index.html").read_text("utf-8")
    address = re.search(r'<link rel="search" [^>]*href="/([^"]+)"', page)
    assert address
    assert "https://xizmat.example/ru/search/?q=" in (site / address[1]).read_text("utf-8")

    nameless = replace(
        settings, content=small_content, site_url="", search_url="https://api.example/",
        work=tmp_path / "work", releases=tmp_path / "releases", site=tmp_path / "current",
    )  # fmt: skip
    pipeline.make_site(nameless)
    assert 'rel="search"' not in (nameless.site / "ru/index.html").read_text("utf-8")
    assert not list((nameless.site / "public").glob("opensearch*"))
    script = script_of(nameless.site, "index.html").read_text("utf-8")
    assert '"api":"https://api.example/api/v1/search"' in script


def test_scripts_are_written_for_old_phones() -> None:
    """ES2018, which phones of 2018 read, and no lookbehind, which Safari got in 2023."""
    code = early_script(ROOT / "overrides/scripts") + search_code(ROOT)
    newer = r"\?\.[a-z(\[]|\?\?|\(\?<|catch ?\{|\.(?:at|flat|flatMap|replaceAll|matchAll)\("
    assert re.findall(newer, code) == []


def test_a_missing_library_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="make setup"):
        search_code(tmp_path)
