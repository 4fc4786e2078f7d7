"""Compressed twins stand beside their files, are true, and are made once."""

import gzip
from pathlib import Path

import brotli
import pytest

from generator.release import compress

TEXT = "Har bir xizmatning narxi, muddati va hujjatlari. " * 40


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    folder = tmp_path / "tree"
    folder.mkdir()
    (folder / "index.html").write_text(TEXT, "utf-8")
    (folder / "small.txt").write_text("short", "utf-8")
    (folder / "audio.opus").write_bytes(b"x" * 5000)
    return folder


def test_twins_hold_what_the_file_holds(tree: Path, tmp_path: Path) -> None:
    compress.compress(tree, tmp_path / "cache", 1)
    page = (tree / "index.html").read_bytes()
    assert brotli.decompress((tree / "index.html.br").read_bytes()) == page
    assert gzip.decompress((tree / "index.html.gz").read_bytes()) == page
    assert {path.name for path in tree.iterdir()} == {
        "index.html", "index.html.br", "index.html.gz", "small.txt", "audio.opus",
    }  # fmt: skip


def test_only_what_changed_is_compressed_again(tree: Path, tmp_path: Path) -> None:
    (tree / "other.json").write_text(TEXT + "1", "utf-8")
    assert compress.compress(tree, tmp_path / "cache", 1).compressed == 2
    assert compress.compress(tree, tmp_path / "cache", 1).compressed == 0
    (tree / "index.html").write_text(TEXT + "2", "utf-8")
    assert compress.compress(tree, tmp_path / "cache", 1).compressed == 1
    assert brotli.decompress((tree / "index.html.br").read_bytes()).decode() == TEXT + "2"


def test_a_twin_goes_with_its_file_and_the_cache_forgets(tree: Path, tmp_path: Path) -> None:
    compress.compress(tree, tmp_path / "cache", 1)
    (tree / "index.html").unlink()
    compress.compress(tree, tmp_path / "cache", 1)
    assert not list(tree.glob("*.br"))
    assert not list((tmp_path / "cache").iterdir())


def test_two_folders_get_the_same_bytes(tree: Path, tmp_path: Path) -> None:
    compress.compress(tree, tmp_path / "one", 1)
    first = (tree / "index.html.gz").read_bytes()
    (tree / "index.html.gz").unlink()
    compress.compress(tree, tmp_path / "two", 1)
    assert (tree / "index.html.gz").read_bytes() == first
