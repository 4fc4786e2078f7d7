"""What one file says of another: every id that is named exists, every fact has a source.

Ids are read from the raw files, so that one broken entry is one problem and not a hundred.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from generator.errors import Finding, Location
from generator.load import RawContent
from generator.model import AudienceGroup, Fact, Guidance, Moved, Passport, Refusal, Stage, Wanted


@dataclass(frozen=True)
class Known:
    """The ids that exist; None where the list itself could not be read."""

    spheres: frozenset[str] | None
    organizations: frozenset[str] | None
    laws: frozenset[str] | None
    directory: frozenset[str] | None
    services: frozenset[str]
    groups: Mapping[str, frozenset[str]]
    """Sphere → its groups."""


def known_ids(content: RawContent) -> Known:
    """Ids as the files give them, also of entries that have problems of their own."""

    def listed(name: str) -> frozenset[str] | None:
        raw = content.lists.get(name)
        if raw is None or not isinstance(raw.data, list):
            return None
        return frozenset(str(entry.get("id")) for entry in raw.data if isinstance(entry, dict))

    unreadable = (problem.file.stem for problem in content.problems)
    services = frozenset((*(raw.path.stem for raw in content.services), *unreadable))
    spheres = content.lists.get("spheres")
    groups = {
        str(sphere.get("id")): frozenset(str(g.get("id")) for g in sphere.get("groups") or ())
        for sphere in (spheres.data if spheres and isinstance(spheres.data, list) else ())
        if isinstance(sphere, dict)
    }
    return Known(
        listed("spheres"), listed("organizations"), listed("laws"), listed("directory"),
        services, groups,
    )  # fmt: skip


def of_passport(passport: Passport, known: Known) -> Iterator[Finding]:
    """A passport's sphere, organizations, laws and related services; its sources."""
    if known.spheres is not None and passport.sphere not in known.spheres:
        yield Finding((), "sphere-unknown", {"name": passport.sphere})
    if passport.group is not None and passport.group not in known.groups.get(passport.sphere, ()):
        values = {"name": passport.group, "sphere": passport.sphere}
        yield Finding(("group",), "group-unknown", values)
    organizations, laws = passport.organizations or (), passport.laws or ()
    yield from _missing(organizations, known.organizations, ("organizations",), "organizations.yml")
    yield from _missing(laws, known.laws, ("laws",), "laws.yml")
    yield from _missing(passport.related, known.services, ("related",), "services/")
    if not passport.source:
        yield from (Finding(location, "fact-unsourced") for location in unsourced(passport))


def of_guidance(section: Guidance, known: Known) -> Iterator[Finding]:
    """Services that a section of guidance names; the sources of its statements."""
    yield from _missing(section.services, known.services, ("services",), "services/")
    yield from (Finding(location, "fact-unsourced") for location in unsourced(section))


def of_guide(guide: BaseModel, known: Known, at: Location = ()) -> Iterator[Finding]:
    """Services and phones that a guide names; the sources of its facts."""
    for name, location, ids in _named(guide, at):
        if name == "services":
            yield from _missing(ids, known.services, location, "services/")
        else:
            yield from _missing(ids, known.directory, location, "directory.yml")
    yield from (Finding(location, "fact-unsourced") for location in unsourced(guide, at))


def of_wanted(wanted: Wanted, known: Known, at: Location) -> Iterator[Finding]:
    """The service that an entry of the most wanted names."""
    yield from _missing((wanted.id,), known.services, at, "services/")


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


def facts(model: BaseModel) -> Iterator[Fact]:
    """Every fact inside a model that has words or numbers of its own."""
    for name in type(model).model_fields:
        for _, item in _items(getattr(model, name), ()):
            if isinstance(item, Fact):
                if _says_something(item):
                    yield item
                yield from facts(item)


def _says_something(fact: Fact) -> bool:
    """Whether a fact has words of its own, not only those of its parts."""
    return not isinstance(fact, Refusal) and not (isinstance(fact, Stage) and fact.note is None)


def _missing(
    ids: Iterable[str], known: frozenset[str] | None, at: Location, home: str
) -> Iterator[Finding]:
    for number, identifier in enumerate(ids):
        if known is not None and identifier not in known:
            yield Finding((*at, number), "id-unknown", {"name": identifier, "home": home})


def _named(model: BaseModel, at: Location) -> Iterator[tuple[str, Location, tuple[str, ...]]]:
    """Field, place and ids of every list of services or phones in a guide."""
    for name in type(model).model_fields:
        value: Any = getattr(model, name)
        if name in ("services", "phones"):
            yield name, (*at, name), value
            continue
        for location, item in _items(value, (*at, name)):
            if isinstance(item, BaseModel):
                yield from _named(item, location)


def _items(value: object, at: Location) -> Iterator[tuple[Location, object]]:
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield (*at, number), item
    else:
        yield at, value


def of_moved(moved: Moved, known: Known, start: Location) -> Iterator[Finding]:
    """A renamed service: its new id is a service, its old one is not."""
    if moved.to not in known.services:
        yield Finding((*start, "to"), "id-unknown", {"name": moved.to, "home": "services/"})
    if moved.id in known.services:
        yield Finding((*start, "id"), "moved-there", {"name": moved.id})
