"""A built tree → brotli and gzip twins beside each text, so that a server only hands out files."""

import gzip
import hashlib
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import brotli

KINDS = frozenset(
    (".html", ".json", ".css", ".js", ".svg", ".xml", ".txt", ".csv", ".vtt", ".webmanifest")
)
TWINS = (".br", ".gz")

_SMALLEST = 200
"""Bytes below which headers weigh more than what is saved."""
_SLOW_UNTIL = 400_000
"""Bytes up to which a file gets the best brotli (about 0.5 s); heavier ones the ninth setting,
which is ten times as fast and 4 % heavier."""
_BEST, _QUICK, _GZIP = 11, 9, 9


@dataclass(frozen=True)
class Report:
    """What was done: how many files have twins, how many were new, and what they weigh."""

    files: int
    compressed: int
    bytes_before: int
    bytes_brotli: int

    def __str__(self) -> str:
        return (
            f"compress: {self.files} files, {self.compressed} new,"
            f" {self.bytes_before:,} → {self.bytes_brotli:,} bytes as brotli"
        )


def compress(tree: Path, cache: Path, processes: int | None = None) -> Report:
    """Write the twins of every text of `tree`; `cache` keeps them by the hash of the content.

    A twin exists only where it is smaller. Twins without their file are removed, and so is
    what the cache holds for other trees. The same tree always gets the same twins.
    """
    cache.mkdir(parents=True, exist_ok=True)
    files = sorted(path for path in tree.resolve().rglob("*") if _worth_it(path))
    keys = {path: _key(path) for path in files}
    wanted = {key: path for path, key in keys.items() if not _kept(cache, key)}
    with ProcessPoolExecutor(processes or os.cpu_count()) as pool:
        list(pool.map(_store, wanted.values(), [cache] * len(wanted), wanted, chunksize=8))
    for path, key in keys.items():
        _lay(path, cache, key)
    _sweep(tree.resolve(), cache, set(keys.values()))
    return Report(
        len(files),
        len(wanted),
        sum(path.stat().st_size for path in files),
        sum(_twin(path, ".br").stat().st_size for path in files if _twin(path, ".br").exists()),
    )


def _worth_it(path: Path) -> bool:
    return path.suffix in KINDS and path.is_file() and path.stat().st_size >= _SMALLEST


def _key(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _twin(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _kept(cache: Path, key: str) -> bool:
    return all((cache / f"{key}{ending}").exists() for ending in TWINS)


def _store(path: Path, cache: Path, key: str) -> None:
    """Compress one file into the cache; a killed run leaves no half file behind."""
    content = path.read_bytes()
    quality = _BEST if len(content) <= _SLOW_UNTIL else _QUICK
    packed = {
        ".br": brotli.compress(content, quality=quality, mode=brotli.MODE_TEXT),
        ".gz": gzip.compress(content, _GZIP, mtime=0),
    }
    for ending, body in packed.items():
        _write(cache / f"{key}{ending}", body if len(body) < len(content) else b"")


def _lay(path: Path, cache: Path, key: str) -> None:
    """Put the twins beside their file, with its time: a server's validator is made of it."""
    for ending in TWINS:
        body = (cache / f"{key}{ending}").read_bytes()
        twin = _twin(path, ending)
        if not body:
            twin.unlink(missing_ok=True)
        elif not twin.exists() or twin.read_bytes() != body:
            _write(twin, body)
        if body:
            time = path.stat().st_mtime_ns
            os.utime(twin, ns=(time, time))


def _write(path: Path, body: bytes) -> None:
    beside = path.with_name(f".{path.name}-{os.getpid()}")
    beside.write_bytes(body)
    beside.replace(path)


def _sweep(tree: Path, cache: Path, keys: set[str]) -> None:
    for twin in _left_over(tree):
        twin.unlink()
    for path in cache.iterdir():
        if path.name.partition(".")[0] not in keys:
            path.unlink()


def _left_over(tree: Path) -> Iterator[Path]:
    for ending in TWINS:
        for twin in tree.rglob(f"*{ending}"):
            source = twin.with_suffix("")
            if source.suffix in KINDS and not source.exists():
                yield twin
