"""Fifty random edits of a full register: an incremental build is a clean one, byte for byte."""

import random
from pathlib import Path

from generator import pipeline
from tests.build.test_incremental import add, change, move, rename, services, tree
from tests.conftest import in_folder
from tests.edits import full_content

EDITS, COMPARED_EVERY = 50, 10


def test_fifty_edits_of_a_full_register(tmp_path: Path) -> None:
    content = full_content(tmp_path)
    settings = in_folder(tmp_path, content)
    cache = pipeline.open_cache(settings)
    pipeline.make_site(settings, cache=cache)
    chance = random.Random(8)  # noqa: S311 - edits, not secrets
    for number in range(1, EDITS + 1):
        twins = [path for path in services(content) if path.stem[-1].isdigit()]
        path = chance.choice(twins)  # nothing else names a twin
        sphere = chance.choice(services(content)).parent.name
        edit = chance.randrange(5)
        if edit == 0:
            change(path)
        elif edit == 1:
            add(path, f"added-{number}")
        elif edit == 2:
            rename(path, f"renamed-{number}")
        elif edit == 3 and sphere != path.parent.name:
            move(path, sphere)
        else:
            path.unlink()
        pipeline.make_site(settings, cache=cache)
        if number % COMPARED_EVERY == 0:
            clean = in_folder(tmp_path / f"clean{number}", content)
            pipeline.make_site(clean)
            assert tree(settings) == tree(clean), number
