"""The content as it was at a revision of git."""

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

from generator.errors import RevisionError


def content_at(revision: str, root: Path, into: Path) -> Path:
    """Write the folder `content` of a revision below `into`. Raises RevisionError."""
    command = ["git", "-C", str(root), "archive", "--format=tar", f"{revision}^{{tree}}", "content"]
    if revision.startswith("-"):
        raise RevisionError(f"changes: '{revision}' is no revision")
    try:
        packed = subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603  # no shell; the revision is no option
    except FileNotFoundError as error:
        raise RevisionError("changes: git is not installed") from error
    except subprocess.CalledProcessError as error:
        detail = error.stderr.decode(errors="replace").strip()
        raise RevisionError(f"changes: no content at '{revision}': {detail}") from error
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        # git made this archive of our own files, and Debian's Python has no `filter`.
        archive.extractall(into)  # noqa: S202
    return into / "content"
