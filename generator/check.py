"""Raw content → every problem at once: what the model refuses, and what the rules find."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.errors import Finding, Problem
from generator.load import Raw, RawContent
from generator.messages import severity
from generator.model import Register
from generator.rules import abbreviations, letters, links, numbers, passports, personal, sameness
from generator.rules.texts import scalars, texts
from generator.translations import outdated, read_store
from generator.validate import Examined, locate, validate

_NOT_READ = {"spelling", "cyrillic", "pronunciations", "synonyms", "translations", "offices",
             "usage", "imported"}  # fmt: skip
"""Lists of single words and numbers for machines: no texts that readers see."""


@dataclass(frozen=True)
class Checked:
    """The register, where the content gives one, and everything that was found."""

    register: Register | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What stops a merge and a build."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def check(
    content: RawContent,
    root: Path,
    prose: Mapping[Path, str] | None = None,
    today: date | None = None,
    known: dict[str, tuple[Finding, ...]] | None = None,
    *,
    errors_only: bool = False,
) -> Checked:
    """Everything that is wrong with the content, in the order of files and lines.

    `prose` are the Markdown pages by path. `today` is the day at which reviews may be due;
    without it nothing is overdue, so that a build does not hang on the clock. `known` has what
    was found in the texts of a file, by a digest of what it says, and is brought up to date.
    A build asks for errors only: rules that only warn, and to look up the lines of all warnings,
    take most of the time.
    """
    examined = validate(content, root)
    found = [*_in_files(content, {} if known is None else known), *_named_badly(examined)]
    if not errors_only:
        found += [*_hinted(examined, today), *_alike(content, examined), *_out_of_step(content)]
    problems = [
        *examined.problems,
        *(
            locate(finding, raw, root)
            for raw, finding in found
            if not errors_only or severity(finding.code) == "error"
        ),
        *_in_prose(prose or {}, examined, root),
    ]
    return Checked(examined.register, tuple(sorted(set(problems))))


def explained_in(content: RawContent) -> dict[str, frozenset[str]]:
    """Abbreviations that a text may use as they are, by language."""
    glossary = content.lists["glossary"].data if "glossary" in content.lists else None
    names = _words(content, "cyrillic", "keep", str) | _words(content, "offices", "names", str)
    return abbreviations.explained(glossary, names)


def _in_files(
    content: RawContent, known: dict[str, tuple[Finding, ...]]
) -> Iterator[tuple[Raw, Finding]]:
    """Text by text: letters, personal data, links, numbers, abbreviations."""
    offices = _words(content, "offices", "contacts", personal.bare)
    explained = explained_in(content)
    unencrypted = _words(content, "offices", "unencrypted", str)
    frame = repr(
        (
            sorted(offices),
            sorted(unencrypted),
            sorted((code, sorted(e)) for code, e in explained.items()),
        )
    )
    found: dict[str, tuple[Finding, ...]] = {}
    for raw in _files(content):
        key = hashlib.sha256(f"{frame}{raw.digest or raw.data!r}".encode()).hexdigest()
        found[key] = (
            known[key] if key in known else tuple(_in_file(raw, offices, unencrypted, explained))
        )
        yield from ((raw, finding) for finding in found[key])
    known.clear()
    known.update(found)


def _in_file(
    raw: Raw,
    offices: frozenset[str],
    unencrypted: frozenset[str],
    explained: dict[str, frozenset[str]],
) -> Iterator[Finding]:
    said: set[str] = set()
    for scalar in scalars(raw.data):
        yield from (*letters.of_scalar(scalar), *links.of_scalar(scalar, unencrypted))
    yield from _personal(raw, offices)
    for text in texts(raw.data):
        yield from numbers.of_text(text)
        for finding in abbreviations.of_text(text, explained):
            if finding.values["word"] not in said:
                said.add(finding.values["word"])
                yield finding


def _personal(raw: Raw, offices: frozenset[str]) -> Iterator[Finding]:
    """Personal data; what stands in the three languages of one text is found once."""
    said = set()
    for scalar in scalars(raw.data):
        for finding in personal.of_scalar(scalar, offices):
            text = scalar.location[:-1] if scalar.language else scalar.location
            if (text, finding.code, finding.values["value"]) not in said:
                said.add((text, finding.code, finding.values["value"]))
                yield finding


def _named_badly(examined: Examined) -> Iterator[tuple[Raw, Finding]]:
    """Names that no service may have: ill-formed, or another's."""
    for raw, passport in examined.passports:
        yield from ((raw, finding) for finding in passports.name(passport))
    for place, finding in sameness.same_names([passport for _, passport in examined.passports]):
        yield examined.passports[place][0], finding


def _hinted(examined: Examined, today: date | None) -> Iterator[tuple[Raw, Finding]]:
    numbers_known = {each.portal_id for _, each in examined.passports if each.portal_id}
    for raw, passport in examined.passports:
        for finding in (*passports.hints(passport), *passports.several(passport, numbers_known)):
            yield raw, finding
        for finding in passports.overdue(passport, today) if today else ():
            yield raw, finding


def _alike(content: RawContent, examined: Examined) -> Iterator[tuple[Raw, Finding]]:
    """Passport beside passport, list beside list: what is doubled or nearly so."""
    raws = [raw for raw, _ in examined.passports]
    read = [passport for _, passport in examined.passports]
    for place, finding in (*sameness.portal_ids(read), *sameness.near_names(read)):
        yield raws[place], finding
    for place, finding in sameness.copied((raw.path.stem, raw.data) for raw in content.services):
        yield content.services[place], finding
    register, directory = examined.register, content.lists.get("directory")
    if register and directory:
        for place, finding in sameness.bodies(register.organizations, register.directory):
            yield directory, Finding((place, *finding.location), finding.code, finding.values)


def _out_of_step(content: RawContent) -> Iterator[tuple[Raw, Finding]]:
    """Translations that are older than their Uzbek text."""
    stored = content.lists.get("translations")
    files = {raw.path.stem: raw for raw in (*content.services, *content.guidance)}
    entries = {identifier: raw.data for identifier, raw in files.items()}
    for work in outdated(entries, read_store(stored.data if stored else None)):
        values = {"id": work.id, "field": work.field, "lang": work.language}
        values["languages"] = f"={work.language}"
        place = (*work.location, work.language)
        yield files[work.id], Finding(place, "translation-outdated", values)


def _in_prose(prose: Mapping[Path, str], examined: Examined, root: Path) -> Iterator[Problem]:
    known = {f"services/{passport.id}" for _, passport in examined.passports}
    if examined.register:
        known |= {f"spheres/{sphere.id}" for sphere in examined.register.spheres}
    for path, markdown in prose.items():
        shown = path.relative_to(root) if path.is_relative_to(root) else path
        for line, link in links.of_prose(markdown, frozenset(known)):
            yield Problem(shown, line, "link", "link-dead", (("link", link),))


def _files(content: RawContent) -> Iterable[Raw]:
    lists = (raw for name, raw in content.lists.items() if name not in _NOT_READ)
    return (*content.services, *content.guidance, *lists)


def _words(content: RawContent, name: str, key: str, form: Callable[[str], str]) -> frozenset[str]:
    """A list of plain words in one of the files; empty where the file is missing or broken."""
    raw = content.lists.get(name)
    listed = raw.data.get(key) if raw and isinstance(raw.data, dict) else None
    values = listed if isinstance(listed, list) else []
    return frozenset(form(str(value)) for value in values)
