"""How fast search answers: the API against the same question sent straight to Meilisearch."""

import http.client
import json
import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import httpx

from search.api.engine_queries import engine_queries, lexicon_query
from search.bench.questions import Question, headers, path, table
from search.index import INDEX
from search.query.lexicon import Lexicon
from search.query.reading import read
from search.server import Servers

_ROUNDS = 3
_CONNECTIONS = 8
_BOUNDS = {"API, p50": 5.0, "API above Meilisearch": 2.0, "API, 8 connections, p99": 50.0}
"""Milliseconds."""


def speed(questions: Sequence[Question], engine: Servers, port: int) -> bool:
    """Print the table; False when a bound is passed.

    One connection, in turn with Meilisearch; then eight connections that ask without a pause.
    """
    host = engine.urls[0].removeprefix("http://")
    direct, api = http.client.HTTPConnection(host), http.client.HTTPConnection("127.0.0.1", port)
    bodies = _bodies(questions, engine)
    sent = {"Content-Type": "application/json", **headers(engine)}
    times: dict[str, list[float]] = {"API": [], "Meilisearch": []}
    for _ in range(_ROUNDS):
        for question, (place, body) in zip(questions, bodies, strict=True):
            times["API"].append(_timed(_asker(api, "GET", path(question))))
            ask = _asker(direct, "POST", place, body, sent)
            times["Meilisearch"].append(_timed(ask))
    one = {name: statistics.median(each) for name, each in times.items()}
    many = _at_once(questions, port)
    print("\none connection, and eight\n")
    table(("milliseconds", "p50", "p99"), [
        *((name, f"{one[name]:.2f}", f"{_p99(each):.2f}") for name, each in times.items()),
        ("API above Meilisearch", f"{one['API'] - one['Meilisearch']:.2f}", ""),
        (f"API, {_CONNECTIONS} connections", f"{statistics.median(many):.2f}", f"{_p99(many):.2f}"),
    ])  # fmt: skip
    measured = {
        "API, p50": one["API"],
        "API above Meilisearch": one["API"] - one["Meilisearch"],
        "API, 8 connections, p99": _p99(many),
    }
    missed = {name: value for name, value in measured.items() if value > _BOUNDS[name]}
    for name, value in missed.items():
        print(f"\nmissed: {name} {value:.2f} ms, at most {_BOUNDS[name]:.2f}")
    return not missed


def _bodies(questions: Sequence[Question], engine: Servers) -> list[tuple[str, bytes]]:
    """What the API sends to the engine for each question."""
    client = httpx.Client(base_url=engine.urls[0], headers=headers(engine))
    found = client.post(f"/indexes/{INDEX}/search", json=lexicon_query(words=True)).json()
    lexicon = Lexicon(found["hits"][0]["lexicon"])
    bodies = []
    for question in questions:
        ladder = read(question["q"], question["lang"], lexicon)
        queries = engine_queries(ladder, question["lang"], {}, limit=10)
        if len(queries) == 1:
            bodies.append((f"/indexes/{INDEX}/search", json.dumps(queries[0]).encode()))
        else:
            together = {"queries": [{"indexUid": INDEX, **query} for query in queries]}
            bodies.append(("/multi-search", json.dumps(together).encode()))
    return bodies


def _at_once(questions: Sequence[Question], port: int) -> list[float]:
    """Times of all questions over eight connections that ask without a pause."""

    def ask(start: int) -> list[float]:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        own = [*questions[start:], *questions[:start]]
        return [_timed(_asker(connection, "GET", path(question))) for question in own]

    step = max(1, len(questions) // _CONNECTIONS)
    with ThreadPoolExecutor(_CONNECTIONS) as pool:
        results = pool.map(ask, range(0, step * _CONNECTIONS, step))
        return [each for times in results for each in times]


def _asker(
    connection: http.client.HTTPConnection,
    method: str,
    place: str,
    body: bytes | None = None,
    sent: dict[str, str] | None = None,
) -> Callable[[], object]:
    def ask() -> bytes:
        connection.request(method, place, body, sent or {})
        return connection.getresponse().read()

    return ask


def _timed(ask: Callable[[], object]) -> float:
    """Milliseconds."""
    started = time.perf_counter()
    ask()
    return (time.perf_counter() - started) * 1000


def _p99(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]
