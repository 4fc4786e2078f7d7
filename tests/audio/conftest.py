"""A few passports, spoken once, and a browser that may play without a finger on the glass."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, Playwright
from small_site import Spoken, write_small
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from generator import pipeline
from tests.conftest import in_folder, made_once, shared

ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--autoplay-policy=no-user-gesture-required",
]


@pytest.fixture(scope="session")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Spoken:
    """The small site with all its audio."""
    folder = shared(tmp_path_factory, "spoken")
    settings = in_folder(folder, folder / "content")
    tracks = folder / "tracks.txt"

    def make() -> None:
        write_small(settings.content)
        tracks.write_text(str(len(list(pipeline.speak(settings)))), "utf-8")
        pipeline.make_site(settings)

    made_once(folder, make)
    return Spoken(settings, int(tracks.read_text("utf-8")))


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
def sounding_browser(playwright: Playwright) -> Iterator[Browser]:
    chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
    yield chromium
    chromium.close()


@pytest.fixture
def page(sounding_browser: Browser, heard_at: str) -> Iterator[Page]:
    """A phone's page, 360 px wide, without the service worker: a test could not cut its line."""
    context = sounding_browser.new_context(
        base_url=heard_at, viewport={"width": 360, "height": 640}, service_workers="block"
    )
    yield context.new_page()
    context.close()
