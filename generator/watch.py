"""Watches files: says when something below the watched folders changed and has come to rest."""

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

_POLL_SECONDS = 0.25
State = dict[str, tuple[int, int]]


def changes(folders: Iterable[Path], poll: float = _POLL_SECONDS) -> Iterator[tuple[str, ...]]:
    """Paths that were changed, added or removed, each time after they rest for one poll."""
    watched = tuple(folders)
    told = seen = _state(watched)
    while True:
        time.sleep(poll)
        now = _state(watched)
        if now == seen and now != told:
            yield tuple(sorted(path for path, _ in told.items() ^ now.items()))
            told = now
        seen = now


def _state(folders: Iterable[Path]) -> State:
    """Size and time of every file; those of editors (`.x.swp`, `x~`) do not count."""
    found: State = {}
    for folder in folders:
        for root, inner, names in os.walk(folder):
            inner[:] = [name for name in inner if not name.startswith(".")]
            for name in names:
                if name.startswith(".") or name.endswith("~"):
                    continue
                path = f"{root}/{name}"
                try:
                    status = os.stat(path)  # noqa: PTH116 - thousands of files, four times a second
                except FileNotFoundError:
                    continue
                found[path] = status.st_mtime_ns, status.st_size
    return found
