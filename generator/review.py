"""Every text of the register under the eyes of plain language and spelling: remarks, figures."""

import statistics
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from generator import plain
from generator.model import LANGUAGES, Localized, Register

Unknown = Callable[[str, str], tuple[str, ...]]
"""Text and language → its words that are in no dictionary."""

_UNREAD = {"laws", "spheres"}
"""Titles of laws are quoted; spheres are described by a list of things, not by sentences."""

_LABELS = {"name", "title", "term", "label", "unit", "period", "formerly", "address"}
"""Fields that hold a name: only their spelling is reviewed."""


@dataclass(frozen=True)
class Reviewed:
    """One text in one language: where it stands, its figures and what could be plainer."""

    place: str
    language: str
    figures: plain.Figures
    hints: tuple[plain.Hint, ...]


def review(
    register: Register, unknown: Unknown, explained: Mapping[str, Collection[str]]
) -> tuple[Reviewed, ...]:
    """Review every text, in the order of the register; `explained` abbreviations by language."""
    return tuple(
        _reviewed(place, getattr(text, code), code, explained[code], unknown)
        for place, text in _texts(register)
        for code in LANGUAGES
    )


def report(reviewed: Sequence[Reviewed]) -> str:
    """One line a text with its figures, and under it the hints."""
    lines = []
    for one in reviewed:
        f = one.figures
        lines.append(
            f"{one.place} {one.language}: {f.sentences} sentences, {f.words} words, "
            f"{f.average:.1f} on average, longest {f.longest}, {f.scale} {f.score:.1f}"
        )
        lines += [f"    {h.rule}: {h.message}: {h.sentence}\n      → {h.remedy}" for h in one.hints]
    return "\n".join(lines) + "\n"


def table(reviewed: Sequence[Reviewed]) -> str:
    """A few lines a language: how long, how hard, and how many hints of each rule."""
    lines = []
    for code in LANGUAGES:
        mine = [one for one in reviewed if one.language == code and one.figures.words]
        if not mine:
            continue
        words = sum(one.figures.words for one in mine)
        sentences = sum(one.figures.sentences for one in mine)
        score = statistics.median(one.figures.score for one in mine)
        lines.append(
            f"{code}: {len(mine)} texts, {words} words, {words / sentences:.1f} a sentence, "
            f"median {mine[0].figures.scale} {score:.1f}"
        )
        counted = Counter(hint.rule for one in mine for hint in one.hints)
        lines += [f"    {rule}: {count}" for rule, count in counted.most_common()]
    return "\n".join(lines)


def _reviewed(
    place: str, text: str, code: str, explained: Iterable[str], unknown: Unknown
) -> Reviewed:
    is_label = place.rpartition(".")[2].rpartition(" ")[2] in _LABELS
    hints = () if is_label else plain.review(text, code, explained)
    remedy = "correct it, or add it to content/spelling.yml"
    misspelled = tuple(
        plain.Hint("spelling", text, f"“{word}” is in no dictionary", remedy)
        for word in unknown(text, code)
    )
    return Reviewed(place, code, plain.measure(text, code), hints + misspelled)


def _texts(register: Register) -> Iterator[tuple[str, Localized]]:
    for name in type(register).model_fields:
        if name not in _UNREAD:
            for entry in getattr(register, name):
                if isinstance(entry, BaseModel):
                    yield from _localized(entry, f"{name} {getattr(entry, 'id', '')}".strip())


def _localized(model: BaseModel, place: str) -> Iterator[tuple[str, Localized]]:
    if isinstance(model, Localized):
        yield place, model
    for name in type(model).model_fields:
        value = getattr(model, name)
        for number, item in enumerate(value if isinstance(value, tuple) else (value,)):
            if isinstance(item, BaseModel):
                step = f"{name}.{number}" if isinstance(value, tuple) else name
                yield from _localized(
                    item, f"{place}: {step}" if ": " not in place else f"{place}.{step}"
                )
