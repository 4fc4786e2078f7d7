"""What is wrong with the content, how it reads, how much of it is filled."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator import review
from generator.check import Checked, explained_in
from generator.check import check as check_content
from generator.errors import ContentError, Problem
from generator.exports import coverage
from generator.inputs import (
    markdown_of,
    register_of,
    to_cyrillic_of,
)
from generator.load import load
from generator.revision import differing
from generator.settings import Settings
from generator.spelling import Speller, read_own_words
from search.synonyms import read_synonyms

_NOTES = "<!-- notes: kept when the tables are made again -->\n"


def findings(settings: Settings, today: date | None = None) -> Checked:
    """Everything that is wrong with the content, warnings too; reviews are due at `today`."""
    checked = check_content(load(settings.content), settings.root, markdown_of(settings), today)
    return replace(checked, problems=tuple(sorted({*checked.problems, *_synonyms(settings)})))


def since(settings: Settings, revision: str, checked: Checked) -> Checked:
    """The errors, and the warnings of files that differ from a revision. Raises RevisionError."""
    ours = differing(revision, settings.root)
    kept = (one for one in checked.problems if one.severity == "error" or one.file in ours)
    return replace(checked, problems=tuple(kept))


def _synonyms(settings: Settings) -> tuple[Problem, ...]:
    """What is wrong with the words of the search, which no page needs."""
    path = settings.content / "synonyms.yml"
    try:
        if path.exists():
            read_synonyms(path)
    except ContentError as error:
        found = error.problems
        return tuple(replace(one, file=path.relative_to(settings.root)) for one in found)
    return ()


def write_coverage(settings: Settings) -> Path:
    """Write how much of the register is filled into docs/register.md, above its own notes."""
    path = settings.root / "docs" / "register.md"
    notes = path.read_text("utf-8").partition(_NOTES)[2] if path.exists() else "\n"
    made = coverage.report(register_of(settings))
    path.write_text(f"# The register\n\n{made}\n{_NOTES}{notes}", "utf-8")
    return path


def review_texts(settings: Settings) -> tuple[str, Path]:
    """Review the texts for plain language and spelling; gives a table and the report's file.

    Raises ContentError for wrong content and SpellingError where dictionaries are missing.
    """
    register = register_of(settings)
    own = read_own_words(settings.content / "spelling.yml")
    unknown = Speller(own, to_cyrillic_of(settings)).unknown
    reviewed = review.review(register, unknown, explained_in(load(settings.content)))
    path = settings.work / "plain.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(review.report(reviewed), "utf-8")
    return review.table(reviewed), path
