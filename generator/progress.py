"""What a build tells: a bar on a terminal, plain lines elsewhere, a table at the end."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from generator.errors import BuildError

_WIDTH = 30
_LONG_SECONDS = 0.3
_MOST_LISTED = 40


class Progress:
    """Stages of one build with their times, and the files that were made again."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out
        self._bar = bool(out and out.isatty())
        self._stages: list[tuple[str, float, str]] = []
        self._name = self._note = ""
        self._done = self._total = 0
        self._began = self._drawn = 0.0
        self.made: tuple[str, ...] = ()
        self.removed: tuple[str, ...] = ()
        self.trouble = ""
        """What did not work and keeps nobody from reading the site."""

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage. Raises BuildError, with stage and file, for an OSError inside it."""
        self._name, self._note, self._total = name, "", 0
        self._began = self._drawn = time.monotonic()
        try:
            yield
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            raise BuildError(f"{name}: {place}{error.strerror or error}") from error
        finally:
            if self._bar:
                self._write("\r\033[K")
            self._stages.append((name, time.monotonic() - self._began, self._note))
        if not self._bar:
            self._write(f"{name}: {self._stages[-1][1]:.2f} s {self._note}".rstrip() + "\n")

    def expect(self, total: int) -> None:
        """Say how many steps the stage has."""
        self._done, self._total = 0, total

    def tick(self) -> None:
        """One step is done; the bar is drawn at most ten times a second."""
        self._done += 1
        now = time.monotonic()
        if self._bar and now - self._began > _LONG_SECONDS and now - self._drawn > 0.1:  # noqa: PLR2004  # ten times a second
            self._drawn = now
            full = _WIDTH * min(self._done, self._total) // max(1, self._total)
            bar = "█" * full + "·" * (_WIDTH - full)
            self._write(f"\r{self._name:<10} {bar} {self._done:,}/{self._total:,}\033[K")

    def note(self, text: str) -> None:
        """A few words about the running stage."""
        self._note = text

    def table(self) -> str:
        """Stages with their seconds, then what was made again."""
        rows = [
            f"{name:<10} {seconds:6.2f} s  {note}".rstrip() for name, seconds, note in self._stages
        ]
        total = sum(seconds for _, seconds, _ in self._stages)
        listed = [f"  {path}" for path in self.made[:_MOST_LISTED]]
        if len(self.made) > _MOST_LISTED:
            listed.append(f"  and {len(self.made) - _MOST_LISTED:,} more")
        gone = [f"  {path} (removed)" for path in self.removed[:_MOST_LISTED]]
        head = f"{len(self.made):,} files made again, {len(self.removed):,} removed"
        told = [self.trouble] if self.trouble else []
        return "\n".join([*rows, f"{'total':<10} {total:6.2f} s", head, *listed, *gone, *told])

    def _write(self, text: str) -> None:
        if self._out:
            self._out.write(text)
            self._out.flush()
