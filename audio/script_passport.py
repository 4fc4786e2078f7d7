"""What is said of a passport: what it is, at a glance, what to do, whom to call, what if not."""

from collections.abc import Iterable, Iterator

from audio.lines import (
    HEADING,
    ITEM,
    SECTION,
    SENTENCE,
    Line,
    facts,
    heading,
    item,
    items,
    last,
    said,
    section,
)
from generator.sentences import sentences
from generator.views.facts import Facts
from generator.views.glance import Glance
from generator.views.passport_body import HOTLINE, Desk, PassportBody
from generator.words import Words

_PHONES = 2
"""Numbers of one body that are said: a listener keeps no more in mind, the page has them all."""


def passport(body: PassportBody, say: Words) -> Iterator[Line]:
    """The lines of a passport in listening order."""
    yield from said(sentences("notice", body.notice), SECTION)
    yield from last(_cell(cell, say) for cell in body.glance)
    yield from facts("description", say("description"), body.description)
    yield from steps(body.steps, say("steps"), say)
    yield from _documents(body.documents, say)
    for key in ("cost", "term", "audience", "online"):
        group: Facts | None = getattr(body, key)
        if group and items(group):
            yield from section(Line(key, say(key), HEADING), items(group))
    yield from facts("result", say("result"), body.result)
    yield from section(heading("contacts", say("organizations")), _contacts(body.desks, say))
    if body.benefits is not None:
        none = said(sentences("benefits-1", say("benefits_none")))
        yield from section(heading("benefits", say("benefits")), items(body.benefits) or none)
    unknown = said(sentences("refusal-1", say("refusal_unknown")))
    lines = items(body.refusal) if body.refusal else ()
    yield from section(heading("refusal", say("refusal")), lines or unknown)
    yield from facts("then", say("refusal_then"), body.refusal_then)
    yield from facts("reapply", say("reapply"), body.reapply)
    if body.notes:
        yield from section(heading("notes", say("notes")), _notes(body.notes))


def steps(group: Facts | None, title: str, say: Words) -> tuple[Line, ...]:
    """Numbered steps under their title, each with the place where it is done."""
    first = heading("steps", title)
    if not group:
        return section(first, said(sentences("steps-1", say("unpublished_steps"))))
    numbered: list[Line] = []
    for number, step in enumerate(group.items, start=1):
        place = f": {step.label}" if step.label else ""
        numbered.append(Line(step.id, say("step_number", number=number) + place, SENTENCE))
        numbered += item(step)
    return section(first, numbered)


def _documents(group: Facts | None, say: Words) -> tuple[Line, ...]:
    first = heading("documents", say("documents"))
    if group and group.items:
        return section(first, items(group))
    text = say("unpublished_documents" if group is None else "documents_none")
    return section(first, said(sentences("documents-1", text)))


def _contacts(desks: Iterable[Desk], say: Words) -> tuple[Line, ...]:
    """Whom to call: only bodies with a phone; where no one is named, the portal's help line."""
    lines = []
    for number, desk in enumerate(desks, start=1):
        if desk.phones:
            names = ", ".join(body.name for body in desk.bodies)
            phones = ", ".join(phone.shown for phone in desk.phones[:_PHONES])
            lines.append(Line(f"contacts-{number}", f"{names}: {phones}", ITEM))
    ask = Line("contacts-ask", f"{say('unpublished_ask')} {HOTLINE}", ITEM)
    return tuple(lines) or (ask,)


def _notes(group: Facts) -> tuple[Line, ...]:
    lines: list[Line] = []
    for note in group.items:
        lines += (Line(note.id, note.label, SENTENCE), *item(note))
    return tuple(lines)


def _cell(cell: Glance, say: Words) -> Line:
    note = f", {cell.note}" if cell.note and not cell.more else ""
    return Line(f"glance-{cell.key}", f"{say(cell.key)}: {cell.value}{note}", ITEM)
