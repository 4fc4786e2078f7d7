"""Raw content → a Register, or every problem at once."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.errors import ContentError, Problem
from generator.load import Location, Raw, RawContent
from generator.model import (
    GUIDANCE_ORDER,
    Amount,
    AudienceGroup,
    AudienceGuide,
    DirectoryEntry,
    Event,
    Fact,
    GlossaryTerm,
    Guidance,
    Law,
    Lesson,
    LifeEvent,
    Organization,
    Passport,
    Refusal,
    Register,
    Sphere,
    Stage,
    Statistic,
)

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
    check.problems.extend(content.problems)
    passports = [item for raw in content.services for item in check.passport(raw)]
    guidance = [item for raw in content.guidance for item in check.file(raw, Guidance)]

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
    brv = entries("amounts", Amount, "brv")
    wanted = check.wanted(content.lists.get("wanted"), passports)

    for group in (passports, guidance, spheres, organizations, laws, directory, glossary,
                  life_events, audiences, lessons):  # fmt: skip
        check.unique(group)
    check.references(passports, spheres, organizations, laws)
    check.guidance_services(guidance, passports)
    check.guides((*life_events, *audiences, *lessons), _ids(passports), _ids(directory))
    check.sources(passports)
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
        brv=_values(brv),
        wanted=wanted,
    )


def _values(items: list[Checked[Model]]) -> tuple[Model, ...]:
    return tuple(model for _, _, model in items)


class _Check:
    """Collects problems while models are made."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def problem(self, raw: Raw, location: Location, message: str, remedy: str) -> None:
        field = ".".join(map(str, location)) or "file"
        path = raw.path.relative_to(self.root) if raw.path.is_relative_to(self.root) else raw.path
        self.problems.append(Problem(path, raw.line(location), field, message, remedy))

    def passport(self, raw: Raw) -> Iterator[Checked[Passport]]:
        if not isinstance(raw.data, dict):
            self.problem(raw, (), "the file is empty or not a passport", "fill it or remove it")
            return
        if "sphere" in raw.data:
            self.problem(raw, ("sphere",), "the sphere is the folder", "remove this field")
            return
        if raw.data.get("id") not in (None, raw.path.stem):
            self.problem(raw, ("id",), "differs from the file's name", f"write {raw.path.stem}")
        yield from self.model(raw, (), {**raw.data, "sphere": raw.path.parent.name}, Passport)

    def file(self, raw: Raw, model: type[Model]) -> Iterator[Checked[Model]]:
        yield from self.model(raw, (), raw.data, model)

    def entries(
        self, raw: Raw | None, name: str, model: type[Model], key: str | None
    ) -> list[Checked[Model]]:
        if raw is None:
            path = Path("content") / f"{name}.yml"
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
                where = seen[model.id].path.relative_to(self.root)
                message = f"the id '{model.id}' stands in {where} already"
                self.problem(raw, (*start, "id"), message, "give one of the two another id")
            seen.setdefault(model.id, raw)

    def references(
        self,
        passports: list[Checked[Passport]],
        spheres: list[Checked[Sphere]],
        organizations: list[Checked[Organization]],
        laws: list[Checked[Law]],
    ) -> None:
        known_spheres = _ids(spheres)
        reads: tuple[tuple[str, set[str], Callable[[Passport], tuple[str, ...]], str], ...] = (
            (
                "organizations",
                _ids(organizations),
                lambda p: p.organizations or (),
                "organizations.yml",
            ),
            ("laws", _ids(laws), lambda p: p.laws or (), "laws.yml"),
            ("related", _ids(passports), lambda p: p.related, "services/"),
        )
        for raw, _, passport in passports:
            if passport.sphere not in known_spheres:
                message = f"unknown sphere '{passport.sphere}'"
                self.problem(raw, (), message, "move the file to a folder named in spheres.yml")
            for field, known, read, home in reads:
                for number, reference in enumerate(read(passport)):
                    if reference not in known:
                        message = f"unknown id '{reference}'"
                        self.problem(raw, (field, number), message, f"choose one of content/{home}")

    def guidance_services(
        self, guidance: list[Checked[Guidance]], passports: list[Checked[Passport]]
    ) -> None:
        known = _ids(passports)
        for raw, _, section in guidance:
            if section.id not in GUIDANCE_ORDER:
                message = f"unknown section '{section.id}'"
                self.problem(raw, ("id",), message, f"write one of {', '.join(GUIDANCE_ORDER)}")
            for number, reference in enumerate(section.services):
                if reference not in known:
                    message = f"unknown service '{reference}'"
                    self.problem(raw, ("services", number), message, "write a passport's id")
            for number, statement in enumerate(section.statements):
                if statement.source is None:
                    self._no_source(raw, ("statements", number))

    def guides(
        self, guides: tuple[Checked[Any], ...], services: set[str], entries: set[str]
    ) -> None:
        """Every service and phone that a guide names exists; every fact has a source."""
        for raw, start, guide in guides:
            for location, name, reference in _named(guide, start):
                known = services if name == "services" else entries
                if reference not in known:
                    home = "a passport's id" if name == "services" else "an id of directory.yml"
                    self.problem(raw, location, f"unknown id '{reference}'", f"write {home}")
            for location in unsourced(guide, start):
                self._no_source(raw, location)

    def wanted(self, raw: Raw | None, passports: list[Checked[Passport]]) -> tuple[str, ...]:
        known = _ids(passports)
        wanted = raw.data if raw and isinstance(raw.data, list) else []
        for number, reference in enumerate(wanted):
            if raw and reference not in known:
                message = f"unknown service '{reference}'"
                self.problem(raw, (number,), message, "write a passport's id")
        return tuple(wanted)

    def sources(self, passports: list[Checked[Passport]]) -> None:
        for raw, _, passport in passports:
            if not passport.source:
                for location in unsourced(passport):
                    self._no_source(raw, location)

    def _no_source(self, raw: Raw, location: Location) -> None:
        remedy = "add `source` and `as_of` here or at the passport's end, or leave the fact out"
        self.problem(raw, location, "a fact without source", remedy)


def unsourced(model: BaseModel, at: Location = ()) -> Iterator[Location]:
    """Places of facts that have no source and are inside no fact that has one."""
    for name in type(model).model_fields:
        for location, item in _items(getattr(model, name), (*at, name)):
            if isinstance(item, Fact) and not item.source:
                if _says_something(item):
                    yield location
                yield from unsourced(item, location)
            elif isinstance(item, AudienceGroup):
                yield from unsourced(item, location)


def _says_something(fact: Fact) -> bool:
    """Whether a fact has words of its own, not only those of its parts."""
    return not isinstance(fact, Refusal) and not (isinstance(fact, Stage) and fact.note is None)


def _named(model: BaseModel, at: Location) -> Iterator[tuple[Location, str, str]]:
    """Place, field and id of every service and phone that a guide names."""
    for name in type(model).model_fields:
        for location, item in _items(getattr(model, name), (*at, name)):
            if name in ("services", "phones") and isinstance(item, str):
                yield location, name, item
            elif isinstance(item, BaseModel):
                yield from _named(item, location)


def _items(value: object, at: Location) -> Iterator[tuple[Location, object]]:
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield (*at, number), item
    else:
        yield at, value


def _ids(items: list[Checked[Any]]) -> set[str]:
    return {model.id for _, _, model in items}


def _message(text: str) -> str:
    return text.removeprefix("Value error, ")
