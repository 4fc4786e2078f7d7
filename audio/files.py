"""Files that are whole or not there: each is written beside its place and then moved."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from threading import get_ident

_BESIDE = "half-"


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{_BESIDE}{os.getpid()}-{get_ident()}-{path.name}")
    beside.write_bytes(content)
    beside.replace(path)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A folder to fill, which becomes `path` when all went well and is gone otherwise."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(mkdtemp(prefix=_BESIDE, dir=path.parent))
    try:
        yield beside
        if path.exists():
            shutil.rmtree(path)
        beside.rename(path)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove what a killed run left half done."""
    for path in folder.rglob(f"{_BESIDE}*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
