"""Lines of a script: what is said, of which element, and the silence behind it.  Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.sentences import Sentence
from generator.views.facts import Facts, Item

SENTENCE, ITEM, HEADING, SECTION = 200, 350, 400, 700
"""Silence after a sentence, a list item, a heading and a section, in milliseconds."""


@dataclass(frozen=True)
class Line:
    """One sentence: id of its element on the page, its text, silence after it in milliseconds."""

    element: str
    text: str
    pause: int


def heading(key: str, text: str) -> Line:
    """The heading of the section `key`."""
    return Line(f"{key}-heading", text, HEADING)


def section(first: Line, lines: Iterable[Line]) -> tuple[Line, ...]:
    """A heading and its lines, then the silence that ends a section."""
    return last((first, *lines))


def said(parts: Iterable[Sentence], pause: int = ITEM) -> tuple[Line, ...]:
    """Sentences that belong together, then `pause`."""
    return last((Line(part.id, part.text, SENTENCE) for part in parts), pause)


def last(lines: Iterable[Line], pause: int = SECTION) -> tuple[Line, ...]:
    """The same lines, the last one followed by `pause`."""
    given = tuple(lines)
    return (*given[:-1], replace(given[-1], pause=pause)) if given else ()


def items(facts: Facts) -> tuple[Line, ...]:
    """Every item of a group of facts."""
    return tuple(line for each in facts.items for line in item(each))


def item(of: Item) -> tuple[Line, ...]:
    """The sentences of one item, then its words of care."""
    care = (line for warning in of.warnings for line in said(warning))
    return (*said(of.sentences), *care)


def facts(key: str, text: str, group: Facts | None) -> tuple[Line, ...]:
    """A section of facts under its heading; nothing where there are none."""
    return section(heading(key, text), items(group)) if group else ()
