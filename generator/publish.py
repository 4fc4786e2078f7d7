"""A built tree → a release that becomes current in one step; `site` is a link to it.

A release is a folder `releases/<time>-<digest>`. What a killed publisher left behind is newer than
the current release and is removed by the next one.
"""

import fcntl
import hashlib
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from generator.errors import BuildError

RELEASE = "release.txt"
"""File of a tree that says its own name; phones that keep pages ask for it."""
_KEPT = 3
_DIGITS = 16
_GONE = ".gone-"
_DOCUMENTS = ".documents.json"
_PATIENCE_SECONDS = 60
_POLL_SECONDS = 0.05


@contextmanager
def publishing(releases: Path, patience: float = _PATIENCE_SECONDS) -> Iterator[None]:
    """Hold the lock that keeps two publishers apart; the system frees it when a process dies.

    Raises BuildError when another publisher is still at work after `patience` seconds.
    """
    releases.mkdir(parents=True, exist_ok=True)
    lock = releases / ".lock"
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(descriptor, lock, time.monotonic() + patience)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def new_tree(releases: Path, now: Path | None) -> Iterator[Path]:
    """A folder for the next release; it starts as the oldest one, whose time is over.

    `now` is the current release. The folder is gone at the end unless it was published.
    """
    tree = releases / ".new"
    older = [path for path in _all(releases) if now and path.name < now.name]
    if len(older) >= _KEPT - 1 and not tree.exists():
        older[0].rename(tree)
    try:
        yield tree
    finally:
        shutil.rmtree(tree, ignore_errors=True)


def publish(tree: Path, releases: Path, site: Path, digests: Mapping[str, str]) -> Path:
    """Move the checked `tree` among the releases and point `site` at it.

    `digests` are the tree's files with the SHA-256 of each. Returns the release. A reader of
    `site` sees the old tree or the new one. Releases newer than the current one were rejected,
    or never shown: they go.
    """
    now = current(releases, site)
    for path in _all(releases):
        if now and path.name > now.name:
            _set_aside(path)
    release = releases / f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}-{name_of(digests)}"
    tree.rename(release)
    _point(site, release)
    return release


def prune(releases: Path, site: Path) -> None:
    """Remove what is older than the releases that are kept, and what was set aside."""
    now = current(releases, site)
    older = [path for path in _all(releases) if now and path.name < now.name]
    for path in older[: 1 - _KEPT]:
        _set_aside(path)
    for path in releases.glob(f"{_GONE}*"):
        shutil.rmtree(path)
    for path in all_documents(releases):
        if not (releases / path.name.removesuffix(_DOCUMENTS)).exists():
            path.unlink()


def all_documents(releases: Path) -> list[Path]:
    """Search documents of all releases, oldest first."""
    return sorted(releases.glob(f"*{_DOCUMENTS}"))


def documents_of(release: Path) -> Path:
    """Where the search documents of a release are kept: beside its tree, which is served."""
    return release.with_name(f"{release.name}{_DOCUMENTS}")


def roll_back(releases: Path, site: Path) -> Path:
    """Point `site` at the release before the current one and return it.

    The rejected one stays until the next release. Raises BuildError when there is none before.
    """
    now = current(releases, site)
    before = [path for path in _all(releases) if now and path.name < now.name]
    if not before:
        raise BuildError("rollback: there is no release before the current one; the site stays")
    _point(site, before[-1])
    return before[-1]


def current(releases: Path, site: Path) -> Path | None:
    """The release that `site` links to."""
    if not site.is_symlink():
        return None
    release = releases / site.readlink().name
    return release if release.is_dir() else None


def name_of(digests: Mapping[str, str]) -> str:
    """Name of a tree made from its files and their digests: 16 hexadecimal digits of SHA-256."""
    total = hashlib.sha256()
    for path, digest in sorted(digests.items()):
        total.update(f"{path}\0{digest}\n".encode())
    return total.hexdigest()[:_DIGITS]


def _take(descriptor: int, lock: Path, until: float) -> None:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                holder = lock.read_text("ascii").strip() or "unknown"
                raise BuildError(
                    f"publish: {lock}: another publisher (process {holder}) is at work;"
                    " try again when it is done"
                ) from None
            time.sleep(_POLL_SECONDS)
        else:
            with suppress(OSError):  # only for the message to others; a full disk has no room
                os.ftruncate(descriptor, 0)
                os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
            return


def _point(site: Path, release: Path) -> None:
    beside = site.with_name(f".{site.name}-new")  # one publisher at a time: the lock
    beside.unlink(missing_ok=True)
    beside.symlink_to(os.path.relpath(release, site.parent))
    if site.is_dir() and not site.is_symlink():
        shutil.rmtree(site)
    beside.replace(site)


def _all(releases: Path) -> list[Path]:
    """Releases, oldest first: their names begin with their time."""
    return sorted(
        path for path in releases.iterdir() if path.is_dir() and not path.name.startswith(".")
    )


def _set_aside(release: Path) -> None:
    """Take a release out of the row: one that is half removed is none."""
    release.rename(release.with_name(f"{_GONE}{release.name}"))
