"""What both benches share: the labelled questions, the address of one, tables."""

import http.client
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from search.server import Servers

Question = dict[str, Any]


def get(connection: http.client.HTTPConnection, path: str) -> tuple[int, bytes]:
    """Status and body of an answer over a lasting connection."""
    connection.request("GET", path)
    response = connection.getresponse()
    return response.status, response.read()


def path(question: Question) -> str:
    """The address of a question."""
    return "/api/v1/search?" + urlencode({"q": question["q"], "lang": question["lang"]})


def headers(engine: Servers) -> dict[str, str]:
    """Headers of a question sent straight to Meilisearch."""
    key = {"Authorization": f"Bearer {engine.key}"} if engine.key else {}
    return {"Accept-Encoding": "identity", **key}


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table in Markdown."""
    for row in (head, ["---"] * len(head), *rows):
        print("| " + " | ".join(row) + " |")
