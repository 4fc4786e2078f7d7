"""Findings as text for people, annotations for GitHub, JSON for programs. Pure."""

import json
from collections.abc import Callable, Iterable, Mapping

from generator.check import Checked
from generator.errors import Problem
from generator.messages import word
from generator.translations import TRANSLATED, Work


def as_text(problems: Iterable[Problem], language: str) -> str:
    """A paragraph a finding: where, what, why it matters, how to mend it; errors come last.

    So they stand beside the totals, where a terminal stops.
    """
    errors_last = sorted(problems, key=lambda problem: problem.severity == "error")
    return "\n".join(_paragraph(problem, language) for problem in errors_last)


def as_github(problems: Iterable[Problem], language: str) -> str:
    """One workflow command a finding, which GitHub shows beside the line."""
    return "\n".join(_annotation(problem, language) for problem in problems)


def as_json(problems: Iterable[Problem], language: str) -> str:
    """A list of findings."""
    entries = [_entry(problem, language) for problem in problems]
    return json.dumps(entries, ensure_ascii=False, indent=2)


def totals(checked: Checked, language: str) -> str:
    """How many passports, errors and warnings."""
    passports = len(checked.register.passports) if checked.register else 0
    errors = len(checked.errors)
    return word(
        "totals", language, passports=str(passports), errors=str(errors),
        warnings=str(len(checked.problems) - errors),
    )  # fmt: skip


def work(waiting: Iterable[Work]) -> str:
    """The work of translators as a table: an entry, a language, its fields; then the sums."""
    fields: dict[tuple[str, str], list[str]] = {}
    for one in waiting:
        fields.setdefault((one.language, one.id), []).append(one.field)
    width = max((len(identifier) for _, identifier in fields), default=0)
    lines = [
        f"{language}  {identifier:{width}}  {', '.join(named)}"
        for (language, identifier), named in sorted(fields.items())
    ]
    sums = ", ".join(
        f"{language}: {sum(len(f) for (code, _), f in fields.items() if code == language)}"
        for language in TRANSLATED
    )
    return "\n".join([*lines, sums])


FORMATS: Mapping[str, Callable[[Iterable[Problem], str], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}
"""Name of a format → how it is written."""


def _paragraph(problem: Problem, language: str) -> str:
    said = problem.said(language)
    kind = word(problem.severity, language)
    place = f"{problem.file}:{problem.line}: {problem.field}"
    return f"{place}: {kind} [{problem.code}]: {said.message}\n    {said.why}\n    → {said.remedy}"


def _annotation(problem: Problem, language: str) -> str:
    said = problem.said(language)
    file = _escaped(str(problem.file)).replace(":", "%3A").replace(",", "%2C")
    text = _escaped(f"{said.message}\n{said.why}\n→ {said.remedy}")
    return (
        f"::{problem.severity} file={file},line={problem.line},title={problem.code}::"
        f"{problem.field}: {text}"
    )


def _escaped(text: str) -> str:
    """As GitHub's workflow commands want it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _entry(problem: Problem, language: str) -> dict[str, str | int]:
    said = problem.said(language)
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": str(problem.file),
        "line": problem.line,
        "field": problem.field,
        "message": said.message,
        "why": said.why,
        "remedy": said.remedy,
    }
