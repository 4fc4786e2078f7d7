"""A real Meilisearch on a free port, filled with the real content, and the API before it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from engines import Meili, api_before, running

from generator.inputs import prose_of, variants_of
from generator.model import Register
from generator.settings import ROOT, Settings
from generator.views.glance import glance
from generator.words import read_words
from search.documents import Document, SearchInput, documents
from search.index import fill
from search.query.lexicon import Lexicon
from search.synonyms import Synonyms, read_synonyms


@pytest.fixture(scope="session")
def synonyms() -> Synonyms:
    return read_synonyms(ROOT / "content" / "synonyms.yml")


@pytest.fixture(scope="session")
def made(register: Register, settings: Settings, synonyms: Synonyms) -> list[Document]:
    """Every document of the real content."""
    variants = variants_of(settings)
    words = read_words(settings.overrides / "words.yml")
    prose = prose_of(settings)
    return documents(register, SearchInput(variants, words, prose, synonyms, glance))


@pytest.fixture(scope="session")
def lexicon(made: list[Document]) -> Lexicon:
    return Lexicon(made[-1]["lexicon"])


@pytest.fixture(scope="session")
def empty_meili(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meili]:
    """A server without an index, for tests that fill one."""
    yield from running(tmp_path_factory.mktemp("empty"))


@pytest.fixture(scope="session")
def meili(
    tmp_path_factory: pytest.TempPathFactory, made: list[Document], synonyms: Synonyms
) -> Iterator[Meili]:
    """A server with the real content."""
    for server in running(tmp_path_factory.mktemp("meili")):
        fill(server.servers, made, synonyms)
        yield server


@pytest.fixture(scope="session")
def replica(tmp_path_factory: pytest.TempPathFactory, meili: Meili) -> Iterator[Meili]:
    """A second server with the same content, as a copy of the first one's data."""
    folder = tmp_path_factory.mktemp("replica")
    meili.kill()
    shutil.copytree(meili.folder / "data", folder / "data")
    meili.start()
    yield from running(folder)


@pytest.fixture(scope="session")
def api(meili: Meili, site: Path, settings: Settings) -> Iterator[str]:
    """Address of the API before one server."""
    with api_before((meili.url,), site, settings) as address:
        yield address


@pytest.fixture(scope="session")
def api_of_two(meili: Meili, replica: Meili, site: Path, settings: Settings) -> Iterator[str]:
    """Address of the API before two replicas."""
    with api_before((meili.url, replica.url), site, settings) as address:
        yield address
