"""A dozen passports, spoken once, and a browser that may play without a finger on the glass."""

import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from audio.production import Step
from generator import pipeline
from generator.settings import ROOT, Settings
from tests.conftest import LISTS_OF_IDS, in_folder

ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--autoplay-policy=no-user-gesture-required",
]
PASSPORTS = 12


@dataclass(frozen=True)
class Spoken:
    """A small site with its audio, and what making it took."""

    settings: Settings
    steps: tuple[Step, ...]


def write_small(content: Path) -> Path:
    """A dozen passports, and the first statement of each section of guidance."""
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("services"))
    every = sorted((ROOT / "content" / "services").glob("*/*.yml"))
    kept = every[:: len(every) // PASSPORTS][:PASSPORTS]
    for path in kept:
        copy = content / "services" / path.parent.name / path.name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    for path in content.rglob("*.yml"):
        path.write_text(LISTS_OF_IDS.sub(r"\1\2: []\n", path.read_text("utf-8")), "utf-8")
    (content / "wanted.yml").write_text(f"- id: {kept[0].stem}\n", "utf-8")
    for path in (content / "covid-19").glob("*.yml"):
        path.write_text(only_first_statement(path.read_text("utf-8")), "utf-8")
    return content


def only_first_statement(text: str) -> str:
    """A section whose list of statements ends after its first entry."""
    head, _, rest = text.partition("statements:\n")
    first, *others = re.split(r"^(?=- )", rest, flags=re.MULTILINE)[1:]
    tail = re.split(r"^(?=\w)", others[-1], maxsplit=1, flags=re.MULTILINE) if others else [""]
    return f"{head}statements:\n{first}{tail[1] if len(tail) > 1 else ''}"


@pytest.fixture(scope="session")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Spoken:
    """The small site with all its audio."""
    folder = tmp_path_factory.mktemp("spoken")
    settings = in_folder(folder, write_small(folder / "content"))
    steps = tuple(pipeline.speak(settings))
    pipeline.make_site(settings)
    return Spoken(settings, steps)


@pytest.fixture(scope="session")
def heard_at(spoken: Spoken) -> Iterator[str]:
    """Where the small site is served, with byte ranges, as every real server does."""
    app = Starlette(
        routes=[Mount("/", StaticFiles(directory=spoken.settings.site.resolve(), html=True))]
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, "127.0.0.1", port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def sounding_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(sounding_browser: Browser, heard_at: str) -> Iterator[Page]:
    """A phone's page, 360 px wide."""
    context = sounding_browser.new_context(
        base_url=heard_at, viewport={"width": 360, "height": 640}
    )
    yield context.new_page()
    context.close()
