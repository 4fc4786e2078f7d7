"""One edit of the full register: how long until a reader sees it on the page and in search."""

import multiprocessing
import re
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from generator import pipeline
from generator.settings import ROOT, Settings
from search.index import INDEX
from search.server import Servers, servers
from tests.conftest import in_folder
from tests.edits import services

MOST_SECONDS = 3.0
EDITS = 5
_REVIEW = re.compile(r"^review_by: .*$", re.MULTILINE)
_NAME = re.compile(r"(?<=\nname:\n  uz: )(?:Yangi\w* )?")


def publish(settings: Settings, engine: Servers) -> None:
    """What `xizmat serve` runs beside its server."""
    for progress, _ in pipeline.keep_publishing(settings, engine, sys.stderr):
        print(f"{progress.table()}\nCPU {time.process_time():.1f} s", flush=True)  # noqa: T201 - the figures are the result


def until(seen: Callable[[], bool], patience: float = 120) -> float:
    started = time.monotonic()
    while not seen():
        assert time.monotonic() < started + patience
        time.sleep(0.01)
    return time.monotonic() - started


def test_an_edit_is_live_within_three_seconds(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    settings = in_folder(tmp_path, content)
    path = services(content)[100]
    page = settings.site / "services" / path.stem / "index.html"

    with servers(settings) as engine, httpx.Client() as client:
        address = f"{engine.urls[0]}/indexes/{INDEX}/documents/service-{path.stem}-uz"
        headers = {"Authorization": f"Bearer {engine.key}"}

        def shown(text: str) -> bool:
            return page.exists() and text in page.read_text("utf-8")

        def found(text: str) -> bool:
            return text in client.get(address, headers=headers).text

        publisher = multiprocessing.get_context("spawn").Process(
            target=publish, args=(settings, engine), daemon=True
        )
        publisher.start()
        try:
            until(lambda: found('"shown"'))
            time.sleep(10)
            fields, names = [], []
            for number in range(EDITS):
                text = path.read_text("utf-8")
                path.write_text(_REVIEW.sub(f"review_by: '203{number}-03-04'", text), "utf-8")
                fields.append(until(lambda year=number: shown(f"203{year}")))
                time.sleep(5)
                text = path.read_text("utf-8")
                new = f"Yangi{'abcdefg'[number]} "  # a digit would have to stand in each language
                path.write_text(_NAME.sub(new, text, count=1), "utf-8")
                names.append(until(lambda new=new: shown(new)))
                names[-1] += until(lambda new=new: found(new))
                time.sleep(5)
        finally:
            publisher.terminate()
            publisher.join()
    for kind, took in (("one field", fields), ("a name, with search", names)):
        line = ", ".join(f"{seconds:.2f}" for seconds in sorted(took))
        print(f"{kind}: {line} s; median {statistics.median(took):.2f} s", file=sys.stderr)  # noqa: T201 - the same
    assert statistics.median(fields) <= MOST_SECONDS
    assert statistics.median(names) <= MOST_SECONDS
