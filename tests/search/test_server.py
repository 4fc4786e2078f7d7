"""The local server: a checked binary, a key of its own, one at a time."""

import stat
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from generator.errors import SearchError
from generator.settings import ROOT
from search.server import BINARY, Local, check_binary


@pytest.fixture
def local(tmp_path: Path) -> Local:
    return Local(ROOT / BINARY, tmp_path)


def test_it_starts_with_a_key_that_only_its_owner_may_read(local: Local, tmp_path: Path) -> None:
    url = local.start()
    try:
        assert url.startswith("http://127.0.0.1:")
        assert httpx.get(f"{url}/indexes").status_code == httpx.codes.UNAUTHORIZED
        headers = {"Authorization": f"Bearer {local.key()}"}
        assert httpx.get(f"{url}/indexes", headers=headers).is_success
        assert stat.S_IMODE((tmp_path / "meilisearch.key").stat().st_mode) == 0o600
        assert len(local.key()) == 64
    finally:
        local.stop()
    with pytest.raises(httpx.HTTPError):
        httpx.get(f"{url}/health")


def test_a_second_one_joins_the_first_and_does_not_stop_it(local: Local, tmp_path: Path) -> None:
    url = local.start()
    try:
        other = Local(ROOT / BINARY, tmp_path)
        assert other.start() == url
        other.stop()
        assert httpx.get(f"{url}/health").is_success
    finally:
        local.stop()


def test_one_whose_starter_was_killed_is_taken_over(tmp_path: Path) -> None:
    code = (
        "import os, pathlib, sys; from search.server import *;"
        "print(Local(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])).start(), flush=True);"
        "os.kill(os.getpid(), 9)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, ROOT / BINARY, tmp_path], cwd=ROOT, text=True,
        stdout=subprocess.PIPE, check=False,
    )  # fmt: skip
    local = Local(ROOT / BINARY, tmp_path)
    assert local.start() == done.stdout.strip()
    local.stop()
    with pytest.raises(httpx.HTTPError):
        httpx.get(f"{done.stdout.strip()}/health")


def test_another_binary_is_not_started(tmp_path: Path) -> None:
    stranger = tmp_path / "meilisearch"
    stranger.write_bytes(b"#!/bin/sh\n")
    with pytest.raises(SearchError, match="not the reviewed binary"):
        check_binary(stranger)
    with pytest.raises(SearchError, match="make setup"):
        check_binary(tmp_path / "nothing")


def test_data_of_another_version_is_made_anew(local: Local, tmp_path: Path) -> None:
    data = tmp_path / "meilisearch" / "data"
    data.mkdir(parents=True)
    (data / "VERSION").write_text("1.3.0")
    local.start()
    local.stop()
    assert (data / "VERSION").read_text().startswith("1.21.")
