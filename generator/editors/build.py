"""Writes the editors' pages: one a language, with the form and all that it loads, no third party.

They are for the editors' own address and never part of the public site.
"""

import html
import json
import shutil
from pathlib import Path
from typing import Any

import yaml

from generator.editors import form, schema
from generator.editors.serve import BackEnd
from generator.errors import EditError
from generator.model import LANGUAGES, Register

PAGE = Path(__file__).with_name("page")
_OWN = ("editors.js", "editors.css", "passport-format.js")
_TO_FIRST = (
    '<!doctype html><html lang="uz"><meta charset="utf-8"><title>Xizmat</title>'
    '<meta http-equiv="refresh" content="0; url=uz/"><p><a href="uz/">Xizmat</a></p></html>\n'
)
_NAMES = {"uz": "Oʻzbekcha", "ru": "Русский", "en": "English"}


def write(out: Path, register: Register, back_end: BackEnd, modules: Path) -> None:
    """Write the pages to a folder, anew; `modules` has the packages of npm.

    Raises EditError where Decap is not installed.
    """
    decap = modules / "decap-cms" / "dist"
    if not decap.is_dir():
        raise EditError("edit: Decap CMS is not installed; run `make setup`")
    shutil.rmtree(out, ignore_errors=True)
    ignored = shutil.ignore_patterns("*.map", "cms.js", "*.cms.js", "*.txt")
    shutil.copytree(decap, out / "decap", ignore=ignored)
    shutil.copy(modules / "js-yaml" / "dist" / "js-yaml.min.js", out)
    for name in _OWN:
        shutil.copy(PAGE / name, out)
    (out / "index.html").write_text(_TO_FIRST, "utf-8")
    for language in LANGUAGES:
        folder = out / language
        folder.mkdir()
        given = json.dumps(_given(register, back_end, language), ensure_ascii=False)
        (folder / "form.json").write_text(given, "utf-8")
        (folder / "index.html").write_text(_page(language, back_end.asks), "utf-8")


def _page(language: str, asks: str) -> str:
    words = schema.table("form")
    policy = (
        f"default-src 'self'; connect-src 'self' {asks}; script-src 'self' 'unsafe-eval'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:"
    )
    links = "".join(
        f'<a href="../{code}/" lang="{code}"{" aria-current=true" * (code == language)}>{name}</a>'
        for code, name in _NAMES.items()
    )
    values = {"title": words["title"][language], "scripts": words["scripts"][language]}
    escaped = {name: html.escape(value) for name, value in values.items()}
    page = (PAGE / "index.html").read_text("utf-8")
    return page.format(lang=language, policy=html.escape(policy), languages=links, **escaped)


def _given(register: Register, back_end: BackEnd, language: str) -> dict[str, Any]:
    """What `editors.js` builds Decap's configuration from."""
    passport = schema.passport()
    phrases = {"uz": yaml.safe_load((PAGE / "decap.uz.yml").read_text("utf-8"))}
    return {
        "language": language,
        "backend": back_end.settings,
        "service": schema.table("form")["service"][language],
        "fields": form.fields(passport, language),
        "plain_keys": form.plain_keys(passport),
        "options": _options(register, language),
        "spheres": [
            {
                "id": sphere.id,
                "name": getattr(sphere.name, language),
                "groups": _choices(sphere.groups, "name", language),
            }
            for sphere in register.spheres
        ],
        "phrases": phrases if language == "uz" else {},
    }


def _options(register: Register, language: str) -> dict[str, list[dict[str, str]]]:
    """Entries of other files that a field may name."""
    return {
        "laws": [
            {"value": law.id, "label": f"{getattr(law.title, language)} ({law.id})"}
            for law in register.laws
        ],
        "organizations": _choices(register.organizations, "name", language),
        "related": _choices(register.passports, "name", language),
        "ref_documents": _choices(register.documents, "", language),
        "ref_steps": _choices(register.steps, "", language),
    }


def _choices(entries: Any, words: str, language: str) -> list[dict[str, str]]:
    """Id and words of each entry, in the order of the words."""
    made = [
        {"value": entry.id, "label": getattr(getattr(entry, words) if words else entry, language)}
        for entry in entries
    ]
    return sorted(made, key=lambda choice: choice["label"])
