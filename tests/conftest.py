"""What many tests share: the real site, built once, and served on a free port."""

import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from generator import pipeline
from generator.lock import only_one
from generator.model import Register
from generator.settings import ROOT, Settings, read_settings

LISTS_OF_IDS = re.compile(r"^( *)(related|services):\n(?: *- [a-z0-9-]+\n)+", re.MULTILINE)
"""Lists that may name passports which a small copy of the content leaves out."""

ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of the real content, with everything made in a temporary folder."""
    return in_folder(shared(tmp_path_factory, "site"), ROOT / "content")


@pytest.fixture(scope="session")
def register(settings: Settings) -> Register:
    return pipeline.check(settings)


@pytest.fixture(scope="session")
def site(settings: Settings) -> Path:
    """The built tree of the real content."""
    made_once(settings.site.parent, lambda: pipeline.make_site(settings))
    return settings.site


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built tree is served on this machine."""
    handler = functools.partial(_QuietHandler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of all browsers: a process can hold only one."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium, which reaches nothing but this machine."""
    chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
    yield chromium
    chromium.close()


def shared(factory: pytest.TempPathFactory, name: str) -> Path:
    """A temporary folder that all processes of one run of the tests share."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"shared-{name}"
    folder.mkdir(exist_ok=True)
    return folder


def made_once(folder: Path, make: Callable[[], object]) -> None:
    """Call `make`, which fills `folder`, unless another process of this run has done so."""
    done = folder / "made"
    with only_one(folder / "lock"):
        if not done.exists():
            make()
            done.touch()


@pytest.fixture
def small_content(tmp_path: Path) -> Path:
    """A copy of the content with a dozen passports, to be broken and edited."""
    kept = sorted((ROOT / "content" / "services").glob("*/*.yml"))
    return content_with(tmp_path, kept[:: len(kept) // 12][:12])


def content_with(folder: Path, passports: list[Path]) -> Path:
    """A copy of the content below `folder` with these passports only."""
    content = folder / "content"
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("services"))
    for path in passports:
        copy = content / "services" / path.parent.name / path.name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    for path in content.rglob("*.yml"):
        path.write_text(LISTS_OF_IDS.sub(r"\1\2: []\n", path.read_text("utf-8")), "utf-8")
    (content / "wanted.yml").write_text(f"- id: {passports[0].stem}\n", "utf-8")
    return content


def in_folder(folder: Path, content: Path) -> Settings:
    """Settings that read `content` and make everything in `folder`."""
    return replace(
        read_settings(),
        content=content,
        work=folder / "work",
        audio=folder / "audio",
        releases=folder / "releases",
        site=folder / "current",
        site_url="https://xizmat.example",
    )


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: pytest shows what matters."""
