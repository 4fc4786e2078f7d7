"""Pages → what is said of them: lines in listening order, each with the element it comes from.

Pure.  Made from the views that the templates show, so that sound and page never differ.  Left
out are what only an eye needs: sources, laws, web addresses, links to other pages.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.sentences import Sentence, sentences
from generator.views.facts import Facts, Item
from generator.views.guidance import DatedStatement, GuidanceBody
from generator.views.page import Page
from generator.views.passport import Desk, Glance, PassportBody
from generator.words import Words

_SENTENCE, _ITEM, _HEADING, _SECTION = 200, 350, 400, 700
"""Silence after a sentence, a list item, a heading and a section, in milliseconds."""

_HELP_LINE = "1148"


@dataclass(frozen=True)
class Line:
    """One sentence: id of its element on the page, its text, silence after it in milliseconds."""

    element: str
    text: str
    pause: int


def script(page: Page) -> tuple[Line, ...]:
    """What is said of a passport or a section of guidance; nothing of any other page."""
    body, say = page.body, page.site.words
    opening = _section(
        Line("name", page.title, _HEADING), _said(sentences("summary", page.summary))
    )
    if isinstance(body, PassportBody):
        return (*opening, *_passport(body, say))
    if isinstance(body, GuidanceBody):
        return (*opening, *_guidance(body, say))
    return ()


def _passport(body: PassportBody, say: Words) -> Iterator[Line]:
    yield from _said(sentences("notice", body.notice), _SECTION)
    yield from _last(_cell(cell, say) for cell in body.glance)
    yield from _facts("description", say("description"), body.description)
    yield from _steps(body.steps, say)
    yield from _documents(body.documents, say)
    for key in ("cost", "term", "audience", "online"):
        facts: Facts | None = getattr(body, key)
        if facts and _items(facts):
            yield from _section(Line(key, say(key), _HEADING), _items(facts))
    yield from _facts("result", say("result"), body.result)
    yield from _section(_heading("contacts", say("organizations")), _contacts(body.desks, say))
    if body.benefits is not None:
        none = _said(sentences("benefits-1", say("benefits_none")))
        lines = _items(body.benefits) or none
        yield from _section(_heading("benefits", say("benefits")), lines)
    unknown = _said(sentences("refusal-1", say("refusal_unknown")))
    lines = _items(body.refusal) if body.refusal else ()
    yield from _section(_heading("refusal", say("refusal")), lines or unknown)
    yield from _facts("then", say("refusal_then"), body.refusal_then)
    yield from _facts("reapply", say("reapply"), body.reapply)
    if body.notes:
        yield from _section(_heading("notes", say("notes")), _notes(body.notes))


def _guidance(body: GuidanceBody, say: Words) -> Iterator[Line]:
    yield from _said(sentences("notice", say("covid_notice")), _SECTION)
    told: set[str] = set()
    for group in body.groups:
        lines = [line for each in group.statements for line in _statement(each, told)]
        yield from _section(_heading(group.kind, group.title), lines)


def _steps(steps: Facts | None, say: Words) -> tuple[Line, ...]:
    heading = _heading("steps", say("steps"))
    if not steps:
        lines = _said(sentences("steps-1", say("unpublished_steps")))
        return _section(heading, (*lines, _ask("steps", say)))
    said: list[Line] = []
    for number, step in enumerate(steps.items, start=1):
        place = f": {step.label}" if step.label else ""
        said.append(Line(step.id, say("step_number", number=number) + place, _SENTENCE))
        said += _item(step)
    return _section(heading, said)


def _documents(documents: Facts | None, say: Words) -> tuple[Line, ...]:
    heading = _heading("documents", say("documents"))
    if documents and documents.items:
        return _section(heading, _items(documents))
    text = say("unpublished_documents" if documents is None else "documents_none")
    return _section(heading, _said(sentences("documents-1", text)))


def _contacts(desks: Iterable[Desk], say: Words) -> tuple[Line, ...]:
    """Whom to call: only bodies with a phone; where no one is named, the portal's help line."""
    lines = []
    for number, desk in enumerate(desks, start=1):
        if desk.phones:
            names = ", ".join(body.name for body in desk.bodies)
            phones = ", ".join(phone.shown for phone in desk.phones)
            lines.append(Line(f"contacts-{number}", f"{names}: {phones}", _ITEM))
    return tuple(lines) or (_ask("contacts", say),)


def _ask(key: str, say: Words) -> Line:
    """The help line, for a section that has nothing to say."""
    return Line(f"{key}-ask", f"{say('unpublished_ask')} {_HELP_LINE}", _ITEM)


def _notes(notes: Facts) -> tuple[Line, ...]:
    lines: list[Line] = []
    for note in notes.items:
        lines += (Line(note.id, note.label, _SENTENCE), *_item(note))
    return tuple(lines)


def _cell(cell: Glance, say: Words) -> Line:
    note = f", {cell.note}" if cell.note and not cell.more else ""
    return Line(f"glance-{cell.key}", f"{say(cell.key)}: {cell.value}{note}", _ITEM)


def _statement(statement: DatedStatement, told: set[str]) -> Iterator[Line]:
    """A statement, when it held, and the words of care that were not `told` before."""
    item = statement.item
    yield from _said(item.sentences)
    for text, warning in zip(item.cautions, item.warnings, strict=True):
        if text not in told:
            yield from _said(warning)
    told.update(item.cautions)
    if statement.dated:
        yield Line(f"{item.id}-held", statement.validity, _ITEM)


def _facts(key: str, heading: str, facts: Facts | None) -> tuple[Line, ...]:
    return _section(_heading(key, heading), _items(facts)) if facts else ()


def _items(facts: Facts) -> tuple[Line, ...]:
    return tuple(line for item in facts.items for line in _item(item))


def _item(item: Item) -> tuple[Line, ...]:
    care = (line for warning in item.warnings for line in _said(warning))
    return (*_said(item.sentences), *care)


def _heading(key: str, text: str) -> Line:
    return Line(f"{key}-heading", text, _HEADING)


def _said(parts: Iterable[Sentence], pause: int = _ITEM) -> tuple[Line, ...]:
    """Sentences that belong together, then `pause`."""
    return _last((Line(part.id, part.text, _SENTENCE) for part in parts), pause)


def _section(heading: Line, lines: Iterable[Line]) -> tuple[Line, ...]:
    return _last((heading, *lines))


def _last(lines: Iterable[Line], pause: int = _SECTION) -> tuple[Line, ...]:
    """The same lines, the last one followed by `pause`."""
    given = tuple(lines)
    return (*given[:-1], replace(given[-1], pause=pause)) if given else ()
