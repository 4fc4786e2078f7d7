"""A real Meilisearch on a free port, filled with the real content, and the API before it."""

import contextlib
import dataclasses
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from generator import pipeline
from generator.locales import locales
from generator.model import Register
from generator.settings import ROOT, Settings
from generator.views.passport import glance
from generator.words import read_words
from search.documents import Document, SearchInput, documents
from search.index import fill
from search.lexicon import Lexicon
from search.server import BINARY, Servers, check_binary
from search.synonyms import Synonyms, read_synonyms

KEY = "a key of sixteen bytes and more"


@dataclass
class Meili:
    """A server that tests may kill and start again at the same address."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def servers(self) -> Servers:
        return Servers((self.url,), KEY)

    def start(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        environment = {
            "MEILI_HTTP_ADDR": f"127.0.0.1:{self.port}", "MEILI_MASTER_KEY": KEY,
            "MEILI_DB_PATH": str(self.folder / "data"), "MEILI_NO_ANALYTICS": "true",
            "MEILI_LOG_LEVEL": "WARN", "MEILI_MAX_INDEXING_THREADS": "1",
        }  # fmt: skip
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [ROOT / BINARY], cwd=self.folder, env=environment, stdout=log, stderr=log
            )
        until_answered(f"{self.url}/health")

    def kill(self) -> None:
        assert self.process
        self.process.kill()
        self.process.wait()

    def pause(self) -> None:
        assert self.process
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        assert self.process
        self.process.send_signal(signal.SIGCONT)


@pytest.fixture(scope="session")
def synonyms() -> Synonyms:
    return read_synonyms(ROOT / "content" / "synonyms.yml")


@pytest.fixture(scope="session")
def made(register: Register, settings: Settings, synonyms: Synonyms) -> list[Document]:
    """Every document of the real content."""
    variants = locales(pipeline._to_cyrillic(settings.content))  # noqa: SLF001 - as the pipeline
    words = read_words(settings.overrides / "words.yml")
    prose = pipeline._prose(settings)  # noqa: SLF001 - the same
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


@contextlib.contextmanager
def api_before(
    urls: tuple[str, ...], site: Path, settings: Settings, rate: int = 0
) -> Iterator[str]:
    """The API in a process of its own."""
    port = free_port()
    given = dataclasses.replace(settings, meili_urls=urls, meili_key=KEY, search_rate=rate)
    code = (
        "import pathlib, sys; from dataclasses import replace; from generator import pipeline;"
        "from generator.settings import read_settings; from search.run import run;"
        "from search.server import Servers;"
        "site, base, port, rate, key, *urls = sys.argv[1:];"
        "settings = replace(read_settings(), site=pathlib.Path(site), site_url=base,"
        " search_rate=int(rate));"
        "run(pipeline.search_service(settings, Servers(tuple(urls), key)), int(port))"
    )
    log = settings.work / f"api-{port}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(site), given.site_url, str(port), str(rate), KEY, *urls],
            cwd=ROOT, env={**os.environ}, stderr=errors,
        )  # fmt: skip
    try:
        until_answered(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def running(folder: Path) -> Iterator[Meili]:
    check_binary(ROOT / BINARY)
    server = Meili(folder, free_port())
    server.start()
    yield server
    server.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until_answered(url: str, seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(httpx.HTTPError):
            if httpx.get(url, timeout=1).is_success:
                return
        time.sleep(0.05)
    raise AssertionError(f"{url} does not answer")
