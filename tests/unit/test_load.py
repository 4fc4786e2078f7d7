"""Scalars stay text, lines are known, bad YAML is a problem and not a crash."""

from pathlib import Path

import pytest
import yaml

from generator.load import Raw, load, parse


def test_scalars_stay_text() -> None:
    assert parse("a: 0123\nb: yes\nc: 2020-03-24\nd: null\ne: ''\n") == {
        "a": "0123",
        "b": "yes",
        "c": "2020-03-24",
        "d": None,
        "e": "",
    }


def test_a_key_that_stands_twice_is_refused() -> None:
    with pytest.raises(yaml.MarkedYAMLError, match="'a' stands twice"):
        parse("a: 1\na: 2\n")


def test_lines_are_found_as_deep_as_the_file_goes(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text("name:\n  uz: Bir\n  ru: Один\nsteps:\n- uz: A\n- uz: B\n", "utf-8")
    raw = Raw(path, None)
    assert raw.line(("name", "ru")) == 3
    assert raw.line(("name", "en")) == 1
    assert raw.line(("steps", 1, "uz")) == 6
    assert raw.line(()) == 1


def test_unreadable_files_become_problems(tmp_path: Path) -> None:
    folder = tmp_path / "services" / "taxes"
    folder.mkdir(parents=True)
    (folder / "tab.yml").write_text("name:\n\tuz: X\n", "utf-8")
    (folder / "latin1.yml").write_bytes(b"name: \xff\n")
    problems = {problem.file.name: problem for problem in load(tmp_path).problems}
    assert problems["tab.yml"].line == 2
    assert "spaces" in problems["tab.yml"].remedy
    assert "UTF-8" in problems["latin1.yml"].remedy
