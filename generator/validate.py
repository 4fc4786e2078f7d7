"""Raw content → a Register, or every problem at once."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator import plain
from generator.errors import Finding, Location, Problem
from generator.load import Raw, RawContent
from generator.messages import codes
from generator.model import (
    GUIDANCE_ORDER,
    LANGUAGES,
    Amount,
    AudienceGuide,
    DirectoryEntry,
    Event,
    GlossaryTerm,
    Guidance,
    Law,
    Lesson,
    LifeEvent,
    Localized,
    Moved,
    Organization,
    Passport,
    Register,
    Sphere,
    Statistic,
    Usage,
    VocabularyEntry,
    Wanted,
)
from generator.references import (
    known_ids,
    of_guidance,
    of_guide,
    of_moved,
    of_passport,
    of_wanted,
)
from generator.vocabulary import Vocabulary, read_vocabulary, resolve, unknown

Model = TypeVar("Model", bound=BaseModel)
Checked = tuple[Raw, Location, Model]

_CODES = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "literal_error": "word-unknown",
    "enum": "word-unknown",
    "string_too_short": "text-empty",
    "string_type": "text-empty",
    "too_short": "list-empty",
    "tuple_type": "shape-wrong",
    "model_type": "shape-wrong",
    "model_attributes_type": "shape-wrong",
    "string_pattern_mismatch": "address-form",
    "value_error": "date-form",  # the only ValueError left is the one of `datetime.date`
    "date_from_datetime_parsing": "day-form",
    "date_parsing": "day-form",
    "date_type": "day-form",
}
"""Kind of error of pydantic → code of messages.yml; the model's own kinds are such codes."""


_gate = lru_cache(maxsize=2**13)(plain.gate)
"""Most summaries are the same at the next build."""


@dataclass(frozen=True)
class Examined:
    """What the files gave: the entries that are as they should be, and every problem.

    `register` is None where the content has no base calculation value, which no page can do
    without; where `problems` is not empty it lacks the entries that could not be read.
    """

    passports: tuple[tuple[Raw, Passport], ...]
    register: Register | None
    problems: tuple[Problem, ...]


def validate(content: RawContent, root: Path) -> Examined:
    """Hold every file against the model; file names in problems are relative to `root`."""
    check = _Check(root)
    check.problems.extend(
        replace(problem, file=check.relative(problem.file)) for problem in content.problems
    )
    vocabulary = read_vocabulary(content.lists.get("vocabulary"))
    passports = [item for raw in content.services for item in check.passport(raw, vocabulary)]
    guidance = [item for raw in content.guidance for item in check.section(raw)]

    def entries(name: str, model: type[Model], key: str | None = None) -> list[Checked[Model]]:
        return check.entries(content.lists.get(name), name, model, key)

    spheres = entries("spheres", Sphere)
    organizations = entries("organizations", Organization)
    laws = entries("laws", Law)
    directory = entries("directory", DirectoryEntry)
    glossary = entries("glossary", GlossaryTerm)
    statistics = entries("statistics", Statistic)
    timeline = entries("timeline", Event)
    life_events = entries("life-events", LifeEvent)
    audiences = entries("audiences", AudienceGuide)
    lessons = entries("lessons", Lesson)
    documents = entries("vocabulary", VocabularyEntry, "documents")
    steps = entries("vocabulary", VocabularyEntry, "steps")
    brv = entries("amounts", Amount, "brv")
    wanted = entries("wanted", Wanted)
    usage = entries("usage", Usage)
    moved = entries("moved", Moved)

    for group in (passports, guidance, spheres, organizations, laws, directory, glossary,
                  life_events, audiences, lessons, wanted, documents, steps, moved):  # fmt: skip
        check.unique(group)
    known = known_ids(content)
    for raw, _, passport in passports:
        check.findings(raw, of_passport(passport, known))
    for raw, _, section in guidance:
        check.findings(raw, of_guidance(section, known))
    for raw, start, guide in (*life_events, *audiences, *lessons, *timeline):
        check.findings(raw, of_guide(guide, known, start))
    for raw, start, entry in wanted:
        check.findings(raw, of_wanted(entry, known, start))
    for raw, start, former in moved:
        check.findings(raw, of_moved(former, known, start))
    summed_up: tuple[Checked[Any], ...] = (
        *passports, *guidance, *life_events, *audiences, *lessons,
    )  # fmt: skip
    for raw, start, text in summed_up:
        check.findings(raw, _hard_summary(text.summary, start))
    problems, read = tuple(check.problems), tuple((raw, item) for raw, _, item in passports)
    if not brv:
        return Examined(read, None, problems)
    register = Register(
        passports=_values(passports),
        spheres=_values(spheres),
        organizations=_values(organizations),
        laws=_values(laws),
        guidance=tuple(sorted(_values(guidance), key=lambda s: GUIDANCE_ORDER.index(s.id))),
        timeline=_values(timeline),
        life_events=_values(life_events),
        audiences=_values(audiences),
        lessons=_values(lessons),
        directory=_values(directory),
        glossary=_values(glossary),
        statistics=_values(statistics),
        documents=_values(documents),
        steps=_values(steps),
        brv=_values(brv),
        wanted=tuple(entry.id for entry in _values(wanted)),
        usage=_values(usage),
        moved=_values(moved),
    )
    return Examined(read, register, problems)


def _values(items: list[Checked[Model]]) -> tuple[Model, ...]:
    return tuple(model for _, _, model in items)


def _hard_summary(summary: Localized, at: Location) -> Iterator[Finding]:
    """What keeps a summary from being plain, in each language it is written in."""
    for language in LANGUAGES:
        for hint in _gate(getattr(summary, language), language):
            values = {"figure": hint.figure, "sentence": hint.sentence}
            yield Finding((*at, "summary", language), f"summary-{hint.rule}", values)


class _Check:
    """Collects problems while models are made."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def problem(self, raw: Raw, location: Location, code: str, **values: str) -> None:
        self.problems.append(locate(Finding(location, code, values), raw, self.root))

    def relative(self, path: Path) -> Path:
        return _relative(path, self.root)

    def passport(self, raw: Raw, vocabulary: Vocabulary) -> Iterator[Checked[Passport]]:
        if not isinstance(raw.data, dict):
            self.problem(raw, (), "file-empty")
            return
        if "sphere" in raw.data:
            self.problem(raw, ("sphere",), "sphere-in-file")
            return
        if raw.data.get("id") not in (None, raw.path.stem):
            self.problem(raw, ("id",), "id-file", name=raw.path.stem)
        for location, name in unknown(raw.data, vocabulary):
            self.problem(raw, location, "reference-unknown", name=name)
        data = {**resolve(raw.data, vocabulary), "sphere": raw.path.parent.name}
        yield from self.model(raw, (), data, Passport)

    def section(self, raw: Raw) -> Iterator[Checked[Guidance]]:
        for item in self.model(raw, (), raw.data, Guidance):
            if item[2].id not in GUIDANCE_ORDER:
                sections = ", ".join(GUIDANCE_ORDER)
                self.problem(raw, ("id",), "section-unknown", name=item[2].id, known=sections)
                continue
            if item[2].id != raw.path.stem:
                self.problem(raw, ("id",), "id-file", name=raw.path.stem)
            yield item

    def entries(
        self, raw: Raw | None, name: str, model: type[Model], key: str | None = None
    ) -> list[Checked[Model]]:
        if raw is None:
            path = Path("content") / f"{name}.yml"
            if not any(problem.file.name == path.name for problem in self.problems):
                self.problems.append(Problem(path, 1, "file", "file-missing"))
            return []
        data = raw.data.get(key) if key and isinstance(raw.data, dict) else raw.data
        start: Location = (key,) if key else ()
        if not isinstance(data, list):
            self.problem(raw, start, "shape-wrong")
            return []
        return [
            item
            for number, entry in enumerate(data)
            for item in self.model(raw, (*start, number), entry, model)
        ]

    def model(
        self, raw: Raw, start: Location, data: Any, model: type[Model]
    ) -> Iterator[Checked[Model]]:
        try:
            yield raw, start, model.model_validate(data)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                location, context = start + detail["loc"], detail.get("ctx") or {}
                code = _CODES.get(detail["type"], detail["type"])
                code = code if code in codes() else "value-wrong"
                known = {"known": str(context["expected"])} if "expected" in context else {}
                self.problem(raw, location, code, **known)

    def unique(self, items: list[Checked[Any]]) -> None:
        seen: dict[str, Raw] = {}
        for raw, start, model in items:
            if model.id in seen:
                where = self.relative(seen[model.id].path)
                self.problem(raw, (*start, "id"), "id-doubled", name=model.id, other=str(where))
            seen.setdefault(model.id, raw)

    def findings(self, raw: Raw, found: Iterator[Finding]) -> None:
        self.problems.extend(locate(finding, raw, self.root) for finding in found)


def locate(finding: Finding, raw: Raw, root: Path) -> Problem:
    """A finding with its file, relative to `root`, and its line."""
    name = ".".join(map(str, finding.location)) or "file"
    values = tuple(finding.values.items())
    line = raw.line(finding.location)
    return Problem(_relative(raw.path, root), line, name, finding.code, values)


def _relative(path: Path, root: Path) -> Path:
    return path.relative_to(root) if path.is_relative_to(root) else path
