"""A last look at the pages that changed, in a browser, before they may become current."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.errors import BuildError


def examine(tree: Path, changed: Sequence[str]) -> None:
    """Run axe over pages of `tree` among the `changed` paths: one of each type, and a sample.

    Raises BuildError with what axe found, or with why it could not look.
    """
    if not (pages := [path for path in changed if path.endswith(".html")]):
        return
    with TemporaryDirectory() as folder:
        named = Path(folder) / "pages.txt"
        named.write_text("\n".join(pages), "utf-8")
        run = subprocess.run(  # noqa: S603  # our own audit, no shell
            [sys.executable, "-m", "a11y", "--site", tree, "--pages", named, "--report", folder],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    if run.returncode:
        raise BuildError(f"axe: the changed pages are not good yet\n{run.stderr}{run.stdout}")
