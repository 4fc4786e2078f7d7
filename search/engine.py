"""Questions to Meilisearch over lasting connections: one of several replicas answers, in time.

Answers are asked for uncompressed: a small compressed body waits 40 ms for a delayed
acknowledgement on the loopback interface, an uncompressed one takes 1 ms.
"""

import asyncio
import hashlib
import hmac
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

from search.index import INDEX

DEADLINE_SECONDS = 0.8
"""No question takes longer, whatever the servers do."""

_CONNECT_SECONDS = 0.25
_REST_SECONDS = 0.3  # a server that timed out is left alone so long
_KEY_ID = "6d0cf0a2-7d1c-4a5e-9a55-5b1c58c1f0aa"
_REFUSED = (401, 403)

_log = logging.getLogger("xizmat.search")

Answer = dict[str, Any]


class AwayError(Exception):
    """No server answered in time, or none has a whole index."""


@dataclass
class _Server:
    url: str
    client: httpx.AsyncClient
    resting_until: float = 0.0
    failed: bool = False
    keyed: bool = False
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Engine:
    """The servers that answer questions."""

    def __init__(self, urls: Sequence[str], key: str) -> None:
        self._key = key
        self._servers = [_Server(url, _client(url)) for url in urls]

    async def close(self) -> None:
        """Close all connections."""
        for server in self._servers:
            await server.client.aclose()

    async def search(self, queries: Sequence[dict[str, Any]]) -> list[Answer]:
        """Answers to the queries in their order, in one round trip. Raises AwayError."""
        until = time.monotonic() + DEADLINE_SECONDS
        asked = self._ready()
        for place, server in enumerate([*asked, *asked]):  # a lost connection is worth a second try
            left = until - time.monotonic()
            if left <= 0 or server.resting_until > time.monotonic():
                continue
            others = place < len(asked) - 1
            answers = await self._ask(server, queries, left / 2 if others else left)
            if answers is not None:
                return answers
        raise AwayError

    def _ready(self) -> list[_Server]:
        """Servers that are not resting, those that answered last time first."""
        now = time.monotonic()
        ready = [server for server in self._servers if server.resting_until <= now]
        return sorted(ready, key=lambda server: server.failed)

    async def _ask(
        self, server: _Server, queries: Sequence[dict[str, Any]], seconds: float
    ) -> list[Answer] | None:
        """Answers of one server; None when it gives none."""
        answers, reason = None, ""
        try:
            async with asyncio.timeout(seconds):
                answers, reason = await self._post(server, queries)
        except TimeoutError:
            server.resting_until = time.monotonic() + _REST_SECONDS
            reason = "late"
        except httpx.HTTPError as error:
            reason = type(error).__name__
        if answers is None and not server.failed:
            _log.warning("engine away", extra={"fields": {"url": server.url, "reason": reason}})
        server.failed = answers is None
        return answers

    async def _post(
        self, server: _Server, queries: Sequence[dict[str, Any]]
    ) -> tuple[list[Answer] | None, str]:
        """Answers; or none and why, in the server's words."""
        if not server.keyed:
            await self._take_key(server)
        if len(queries) == 1:
            response = await server.client.post(f"/indexes/{INDEX}/search", json=queries[0])
        else:
            together = {"queries": [{"indexUid": INDEX, **query} for query in queries]}
            response = await server.client.post("/multi-search", json=together)
        if response.status_code in _REFUSED:
            server.keyed = False  # its data, and with it the key, were made anew
        if not response.is_success:
            return None, _reason(response)
        answer = response.json()
        results: list[Answer] = answer["results"] if len(queries) > 1 else [answer]
        return results, ""

    async def _take_key(self, server: _Server) -> None:
        """Use a key that may only search; the server derives it from its own and our fixed id."""
        async with server.lock:
            if server.keyed or not self._key:
                return
            headers = {"Authorization": f"Bearer {self._key}"}
            response = await server.client.get(f"/keys/{_KEY_ID}", headers=headers)
            if response.status_code == httpx.codes.NOT_FOUND:
                wanted = {
                    "uid": _KEY_ID, "name": "Xizmat: search only", "actions": ["search"],
                    "indexes": [INDEX], "expiresAt": None,
                }  # fmt: skip
                response = await server.client.post("/keys", headers=headers, json=wanted)
            if response.status_code in _REFUSED:
                key = self._key  # a key that may not make keys is taken to be the search-only one
            else:
                key = response.raise_for_status().json()["key"]
            server.client.headers["Authorization"] = f"Bearer {key}"
            server.keyed = True


def _reason(response: httpx.Response) -> str:
    """Status and code of an error; its message may hold the query and stays out of the log."""
    try:
        return f"{response.status_code} {response.json()['code']}"
    except (ValueError, KeyError):
        return str(response.status_code)


def search_key(master: str) -> str:
    """The search-only key that Meilisearch derives from a master key and our fixed id."""
    return hmac.new(master.encode(), _KEY_ID.encode(), hashlib.sha256).hexdigest()


def _client(url: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        base_url=url,
        headers={"Accept-Encoding": "identity"},
        timeout=httpx.Timeout(DEADLINE_SECONDS, connect=_CONNECT_SECONDS),
        limits=httpx.Limits(max_connections=64, max_keepalive_connections=64, keepalive_expiry=60),
        trust_env=False,
    )
