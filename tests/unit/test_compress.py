"""Compressed twins stand beside their files, are true, and are made once."""

import gzip
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from generator.release.cache import Cache, Stored
from generator.release.compress import RECIPE, twins

TEXT = b"Har bir xizmatning narxi, muddati va hujjatlari. " * 40
Twins = Callable[[dict[str, bytes]], tuple[dict[str, bytes], int]]


@pytest.fixture
def made(tmp_path: Path) -> Twins:
    """Files → their twins, and how many files had to be compressed."""
    kept, packed = Cache(tmp_path / "kept", ""), Cache(tmp_path / "packed", RECIPE)

    def make(files: dict[str, bytes]) -> tuple[dict[str, bytes], int]:
        stored: dict[str, Stored] = {path: kept.store(body) for path, body in files.items()}
        expected: list[int] = []
        found = twins(stored, kept, packed, expected.append, lambda: None)
        return {path: packed.read(twin) for path, twin in found.items()}, expected[0]

    return make


def test_twins_hold_what_the_file_holds(made: Twins) -> None:
    found, _ = made({"index.html": TEXT, "small.txt": b"short", "audio.opus": b"x" * 5000})
    assert set(found) == {"index.html.br", "index.html.gz"}
    assert brotli.decompress(found["index.html.br"]) == TEXT
    assert gzip.decompress(found["index.html.gz"]) == TEXT


def test_only_what_changed_is_compressed_again(made: Twins) -> None:
    files = {"index.html": TEXT, "other.json": TEXT + b"1"}
    first, count = made(files)
    assert count == 2
    assert made(files) == (first, 0)
    again, count = made({**files, "index.html": TEXT + b"2"})
    assert count == 1
    assert brotli.decompress(again["index.html.br"]) == TEXT + b"2"
    assert again["other.json.gz"] == first["other.json.gz"]


def test_files_alike_are_compressed_once(made: Twins) -> None:
    found, count = made({"a.html": TEXT, "b.html": TEXT})
    assert count == 1
    assert found["a.html.br"] == found["b.html.br"]
