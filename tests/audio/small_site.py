"""A small site to be heard: how it is made from the real content."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.settings import ROOT, Settings
from tests.conftest import LISTS_OF_IDS

PASSPORTS = 3
PAGES = PASSPORTS + 11 + 2 + 2 + 2
"""Pages of one language that are heard: passports, guidance, lessons, life events, audiences."""


@dataclass(frozen=True)
class Spoken:
    """A small site with its audio, and how many tracks its first run made."""

    settings: Settings
    tracks: int


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
    for name in ("lessons", "life-events", "audiences"):
        keep_two(content / f"{name}.yml", kept[0].stem)
    return content


def keep_two(path: Path, service: str) -> None:
    """Leave two entries of a list of guides, whose first stage or group asks for `service`."""
    entries = yaml.safe_load(path.read_text("utf-8"))[:2]
    for entry in entries:
        entry.pop("next", None)
        for part in (*entry.get("stages", ())[:1], *entry.get("groups", ())[:1]):
            part["services"] = [service]
    path.write_text(yaml.safe_dump(entries, allow_unicode=True, sort_keys=False), "utf-8")


def only_first_statement(text: str) -> str:
    """A section whose list of statements ends after its first entry."""
    head, _, rest = text.partition("statements:\n")
    first, *others = re.split(r"^(?=- )", rest, flags=re.MULTILINE)[1:]
    tail = re.split(r"^(?=\w)", others[-1], maxsplit=1, flags=re.MULTILINE) if others else [""]
    return f"{head}statements:\n{first}{tail[1] if len(tail) > 1 else ''}"
