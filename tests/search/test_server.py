"""The local server: a checked binary, a key of its own, one at a time."""

import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from engines import free_port, until_answered

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


def test_it_ends_when_its_starter_is_killed_and_the_next_takes_its_data(tmp_path: Path) -> None:
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
    assert local.start() != done.stdout.strip()
    local.stop()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_serving_leaves_no_server_behind(how: signal.Signals, tmp_path: Path) -> None:
    code = (
        "import pathlib, sys; from dataclasses import replace; from generator import pipeline;"
        "from generator.settings import read_settings; from search.run import run, running_search;"
        "settings = replace(read_settings(), work=pathlib.Path(sys.argv[1]));\n"
        "with running_search(settings) as engine:\n"
        " run(pipeline.search_service(settings, engine), int(sys.argv[2]))"
    )
    port, work = free_port(), tmp_path / "work"
    serving = subprocess.Popen([sys.executable, "-c", code, work, str(port)], cwd=ROOT)
    until_answered(f"http://127.0.0.1:{port}/healthz")
    engine = (work / "meilisearch.address").read_text("utf-8")
    assert httpx.get(f"{engine}/health").is_success
    serving.send_signal(how)
    serving.wait(10)
    time.sleep(0.1)
    with pytest.raises(httpx.HTTPError):
        httpx.get(f"{engine}/health")


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
