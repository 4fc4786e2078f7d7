"""Finds: reads a question by the lexicon, asks the engine once, takes the first good reading."""

import asyncio
import contextlib
import logging
from collections.abc import Mapping
from typing import Any

from search.answers import engine_query, first_good, hit, lexicon_query, search_answer
from search.engine import AwayError, Engine
from search.lexicon import Lexicon
from search.query import read

SUGGESTIONS = 8
_LOOK_SECONDS = 2.0
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
        queries = [
            engine_query(reading, variant, filters, limit=limit, offset=offset, summaries=summaries)
            for reading in (ladder.readings if filters else ladder.sure())
        ]
        answers = await self._engine.search(queries)
        place = first_good(answers)
        return search_answer(ladder, place, answers[place], variant, self._base)

    async def suggest(self, text: str, variant: str) -> dict[str, Any]:
        """The answer as data of a SuggestAnswer. Raises AwayError."""
        ladder = read(text, variant, self._known(), typing=True)
        queries = [
            engine_query(reading, variant, {}, limit=SUGGESTIONS, facets=False)
            for reading in ladder.sure()
        ]
        answers = await self._engine.search(queries) if ladder.typed else []
        found = answers[first_good(answers)]["hits"] if answers else []
        wanted = ("id", "kind", "url", "name")
        hits = (hit(each, variant, self._base) for each in found)
        return {"suggestions": [{key: each[key] for key in wanted} for each in hits]}

    def _known(self) -> Lexicon:
        if self._lexicon is None:
            raise AwayError
        return self._lexicon
