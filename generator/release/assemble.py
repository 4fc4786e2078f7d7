"""Kept files → a whole tree, made of links to them; what stands in the tree already stays."""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

Identity = tuple[int, int]
"""Device and number of a file on it: two names of the same file have the same."""


def assemble(files: Mapping[str, Path], tree: Path) -> None:
    """Make `tree` of nothing but `files`: path → the file that stands there. Raises OSError.

    A file of the tree stays only where it is the very file that is wanted, so an older tree, or
    one that a killed publisher left behind, is brought up to date with a few steps.
    """
    tree.mkdir(parents=True, exist_ok=True)
    standing = dict(identities(tree))
    kept = {path for path, source in files.items() if standing.get(path) == _identity(source)}
    for path in standing.keys() - kept:
        (tree / path).unlink()
    for folder in sorted({(tree / path).parent for path in files.keys() - kept}):
        folder.mkdir(parents=True, exist_ok=True)
    for path in files.keys() - kept:
        _link(files[path], tree / path)
    if standing.keys() - files.keys():
        _remove_empty_folders(tree)


def differences(
    before: Path | None, files: Mapping[str, Path]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Paths of `files` that are new or differ from those of `before`, and those that are gone."""
    old = dict(identities(before)) if before else {}
    made = (
        path
        for path, source in files.items()
        if path not in old or not _same(before, path, old[path], source)
    )
    return tuple(sorted(made)), tuple(sorted(old.keys() - files.keys()))


def identities(tree: Path) -> Iterator[tuple[str, Identity]]:
    """Path below the tree → identity, of every file in it."""
    folders = [str(tree)]
    start = len(folders[0]) + 1
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    status = entry.stat(follow_symlinks=False)
                    yield entry.path[start:], (status.st_dev, status.st_ino)


def _identity(path: Path) -> Identity:
    status = os.stat(path)  # noqa: PTH116 - thousands of files
    return status.st_dev, status.st_ino


def _same(before: Path | None, path: str, identity: Identity, source: Path) -> bool:
    """Whether two files hold the same; mostly they are the same file."""
    if before is None:
        return False
    return identity == _identity(source) or (before / path).read_bytes() == source.read_bytes()


def _link(source: Path, target: Path) -> None:
    """Let `target` be the file, without a second copy where the file system allows it."""
    try:
        os.link(source, target)
    except OSError:  # another disk, or no links here
        shutil.copy2(source, target)


def _remove_empty_folders(tree: Path) -> None:
    for folder, inner, names in os.walk(tree, topdown=False):
        if not names and not any((Path(folder) / name).exists() for name in inner):
            Path(folder).rmdir()
