"""A small site to be heard: how it is made from the real content."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from audio.production import Step
from generator.settings import ROOT, Settings
from tests.conftest import LISTS_OF_IDS

PASSPORTS = 12


@dataclass(frozen=True)
class Spoken:
    """A small site with its audio, and what making it took."""

    settings: Settings
    steps: tuple[Step, ...]


def write_small(content: Path, passports: int = PASSPORTS) -> Path:
    """Some passports, evenly chosen, and the first statement of each section of guidance."""
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("services"))
    every = sorted((ROOT / "content" / "services").glob("*/*.yml"))
    kept = every[:: len(every) // passports][:passports]
    for path in kept:
        copy = content / "services" / path.parent.name / path.name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    for path in content.rglob("*.yml"):
        path.write_text(LISTS_OF_IDS.sub(r"\1\2: []\n", path.read_text("utf-8")), "utf-8")
    (content / "wanted.yml").write_text(f"- id: {kept[0].stem}\n", "utf-8")
    for path in (content / "covid-19").glob("*.yml"):
        path.write_text(only_first_statement(path.read_text("utf-8")), "utf-8")
    return content


def only_first_statement(text: str) -> str:
    """A section whose list of statements ends after its first entry."""
    head, _, rest = text.partition("statements:\n")
    first, *others = re.split(r"^(?=- )", rest, flags=re.MULTILINE)[1:]
    tail = re.split(r"^(?=\w)", others[-1], maxsplit=1, flags=re.MULTILINE) if others else [""]
    return f"{head}statements:\n{first}{tail[1] if len(tail) > 1 else ''}"
