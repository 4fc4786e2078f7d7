"""The content as it was at a revision of git."""

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

from generator.errors import RevisionError


def content_at(revision: str, root: Path, into: Path) -> Path:
    """Write the folder `content` of a revision below `into`. Raises RevisionError."""
    packed = _git(root, revision, "archive", "--format=tar", f"{revision}^{{tree}}", "content")
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        # git made this archive of our own files, and Debian's Python has no `filter`.
        archive.extractall(into)  # noqa: S202
    return into / "content"


def differing(revision: str, root: Path) -> frozenset[Path]:
    """Files below `root` that were changed or added since the work left a revision.

    Raises RevisionError.
    """
    changed = _git(
        root, revision, "diff", "--relative", "--name-only", "-z", "--merge-base", revision
    )
    added = _git(root, revision, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(Path(name) for name in (changed + added).decode().split("\0") if name)


def _git(root: Path, revision: str, *arguments: str) -> bytes:
    if revision.startswith("-"):
        raise RevisionError(f"git: '{revision}' is no revision")
    command = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603  # no shell; the revision is no option
    except FileNotFoundError as error:
        raise RevisionError("git: it is not installed") from error
    except subprocess.CalledProcessError as error:
        detail = error.stderr.decode(errors="replace").strip()
        raise RevisionError(f"git: nothing is known of '{revision}': {detail}") from error
