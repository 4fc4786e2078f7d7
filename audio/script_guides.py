"""What is said of the guides: life events stage by stage, and what an audience can get."""

from collections.abc import Iterable, Iterator

from audio.lines import ITEM, SENTENCE, Line, heading, items, said, section
from generator.sentences import sentences
from generator.views.guides import AudienceBody, LifeEventBody, StageView, Task
from generator.views.reference import Entry
from generator.words import Words


def life_event(body: LifeEventBody, say: Words) -> Iterator[Line]:
    """The stages, each with its services and the papers that they ask for."""
    for number, stage in enumerate(body.stages, start=1):
        key = f"stage-{number}"
        yield from section(heading(key, stage.title), _stage(key, stage, say))
    yield from _hotlines(body.hotlines, say)


def audience(body: AudienceBody, say: Words) -> Iterator[Line]:
    """The matters of an audience, each with its services."""
    for number, group in enumerate(body.groups, start=1):
        key = f"g{number}"
        services = (
            Line(f"{key}-s{place}", card.link.text, ITEM)
            for place, card in enumerate(group.services, start=1)
        )
        yield from section(heading(key, group.title), (*items(group.facts), *services))
    yield from _hotlines(body.hotlines, say)


def _stage(key: str, stage: StageView, say: Words) -> Iterator[Line]:
    yield from said(sentences(key, stage.note))
    if stage.at_once:
        yield Line(f"{key}-once", say("at_once"), ITEM)
    for place, task in enumerate(stage.tasks, start=1):
        yield from _task(f"{key}-s{place}", task, say)


def _task(key: str, task: Task, say: Words) -> Iterator[Line]:
    yield Line(key, task.service.link.text, SENTENCE)
    for number, text in enumerate(task.documents or (), start=1):
        yield from said(sentences(f"{key}-d{number}", text))
    if not task.documents:
        word = "unpublished_documents" if task.documents is None else "documents_none"
        yield from said(sentences(f"{key}-d1", say(word)))


def _hotlines(entries: Iterable[Entry], say: Words) -> tuple[Line, ...]:
    lines = tuple(
        Line(f"phones-{number}", f"{entry.name}: {', '.join(p.shown for p in entry.phones)}", ITEM)
        for number, entry in enumerate(entries, start=1)
    )
    return section(heading("phones", say("help_by_phone")), lines) if lines else ()
