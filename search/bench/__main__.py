"""Measures search: `python -m search.bench`. How well it finds, and how fast, in one run.

Quality: the labelled questions against the API, Meilisearch without our query step (the same
index), stock Meilisearch (the texts as they are, its own defaults) and the browser's fallback.
Speed: the API against the same question sent straight to Meilisearch, from the same client.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import yaml

from generator import pipeline
from generator.errors import SearchError
from generator.settings import Settings, read_settings
from search.bench.quality import quality
from search.bench.speed import speed
from search.server import Servers, servers

_SECONDS_TO_START = 120


def main() -> int:
    """Print the tables; 1 when a goal is missed."""
    settings = read_settings()
    questions = yaml.safe_load((settings.root / "tests/search/queries.yml").read_text("utf-8"))
    register = pipeline.check(settings)
    with servers(settings) as engine, _api(settings, engine) as port:
        found = quality(questions, register, engine, port, settings)
        fast = speed(questions, engine, port)
    return 0 if found and fast else 1


@contextmanager
def _api(settings: Settings, engine: Servers) -> Iterator[int]:
    """The server as it runs in production, in a process of its own, on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    environment = {
        **os.environ, "PORT": str(port), "SEARCH_RATE": "0",
        "MEILI_URL": ",".join(engine.urls), "MEILI_KEY": engine.key,
    }  # fmt: skip
    command = [sys.executable, "-m", "generator.cli", "serve", "--only"]
    with subprocess.Popen(
        command, cwd=settings.root, env=environment,
        stdout=subprocess.DEVNULL, stderr=(settings.work / "bench.log").open("wb"),
    ) as process:  # fmt: skip
        try:
            _until_ready(port, process)
            yield port
        finally:
            process.terminate()


def _until_ready(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < until and process.poll() is None:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/readyz", timeout=2).is_success:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise SearchError("bench: the API did not become ready")


if __name__ == "__main__":
    sys.exit(main())
