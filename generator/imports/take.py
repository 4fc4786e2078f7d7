"""One row of a list → what becomes of its service; what editors wrote is never touched."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.errors import Problem
from generator.imports.match import Services, identity
from generator.imports.offers import Offer
from generator.imports.plan import Change, Origin, Planned, Summarise
from generator.imports.record import Seen, digest
from generator.model import LANGUAGES
from generator.tables.columns import key

_STAMPED = ("cost", "term", "audience", "online", "description", "result", "reapply")
"""Fields that carry a source and a date of their own."""
_LISTS_OF_FACTS = ("documents", "steps", "benefits")
_LOCALIZED = ("name", "summary", "description", "result", "reapply")
_UNSAID = (None, "", "unknown")


@dataclass
class Draft:
    """What the rows gave so far."""

    planned: list[Planned] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    names: list[Change] = field(default_factory=list)
    differing: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    seen: dict[str, Seen] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    spheres: set[str] = field(default_factory=set)


class Taker:
    """Takes one row into the draft."""

    def __init__(
        self,
        offer: Offer,
        draft: Draft,
        services: Services,
        spheres: Mapping[str, str],
        origin: Origin,
        summarise: Summarise,
    ) -> None:
        self.offer, self.draft, self.services = offer, draft, services
        self.spheres, self.summarise, self.list = spheres, summarise, origin.source
        self.origin = replace(
            origin, source=offer.source or origin.source, as_of=offer.as_of or origin.as_of
        )

    def take(self) -> None:
        """Add to the draft what the row brings, or what is wrong with it."""
        offer, draft = self.offer, self.draft
        found = self.services.find(offer)
        if found:
            draft.met.add(found)
        if offer.sphere:
            draft.spheres.add(offer.sphere)
        problems = [*offer.problems, *self._more_problems(found)]
        draft.problems.extend(problems)
        if any(problem.severity == "error" for problem in problems):
            return
        if found and found in self.services.passports:
            self._renew(found)
        elif found not in draft.seen:
            self._add(found)

    def _more_problems(self, found: str | None) -> Iterator[Problem]:
        """What only the register can tell."""
        offer = self.offer
        others = self.services.named(offer) - {found}
        if found and others:
            yield offer.problem("name", "row-two-services", name=found, other=", ".join(others))
        elif found in self.services.passports:
            return
        elif found in self.draft.seen:
            yield offer.problem("id", "row-removed", name=str(found))
        elif not any(problem.severity == "error" for problem in offer.problems):
            missing = [code for code in LANGUAGES if code not in offer.names]
            if missing:
                languages = " ".join(f"={code}" for code in missing)
                yield offer.problem("name", "row-name-missing", languages=languages)
            elif not offer.sphere:
                yield offer.problem("sphere", "row-sphere-missing")
            elif other := self.services.near(offer):
                yield offer.problem("name", "row-near", name=offer.names["uz"], other=other)

    def _add(self, identifier: str | None) -> None:
        """A new passport of all that the row says."""
        offer, draft = self.offer, self.draft
        taken = (planned.id for planned in draft.planned)
        identifier = identifier or self.services.new_id(offer, taken)
        data: dict[str, Any] = {"id": identifier}
        for name, value in offer.values.items():
            if name not in _LOCALIZED or self._whole(name, value):
                data[name] = dict(value) if isinstance(value, dict) else value
        data["name"]["official"] = list(LANGUAGES)
        data["reviewed"], data["review_by"] = self.origin.reviewed, self.origin.review_by
        data["source"], data["as_of"] = self.origin.source, self.origin.as_of
        data.setdefault("status", "offered")
        if "summary" not in data:
            data["summary"] = self.summarise(data, offer.sphere)
        own = (*offer.values, "summary", "status")
        written = {name: digest(data[name]) for name in own if name in data}
        draft.planned.append(Planned(identifier, offer.sphere, data, offer, new=True))
        draft.seen[identifier] = Seen(self.list, identity(offer), written)

    def _renew(self, identifier: str) -> None:
        """Fields of a passport that are empty, or still as an import wrote them."""
        offer, draft = self.offer, self.draft
        old = self.services.passports[identifier]
        seen = draft.seen.get(identifier, Seen("", ""))
        data, written = dict(old), dict(seen.fields)
        for name, value in offer.values.items():
            after = self._after(name, old.get(name), value)
            if after is None:
                continue
            change = Change(identifier, name, old.get(name), after, offer.row)
            if self._may_write(name, old, seen):
                data[name] = self._stamped(name, after, old)
                written[name] = digest(data[name])
                draft.changed.append(change)
            else:
                (draft.names if name == "name" else draft.differing).append(change)
        self._renew_summary(data, old, seen, written)
        self._sphere(identifier)
        if data != old:
            sphere = self.spheres[identifier]
            draft.planned.append(Planned(identifier, sphere, data, offer, new=False))
        draft.seen[identifier] = Seen(self.list, identity(offer), written)

    def _may_write(self, name: str, old: Mapping[str, Any], seen: Seen) -> bool:
        """A field that nobody filled, or that no editor changed after an import."""
        if name in old:
            return seen.fields.get(name) == digest(old[name])
        return name not in seen.fields  # an editor took it away

    def _after(self, name: str, before: Any, value: Any) -> Any:
        """The field as the list would have it; None where it says nothing new."""
        if isinstance(value, dict):
            old = before if isinstance(before, dict) else {}
            new = {inner: said for inner, said in value.items() if not _same(old.get(inner), said)}
            if not new:
                return None
            gone = _replaced(name, new)
            kept = {inner: text for inner, text in old.items() if inner not in gone}
            merged = {**kept, **(value if gone else new)}
            if name in _LOCALIZED and not self._whole(name, merged):
                return None
            return merged
        return None if _same(before, value) else value

    def _whole(self, name: str, value: Mapping[str, Any]) -> bool:
        """Whether a text stands in all its languages; else it cannot go in, which is said."""
        missing = [code for code in LANGUAGES if not value.get(code)]
        if missing:
            languages = " ".join(f"={code}" for code in missing)
            self.draft.problems.append(
                self.offer.problem(name, "row-text-partial", languages=languages)
            )
        return not missing

    def _stamped(self, name: str, value: Any, old: Mapping[str, Any]) -> Any:
        """A fact with its source, where the passport's own does not speak for it."""
        stamp = {"source": self.origin.source, "as_of": self.origin.as_of}
        if {key: old.get(key) for key in stamp} == stamp:
            return value
        if name in _STAMPED:
            return {**value, **stamp}
        if name in _LISTS_OF_FACTS:
            return [{**entry, **stamp} for entry in value]
        return value

    def _renew_summary(
        self, data: dict[str, Any], old: Mapping[str, Any], seen: Seen, written: dict[str, str]
    ) -> None:
        """A summary that an import made of the facts follows them."""
        untouched = seen.fields.get("summary") == digest(old.get("summary"))
        if "summary" in self.offer.values or not untouched or data == old:
            return
        sphere = self.spheres[str(old["id"])]
        if old["summary"] == self.summarise(old, sphere):
            data["summary"] = self.summarise(data, sphere)
            written["summary"] = digest(data["summary"])

    def _sphere(self, identifier: str) -> None:
        has, said = self.spheres[identifier], self.offer.sphere
        if said and said != has:
            self.draft.differing.append(Change(identifier, "sphere", has, said, self.offer.row))


def _same(before: Any, said: Any) -> bool:
    """Whether two values mean the same: texts without regard to case, marks and script."""
    if isinstance(before, str) and isinstance(said, str):
        if before.replace(".", "", 1).isdigit() and said.replace(".", "", 1).isdigit():
            return float(before) == float(said)
        return before == said or (bool(key(said)) and key(before) == key(said))
    if isinstance(before, list) and isinstance(said, list):
        if said and isinstance(said[0], dict):
            return len(before) == len(said) and all(
                isinstance(b, dict) and all(_same(b.get(k), v) for k, v in s.items())
                for b, s in zip(before, said, strict=True)
            )
        return set(before) == set(said)
    return before == said or (before in _UNSAID and said in _UNSAID)


def _replaced(name: str, new: Mapping[str, Any]) -> frozenset[str]:
    """What goes when a price or a term comes in its place."""
    if name == "cost" and new.keys() & {"free", "soum", "brv"}:
        return frozenset({"free", "soum", "brv", "lowest"})
    return frozenset({"number", "unit"}) if name == "term" else frozenset()
