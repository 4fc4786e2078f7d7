"""Finds: reads a question by the lexicon, asks the engine once, takes the first good reading."""

import asyncio
import contextlib
import logging
from collections.abc import Mapping
from typing import Any

from search.api.engine import AwayError, Engine
from search.api.engine_queries import engine_queries, lexicon_query, search_answer
from search.query.lexicon import Lexicon
from search.query.reading import read

SUGGESTIONS = 8
_LOOK_SECONDS = 0.5
"""How often the index is looked at for a newer lexicon."""
_WAIT_SECONDS = 0.2
"""How often, when there is none."""

_log = logging.getLogger("xizmat.search")


class Finder:
    """The engine, with the lexicon of the index that it serves."""

    def __init__(self, engine: Engine, base: str) -> None:
        self._engine = engine
        self._base = base
        self._lexicon: Lexicon | None = None
        self._digest = ""
        self._looking: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Read the lexicon if the engine answers, and go on looking for a newer one."""
        await self._engine.open()
        with contextlib.suppress(AwayError):
            await self.refresh()
        self._looking = asyncio.create_task(self._look())

    async def close(self) -> None:
        """Stop looking and close the connections."""
        if self._looking:
            self._looking.cancel()
            await asyncio.gather(self._looking, return_exceptions=True)
        await self._engine.close()

    async def refresh(self) -> None:
        """Read the lexicon if it is another one. Raises AwayError."""
        (answer,) = await self._engine.search([lexicon_query(words=False)])
        if not answer["hits"]:
            raise AwayError  # an index that is not whole yet
        if answer["hits"][0]["digest"] == self._digest:
            return
        (answer,) = await self._engine.search([lexicon_query(words=True)])
        found = answer["hits"][0]
        self._lexicon = await asyncio.to_thread(Lexicon, found["lexicon"])
        self._digest = found["digest"]
        _log.info("lexicon read", extra={"fields": {"digest": self._digest}})

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_SECONDS if self._lexicon else _WAIT_SECONDS)
            with contextlib.suppress(AwayError):
                await self.refresh()

    async def search(
        self,
        text: str,
        variant: str,
        filters: Mapping[str, str | bool],
        *,
        limit: int,
        offset: int = 0,
        summaries: bool = False,
    ) -> dict[str, Any]:
        """The answer as data of a SearchAnswer. Raises AwayError."""
        ladder = read(text, variant, self._known())
        queries = engine_queries(
            ladder, variant, filters, limit=limit, offset=offset, summaries=summaries
        )
        answers = await self._engine.search(queries)
        return search_answer(ladder, answers, variant, self._base, limit=limit, offset=offset)

    async def suggest(self, text: str, variant: str) -> dict[str, Any]:
        """The answer as data of a SuggestAnswer. Raises AwayError."""
        ladder = read(text, variant, self._known())
        if not ladder.typed:
            return {"suggestions": []}
        queries = engine_queries(ladder, variant, {}, limit=SUGGESTIONS, facets=False)
        answers = await self._engine.search(queries)
        found = search_answer(ladder, answers, variant, self._base, limit=SUGGESTIONS)
        wanted = ("id", "kind", "url", "name")
        return {"suggestions": [{key: each[key] for key in wanted} for each in found["hits"]]}

    def _known(self) -> Lexicon:
        if self._lexicon is None:
            raise AwayError
        return self._lexicon
