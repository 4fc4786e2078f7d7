"""What a build reads: the register, the variants, interface words, prose, translations."""

import hashlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator import uzbek
from generator.check import Checked, check
from generator.errors import ContentError
from generator.load import load
from generator.locales import Locale, locales
from generator.model import LANGUAGES, Register
from generator.release.cache import Cache
from generator.settings import Settings
from generator.translations import Pairs, outdated, read_store
from generator.words import Table, read_words

_TEXTS = 2**17
"""Texts kept in Cyrillic: all of a full register, a few tens of megabytes."""


def register_of(settings: Settings, cache: Cache | None = None) -> Register:
    """Load and check the content. Raises ContentError with every error; warnings pass."""
    content = load(settings.content, cache.table("parsed") if cache else None)
    known = cache.table("findings") if cache else None
    prose = markdown_of(settings)
    return valid(check(content, settings.root, prose, known=known, errors_only=True))


def valid(checked: Checked) -> Register:
    """The register of content without errors. Raises ContentError."""
    if checked.errors or checked.register is None:
        raise ContentError(checked.errors)
    return checked.register


def variants_of(settings: Settings) -> tuple[Locale, ...]:
    """The four variants of the site."""
    return locales(to_cyrillic_of(settings))


def to_cyrillic_of(settings: Settings) -> Callable[[str], str]:
    """The way from Latin to Cyrillic letters, with the exceptions of cyrillic.yml."""
    return _to_cyrillic((settings.content / "cyrillic.yml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _to_cyrillic(listed: str) -> Callable[[str], str]:
    """The same function for the same exceptions, so that what it has written stays known."""
    exceptions = uzbek.exceptions_from(yaml.safe_load(listed))
    return lru_cache(_TEXTS)(lambda text: uzbek.to_cyrillic(text, exceptions))


def words_of(settings: Settings) -> Table:
    """The words of the interface."""
    return read_words(settings.overrides / "words.yml")


def prose_of(settings: Settings) -> dict[tuple[str, str], str]:
    """(page, language) → its Markdown."""
    return {
        (path.name.split(".")[0], language): path.read_text("utf-8")
        for language in LANGUAGES
        for path in sorted((settings.content / "pages").glob(f"*.{language}.md"))
    }


def markdown_of(settings: Settings) -> dict[Path, str]:
    """Path of a prose page → its Markdown, for the checks."""
    paths = sorted((settings.content / "pages").glob("*.md"))
    return {path: path.read_text("utf-8") for path in paths}


def translations_of(
    settings: Settings, cache: Cache | None = None
) -> tuple[dict[str, Any], dict[str, Pairs]]:
    """What is to be translated, by id, and which texts were confirmed to agree."""
    content = load(settings.content, cache.table("parsed") if cache else None)
    stored = content.lists.get("translations")
    entries = {raw.path.stem: raw.data for raw in (*content.services, *content.guidance)}
    return entries, read_store(stored.data if stored else None)


def waiting_translations(
    settings: Settings, cache: Cache | None = None
) -> dict[tuple[str, str], tuple[str, ...]]:
    """(passport, language) → its fields whose translation waits."""
    waiting: dict[tuple[str, str], dict[str, None]] = {}
    for work in outdated(*translations_of(settings, cache)):
        waiting.setdefault((work.id, work.language), {})[str(work.location[0])] = None
    return {key: tuple(fields) for key, fields in waiting.items()}


def digests_of(folder: Path) -> list[tuple[str, str]]:
    """Name and SHA-256 of every file below a folder."""
    return [
        (str(path.relative_to(folder)), hashlib.sha256(path.read_bytes()).hexdigest())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
