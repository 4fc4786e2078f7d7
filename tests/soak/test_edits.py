"""Fifty random edits of the full register: an incremental build is a clean one, byte for byte."""

import random
import re
import shutil
from collections import Counter
from pathlib import Path

from generator import pipeline
from generator.settings import ROOT
from tests.build.test_incremental import tree
from tests.conftest import in_folder
from tests.edits import add, change, move, rename, services

EDITS, COMPARED_EVERY = 50, 10
_IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def unnamed(content: Path) -> list[Path]:
    """Services that no other file names: they may get another id, or go."""
    said = Counter(
        word
        for path in content.rglob("*.*")
        if path.stem != "translations"  # it knows every service, and may know former ones
        for word in set(_IDENTIFIER.findall(path.read_text("utf-8")))
    )
    return [path for path in services(content) if said[path.stem] == 1]


def edit(content: Path, chance: random.Random, number: int) -> None:
    path = chance.choice(unnamed(content))
    sphere = chance.choice(services(content)).parent.name
    kind = chance.randrange(5)
    if kind == 0:
        change(path, to=f"Yangi {number}")
    elif kind == 1:
        add(path, f"added-{number}")
    elif kind == 2:
        rename(path, f"renamed-{number}")
    elif kind == 3 and sphere != path.parent.name:
        move(path, sphere)
    else:
        path.unlink()


def test_fifty_edits_of_the_full_register(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    settings = in_folder(tmp_path, content)
    cache = pipeline.open_cache(settings)
    pipeline.make_site(settings, cache=cache)
    chance = random.Random(8)  # noqa: S311 - edits, not secrets
    for number in range(1, EDITS + 1):
        edit(content, chance, number)
        pipeline.make_site(settings, cache=cache)
        if number % COMPARED_EVERY == 0:
            clean = in_folder(tmp_path / f"clean{number}", content)
            pipeline.make_site(clean)
            assert tree(settings) == tree(clean), number
            shutil.rmtree(tmp_path / f"clean{number}")
