"""An index is seen whole, old or new, whatever happens to the one who fills it."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from engines import KEY, Meili

from generator.errors import SearchError
from generator.settings import ROOT
from search.documents import Document
from search.index import INDEX, catch_up, fill, fill_beside, switch
from search.server import Servers
from search.synonyms import Synonyms

KILLS = 10


def ask(server: Meili, query: str, **more: object) -> dict[str, object]:
    found = httpx.post(
        f"{server.url}/indexes/{INDEX}/search",
        json={"q": query, **more},
        headers={"Authorization": f"Bearer {KEY}"},
        timeout=30,
    )
    return found.raise_for_status().json()


def editions(server: Meili) -> tuple[int, set[str]]:
    """How many documents a reader sees, and of which editions."""
    answer = ask(server, "", limit=1000, filter="lang = en", attributesToRetrieve=["edition"])
    hits: list[dict[str, str]] = answer["hits"]
    return len(hits), {hit["edition"] for hit in hits}


def indexes(server: Meili) -> set[str]:
    found = httpx.get(f"{server.url}/indexes", headers={"Authorization": f"Bearer {KEY}"})
    return {index["uid"] for index in found.json()["results"]}


def edition(made: list[Document], name: str) -> list[Document]:
    return [*({**document, "edition": name} for document in made[:-1]), made[-1]]


@pytest.fixture
def small(made: list[Document]) -> list[Document]:
    """A part of the documents, so that filling takes a moment only."""
    return [*made[:150], made[-1]]


def test_only_what_changed_is_sent(
    empty_meili: Meili, small: list[Document], synonyms: Synonyms
) -> None:
    servers = empty_meili.servers
    (first,) = fill(servers, small, synonyms)
    assert first.swapped

    (again,) = fill(servers, small, synonyms)
    assert (again.sent, again.swapped) == (0, False)

    changed = [{**small[0], "order": 7}, *small[2:]]
    (report,) = fill(servers, changed, synonyms)
    assert (report.sent, report.removed, report.rebuilt, report.swapped) == (1, 1, False, True)
    assert indexes(empty_meili) == {INDEX, f"{INDEX}-twin"}


def test_readers_see_nothing_of_what_is_filled_beside_until_the_switch(
    empty_meili: Meili, small: list[Document], synonyms: Synonyms
) -> None:
    fill(empty_meili.servers, edition(small, "old"), synonyms)
    filled = fill_beside(empty_meili.servers, edition(small, "new"), synonyms)
    assert editions(empty_meili)[1] == {"old"}
    (report,) = switch(filled)
    assert report.swapped
    assert editions(empty_meili)[1] == {"new"}
    catch_up(filled)
    (again,) = fill(empty_meili.servers, edition(small, "new"), synonyms)
    assert not again.swapped


def test_other_settings_make_a_new_index(
    empty_meili: Meili, small: list[Document], synonyms: Synonyms
) -> None:
    fill(empty_meili.servers, small, synonyms)
    fewer = {language: groups[1:] for language, groups in synonyms.items()}
    (report,) = fill(empty_meili.servers, small, fewer)
    assert report.rebuilt
    assert report.sent == len(small) - 1


def test_a_failed_run_leaves_the_old_index(
    empty_meili: Meili, small: list[Document], synonyms: Synonyms
) -> None:
    fill(empty_meili.servers, edition(small, "good"), synonyms)
    seen = editions(empty_meili)
    wrong = [{**document, "key": "not allowed!"} for document in edition(small, "bad")[:5]]
    with pytest.raises(SearchError, match="failed"):
        fill(empty_meili.servers, [*wrong, *edition(small, "bad")], synonyms)
    assert editions(empty_meili) == seen


def test_a_replica_out_of_reach_is_named_and_the_others_are_filled(
    empty_meili: Meili, small: list[Document], synonyms: Synonyms
) -> None:
    nobody = "http://127.0.0.1:9"
    with pytest.raises(SearchError, match=nobody):
        fill(Servers((nobody, empty_meili.url), KEY), edition(small, "both"), synonyms)
    assert editions(empty_meili)[1] == {"both"}


def test_killed_at_any_moment_readers_see_a_whole_index(
    empty_meili: Meili, small: list[Document], synonyms: Synonyms, tmp_path: Path
) -> None:
    """`kill -9` of the filling process, ten times; in turn also of the server itself."""
    fill(empty_meili.servers, edition(small, "0"), synonyms)
    whole = editions(empty_meili)[0]
    chance = random.Random(3)  # noqa: S311 - moments to kill at
    for number in range(1, KILLS + 1):
        process = filling(empty_meili, edition(small, str(number)), tmp_path)
        until = time.monotonic() + chance.uniform(0.0, 2.5)
        while time.monotonic() < until and process.poll() is None:
            assert_whole(empty_meili, whole)
        if number % 3 == 0:
            empty_meili.kill()
            process.kill()
            empty_meili.start()
        process.kill()
        process.wait()
        for _ in range(3):
            assert_whole(empty_meili, whole)

    fill(empty_meili.servers, edition(small, "last"), synonyms)
    assert editions(empty_meili) == (whole, {"last"})
    assert indexes(empty_meili) == {INDEX, f"{INDEX}-twin"}
    (report,) = fill(empty_meili.servers, edition(small, "last"), synonyms)
    assert not report.swapped


def assert_whole(server: Meili, count: int) -> None:
    seen, names = editions(server)
    assert seen == count
    assert len(names) == 1


def filling(server: Meili, documents: list[Document], folder: Path) -> subprocess.Popen[bytes]:
    """A run of the index in a process of its own, to be killed."""
    file = folder / "documents.json"
    file.write_text(json.dumps(documents), "utf-8")
    code = (
        "import json, pathlib, sys; from search.index import fill;"
        "from search.server import Servers; from search.synonyms import read_synonyms;"
        "url, key, file = sys.argv[1:];"
        "fill(Servers((url,), key), json.loads(pathlib.Path(file).read_text()),"
        "read_synonyms(pathlib.Path('content/synonyms.yml')))"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, server.url, KEY, str(file)],
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
    )
