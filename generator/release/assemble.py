"""Files of the cache → a whole tree beside the releases, and what is new in it."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.release.cache import Cache, Stored

_TWINS = (".br", ".gz")
"""Compressed copies, which are laid beside the files of a release when it is deployed."""


def assemble(files: Mapping[str, Stored], cache: Cache, tree: Path) -> None:
    """Make `tree` of nothing but `files`: path → file of the cache. Raises OSError."""
    shutil.rmtree(tree, ignore_errors=True)
    for folder in sorted({(tree / path).parent for path in files}):
        folder.mkdir(parents=True, exist_ok=True)
    for path, stored in files.items():
        cache.link(stored, tree / path)


def differences(before: Path | None, tree: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Paths of `tree` that are new or differ from those of `before`, and those that are gone."""
    old = _paths(before) if before else {}
    new = _paths(tree)
    made = (path for path in new if path not in old or not _same(old[path], new[path]))
    return tuple(sorted(made)), tuple(sorted(old.keys() - new.keys()))


def _paths(tree: Path) -> dict[str, Path]:
    files = (path for path in tree.rglob("*") if path.is_file())
    return {str(path.relative_to(tree)): path for path in files if path.suffix not in _TWINS}


def _same(one: Path, other: Path) -> bool:
    """Whether two files hold the same; mostly they are the same file."""
    return one.samefile(other) or one.read_bytes() == other.read_bytes()
