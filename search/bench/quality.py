"""How well search finds: labelled questions against the API and what it is measured by."""

import http.client
import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import httpx
import meilisearch

from generator.errors import SearchError
from generator.model import LANGUAGES, Register
from generator.settings import Settings
from search.api.engine_queries import engine_queries
from search.bench.questions import Question, get, headers, path, table
from search.index import INDEX
from search.query.reading import Ladder, Reading
from search.server import Servers

_STOCK = "bench-stock"
_TASK_MILLISECONDS = 120_000
_TRIES = 10
_GOALS = {"success@1": 0.85, "success@3": 0.95}

Finder = Callable[[Question], list[str]]


def quality(
    questions: Sequence[Question],
    register: Register,
    engine: Servers,
    port: int,
    settings: Settings,
) -> bool:
    """Print the tables; False when a goal is missed."""
    api = http.client.HTTPConnection("127.0.0.1", port)
    client = httpx.Client(base_url=engine.urls[0], headers=headers(engine))
    _make_stock(engine, register)

    def ask_api(question: Question) -> list[str]:
        for _ in range(_TRIES):  # a busy machine may be late; how well it finds is asked here
            status, body = get(api, path(question))
            if status == http.HTTPStatus.OK:
                break
            time.sleep(1)
        else:
            raise SearchError(f"bench: the API answered {status}")
        return [hit["id"] for hit in json.loads(body)["hits"]]

    def ask_engine(question: Question) -> list[str]:
        raw = Reading("typed", question["q"], (question["q"],))
        ladder = Ladder(question["q"], (raw,))
        (query,) = engine_queries(ladder, question["lang"], {}, limit=10, facets=False)
        return _ids(client, INDEX, query)

    def ask_stock(question: Question) -> list[str]:
        language = question["lang"].partition("-")[0]
        return _ids(
            client, _STOCK, {"q": question["q"], "filter": f"lang = {language}", "limit": 10}
        )

    columns: dict[str, Finder] = {
        "API": ask_api,
        "Meilisearch without our query step": ask_engine,
        "stock Meilisearch": ask_stock,
    }
    found = {name: [ask(question) for question in questions] for name, ask in columns.items()}
    if fallback := _fallback(questions, settings):
        found["browser fallback"] = fallback
    scores = {name: _scores(questions, answers) for name, answers in found.items()}
    _print(scores, len(questions))
    print("\nsuccess@1 by kind\n")
    table(("kind", *scores), list(_by_kind(questions, found)))
    print("\nquestions that were held out when search was tuned\n")
    places = [place for place, question in enumerate(questions) if question.get("held_out")]
    aside = {name: _of(places, questions, answers) for name, answers in found.items()}
    _print(aside, len(places))
    return all(scores["API"][measure] >= goal for measure, goal in _GOALS.items())


def _scores(questions: Sequence[Question], answers: Sequence[list[str]]) -> dict[str, float]:
    ranks = [
        next((rank for rank, found in enumerate(ids, start=1) if found in question["ids"]), 0)
        for question, ids in zip(questions, answers, strict=True)
    ]
    return {
        "success@1": statistics.fmean(rank == 1 for rank in ranks),
        "success@3": statistics.fmean(0 < rank <= 3 for rank in ranks),  # noqa: PLR2004 - its name
        "MRR": statistics.fmean(1 / rank if rank else 0.0 for rank in ranks),
    }


def _print(scores: dict[str, dict[str, float]], count: int) -> None:
    print(f"{count} labelled questions\n")
    table(("", *scores), [
        (measure, *(f"{score[measure]:.3f}" for score in scores.values()))
        for measure in ("success@1", "success@3", "MRR")
    ])  # fmt: skip


def _by_kind(
    questions: Sequence[Question], found: dict[str, list[list[str]]]
) -> Iterator[tuple[str, ...]]:
    for kind in sorted({question["kind"] for question in questions}):
        places = [place for place, question in enumerate(questions) if question["kind"] == kind]
        scores = (_of(places, questions, answers) for answers in found.values())
        yield f"{kind} ({len(places)})", *(f"{each['success@1']:.3f}" for each in scores)


def _of(
    places: Sequence[int], questions: Sequence[Question], answers: list[list[str]]
) -> dict[str, float]:
    """Scores of some of the questions."""
    return _scores([questions[place] for place in places], [answers[place] for place in places])


def _make_stock(engine: Servers, register: Register) -> None:
    """An index of names, keywords and summaries as they are written, with default settings."""
    documents = [
        {
            "key": f"{passport.id}-{language}", "id": passport.id, "lang": language,
            "name": getattr(passport.name, language),
            "keywords": getattr(passport.keywords, language),
            "names": [getattr(passport.name, each) for each in LANGUAGES if each != language],
            "summary": getattr(passport.summary, language),
        }
        for passport in register.passports
        for language in LANGUAGES
    ]  # fmt: skip
    stock = meilisearch.Client(engine.urls[0], engine.key or None)
    for task in (
        stock.index(_STOCK).update_filterable_attributes(["lang"]),
        stock.index(_STOCK).add_documents(documents, "key"),
    ):
        stock.wait_for_task(task.task_uid, _TASK_MILLISECONDS)


def _fallback(questions: Sequence[Question], settings: Settings) -> list[list[str]]:
    """What the browser's own search finds; empty where it cannot be run."""
    script, node = settings.root / "tests/search/fallback.mjs", shutil.which("node")
    if not (script.exists() and node and settings.site.exists()):
        print("the browser fallback is not measured: no script, node or site", file=sys.stderr)
        return []
    asked = "\n".join(json.dumps({"q": q["q"], "lang": q["lang"]}) for q in questions)
    done = subprocess.run(
        [node, script, settings.site], input=asked, text=True, capture_output=True, check=True,
        timeout=120,
    )  # fmt: skip
    return [json.loads(line)["ids"] for line in done.stdout.splitlines()]


def _ids(client: httpx.Client, index: str, query: dict[str, Any]) -> list[str]:
    response = client.post(f"/indexes/{index}/search", json=query).raise_for_status()
    return [hit["id"] for hit in response.json()["hits"]]
