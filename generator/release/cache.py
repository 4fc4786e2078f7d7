"""What earlier builds have made: files under their own SHA-256, and tables of what is known.

A file comes into the cache whole or not at all, and releases are made of hard links to it, so a
build that is killed at any moment leaves nothing that a later one could take for good.
"""

import hashlib
import os
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Stored:
    """A file of the cache: its SHA-256 and its size in bytes."""

    digest: str
    size: int


class Cache:
    """Files and tables below one folder. Whoever uses it holds the publishers' lock.

    What was made by other code, whose digest is `stamp`, is not believed.
    """

    def __init__(self, folder: Path, stamp: str) -> None:
        self._folder = folder
        self._stamp = stamp
        self._files = folder / "files"
        self._tables: dict[str, dict[str, Any]] = {}
        self._memories: dict[str, tuple[str, dict[Any, Any]]] = {}
        self._sizes: dict[str, int] = {}
        self.fresh: set[str] = set()
        """Keys that were made since the cache was opened."""
        self._files.mkdir(parents=True, exist_ok=True)

    def open(self) -> None:
        """Look at what is there: sizes of the files, so that a damaged one is made again."""
        for half in self._files.glob(".*"):
            half.unlink()
        with os.scandir(self._files) as entries:
            self._sizes = {entry.name: entry.stat().st_size for entry in entries}
        self.fresh = set()

    def table(self, name: str) -> dict[str, Any]:
        """A table by name; one that cannot be read begins empty."""
        if name not in self._tables:
            try:
                data = (self._folder / name).read_bytes()
                stamp, table = pickle.loads(data)  # noqa: S301 - our own file
            except (
                OSError,
                ValueError,
                pickle.UnpicklingError,
                EOFError,
                AttributeError,
                ImportError,
            ):
                stamp, table = "", {}
            self._tables[name] = table if stamp == self._stamp else {}
        return self._tables[name]

    def memory(self, name: str, frame: str = "") -> dict[Any, Any]:
        """What may be remembered while the process lives and `frame` stays the same."""
        if name not in self._memories or self._memories[name][0] != frame:
            self._memories[name] = frame, {}
        return self._memories[name][1]

    def find(self, key: str) -> Stored | None:
        """The file that was made from the inputs `key`, if it is still there and whole."""
        stored: Stored | None = self.table("made").get(key)
        return stored if stored and self._sizes.get(stored.digest) == stored.size else None

    def put(self, key: str, content: bytes) -> Stored:
        """Keep a file that was made from the inputs `key`. Raises OSError when there is no room."""
        stored = Stored(hashlib.sha256(content).hexdigest(), len(content))
        if self._sizes.get(stored.digest) != stored.size:
            _write(self._files / stored.digest, content)
            self._sizes[stored.digest] = stored.size
        self.table("made")[key] = stored
        self.fresh.add(key)
        return stored

    def remember(self, key: str, make: Callable[[], bytes]) -> Stored:
        """The file made from the inputs `key`, made now if it is not there."""
        return self.find(key) or self.put(key, make())

    def store(self, content: bytes) -> Stored:
        """Keep a file that is made anew in every build; one that is there is not written again."""
        return self.put(hashlib.sha256(content).hexdigest(), content)

    def read(self, stored: Stored) -> bytes:
        """Bytes of a file."""
        return self.path(stored).read_bytes()

    def path(self, stored: Stored) -> Path:
        """Where a file is kept."""
        return self._files / stored.digest

    def save(self, used: set[str]) -> None:
        """Write the tables, and forget files that neither a release nor `used` (digests) needs.

        Raises OSError when there is no room; the files stay good, only their inputs are unknown.
        """
        for digest in set(self._sizes) - used:
            path = self._files / digest
            if path.stat().st_nlink == 1:
                path.unlink()
                del self._sizes[digest]
        made = self.table("made")
        for key in [key for key, stored in made.items() if stored.digest not in self._sizes]:
            del made[key]
        facts = self.table("facts")
        for digest in facts.keys() - self._sizes.keys():
            del facts[digest]
        for name, table in self._tables.items():
            _write(self._folder / name, pickle.dumps((self._stamp, table)))


def key_of(*inputs: object) -> str:
    """A key for inputs whose text says all of them: text, numbers, dataclasses, tuples of these."""
    return hashlib.sha256(repr(inputs).encode()).hexdigest()


def _write(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
