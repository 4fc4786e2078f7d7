"""Documents → an index on every server, filled beside the serving one and swapped in whole.

Two indexes stand on a server: the one that serves, and its twin. A run brings the twin to the
wanted state, swaps the two, and brings the other along. What a twin lacks is found from its own
documents, so a run that was killed, at whatever moment, is simply finished by the next one.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import meilisearch
from meilisearch.errors import MeilisearchApiError, MeilisearchError

from generator.errors import SearchError
from search.documents import LEXICON_KEY, Document
from search.index_settings import engine_settings
from search.server import Servers
from search.synonyms import Synonyms, engine_synonyms

INDEX = "services"
_TWIN = "services-twin"
_TASK_MILLISECONDS = 120_000
_POLL_MILLISECONDS = 25
_PATIENCE_SECONDS = 10
_BATCH = 1000
_MOST_DOCUMENTS = 1_000_000


@dataclass(frozen=True)
class Report:
    """What a run did on one server; a `rebuilt` index got every document."""

    url: str
    total: int
    sent: int
    removed: int
    rebuilt: bool
    swapped: bool

    def __str__(self) -> str:
        if not self.swapped:
            return f"{self.url}: {self.total} documents, nothing changed"
        how = "new index" if self.rebuilt else "changes"
        return (
            f"{self.url}: {self.total} documents, {how}: {self.sent} sent, {self.removed} removed"
        )


@dataclass(frozen=True)
class Filled:
    """Servers that hold the wanted documents beside what readers see, and those that failed."""

    fillers: tuple["_Filler", ...]
    failures: tuple[str, ...]


def fill_beside(servers: Servers, documents: Sequence[Document], synonyms: Synonyms) -> Filled:
    """First step: bring the documents to the twin index of every server. Readers see no change.

    It may take seconds. Nothing is raised: a server that could not be filled is a failure of
    the result, and goes on as it was.
    """
    settings = engine_settings(engine_synonyms(synonyms))
    wanted = {document["key"]: document for document in stamped(documents, settings)}
    fillers, failures = [], []
    for url in servers.urls:
        try:
            filler = _Filler(url, servers.key, settings, wanted)
            filler.fill()
            fillers.append(filler)
        except (MeilisearchError, SearchError) as error:
            failures.append(f"search: {url}: {error}")
    return Filled(tuple(fillers), tuple(failures))


def switch(filled: Filled) -> list[Report]:
    """Second step: from now on readers see what was filled. It takes milliseconds.

    Raises SearchError when a server could not be filled or switched; the others are switched.
    """
    reports, failures = [], [*filled.failures]
    for filler in filled.fillers:
        try:
            reports.append(filler.switch())
        except (MeilisearchError, SearchError) as error:
            failures.append(f"search: {filler.url}: {error}")
    if failures:
        raise SearchError("\n".join(failures))
    return reports


def catch_up(filled: Filled) -> None:
    """At leisure: bring the index that served before along, so that the next run has less to do.

    Without it nothing is wrong: the next run sends more. Raises SearchError.
    """
    try:
        for filler in filled.fillers:
            filler.fill()
    except MeilisearchError as error:
        raise SearchError(f"search: {error}") from error


def fill(servers: Servers, documents: Sequence[Document], synonyms: Synonyms) -> list[Report]:
    """All steps after each other: fill beside, switch, catch up.

    Raises SearchError when one server could not be filled; there the old index serves on.
    """
    filled = fill_beside(servers, documents, synonyms)
    reports = switch(filled)
    catch_up(filled)
    return reports


def stamped(documents: Iterable[Document], settings: dict[str, Any]) -> list[Document]:
    """The documents with a digest each; the lexicon also names the settings it goes with."""
    digest = _digest(settings)
    marked = (
        {**document, "settings": digest} if document["key"] == LEXICON_KEY else document
        for document in documents
    )
    return [{**document, "digest": _digest(document)} for document in marked]


class _Filler:
    """Fills one server."""

    def __init__(
        self, url: str, key: str, settings: dict[str, Any], wanted: dict[str, Document]
    ) -> None:
        self._client = meilisearch.Client(url, key or None, timeout=_PATIENCE_SECONDS)
        self.url = url
        self._sent, self._removed, self._rebuilt = 0, 0, False
        self._settings = settings
        self._wanted = wanted

    def fill(self) -> None:
        """Bring the twin to the wanted state; nothing is done when it is there already."""
        self._drain()
        self._sent, self._removed, self._rebuilt = self._bring(_TWIN)

    def switch(self) -> Report:
        """Let the twin serve, if what serves differs."""
        served = self._state(INDEX)
        if served == {key: document["digest"] for key, document in self._wanted.items()}:
            return Report(self.url, len(self._wanted), 0, 0, rebuilt=False, swapped=False)
        if served is None:
            self._done(self._client.create_index(INDEX, {"primaryKey": "key"}))
        self._done(self._client.swap_indexes([{"indexes": [INDEX, _TWIN]}]))
        return Report(
            self.url, len(self._wanted), self._sent, self._removed, self._rebuilt, swapped=True
        )

    def _drain(self) -> None:
        """Wait for tasks that a killed run has left with the server."""
        left = self._client.get_tasks({"statuses": ["enqueued", "processing"], "limit": 1000})
        for task in left.results:
            if task.type == "indexSwap" or task.index_uid in (INDEX, _TWIN):
                self._client.wait_for_task(task.uid, _TASK_MILLISECONDS, _POLL_MILLISECONDS)

    def _bring(self, index: str) -> tuple[int, int, bool]:
        """Bring an index to the wanted state; returns sent, removed, and whether it was made new.

        The lexicon goes last: an index without it, or with one of other settings, is not whole
        and is made anew.
        """
        state = self._state(index)
        lexicon = state and self._lexicon_settings(index)
        rebuilt = lexicon != self._wanted[LEXICON_KEY]["settings"]
        if rebuilt:
            if state is not None:
                self._done(self._client.delete_index(index))
            self._done(self._client.create_index(index, {"primaryKey": "key"}))
            self._done(self._client.index(index).update_settings(self._settings))
            state = {}
        state = state or {}
        changed = [
            document
            for key, document in self._wanted.items()
            if state.get(key) != document["digest"] and key != LEXICON_KEY
        ]
        removed = [key for key in state if key not in self._wanted]
        target = self._client.index(index)
        for start in range(0, len(changed), _BATCH):
            self._done(target.add_documents(changed[start : start + _BATCH]))
        if removed:
            self._done(target.delete_documents(filter=f"key IN {json.dumps(removed)}"))
        if state.get(LEXICON_KEY) != self._wanted[LEXICON_KEY]["digest"]:
            self._done(target.add_documents([self._wanted[LEXICON_KEY]]))
        return len(changed), len(removed), rebuilt

    def _state(self, index: str) -> dict[str, str] | None:
        """Key → digest of every document of an index; None when there is no such index."""
        try:
            found = self._client.index(index).get_documents(
                {"fields": ["key", "digest"], "limit": _MOST_DOCUMENTS}
            )
        except MeilisearchApiError as error:
            if error.code == "index_not_found":
                return None
            raise
        return {document.key: document.digest for document in found.results}

    def _lexicon_settings(self, index: str) -> str | None:
        """Digest of the settings that the index was made with."""
        try:
            document = self._client.index(index).get_document(LEXICON_KEY, {"fields": ["settings"]})
        except MeilisearchApiError as error:
            if error.code == "document_not_found":
                return None
            raise
        return str(document.settings)

    def _done(self, task: Any) -> None:
        """Wait for a task. Raises SearchError when it failed."""
        result = self._client.wait_for_task(task.task_uid, _TASK_MILLISECONDS, _POLL_MILLISECONDS)
        if result.status != "succeeded":
            reason = (result.error or {}).get("message", result.status)
            raise SearchError(f"{result.type} failed: {reason}")


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
