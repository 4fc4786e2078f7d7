"""A passport's page as a screen reader says it, line by line. Pure."""

from collections.abc import Iterator

from generator.views.facts import Facts
from generator.views.page import Page
from generator.views.passport_body import PassportBody

_SECTIONS = (
    "description", "steps", "documents", "cost", "term", "audience", "online", "result",
    "benefits", "refusal", "refusal_then", "reapply", "notes",
)  # fmt: skip


def transcript(page: Page) -> tuple[str, ...]:
    """What is read aloud, in the order of the page: headings as `#`, list items as `-`."""
    return tuple(_lines(page))


def _lines(page: Page) -> Iterator[str]:
    body = page.body
    if not isinstance(body, PassportBody):
        raise TypeError(f"{page.url} is not the page of a passport")
    words = page.site.words
    yield f"# {page.title}"
    yield page.summary
    if body.notice:
        yield body.notice
    for cell in body.glance:
        note = f", {cell.note}" if cell.note else ""
        yield f"- {words(cell.key)}: {cell.value}{note}"
    for key in _SECTIONS:
        facts: Facts | None = getattr(body, key)
        if facts is not None and (said := list(_facts(facts))):
            yield f"## {words(key)}"
            yield from said
    yield f"## {words('organizations')}"
    for desk in body.desks:
        yield "- " + ", ".join([*(b.name for b in desk.bodies), *(p.shown for p in desk.phones)])
    if body.laws:
        yield f"## {words('laws_item')}"
        yield from (f"- {law.citation}: {law.title}" for law in body.laws)


def _facts(facts: Facts) -> Iterator[str]:
    for item in facts.items:
        said = " ".join(part for part in (item.text, *item.also, *item.cautions) if part)
        label = f"{item.label.rstrip(':')}: " if item.label else ""
        if said:
            yield f"- {label}{said}"
