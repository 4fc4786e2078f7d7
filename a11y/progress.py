"""How far a long audit has come: a bar on a terminal, plain lines elsewhere."""

import sys
import threading
import time
from typing import TextIO

_WIDTH = 30
_LINE_EVERY = 10.0  # seconds between lines where nobody watches a bar


class Progress:
    """Counts steps of one stage after another; safe to call from several threads."""

    def __init__(self, stream: TextIO = sys.stderr) -> None:
        self._stream = stream
        self._bar = stream.isatty()
        self._lock = threading.Lock()
        self._name, self._done, self._total = "", 0, 0
        self._started = self._shown = time.monotonic()

    def stage(self, name: str, total: int) -> None:
        """Begin a stage of `total` steps."""
        with self._lock:
            self._name, self._done, self._total = name, 0, total
            self._started = self._shown = time.monotonic()
            self._show()

    def step(self) -> None:
        """One step more is done."""
        with self._lock:
            self._done += 1
            self._show()

    def _show(self) -> None:
        last = self._done >= self._total
        now = time.monotonic()
        if self._bar:
            filled = _WIDTH * self._done // max(self._total, 1)
            bar = "█" * filled + "·" * (_WIDTH - filled)
            text = f"\r{self._name:<26} {bar} {self._done}/{self._total}"
            self._stream.write(text + ("\n" if last else ""))
        elif last or now - self._shown > _LINE_EVERY:
            seconds = now - self._started
            self._stream.write(f"{self._name}: {self._done}/{self._total} after {seconds:.0f} s\n")
            self._shown = now
        self._stream.flush()
