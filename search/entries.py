"""What of the register can be found: services, guidance, pages and glossary terms. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from generator.model import LANGUAGES, Explained, Localized, Passport, Register

# Order, apart by more than the words of a name, which are added.
_WANTED, _FULL, _PART, _THIN, _WITHDRAWN, _GUIDANCE, _PAGE, _GLOSSARY = range(0, 800, 100)
_FULL_ITEMS, _PART_ITEMS = 10, 4


@dataclass(frozen=True)
class Entry:
    """A thing that can be found, with its texts in all languages.

    `order` breaks ties: most wanted services first. `filters` are what facets count.
    """

    kind: str
    id: str
    path: str
    name: Localized
    summary: Localized
    order: int
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    texts: tuple[Localized, ...] = ()
    filters: Mapping[str, Any] = field(default_factory=dict)
    passport: Passport | None = None


Prose = Mapping[tuple[str, str], str]
"""(page, language) → Markdown that begins with `# Title`"""


def entries(register: Register, prose: Prose, guidance_title: Mapping[str, Any]) -> Iterator[Entry]:
    """Everything that can be found; the title of all guidance is a keyword of each section."""
    yield from _services(register)
    for section in register.guidance:
        yield Entry(
            "guidance", section.id, f"covid-19/{section.id}/", section.title, section.summary,
            _GUIDANCE, {language: (title,) for language, title in guidance_title.items()},
            section.statements,
        )  # fmt: skip
    for event in register.life_events:
        notes = tuple(text for stage in event.stages for text in (stage.title, stage.note) if text)
        yield _page(f"life/{event.id}/", event.id, event.name, event.summary, notes)
    for guide in register.audiences:
        told = tuple(text for group in guide.groups for text in (group.title, *group.statements))
        yield _page(f"for/{guide.id}/", guide.id, guide.name, guide.summary, told)
    for lesson in register.lessons:
        yield _page(f"learn/{lesson.id}/", lesson.id, lesson.title, lesson.summary, lesson.steps)
    for page in sorted({page for page, _ in prose}):
        yield _prose(page, prose)
    for term in register.glossary:
        yield Entry(
            "page", f"glossary-{term.id}", f"glossary/#{term.id}", term.term, term.definition,
            _GLOSSARY,
        )  # fmt: skip


def _page(
    path: str, identifier: str, name: Localized, summary: Localized, texts: tuple[Localized, ...]
) -> Entry:
    return Entry("page", identifier, path, name, summary, _PAGE, texts=texts)


def _services(register: Register) -> Iterator[Entry]:
    organizations = {body.id: body.name for body in register.organizations}
    for passport in register.passports:
        bodies = tuple(organizations[i] for i in passport.organizations or ())
        yield Entry(
            "service",
            passport.id,
            f"services/{passport.id}/",
            passport.name,
            passport.summary,
            _WANTED if passport.id in register.wanted else _standing(passport),
            passport.keywords.model_dump(),
            (*_texts(passport), *bodies),
            _filters(passport),
            passport,
        )


def _standing(passport: Passport) -> int:
    """Agencies publish most of what people ask most; so what is told of a service breaks ties."""
    if passport.status == "withdrawn":
        return _WITHDRAWN
    told = len(passport.published())
    return _FULL if told >= _FULL_ITEMS else _PART if told >= _PART_ITEMS else _THIN


def _prose(page: str, prose: Prose) -> Entry:
    titles: dict[str, str] = {}
    summaries: dict[str, str] = {}
    texts: dict[str, str] = {}
    for language in LANGUAGES:
        title, _, rest = prose[page, language].partition("\n")
        titles[language] = title.removeprefix("# ").strip()
        summaries[language] = rest.strip().split("\n\n")[0].strip()
        texts[language] = rest.strip().replace("<", " ")
    told = (Localized(**texts),)
    return _page(f"{page}/", page, Localized(**titles), Localized(**summaries), told)


def _texts(passport: Passport) -> Iterator[Localized]:
    """Every sentence of a passport outside its name, summary and keywords."""
    for name in type(passport).model_fields:
        if name not in ("name", "summary", "keywords"):
            yield from _sentences(getattr(passport, name))


def _sentences(value: object) -> Iterator[Localized]:
    if isinstance(value, Localized):
        yield value
    if isinstance(value, Explained) and value.text:
        yield value.text
    if isinstance(value, tuple):
        for item in value:
            yield from _sentences(item)
    elif isinstance(value, BaseModel):
        for name in ("also", "reasons", "then"):
            yield from _sentences(getattr(value, name, None))


def _filters(passport: Passport) -> dict[str, Any]:
    """What facets count; a fact that is not published has no value."""
    found: dict[str, Any] = {"sphere": passport.sphere}
    who = passport.audience.who if passport.audience else None
    if who:
        found["audience"] = ["individuals", "legal-entities"] if who == "both" else [who]
    if passport.online and passport.online.mode != "unknown":
        found["online"] = passport.online.mode
    if passport.online and passport.online.eds != "unknown":
        found["eds"] = passport.online.eds
    cost = passport.cost
    if cost and (cost.free is not None or cost.soum is not None or cost.brv is not None):
        found["free"] = bool(cost.free) or cost.soum == 0 or cost.brv == 0
    return found
