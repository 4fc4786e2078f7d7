"""The form says what it lacks before anybody types into it."""

import socket
import subprocess
import threading
from pathlib import Path

import pytest

from generator.editors import serve
from generator.errors import EditError
from generator.settings import ROOT


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def opened(folder: Path) -> None:
    with serve.local(folder, ROOT / "node_modules", serve.free_port()):
        pass


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "config", "user.name", "Editor")
    git(tmp_path, "config", "user.email", "editor@example.org")
    (tmp_path / "file").write_text("one", "utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "First")
    return tmp_path


def test_a_folder_without_git_cannot_be_saved_to(tmp_path: Path) -> None:
    with pytest.raises(EditError, match="no branch"):
        opened(tmp_path)


def test_changes_that_are_not_committed_would_be_in_the_way(repository: Path) -> None:
    (repository / "file").write_text("two", "utf-8")
    with pytest.raises(EditError, match="commit or stash"):
        opened(repository)


def test_a_commit_needs_a_name(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(repository, "config", "--unset", "user.email")
    git(repository, "config", "user.useConfigOnly", "true")
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    with pytest.raises(EditError, match=r"user\.email"):
        opened(repository)


def test_a_port_that_is_taken_is_said_so(tmp_path: Path) -> None:
    port = serve.free_port()
    with serve.server(tmp_path, port), pytest.raises(EditError, match=str(port)):
        serve.server(tmp_path, port)


def test_a_browser_that_leaves_is_no_news(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "large").write_bytes(bytes(30_000_000))
    with serve.server(tmp_path, serve.free_port()) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with socket.create_connection(server.server_address[:2]) as browser:
            browser.sendall(b"GET /large HTTP/1.0\r\n\r\n")
            browser.recv(10)
        server.shutdown()
    assert capfd.readouterr().err == ""


def test_a_form_on_the_web_is_told_where_it_saves() -> None:
    found = serve.published("{name: github, repo: owner/name}")
    assert found.settings == {"name": "github", "repo": "owner/name"}
    for wrong in ("github", "{repo: owner/name}", "{name: ["):
        with pytest.raises(EditError, match="EDIT_BACKEND"):
            serve.published(wrong)
