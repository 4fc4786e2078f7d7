"""A release's index: filled beside the one that serves, switched with the site, kept to return.

The documents of a release stand beside its tree, outside of what is served, so that going back
needs nothing but the release.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.errors import SearchError
from generator.inputs import prose_of, register_of, variants_of, words_of
from generator.model import Register
from generator.progress import Progress
from generator.publish import all_documents, documents_of
from generator.settings import Settings
from generator.views.glance import glance
from search.documents import Document, SearchInput, documents
from search.index import Filled, Report, catch_up, fill, fill_beside, switch
from search.server import Servers
from search.synonyms import read_synonyms

_LEFT = "search answers from its former index until the next build"


@dataclass(frozen=True)
class Index:
    """An index that waits to be switched to; `filled` is None where there are no servers."""

    documents: Sequence[Document]
    filled: Filled | None

    def switch(self, progress: Progress) -> None:
        """Let readers see it; `progress.trouble` tells of servers that do not follow."""
        if self.filled is None:
            return
        try:
            reports = switch(self.filled)
        except SearchError as error:
            progress.trouble = f"{error}\n{_LEFT}"
        else:
            progress.note("; ".join(f"{report.sent} documents sent" for report in reports))

    def finish(self, release: Path) -> None:
        """Keep the documents of the release, and bring the index that served before along."""
        if self.filled is None:
            return
        with suppress(OSError):  # without them the release cannot bring its index back, no more
            text = json.dumps(self.documents, ensure_ascii=False, separators=(",", ":"))
            documents_of(release).write_text(text, "utf-8")
        with suppress(SearchError):  # the next build sends more
            catch_up(self.filled)


def fill_index(
    register: Register, settings: Settings, servers: Servers | None, progress: Progress
) -> Index:
    """Bring what the register says to every server, beside what readers see."""
    if servers is None or not servers.urls:
        return Index((), None)
    made = _documents(register, settings)
    filled = fill_beside(servers, made, read_synonyms(settings.content / "synonyms.yml"))
    progress.note(f"{len(made):,} documents")
    return Index(made, filled)


def make_index(settings: Settings, servers: Servers) -> list[Report]:
    """Bring the content to the search engine; a reader sees the old index or the new one.

    Raises ContentError or SearchError; then the old index serves on.
    """
    made = _documents(register_of(settings), settings)
    return fill(servers, made, read_synonyms(settings.content / "synonyms.yml"))


def restore_index(release: Path, settings: Settings, servers: Servers | None) -> list[Report]:
    """Bring the index of a kept release back.

    A release that only added audio has the documents of the one before it. Raises SearchError;
    then the index stays.
    """
    if servers is None or not servers.urls:
        return []
    kept = [path for path in all_documents(settings.releases) if path <= documents_of(release)]
    if not kept:
        raise SearchError(f"search: {release.name} was never indexed; the index stays")
    made = json.loads(kept[-1].read_text("utf-8"))
    return fill(servers, made, read_synonyms(settings.content / "synonyms.yml"))


def _documents(register: Register, settings: Settings) -> list[Document]:
    synonyms = read_synonyms(settings.content / "synonyms.yml")
    given = SearchInput(
        variants_of(settings), words_of(settings), prose_of(settings), synonyms, glance
    )
    return documents(register, given)
