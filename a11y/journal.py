"""What a long audit has done so far, so that it goes on where it was stopped.

A check of a page says the same as long as the page and the audit are the same: both stand in the
key of an entry. Pages with findings are not written down, so they are looked at again.
"""

import hashlib
import json
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from a11y.findings import Part
from a11y.pages import Page

_HERE = Path(__file__).parent
_CODE = ("*.py", "*.js", "*.cjs", "*.mjs")

Parts = Mapping[str, Part]
"""Name of a check → what it says of one page."""


class Journal:
    """Entries in a file of JSON lines; without a file it remembers nothing."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._code = _digest(*(p for kind in _CODE for p in sorted(_HERE.glob(kind))))
        self._known: dict[str, dict[str, Any]] = {}
        for line in file.read_text("utf-8").splitlines() if file and file.exists() else ():
            try:
                entry = json.loads(line)
                self._known[entry["key"]] = entry["parts"]
            except (ValueError, KeyError):  # a line that was cut off when the audit was stopped
                continue

    def key(self, stage: str, page: Page) -> str:
        """Name of an entry: the stage, the page with its bytes, the code of the audit."""
        return f"{stage} {page.address} {_digest(page.file)} {self._code}"

    def recall(self, key: str) -> Parts | None:
        """What was said before, if nothing was found."""
        known = self._known.get(key)
        return {name: Part(**part) for name, part in known.items()} if known else None

    def keep(self, key: str, parts: Parts) -> None:
        """Write down what was said, if nothing was found."""
        if not self._file or any(part.findings for part in parts.values()):
            return
        kept = {
            name: {"checks": part.checks, "figures": part.figures} for name, part in parts.items()
        }
        line = json.dumps({"key": key, "parts": kept}, ensure_ascii=False)
        with self._lock:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="utf-8") as journal:
                journal.write(f"{line}\n")


def _digest(*files: Path) -> str:
    total = hashlib.sha256()
    for file in files:
        total.update(file.read_bytes())
    return total.hexdigest()[:16]
