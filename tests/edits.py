"""A register to edit: a full one made by multiplying passports, and the edits that people make."""

import re
import shutil
from pathlib import Path

from generator.settings import ROOT

_TEXT = re.compile(r"^(  uz: )(.+)$", re.MULTILINE)


def full_content(folder: Path, count: int = 850) -> Path:
    """A copy of the content with `count` passports: the real ones first, then twins of them."""
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    real = sorted((content / "services").glob("*/*.yml"))
    for number in range(count - len(real)):
        path = real[number % len(real)]
        twin = f"{path.stem}-{number // len(real) + 2}"
        text = path.read_text("utf-8").replace(f"id: {path.stem}\n", f"id: {twin}\n", 1)
        path.with_name(f"{twin}.yml").write_text(text, "utf-8")
    return content
