"""Site and search index change together, go back together, and do not hold each other up."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from generator import pipeline
from generator.errors import BuildError
from generator.progress import Progress
from generator.settings import ROOT, Settings
from search.index import INDEX
from search.server import Servers, servers
from tests.conftest import content_with, in_folder
from tests.edits import change, services


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("together")
    return in_folder(folder, content_with(folder, services(ROOT / "content")[::300]))


@pytest.fixture(scope="module")
def engine(settings: Settings) -> Iterator[Servers]:
    with servers(settings) as found:
        build(settings, found)
        yield found


def build(settings: Settings, engine: Servers) -> Progress:
    progress = Progress()
    pipeline.make_site(settings, progress, servers=engine)
    return progress


def on_the_page(settings: Settings, path: Path) -> str:
    page = (settings.site / "en/services" / path.stem / "index.html").read_text("utf-8")
    return page.partition("<h1")[2].partition(">")[2].partition("</h1>")[0]


def in_search(engine: Servers, path: Path) -> str:
    headers = {"Authorization": f"Bearer {engine.key}"}
    address = f"{engine.urls[0]}/indexes/{INDEX}/documents/service-{path.stem}-en"
    name: str = httpx.get(address, headers=headers).json()["shown"]["en"]["name"]
    return name


def test_both_change_and_both_go_back(settings: Settings, engine: Servers) -> None:
    path = services(settings.content)[0]
    before = on_the_page(settings, path)
    assert in_search(engine, path) == before
    change(path, to="New")
    build(settings, engine)
    assert in_search(engine, path) == on_the_page(settings, path) == f"New {before}"
    pipeline.roll_back(settings, engine)
    assert in_search(engine, path) == on_the_page(settings, path) == before


def test_what_fails_its_check_changes_neither(settings: Settings, engine: Servers) -> None:
    path = services(settings.content)[1]
    before = on_the_page(settings, path)
    good = path.read_text("utf-8")
    change(path, to="New")
    page = settings.content / "pages" / "accessibility.en.md"
    page.write_text(f"{page.read_text('utf-8')}\n[nothing](/nowhere/)\n", "utf-8")
    with pytest.raises(BuildError, match="leads nowhere"):
        build(settings, engine)
    page.write_text(page.read_text("utf-8").partition("\n[nothing]")[0], "utf-8")
    path.write_text(good, "utf-8")
    assert in_search(engine, path) == on_the_page(settings, path) == before


def test_an_engine_that_is_away_holds_nothing_up(settings: Settings, engine: Servers) -> None:
    path = services(settings.content)[2]
    before = in_search(engine, path)
    change(path, to="New")
    progress = build(settings, Servers(("http://127.0.0.1:9",), "key"))
    assert on_the_page(settings, path) == f"New {before}"
    assert "127.0.0.1:9" in progress.table()
    assert "former index" in progress.table()
    assert in_search(engine, path) == before
    assert not build(settings, engine).trouble
    assert in_search(engine, path) == f"New {before}"
