"""Pages → what is said of them: lines in listening order, each with the element it comes from.

Pure.  Made from the views that the templates show, so that sound and page never differ.  Left
out are what only an eye needs: sources, laws, web addresses, links to other pages.
"""

from collections.abc import Iterator

from audio.lines import HEADING, ITEM, SECTION, Line, heading, said, section
from audio.script_guides import audience, life_event
from audio.script_passport import passport, steps
from generator.sentences import sentences
from generator.views.guidance import DatedStatement, GuidanceBody
from generator.views.guides import AudienceBody, LessonBody, LifeEventBody
from generator.views.page import Page
from generator.views.passport_body import PassportBody
from generator.words import Words


def script(page: Page) -> tuple[Line, ...]:
    """What is said of a passport, a section of guidance or a guide; nothing of any other page."""
    lines = tuple(_body(page.body, page.site.words))
    opening = Line("name", page.title, HEADING)
    return (*section(opening, said(sentences("summary", page.summary))), *lines) if lines else ()


def _body(body: object, say: Words) -> Iterator[Line]:
    match body:
        case PassportBody():
            yield from passport(body, say)
        case GuidanceBody():
            yield from _guidance(body, say)
        case LessonBody():
            yield from steps(body.steps, say("lesson_steps"), say)
        case LifeEventBody():
            yield from life_event(body, say)
        case AudienceBody():
            yield from audience(body, say)


def _guidance(body: GuidanceBody, say: Words) -> Iterator[Line]:
    yield from said(sentences("notice", say("covid_notice")), SECTION)
    told: set[str] = set()
    for group in body.groups:
        lines = [line for each in group.statements for line in _statement(each, told)]
        yield from section(heading(group.kind, group.title), lines)


def _statement(statement: DatedStatement, told: set[str]) -> Iterator[Line]:
    """A statement, when it held, and the words of care that were not `told` before."""
    item = statement.item
    yield from said(item.sentences)
    for text, warning in zip(item.cautions, item.warnings, strict=True):
        if text not in told:
            yield from said(warning)
    told.update(item.cautions)
    if statement.dated:
        yield Line(f"{item.id}-held", statement.validity, ITEM)
