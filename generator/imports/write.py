"""Texts → files of the content: all of them beside the old ones first, then each in its place."""

from collections.abc import Mapping
from pathlib import Path

_BESIDE = ".importing"


def put_files(files: Mapping[Path, str], content: Path) -> int:
    """Write what differs from what is there; returns how many files. Raises OSError.

    A full disk is met before the first file is replaced.
    """
    changed = {
        content / path: text
        for path, text in files.items()
        if not (content / path).exists() or (content / path).read_text("utf-8") != text
    }
    beside = {path: path.with_name(f".{path.name}{_BESIDE}") for path in changed}
    try:
        for path, text in changed.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            beside[path].write_text(text, "utf-8")
        for path, new in beside.items():
            new.replace(path)
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)
    return len(changed)
