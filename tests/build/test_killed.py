"""A publisher killed at any moment, or out of room: readers never notice, the next run repairs."""

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from generator import pipeline
from generator.errors import BuildError
from generator.settings import ROOT, Settings
from tests.conftest import in_folder

_PUBLISH = """
import sys
from pathlib import Path
from generator import pipeline
from tests.conftest import in_folder
pipeline.make_site(in_folder(Path(sys.argv[1]), Path(sys.argv[2])))
"""
KILLS = int(os.environ.get("KILLS", "5"))


class Reader(threading.Thread):
    """Reads two pages of one release again and again; each names the release's number."""

    def __init__(self, site: Path) -> None:
        super().__init__(daemon=True)
        self.site, self.ended = site, threading.Event()
        self.reads, self.faults = 0, list[str]()

    def run(self) -> None:
        while not self.ended.is_set():
            root = self.site.resolve()  # one request of a server reads one release
            try:
                pages = [(root / p / "accessibility/index.html").read_text() for p in ("", "ru")]
            except OSError as error:
                self.faults.append(str(error))
                continue
            numbers = {page.partition("number-")[2].partition("-")[0] for page in pages}
            if len(numbers) != 1 or not all(p.rstrip().endswith("</html>") for p in pages):
                self.faults.append(f"{root.name}: {numbers}")
            self.reads += 1
            time.sleep(0.002)


@contextmanager
def reading(site: Path) -> Iterator[Reader]:
    reader = Reader(site)
    reader.start()
    yield reader
    reader.ended.set()
    reader.join()


def number(content: Path, value: int) -> None:
    """The same number on a page of every language."""
    for path in (content / "pages").glob("accessibility.*.md"):
        text = path.read_text("utf-8").partition("\n\nnumber-")[0].rstrip()
        path.write_text(f"{text}\n\nnumber-{value}-\n", "utf-8")


def shown(settings: Settings) -> str:
    page = (settings.site / "accessibility/index.html").read_text("utf-8")
    return page.partition("number-")[2].partition("-")[0]


def fill(path: Path) -> None:
    """Write until the disk is full."""
    with suppress(OSError), path.open("wb", buffering=0) as file:
        while True:
            file.write(b"0" * 4096)


def test_a_killed_publisher_is_never_noticed(small_content: Path, tmp_path: Path) -> None:
    settings = in_folder(tmp_path, small_content)
    number(small_content, 0)
    pipeline.make_site(settings)
    started = time.monotonic()
    number(small_content, 1)
    command = [sys.executable, "-c", _PUBLISH, str(tmp_path), str(small_content)]
    subprocess.run(command, cwd=ROOT, check=True)
    took = time.monotonic() - started
    chance = random.Random(8)  # noqa: S311 - moments, not secrets
    with reading(settings.site) as reader:
        for kill in range(2, KILLS + 2):
            number(small_content, kill)
            publisher = subprocess.Popen(command, cwd=ROOT)
            time.sleep(chance.uniform(0.2, 1.0) * took)
            publisher.kill()
            publisher.wait()
        pipeline.make_site(settings)
    assert reader.faults == []
    assert reader.reads > KILLS
    assert shown(settings) == str(KILLS + 1)
    left = [path for path in settings.releases.iterdir() if path.name.startswith(".")]
    assert [path.name for path in left] == [".lock"]


def test_a_full_disk_leaves_the_site(small_content: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("a small tmpfs can only be mounted by root")
    try:
        settings = in_folder(disk, small_content)
        number(small_content, 1)
        pipeline.make_site(settings)
        filler = disk / "filler"
        with reading(settings.site) as reader:
            fill(filler)
            number(small_content, 2)
            with pytest.raises(BuildError, match="No space left"):
                pipeline.make_site(settings)
            assert shown(settings) == "1"
            filler.unlink()
            pipeline.make_site(settings)
        assert reader.faults == []
        assert shown(settings) == "2"
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)
