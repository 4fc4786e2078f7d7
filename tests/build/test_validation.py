"""Each fault that an editor may make is refused, all in one run, and the old site stays."""

import re
import shutil
from pathlib import Path

import pytest

from generator import pipeline
from generator.editing import writing
from generator.errors import ContentError, Problem
from generator.settings import ROOT
from tests.conftest import in_folder

SOURCED = re.compile(
    r"^ *(?:- )?(?:source|as_of):.*\n(?: *- (?:http|national-|un-egov|press:"
    r"|channel: (?!portal|app|centre|agency|phone|post)).*\n)*",
    re.MULTILINE,
)


def edit(path: Path, old: str, new: str) -> None:
    """Change the first match of the pattern `old`."""
    text = path.read_text("utf-8")
    changed = re.sub(old, new, text, count=1, flags=re.MULTILINE)
    assert changed != text, f"{old!r} is not in {path}"
    path.write_text(changed, "utf-8")


def plant_faults(content: Path) -> dict[str, Path]:
    """One fault a file; returns fault → file."""
    files = sorted((content / "services").glob("*/*.yml"))
    faults = dict(
        zip(("language", "sphere", "id", "date", "tab", "html", "source"), files, strict=False)
    )
    edit(faults["language"], r"^  ru: .*\n", "")
    faults["sphere"] = move(faults["sphere"], content / "services" / "gardening")
    copy = content / "services" / "gardening" / faults["id"].name
    copy.write_text(faults["id"].read_text("utf-8"), "utf-8")
    edit(faults["date"], r"^reviewed: .*", "reviewed: 2026-13-45")
    edit(faults["tab"], r"^  uz: ", "\tuz: ")
    edit(faults["html"], r"^  en: ", "  en: <b>New</b> ")
    faults["source"].write_text(SOURCED.sub("", faults["source"].read_text("utf-8")), "utf-8")
    return faults


def move(path: Path, folder: Path) -> Path:
    folder.mkdir()
    return path.rename(folder / path.name)


def find(problems: tuple[Problem, ...], path: Path, words: str) -> Problem:
    found = [p for p in problems if p.file.name == path.name and words in str(p)]
    assert found, f"nothing says {words!r} about {path.name}: {problems}"
    return found[0]


def test_every_fault_is_named_in_one_run_and_the_site_stays(
    small_content: Path, tmp_path: Path
) -> None:
    settings = in_folder(tmp_path, small_content)
    pipeline.make_site(settings)
    before = settings.site.resolve()

    faults = plant_faults(small_content)
    with pytest.raises(ContentError) as error:
        pipeline.make_site(settings)
    problems = error.value.problems

    assert "ru" in find(problems, faults["language"], "field is missing").field
    assert find(problems, faults["sphere"], "unknown sphere 'gardening'").remedy
    assert find(problems, faults["id"], "stands in").remedy
    assert find(problems, faults["date"], "reviewed").line > 1
    assert find(problems, faults["tab"], "tab").line > 1
    assert "en" in find(problems, faults["html"], "HTML is not allowed").field
    assert find(problems, faults["source"], "a fact without source").remedy
    assert settings.site.resolve() == before
    assert (settings.site / "index.html").exists()


def test_a_problem_names_the_very_line(small_content: Path, tmp_path: Path) -> None:
    path = min((small_content / "services").glob("*/*.yml"))
    lines = path.read_text("utf-8").splitlines()
    number = lines.index("summary:") + 1
    lines[number] = "  uz: <i>Bepul</i>"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    with pytest.raises(ContentError) as error:
        pipeline.check(in_folder(tmp_path, small_content))
    assert [(p.line, p.field) for p in error.value.problems] == [(number + 1, "summary.uz")]


def test_canonical_form_is_stable_and_loses_nothing(small_content: Path, tmp_path: Path) -> None:
    settings = in_folder(tmp_path, small_content)
    before = pipeline.check(settings)
    writing.format_content(settings)
    assert pipeline.check(settings) == before
    assert writing.format_content(settings) == ()


def test_the_committed_content_is_in_canonical_form(tmp_path: Path) -> None:
    copy = tmp_path / "content"
    shutil.copytree(ROOT / "content", copy)
    assert writing.format_content(in_folder(tmp_path, copy)) == ()
