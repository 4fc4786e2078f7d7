"""A plan as text for people and as JSON for programs. Pure."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.errors import Problem
from generator.imports.plan import Change, Plan
from generator.messages import word
from generator.model import LANGUAGES

_MOST = 40
"""Entries of a kind that people are shown; JSON has them all."""
_LONGEST = 70


@dataclass(frozen=True)
class Outcome:
    """What became of a plan: how many files were written, or that rows stood in the way."""

    asked: bool
    stopped: bool
    files: int


def as_text(plan: Plan, outcome: Outcome, language: str) -> str:
    """Sections with a line an entry, then what is wrong with rows, then what was done."""
    lines = list(_sections(plan, language)) if plan.rows else []
    if plan.problems:
        lines += ["", word("import_problems", language, count=str(len(plan.problems)))]
        lines += [_paragraph(alike, language) for alike in _alike(plan.problems)]
    return "\n".join([*lines, "", _outcome(plan, outcome, language)])


def as_json(plan: Plan, outcome: Outcome, language: str) -> str:
    """Everything, with the words of the problems in one language."""
    data = {
        "source": plan.source,
        "rows": plan.rows,
        "new": [
            {"id": one.id, "sphere": one.sphere, "row": one.offer.row, "name": one.offer.names}
            for one in plan.new
        ],
        "changed": [vars(change) for change in plan.changed],
        "names": [vars(change) for change in plan.names],
        "differing": [vars(change) for change in plan.differing],
        "gone": [vars(gone) for gone in plan.gone],
        "problems": [_problem(problem, language) for problem in sorted(plan.problems)],
        "unread": plan.unread,
        "stopped": outcome.stopped,
        "files": outcome.files,
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Plan, Outcome, str], str]] = {"text": as_text, "json": as_json}
"""Name of a format → how a plan is written."""


def _sections(plan: Plan, language: str) -> Iterator[str]:
    sections = (
        ("new", [_new(one.id, one.data, one.offer.row) for one in plan.new], len(plan.new)),
        ("changed", _changes(plan.changed), len(plan.changed)),
        ("names", _changes(plan.names), len(plan.names)),
        ("differing", _changes(plan.differing), len(plan.differing)),
        ("gone", _gone(plan, language), len(plan.gone)),
    )
    yield word("import_from", language, source=plan.source, rows=str(plan.rows))
    for kind, entries, count in sections:
        yield f"\n{word(f'import_{kind}', language, count=str(count))}"
        yield from _cut(entries, language)
    if plan.unread:
        columns = ", ".join(map(_short, plan.unread))
        yield f"\n{word('import_unread', language, columns=columns)}"


def _outcome(plan: Plan, outcome: Outcome, language: str) -> str:
    if outcome.stopped:
        rows = {(problem.file, problem.line) for problem in plan.errors}
        return word("import_stopped", language, count=str(len(rows)))
    if not outcome.asked:
        return word("import_planned", language)
    if outcome.files:
        return word("import_written", language, count=str(outcome.files))
    return word("import_nothing", language)


def _alike(problems: Iterable[Problem]) -> list[list[Problem]]:
    """Problems that differ in nothing but the row, together."""
    groups: dict[Problem, list[Problem]] = {}
    for problem in sorted(problems):
        groups.setdefault(replace(problem, line=0), []).append(problem)
    return list(groups.values())


def _paragraph(alike: list[Problem], language: str) -> str:
    problem = alike[0]
    said = problem.said(language)
    kind = word(problem.severity, language)
    place = str(problem.file)
    if problem.field != "file":
        rows = ", ".join(dict.fromkeys(str(one.line) for one in alike))
        place = f"{place}, {word('import_row', language, row=rows)}, {problem.field}"
    return f"{place}: {kind} [{problem.code}]: {said.message}\n    {said.why}\n    → {said.remedy}"


def _problem(problem: Problem, language: str) -> dict[str, Any]:
    said = problem.said(language)
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": str(problem.file),
        "row": problem.line,
        "field": problem.field,
        "message": said.message,
        "remedy": said.remedy,
    }


def _new(identifier: str, data: Mapping[str, Any], row: int) -> str:
    return f"{identifier} ({row}): {_short(data['name']['uz'])}"


def _changes(changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        for place, before, after in _parts(change):
            yield f"{change.id} ({change.row}) {place}: {_shown(before)} → {_shown(after)}"


def _parts(change: Change) -> Iterator[tuple[str, Any, Any]]:
    """A change of a text is one of its languages."""
    before, after = change.before, change.after
    if isinstance(before, dict) and isinstance(after, dict):
        for inner in after:
            if before.get(inner) != after[inner]:
                yield f"{change.field}.{inner}", before.get(inner), after[inner]
    else:
        yield change.field, before, after


def _gone(plan: Plan, language: str) -> Iterator[str]:
    for gone in plan.gone:
        kind = word("import_listed" if gone.listed else "import_unlisted", language)
        yield f"{gone.id}: {_short(gone.name)} ({kind})"


def _cut(entries: Iterable[str], language: str) -> list[str]:
    lines = [f"  {entry}" for entry in entries]
    if len(lines) <= _MOST:
        return lines
    rest = word("import_more", language, count=str(len(lines) - _MOST))
    return [*lines[:_MOST], f"  {rest}"]


def _shown(value: Any) -> str:
    if value in (None, "", []):
        return "—"
    if isinstance(value, dict):
        texts = {inner: said for inner, said in value.items() if inner not in ("source", "as_of")}
        if set(texts) >= set(LANGUAGES):
            return _short(str(texts["uz"]))
        return _short(", ".join(f"{inner} {said}" for inner, said in texts.items()))
    if isinstance(value, list):
        return _short("; ".join(_shown(entry) for entry in value))
    return _short(str(value))


def _short(text: str) -> str:
    one = " ".join(str(text).split())
    return one if len(one) <= _LONGEST else f"{one[: _LONGEST - 1]}…"
