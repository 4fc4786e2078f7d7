"""What many tests share: the real site, built once, and served on a free port."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator import pipeline
from generator.model import Register
from generator.settings import ROOT, Settings, read_settings


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of the real content, with everything made in a temporary folder."""
    return in_folder(tmp_path_factory.mktemp("site"), ROOT / "content")


@pytest.fixture(scope="session")
def register(settings: Settings) -> Register:
    return pipeline.check(settings)


@pytest.fixture(scope="session")
def site(settings: Settings) -> Path:
    """The built tree of the real content."""
    pipeline.make_site(settings)
    return settings.site


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built tree is served on this machine."""
    handler = functools.partial(_QuietHandler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def small_content(tmp_path: Path) -> Path:
    """A copy of the content with a dozen passports, to be broken and edited."""
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("services"))
    kept = sorted((ROOT / "content" / "services").glob("*/*.yml"))[::9][:12]
    for path in kept:
        copy = content / "services" / path.parent.name / path.name
        copy.parent.mkdir(parents=True, exist_ok=True)
        lines = path.read_text("utf-8").splitlines(keepends=True)
        copy.write_text("".join(_without_related(lines)), "utf-8")
    for path in (content / "covid-19").glob("*.yml"):
        path.write_text("".join(_without_services(path.read_text("utf-8"))), "utf-8")
    (content / "wanted.yml").write_text(f"- {kept[0].stem}\n", "utf-8")
    return content


def in_folder(folder: Path, content: Path) -> Settings:
    """Settings that read `content` and make everything in `folder`."""
    return replace(
        read_settings(),
        content=content,
        work=folder / "work",
        releases=folder / "releases",
        site=folder / "current",
        site_url="https://xizmat.example",
    )


def _without_related(lines: list[str]) -> list[str]:
    return _without_list(lines, "related:")


def _without_services(text: str) -> list[str]:
    return _without_list(text.splitlines(keepends=True), "services:")


def _without_list(lines: list[str], key: str) -> list[str]:
    """Drop a top-level list of ids, which may name passports that are not in the copy."""
    kept, inside = [], False
    for line in lines:
        if line.startswith(key):
            inside = True
        elif not (inside and line.startswith(("-", " "))):
            inside = False
            kept.append(line)
    return kept


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: pytest shows what matters."""
