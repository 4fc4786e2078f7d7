"""The story of a build: load, validate, export, stage, build, publish. It never goes back."""

import shutil
from collections.abc import Callable
from pathlib import Path

import yaml
from pydantic import BaseModel

from generator import uzbek
from generator.build import build
from generator.canonical import canonical
from generator.exports import open_data
from generator.exports.sitemap import sitemap
from generator.load import load
from generator.locales import Locale, locales
from generator.model import LANGUAGES, Register
from generator.publish import publish
from generator.settings import Settings
from generator.stage import stage
from generator.validate import validate
from generator.views.site import SiteInput, pages
from generator.words import read_words

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
}
"""File of a list → field of the register."""


def check(settings: Settings) -> Register:
    """Load and validate the content. Raises ContentError with every problem."""
    return validate(load(settings.content), settings.root)


def make_site(settings: Settings) -> Path:
    """Build everything beside the current site and switch to it; returns the release.

    Raises ContentError or BuildError; then the current site stays as it is.
    """
    register = check(settings)
    variants = locales(_to_cyrillic(settings.content))
    data = open_data.files(register, variants)
    made = tuple(
        pages(register, _site_input(settings, variants, {name: len(data[name]) for name in data}))
    )

    docs, tree = settings.work / "docs", settings.work / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    stage(made, docs)
    build(made, docs, tree, settings)
    (tree / "data").mkdir(exist_ok=True)
    for name, content in data.items():
        (tree / "data" / name).write_bytes(content)
    if settings.site_url:
        (tree / "sitemap.xml").write_text(sitemap(made), "utf-8")
    return publish(tree, settings.releases, settings.site)


def format_content(settings: Settings) -> tuple[Path, ...]:
    """Write every file of the content in canonical form; returns those that changed.

    Raises ContentError when the content has problems: only what is understood is rewritten.
    """
    content = load(settings.content)
    register = validate(content, settings.root)
    files: list[tuple[Path, BaseModel | list[BaseModel]]] = [
        *zip((raw.path for raw in content.services), register.passports, strict=True),
        *((settings.content / f"covid-19/{s.id}.yml", s) for s in register.guidance),
        *(
            (settings.content / f"{name}.yml", list(getattr(register, field)))
            for name, field in _LISTS.items()
        ),
    ]
    texts = {path: canonical(entry) for path, entry in files}
    changed = {path: text for path, text in texts.items() if text != path.read_text("utf-8")}
    for path, text in changed.items():
        path.write_text(text, "utf-8")
    return tuple(changed)


def _site_input(
    settings: Settings, variants: tuple[Locale, ...], downloads: dict[str, int]
) -> SiteInput:
    prose = {
        (path.name.split(".")[0], language): path.read_text("utf-8")
        for language in LANGUAGES
        for path in sorted((settings.content / "pages").glob(f"*.{language}.md"))
    }
    words = read_words(settings.overrides / "words.yml")
    return SiteInput(variants, words, prose, downloads, settings.base, settings.origin)


def _to_cyrillic(content: Path) -> Callable[[str], str]:
    exceptions = uzbek.exceptions_from(
        yaml.safe_load((content / "cyrillic.yml").read_text("utf-8"))
    )
    return lambda text: uzbek.to_cyrillic(text, exceptions)
