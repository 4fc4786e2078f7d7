"""The one reviewed file of search settings, read and checked."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from generator.model import LANGUAGES
from generator.uzbek import fold
from search.stems import stem

_FILE = Path(__file__).with_name("index_settings.yml")


class SearchConfig(BaseModel):
    """What `index_settings.yml` says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    searchable: list[str]
    filters: list[str]
    facets: list[str]
    ranking: list[str]
    typos: dict[str, Any]
    proximity: str
    prefixes: str
    largest_offset: int
    localized: list[dict[str, list[str]]]
    stop_words: dict[str, list[str]]
    soft_words: dict[str, list[str]]
    explaining: list[str]


@cache
def search_config() -> SearchConfig:
    """The settings of the file beside this module."""
    return SearchConfig.model_validate(yaml.safe_load(_FILE.read_text("utf-8")))


@cache
def folded_stop_words() -> dict[str, frozenset[str]]:
    """Language → its stop words, folded."""
    listed = search_config().stop_words
    return {language: frozenset(map(fold, listed[language])) for language in LANGUAGES}


@cache
def soft_stems() -> dict[str, frozenset[str]]:
    """Language → stems of its soft words."""
    listed = search_config().soft_words
    return {
        language: frozenset(stem(word, language) for word in listed[language])
        for language in LANGUAGES
    }


NAMED = ("name", "keywords", "everyday", "other_names", "other_words")
"""The fields that say what a service is called; the others tell about it."""


def engine_settings(synonyms: dict[str, list[str]]) -> dict[str, Any]:
    """The settings as Meilisearch takes them; `synonyms` maps a stem to stems."""
    config = search_config()
    # Documents and queries come without small words; their stems may be other languages' words.
    stopped = frozenset[str]().union(*folded_stop_words().values())
    return {
        "searchableAttributes": config.searchable,
        "filterableAttributes": config.filters,
        "sortableAttributes": [],
        "rankingRules": config.ranking,
        "typoTolerance": config.typos,
        "proximityPrecision": config.proximity,
        "prefixSearch": config.prefixes,
        "pagination": {"maxTotalHits": config.largest_offset},
        "faceting": {"maxValuesPerFacet": 30, "sortFacetValuesBy": {"*": "count"}},
        "localizedAttributes": config.localized,
        "synonyms": synonyms,
        "stopWords": sorted(stopped),
    }
