"""Files of a release → brotli and gzip twins beside each text, so that a server only hands out."""

import gzip
import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import brotli

from generator.release.cache import Cache, Stored

KINDS = frozenset(
    (".html", ".json", ".css", ".js", ".svg", ".xml", ".txt", ".csv", ".vtt", ".webmanifest")
)
TWINS = (".br", ".gz")
RECIPE = "brotli 11 or 9, gzip 9"
"""Names what twins are made by: others would be made anew."""

_SMALLEST = 200
"""Bytes below which headers weigh more than what is saved."""
_SLOW_UNTIL = 400_000
"""Bytes up to which a file gets the best brotli (about 0.5 s); heavier ones the ninth setting,
which is ten times as fast and 4 % heavier."""
_BEST, _QUICK, _GZIP = 11, 9, 9


def twins(
    files: Mapping[str, Stored],
    kept: Cache,
    packed: Cache,
    expect: Callable[[int], None],
    tick: Callable[[], None],
) -> dict[str, Stored]:
    """Path → twin in `packed`, of every text among `files` of `kept` that gets smaller.

    Only what is not there yet is compressed, on all processors; `expect` hears how many
    files that are, `tick` is called after each.
    The same file always gets the same twins. Raises OSError when there is no room.
    """
    texts = {path: stored for path, stored in files.items() if is_text(path, stored.size)}
    digests = dict.fromkeys(stored.digest for stored in texts.values())
    paths = {stored.digest: kept.path(stored) for stored in texts.values()}
    missing = [digest for digest in digests if not _known(packed, digest)]
    expect(len(missing))
    if missing:
        with ProcessPoolExecutor(os.cpu_count()) as pool:
            made = pool.map(pack, [paths[digest] for digest in missing], chunksize=8)
            for digest, bodies in zip(missing, made, strict=True):
                for ending, body in bodies.items():
                    packed.put(f"{digest}{ending}", body)
                tick()
    found = (
        (f"{path}{ending}", packed.find(f"{stored.digest}{ending}"))
        for path, stored in texts.items()
        for ending in TWINS
    )
    return {path: twin for path, twin in found if twin and twin.size}


def without_twins(paths: Iterable[str]) -> tuple[str, ...]:
    """Paths of files that are no twin: a twin says nothing that its file does not."""
    return tuple(path for path in paths if not path.endswith(TWINS))


def is_text(path: str, size: int) -> bool:
    """Whether a file of `size` bytes is worth a twin."""
    return Path(path).suffix in KINDS and size >= _SMALLEST


def pack(path: Path) -> dict[str, bytes]:
    """Ending → compressed bytes of a file; none where they are not fewer."""
    content = path.read_bytes()
    quality = _BEST if len(content) <= _SLOW_UNTIL else _QUICK
    packed = {
        ".br": brotli.compress(content, quality=quality, mode=brotli.MODE_TEXT),
        ".gz": gzip.compress(content, _GZIP, mtime=0),
    }
    return {ending: body if len(body) < len(content) else b"" for ending, body in packed.items()}


def _known(packed: Cache, digest: str) -> bool:
    return all(packed.find(f"{digest}{ending}") for ending in TWINS)
