"""A command of ours that runs beside this one and ends with it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def running(command: str) -> Iterator[None]:
    """Run `xizmat <command>` as long as the block lasts."""
    process = subprocess.Popen(  # noqa: S603  # our own command
        [sys.executable, "-m", "generator.cli", command]
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()
