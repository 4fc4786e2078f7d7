"""What the API answers, as typed models; and how an answer is made from the engine's. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from search.config import NAMED, search_config
from search.documents import LEXICON_KEY
from search.pieces import How
from search.query import Ladder, Reading

Variant = Literal["uz", "uz-cyrl", "ru", "en"]
Kind = Literal["service", "guidance", "page"]

_NOTHING = "nothing"
_FACTS = ("cost", "term", "online")


class ReadingModel(BaseModel):
    """How the question was read."""

    typed: str
    used: str = Field(description="What was searched, in words to show.")
    how: How


class Hit(BaseModel):
    """One result; what is not published, or asked for, is left out."""

    id: str
    kind: Kind
    url: str
    name: str
    cost: str | None = None
    term: str | None = None
    online: str | None = None
    summary: str | None = None


class SearchAnswer(BaseModel):
    """Results, and how many there are by facet."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "reading": {"typed": "gfcgjhn", "used": "паспорт", "how": "layout"},
                "total": 1,
                "hits": [
                    {
                        "id": "foreign-travel-passport",
                        "kind": "service",
                        "url": "/ru/services/foreign-travel-passport/",
                        "name": "Оформление паспорта для выезда за границу",
                    }
                ],
                "facets": {"sphere": {"citizenship": 1}},
                "suggestion": None,
            }
        }
    )

    reading: ReadingModel
    total: int
    hits: list[Hit]
    facets: dict[str, dict[str, int]]
    suggestion: str | None = Field(None, description="A better spelling: did you mean this?")


class Suggestion(BaseModel):
    """A result for a box that completes while one types."""

    id: str
    kind: Kind
    url: str
    name: str


class SuggestAnswer(BaseModel):
    """At most eight results."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "suggestions": [
                    {
                        "id": "utilities", "kind": "service", "url": "/en/services/utilities/",
                        "name": "Utilities",
                    }
                ]
            }
        }
    )  # fmt: skip

    suggestions: list[Suggestion]


def engine_query(
    reading: Reading,
    variant: str,
    filters: Mapping[str, str | bool],
    *,
    limit: int,
    offset: int = 0,
    facets: bool = True,
    summaries: bool = False,
) -> dict[str, Any]:
    """The question to the engine. Values of `filters` must have been checked; they are quoted."""
    shown = ["name", *_FACTS, *(("summary",) if summaries else ())]
    conditions = [f"lang = {variant.partition('-')[0]}"]
    if reading.used and not reading.terms:
        conditions = [f"kind = {_NOTHING}"]  # no word that could be found, which is not "all"
    conditions += [f"{name} = {_quoted(value)}" for name, value in filters.items()]
    query: dict[str, Any] = {
        "q": reading.text,
        "filter": conditions,
        "limit": limit,
        "offset": offset,
        "matchingStrategy": "last",
        "attributesToRetrieve": ["id", "kind", "path", *(f"shown.{variant}.{n}" for n in shown)],
        "locales": ["uzb", "rus", "eng"],
    }
    if reading.named:
        query["attributesToSearchOn"] = NAMED
    if facets:
        query["facets"] = search_config().facets
    return query


def lexicon_query(*, words: bool) -> dict[str, Any]:
    """The question for the lexicon, or only for its digest."""
    fields = ["digest", "lexicon"] if words else ["digest"]
    return {"q": "", "filter": f"kind = {LEXICON_KEY}", "attributesToRetrieve": fields, "limit": 1}


def first_good(answers: Sequence[Mapping[str, Any]]) -> int:
    """Place of the first reading that found something; of the first of all when none did.

    A page beyond the last result is empty too, so what counts is the total.
    """
    return next((place for place, found in enumerate(answers) if found["estimatedTotalHits"]), 0)


def search_answer(
    ladder: Ladder, place: int, answer: Mapping[str, Any], variant: str, base: str
) -> dict[str, Any]:
    """The answer as data of a SearchAnswer: what the reading at `place` of the ladder found."""
    reading = ladder.readings[place]
    counts = answer.get("facetDistribution", {})
    return {
        "reading": {"typed": ladder.typed, "used": reading.used, "how": reading.how},
        "total": answer["estimatedTotalHits"],
        "hits": [hit(found, variant, base) for found in answer["hits"]],
        "facets": {name: counted for name, counted in counts.items() if counted},
        "suggestion": ladder.suggestion,
    }


def hit(found: Mapping[str, Any], variant: str, base: str) -> dict[str, Any]:
    """One result as data of a Hit."""
    prefix = "" if variant == "uz" else f"{variant}/"
    shown = found["shown"][variant]
    return {
        "id": found["id"],
        "kind": found["kind"],
        "url": f"{base}{prefix}{found['path']}",
        "name": shown["name"],
        **{key: shown[key] for key in (*_FACTS, "summary") if key in shown},
    }


def _quoted(value: str | bool) -> str:  # noqa: FBT001 - a value, not a switch
    if isinstance(value, bool):
        return str(value).lower()
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
