"""Serves the editors' pages on this machine; what is saved becomes branches of a repository.

The only caller of decap-server, the local back end of Decap CMS.
"""

import functools
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml

from generator.errors import EditError

_PATIENCE = 10.0
"""Seconds until the local back end must answer."""


@dataclass(frozen=True)
class BackEnd:
    """Where the form saves: Decap's `backend`, and the addresses that it asks."""

    settings: Mapping[str, Any]
    asks: str


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def published(text: str) -> BackEnd:
    """The back end of a form that stands on the web, as the setting has it.

    Raises EditError for what is no back end of Decap.
    """
    try:
        settings = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise EditError(f"edit: EDIT_BACKEND is not YAML: {error}") from error
    if not isinstance(settings, dict) or "name" not in settings:
        raise EditError("edit: EDIT_BACKEND must be like {name: github, repo: owner/name}")
    return BackEnd(settings, "https:")


@contextmanager
def local(repository: Path, modules: Path, port: int) -> Iterator[BackEnd]:
    """Let the page at `port` read the repository and save to branches beside the current one.

    Raises EditError where git is not ready for that, or the back end does not start.
    """
    here = _branch(repository)
    own = free_port()
    environment = os.environ | {
        "MODE": "git",
        "BIND_HOST": "127.0.0.1",
        "PORT": str(own),
        "ORIGIN": f"http://127.0.0.1:{port}",
        "GIT_REPO_DIRECTORY": str(repository),
        "LOG_LEVEL": "error",
    }
    program = modules / "decap-server" / "dist" / "index.js"
    with subprocess.Popen(["node", str(program)], env=environment, cwd=repository) as process:  # noqa: S603, S607  # our own tool, found on PATH
        try:
            _wait(process, own)
            address = f"http://127.0.0.1:{own}/api/v1"
            yield BackEnd({"name": "proxy", "proxy_url": address, "branch": here}, address)
        finally:
            process.terminate()


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of a folder's files on this machine alone. Raises EditError if the port is taken."""
    handler = functools.partial(_Handler, directory=folder)
    try:
        return _Server(("127.0.0.1", port), handler)
    except OSError as error:
        raise EditError(f"edit: port {port} is taken; choose another with PORT") from error


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise EditError("edit: the local back end of Decap does not start")


def _branch(repository: Path) -> str:
    """The branch that is checked out, from which changes begin, ready to be saved beside."""
    here = _git(repository, "symbolic-ref", "--short", "HEAD")
    if not here:
        raise EditError(f"edit: {repository} has no branch of git checked out")
    if not _git(repository, "var", "GIT_COMMITTER_IDENT"):
        raise EditError("edit: git does not know you; set user.name and user.email (git config)")
    if _git(repository, "status", "--porcelain", "--untracked-files=no"):
        raise EditError("edit: `git status` names changed files; commit or stash them first")
    return here


def _git(repository: Path, *arguments: str) -> str:
    """What git says; empty where it fails."""
    command = ["git", "-C", str(repository), *arguments]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # fixed words
    return "" if asked.returncode else asked.stdout.strip()


class _Server(ThreadingHTTPServer):
    """Says nothing of a browser that left before it had everything."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Says nothing of each file, and keeps pages of an older form out of caches."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing: the terminal is for what editors must know."""
