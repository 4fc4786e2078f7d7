"""What the engine is asked for a question, and its answers put together. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from search.documents import LEXICON_KEY
from search.index_settings import NAMED, search_config
from search.query.reading import Ladder, Reading

_NOTHING = "nothing"
_FACTS = ("cost", "term", "online")


def engine_queries(
    ladder: Ladder,
    variant: str,
    filters: Mapping[str, str | bool],
    *,
    limit: int,
    offset: int = 0,
    facets: bool = True,
    summaries: bool = False,
) -> list[dict[str, Any]]:
    """The questions to the engine: for the likeliest entries, then for others by each reading.

    The likeliest may fall to the filters, so others are asked for from as many places earlier.
    Values of `filters` must have been checked; they are quoted.
    """
    shown = ["name", *_FACTS, *(("summary",) if summaries else ())]
    language = variant.partition("-")[0]
    keys = _keys(ladder, language)
    first = f"key IN [{', '.join(map(_quoted, keys))}]"
    common: dict[str, Any] = {
        "attributesToRetrieve": [
            "key",
            "id",
            "kind",
            "path",
            *(f"shown.{variant}.{n}" for n in shown),
        ],
        "locales": ["uzb", "rus", "eng"],
        **({"facets": search_config().facets} if facets else {}),
    }
    chosen = [f"{name} = {_quoted(value)}" for name, value in filters.items()]
    conditions = [f"lang = {language}", *chosen]
    likely = {"q": "", "filter": [*conditions, first], "limit": len(keys), **common}
    others = [
        {
            "q": reading.text,
            "filter": [*conditions, *([f"NOT {first}"] if keys else []), *_impossible(reading)],
            "limit": limit + len(keys),
            "offset": max(0, offset - len(keys)),
            "matchingStrategy": "last",
            **({"attributesToSearchOn": NAMED} if reading.named else {}),
            **common,
        }
        for reading in (ladder.readings[:1] if keys and not filters else ladder.readings)
    ]
    return [likely, *others] if keys else others


def _keys(ladder: Ladder, language: str) -> list[str]:
    return [f"{key}-{language}" for key in ladder.likely]


def _impossible(reading: Reading) -> list[str]:
    """No word that could be found is not the same as no word at all."""
    return [f"kind = {_NOTHING}"] if reading.used and not reading.terms else []


def lexicon_query(*, words: bool) -> dict[str, Any]:
    """The question for the lexicon, or only for its digest."""
    fields = ["digest", "lexicon"] if words else ["digest"]
    return {"q": "", "filter": f"kind = {LEXICON_KEY}", "attributesToRetrieve": fields, "limit": 1}


def search_answer(
    ladder: Ladder,
    answers: Sequence[Mapping[str, Any]],
    variant: str,
    base: str,
    *,
    limit: int,
    offset: int = 0,
) -> dict[str, Any]:
    """The engine's answers to `engine_queries` as data of a SearchAnswer.

    The likeliest entries go first; the others are of the first reading that found something.
    """
    keys = _keys(ladder, variant.partition("-")[0])
    likely: Mapping[str, Any] = answers[0] if keys else {"hits": [], "estimatedTotalHits": 0}
    others = answers[1:] if keys else answers
    found = [place for place, each in enumerate(others) if each["estimatedTotalHits"]]
    place = found[0] if found and not likely["hits"] else 0
    reading, rest = ladder.readings[place], others[place]
    first = sorted(likely["hits"], key=lambda each: keys.index(each["key"]))
    skipped = max(0, offset - len(keys))
    hits = [*first, *([None] * skipped), *rest["hits"]][offset : offset + limit]
    return {
        "reading": {"typed": ladder.typed, "used": reading.used, "how": reading.how},
        "total": len(first) + rest["estimatedTotalHits"],
        "hits": [hit(each, variant, base) for each in hits if each],
        "facets": _sum(likely.get("facetDistribution", {}), rest.get("facetDistribution", {})),
        "suggestion": ladder.suggestion,
    }


def _sum(*counted: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    total: dict[str, dict[str, int]] = {}
    for counts in counted:
        for name, values in counts.items():
            for value, count in values.items():
                facet = total.setdefault(name, {})
                facet[value] = facet.get(value, 0) + count
    return total


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
