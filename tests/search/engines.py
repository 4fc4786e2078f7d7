"""Real servers for tests: Meilisearch, which may be killed and come back, and the API before it."""

import contextlib
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from generator.settings import ROOT, Settings
from search.server import BINARY, Servers, check_binary

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


@contextlib.contextmanager
def api_before(
    urls: tuple[str, ...], site: Path, settings: Settings, rate: int = 0
) -> Iterator[str]:
    """The API in a process of its own."""
    port = free_port()
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
        given = (str(site), settings.site_url, str(port), str(rate), KEY, *urls)
        process = subprocess.Popen([sys.executable, "-c", code, *given], cwd=ROOT, stderr=errors)
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


def get(url: str, **options: Any) -> httpx.Response:
    """GET; an engine that a busy machine keeps from answering in time is asked again."""
    for _ in range(5):
        response = httpx.get(url, timeout=10, **options)
        if response.status_code != httpx.codes.SERVICE_UNAVAILABLE:
            break
        time.sleep(0.5)
    return response
