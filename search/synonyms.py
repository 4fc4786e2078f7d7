"""Everyday words and the official words they lead to (`content/synonyms.yml`)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from generator.errors import ContentError, Problem
from generator.load import parse
from generator.model import LANGUAGES, Text
from search.index_settings import folded_stop_words, soft_stems
from search.stems import bare, stem, words


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    everyday: list[Text] = Field(min_length=1)
    official: list[Text] = Field(min_length=1)


_REMEMBERED = 2**16  # texts: an edit changes few of a register's
_ENTRIES = TypeAdapter(dict[str, list[_Entry]])


@dataclass(frozen=True)
class Group:
    """What people say, and the official phrases, each as written and as the set of its stems."""

    everyday: tuple[str, ...]
    official: tuple[str, ...]
    official_stems: tuple[frozenset[str], ...]


Synonyms = Mapping[str, tuple[Group, ...]]


def read_synonyms(path: Path) -> Synonyms:
    """Language → groups. Raises ContentError when the file is not as it should be."""
    try:
        return _read(path.read_text("utf-8"))
    except (yaml.YAMLError, ValidationError) as error:
        detail = (("detail", str(error).splitlines()[0]),)
        raise ContentError((Problem(path, 1, "file", "synonyms-form", detail),)) from error


@lru_cache(1)
def _read(text: str) -> Synonyms:
    """The file is the longest of the content, and most edits leave it alone."""
    data = _ENTRIES.validate_python(parse(text))
    return {language: tuple(_groups(data.get(language, []), language)) for language in LANGUAGES}


@lru_cache(_REMEMBERED)
def content_stems(text: str, language: str) -> tuple[str, ...]:
    """Stems of a text without the small words."""
    stopped = folded_stop_words()[language]
    return tuple(stem(word, language) for word in words(text) if bare(word) not in stopped)


@lru_cache(_REMEMBERED)
def telling_stems(text: str, language: str) -> tuple[str, ...]:
    """Stems of a text without the small words and the soft ones."""
    soft = soft_stems()[language]
    return tuple(stemmed for stemmed in content_stems(text, language) if stemmed not in soft)


def whole(stems: Iterable[str]) -> str:
    """All stems of a phrase, whatever their order."""
    return " ".join(sorted(set(stems)))


def engine_synonyms(synonyms: Synonyms) -> dict[str, list[str]]:
    """Single everyday words → single official words, as stems, for the engine's own synonyms.

    Longer phrases are put into the documents: the engine matches a phrase only word by word.
    """
    found: dict[str, set[str]] = {}
    for language, groups in synonyms.items():
        for group in groups:
            targets = {next(iter(phrase)) for phrase in group.official_stems if len(phrase) == 1}
            for everyday in _single(group.everyday, language):
                found.setdefault(everyday, set()).update(targets - {everyday})
    return {word: sorted(targets) for word, targets in sorted(found.items()) if targets}


def by_stem(groups: Iterable[Group]) -> dict[str, list[tuple[frozenset[str], Group]]]:
    """One stem of each official phrase → the phrase and its group, so that few are looked at."""
    found: dict[str, list[tuple[frozenset[str], Group]]] = {}
    for group in groups:
        for phrase in group.official_stems:
            found.setdefault(min(phrase), []).append((phrase, group))
    return found


def _groups(entries: Iterable[_Entry], language: str) -> Iterable[Group]:
    for entry in entries:
        stems = tuple(frozenset(content_stems(text, language)) for text in entry.official)
        yield Group(tuple(entry.everyday), tuple(entry.official), stems)


def _single(texts: Iterable[str], language: str) -> Iterable[str]:
    for text in texts:
        stemmed = content_stems(text, language)
        if len(stemmed) == 1:
            yield stemmed[0]
