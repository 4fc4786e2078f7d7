"""A list and the register → a plan that the checks agree with, and the files it would write."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.canonical import canonical
from generator.errors import Location, Problem
from generator.imports.known import known
from generator.imports.match import Services
from generator.imports.offers import offers
from generator.imports.plan import Origin, Plan, Planned, Summarise, without
from generator.imports.planner import plan
from generator.imports.record import read_record, written
from generator.load import Raw, RawContent
from generator.model import Passport
from generator.tables.columns import Map, headed
from generator.tables.read import read
from generator.tables.table import refuse
from generator.vocabulary import read_vocabulary, resolve

RECORD = "imported"
"""File of the content that keeps what imports have written."""
_NEEDED = (
    "vocabulary", "spheres", "organizations", "laws", "amounts", "glossary", "offices", "cyrillic",
)  # fmt: skip
"""Lists without which a passport cannot be checked."""
Check = Callable[[RawContent], tuple[Problem, ...]]


@dataclass(frozen=True)
class Prepared:
    """A plan, and what it would write: path below the content → text."""

    plan: Plan
    files: Mapping[Path, str]


@dataclass(frozen=True)
class _Drafted(Raw):
    """A passport that is not written yet; its problems are those of a row."""

    row: int = 0

    def line(self, location: Location) -> int:  # noqa: ARG002  # a row is one line
        """The row of the list."""
        return self.row


def prepare(
    path: Path, content: RawContent, given: Map, origin: Origin, summarise: Summarise, check: Check
) -> Prepared:
    """Read the list at `path` and plan its import; nothing is written.

    Raises TableError for a file that cannot be read, or in which no headings are known.
    """
    sheets = headed(read(path), given)
    if not sheets:
        raise refuse(path, "table-headings")
    register = {raw.path.stem: raw for raw in content.services if isinstance(raw.data, dict)}
    passports = {identifier: raw.data for identifier, raw in register.items()}
    spheres = {identifier: raw.path.parent.name for identifier, raw in register.items()}
    stored = content.lists.get(RECORD)
    record = read_record(stored.data if stored else None)
    services = Services(passports, record, _moved(content))
    found = offers(path, sheets, known(content, given))
    made = plan(found, services, spheres, record, origin, summarise)
    made = replace(made, unread=tuple(dict.fromkeys(h for one in sheets for h in one.unread)))
    made = without(made, _refused(made, content, check), record)
    return Prepared(made, _files(made, content))


def _refused(made: Plan, content: RawContent, check: Check) -> dict[str, list[Problem]]:
    """Passports that would be wrong (id → why), in the words of the ordinary checks."""
    drafts = {
        _path(planned): _Drafted(_path(planned), _alone(planned.data), row=planned.offer.row)
        for planned in made.planned
    }
    if not drafts:
        return {}
    lists = {name: raw for name, raw in content.lists.items() if name in _NEEDED}
    problems = check(RawContent(tuple(drafts.values()), (), lists, ()))
    rows = {_path(planned): planned for planned in made.planned}
    refused: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.file in rows and problem.severity == "error":
            planned = rows[problem.file]
            named = replace(problem, file=planned.offer.file)
            refused.setdefault(planned.id, []).append(named)
    return refused


def _alone(data: Mapping[str, Any]) -> dict[str, Any]:
    """A passport without what it says of others, which are not at hand."""
    return {name: value for name, value in data.items() if name != "related"}


def _path(planned: Planned) -> Path:
    return Path("services") / planned.sphere / f"{planned.id}.yml"


def _files(made: Plan, content: RawContent) -> dict[Path, str]:
    vocabulary = read_vocabulary(content.lists.get("vocabulary"))
    files = {
        _path(planned): canonical(
            Passport.model_validate({**resolve(planned.data, vocabulary), "sphere": planned.sphere})
        )
        for planned in made.planned
    }
    if made.record:
        files[Path(f"{RECORD}.yml")] = written(made.record)
    return files


def _moved(content: RawContent) -> dict[str, str]:
    raw = content.lists.get("moved")
    entries = raw.data if raw and isinstance(raw.data, list) else []
    return {entry["id"]: entry["to"] for entry in entries if isinstance(entry, dict)}
