"""What of the register can be found: services, guidance, pages and glossary terms. Pure."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from generator.model import LANGUAGES, Explained, Localized, Passport, Register

_WANTED, _WITHDRAWN, _GUIDANCE, _PAGE, _GLOSSARY = 0, 400, 500, 600, 700
"""Order of ties, lowest first; services stand between by how often people ask for them."""
_DOUBLING = 12  # what twice as many applications are worth; more than a word of a name
_MOST = 2**24  # applications; more than any service has
_USUAL = 20000  # applications of a service whose number is not known
_PRIORS = {_GUIDANCE: 0.8, _PAGE: 0.6, _GLOSSARY: 0.45, _WITHDRAWN: 0.7}
_MOST_WANTED = 0.25  # by how much the most wanted service is likelier to be meant than the least


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

    @property
    def key(self) -> str:
        """One name for the entry among all kinds."""
        return f"{self.kind}-{self.id}"

    @property
    def prior(self) -> float:
        """How likely people mean it, whatever they ask."""
        if self.kind == "service" and self.order < _WITHDRAWN:
            return round(1 + _MOST_WANTED * (1 - self.order / _WITHDRAWN), 3)
        return _PRIORS[self.order]


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
    applications = register.usage[0].applications if register.usage else {}
    for passport in register.passports:
        bodies = tuple(organizations[i] for i in passport.organizations or ())
        yield Entry(
            "service",
            passport.id,
            f"services/{passport.id}/",
            passport.name,
            passport.summary,
            _WANTED if passport.id in register.wanted else _order(passport, applications),
            passport.keywords.model_dump(),
            (*_texts(passport), *bodies),
            _filters(passport),
            passport,
        )


def _order(passport: Passport, applications: Mapping[int, int]) -> int:
    if passport.status == "withdrawn":
        return _WITHDRAWN
    asked = applications.get(passport.portal_id or 0, _USUAL)
    return round(_DOUBLING * math.log2(_MOST / max(1, asked)))


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
