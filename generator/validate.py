"""Raw content → a Register, or every problem at once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator import plain
from generator.errors import ContentError, Problem
from generator.load import Location, Raw, RawContent
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
    VocabularyEntry,
    Wanted,
)
from generator.references import (
    Finding,
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

_REMEDIES = {
    "missing": "add this field; CONTRIBUTING lists what must stand",
    "extra_forbidden": "remove it or correct its spelling; the fields are listed in CONTRIBUTING",
    "literal_error": "write one of the words named",
    "enum": "write one of the words named",
    "date_from_datetime_parsing": "write the date as 2026-11-21",
    "string_too_short": "write the text, or leave the whole field out if nothing is known",
    "string_type": "write the text, or leave the whole field out if nothing is known",
}


def validate(content: RawContent, root: Path) -> Register:
    """Check everything and build the register; file names in problems are relative to `root`.

    Raises ContentError with every problem of every file.
    """
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
    if check.problems:
        raise ContentError(tuple(check.problems))
    return Register(
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
        moved=_values(moved),
    )


def _values(items: list[Checked[Model]]) -> tuple[Model, ...]:
    return tuple(model for _, _, model in items)


def _hard_summary(summary: Localized, at: Location) -> Iterator[Finding]:
    """What keeps a summary from being plain, in each language it is written in."""
    for language in LANGUAGES:
        for hint in plain.gate(getattr(summary, language), language):
            message = f"{hint.message}: “{hint.sentence}”"
            yield (*at, "summary", language), message, hint.remedy


class _Check:
    """Collects problems while models are made."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def problem(self, raw: Raw, location: Location, message: str, remedy: str) -> None:
        field = ".".join(map(str, location)) or "file"
        path, line = self.relative(raw.path), raw.line(location)
        self.problems.append(Problem(path, line, field, message, remedy))

    def relative(self, path: Path) -> Path:
        """A path as problems show it."""
        return path.relative_to(self.root) if path.is_relative_to(self.root) else path

    def passport(self, raw: Raw, vocabulary: Vocabulary) -> Iterator[Checked[Passport]]:
        if not isinstance(raw.data, dict):
            self.problem(raw, (), "the file is empty or not a passport", "fill it or remove it")
            return
        if "sphere" in raw.data:
            self.problem(raw, ("sphere",), "the sphere is the folder", "remove this field")
            return
        if raw.data.get("id") not in (None, raw.path.stem):
            self.problem(raw, ("id",), "differs from the file's name", f"write {raw.path.stem}")
        for location, name in unknown(raw.data, vocabulary):
            remedy = "choose an id of content/vocabulary.yml, or write the words here"
            self.problem(raw, location, f"unknown reference '{name}'", remedy)
        data = {**resolve(raw.data, vocabulary), "sphere": raw.path.parent.name}
        yield from self.model(raw, (), data, Passport)

    def section(self, raw: Raw) -> Iterator[Checked[Guidance]]:
        for item in self.model(raw, (), raw.data, Guidance):
            if item[2].id not in GUIDANCE_ORDER:
                remedy = f"write one of {', '.join(GUIDANCE_ORDER)}"
                self.problem(raw, ("id",), f"unknown section '{item[2].id}'", remedy)
            elif item[2].id != raw.path.stem:
                self.problem(raw, ("id",), "differs from the file's name", f"write {raw.path.stem}")
            yield item

    def entries(
        self, raw: Raw | None, name: str, model: type[Model], key: str | None = None
    ) -> list[Checked[Model]]:
        if raw is None:
            path = Path("content") / f"{name}.yml"
            if not any(problem.file.name == path.name for problem in self.problems):
                self.problems.append(Problem(path, 1, "file", "is missing", "bring it back"))
            return []
        data = raw.data.get(key) if key and isinstance(raw.data, dict) else raw.data
        start: Location = (key,) if key else ()
        if not isinstance(data, list):
            self.problem(raw, start, "is not a list", "begin each entry with a hyphen")
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
                remedy = _REMEDIES.get(detail["type"], "correct the value")
                self.problem(raw, start + detail["loc"], _message(detail["msg"]), remedy)

    def unique(self, items: list[Checked[Any]]) -> None:
        seen: dict[str, Raw] = {}
        for raw, start, model in items:
            if model.id in seen:
                where = self.relative(seen[model.id].path)
                message = f"the id '{model.id}' stands in {where} already"
                self.problem(raw, (*start, "id"), message, "give one of the two another id")
            seen.setdefault(model.id, raw)

    def findings(self, raw: Raw, found: Iterator[Finding]) -> None:
        for location, message, remedy in found:
            self.problem(raw, location, message, remedy)


def _message(text: str) -> str:
    return text.removeprefix("Value error, ")
