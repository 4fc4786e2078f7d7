"""Questions to Meilisearch over lasting connections: one of several replicas answers, in time.

Answers are asked for uncompressed: a small compressed body waits 40 ms for a delayed
acknowledgement on the loopback interface, an uncompressed one takes 1 ms.
"""

import asyncio
import json
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import aiohttp

from search.index import INDEX

DEADLINE_SECONDS = 0.6
"""No question takes longer, whatever the servers do."""

_CONNECT_SECONDS = 0.25
_LATE_SECONDS = 0.5  # a server that was late is asked last for so long
_KEY_ID = "6d0cf0a2-7d1c-4a5e-9a55-5b1c58c1f0aa"
_REFUSED = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
_CONNECTIONS = 64

_log = logging.getLogger("xizmat.search")

Answer = dict[str, Any]


class AwayError(Exception):
    """No server answered in time, or none has a whole index."""


@dataclass
class _Server:
    url: str
    late_until: float = 0.0
    failed: bool = False
    keyed: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Engine:
    """The servers that answer questions."""

    def __init__(self, urls: Sequence[str], key: str) -> None:
        self._key = key
        self._servers = [_Server(url) for url in urls]
        self._session: aiohttp.ClientSession

    async def open(self) -> None:
        """Make ready for lasting connections."""
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=_CONNECTIONS, keepalive_timeout=60),
            timeout=aiohttp.ClientTimeout(total=DEADLINE_SECONDS, sock_connect=_CONNECT_SECONDS),
            headers={"Accept-Encoding": "identity"},
        )

    async def close(self) -> None:
        """Close all connections."""
        await self._session.close()

    async def search(self, queries: Sequence[dict[str, Any]]) -> list[Answer]:
        """Answers to the queries in their order, in one round trip. Raises AwayError."""
        until = time.monotonic() + DEADLINE_SECONDS
        servers = self._in_order()
        for place, server in enumerate([*servers, *servers]):  # a lost connection: a second try
            left = until - time.monotonic()
            if left <= 0:
                break
            others = place < len(servers) - 1
            answers = await self._ask(server, queries, left / 2 if others else left)
            if answers is not None:
                return answers
        raise AwayError

    def _in_order(self) -> list[_Server]:
        """Servers that answered last time first, those that were late just now last."""
        now = time.monotonic()
        return sorted(self._servers, key=lambda each: (each.late_until > now, each.failed))

    async def _ask(
        self, server: _Server, queries: Sequence[dict[str, Any]], seconds: float
    ) -> list[Answer] | None:
        """Answers of one server; None when it gives none."""
        answers, reason = None, ""
        try:
            async with asyncio.timeout(seconds):
                answers, reason = await self._post(server, queries)
        except TimeoutError:
            server.late_until = time.monotonic() + _LATE_SECONDS
            reason = "late"
        except (aiohttp.ClientError, OSError) as error:
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
            path, body = f"/indexes/{INDEX}/search", queries[0]
        else:
            path = "/multi-search"
            body = {"queries": [{"indexUid": INDEX, **query} for query in queries]}
        headers = server.headers
        async with self._session.post(server.url + path, json=body, headers=headers) as response:
            text = await response.read()
        if response.status in _REFUSED:
            server.keyed = False  # its data, and with it the key, were made anew
        if not response.ok:
            return None, _reason(response.status, text)
        answer = json.loads(text)
        results: list[Answer] = answer["results"] if len(queries) > 1 else [answer]
        return results, ""

    async def _take_key(self, server: _Server) -> None:
        """Use a key that may only search; the server derives it from its own and our fixed id."""
        async with server.lock:
            if server.keyed or not self._key:
                return
            status, found = await self._manage_key(server, "GET", f"/keys/{_KEY_ID}")
            if status == HTTPStatus.NOT_FOUND:
                wanted = {
                    "uid": _KEY_ID, "name": "Xizmat: search only", "actions": ["search"],
                    "indexes": [INDEX], "expiresAt": None,
                }  # fmt: skip
                status, found = await self._manage_key(server, "POST", "/keys", wanted)
            # A key that may not make keys is taken to be the search-only one.
            key = self._key if status in _REFUSED else found["key"]
            server.headers = {"Authorization": f"Bearer {key}"}
            server.keyed = True

    async def _manage_key(
        self, server: _Server, method: str, path: str, body: object = None
    ) -> tuple[int, dict[str, Any]]:
        headers = {"Authorization": f"Bearer {self._key}"}
        async with self._session.request(
            method, server.url + path, json=body, headers=headers
        ) as response:
            if response.status not in (*_REFUSED, HTTPStatus.NOT_FOUND):
                response.raise_for_status()
            return response.status, await response.json()


def _reason(status: int, text: bytes) -> str:
    """Status and code of an error; its message may hold the query and stays out of the log."""
    try:
        return f"{status} {json.loads(text)['code']}"
    except (ValueError, KeyError, TypeError):
        return str(status)
