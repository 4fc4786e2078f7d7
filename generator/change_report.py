"""What changes for citizens, as Markdown for a pull request. Pure."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.changes import Change
from generator.messages import word
from generator.model import Passport
from generator.phrases import Phrases

_LISTS = ("documents", "steps", "benefits", "organizations", "laws")

Read = Callable[[Passport | None], Sequence[str]]
"""A passport, or none, → its page as a screen reader says it."""


@dataclass(frozen=True)
class Summary:
    """What the report is made from besides the changes."""

    phrases: Phrases
    waiting: Mapping[str, tuple[str, ...]]
    """Passport → languages whose translation waits."""
    read_before: Read
    read_after: Read


def markdown(changes: Sequence[Change], given: Summary) -> str:
    """The report: a sentence a change, then each changed page before and after."""
    language = given.phrases.locale.language
    lines = [f"## {word('changes_title', language)}", ""]
    if not changes:
        return "\n".join([*lines, word("changes_none", language), ""])
    lines += [f"- {sentence(change, given.phrases)}" for change in changes]
    touched = list(dict.fromkeys(change.id for change in changes))
    lines += _waiting(changes, given, language)
    lines += ["", word("changes_audio", language, count=str(len(touched)))]
    for identifier in touched:
        lines += _page(identifier, changes, given, language)
    return "\n".join([*lines, ""])


def _waiting(changes: Sequence[Change], given: Summary, language: str) -> Iterator[str]:
    """A sentence for each changed service with a translation that is older than its Uzbek text."""
    left = {change.id: change.after for change in changes if change.after}
    for identifier, passport in left.items():
        if languages := given.waiting.get(identifier):
            name, waiting = given.phrases.locale.text(passport.name), _names(languages, language)
            yield f"- {word('changes_waiting', language, name=name, languages=waiting)}"


def sentence(change: Change, phrases: Phrases) -> str:
    """One change in plain words."""
    language = phrases.locale.language
    passport = change.after or change.before
    name = phrases.locale.text(passport.name) if passport else change.id
    if change.kind != "changed" or change.before is None or change.after is None:
        return word(f"changes_{change.kind}", language, name=name)
    field = word(change.field, language)
    old, new = (_value(p, change.field, phrases) for p in (change.before, change.after))
    if old == new:
        return word("changes_words", language, name=name, field=field)
    values = {"name": name, "field": field, "before": old, "after": new}
    return word("changes_value", language, **values)


def _value(passport: Passport, field: str, phrases: Phrases) -> str:
    """A field in a few words, as far as a few words can say it."""
    value = getattr(passport, field)
    if value is None:
        return phrases.words("unpublished")
    if field == "cost":
        return _with_note(phrases.cost(value))
    if field == "term":
        return _with_note(phrases.term(value))
    if field == "name":
        return phrases.locale.text(value)
    if field in _LISTS:
        return str(len(value))
    return ""


def _with_note(phrase: tuple[str, str]) -> str:
    return f"{phrase[0]} ({phrase[1]})" if phrase[1] else phrase[0]


def _names(languages: Iterable[str], language: str) -> str:
    return ", ".join(word(code, language) for code in languages)


def _page(identifier: str, changes: Sequence[Change], given: Summary, language: str) -> list[str]:
    """The page's transcript before and after, folded away."""
    change = next(change for change in changes if change.id == identifier)
    before, after = given.read_before(change.before), given.read_after(change.after)
    size = len("\n".join(after).encode()) - len("\n".join(before).encode())
    diff = list(difflib.unified_diff(before, after, lineterm="", n=2))[2:]
    title = f"{word('changes_page', language, id=identifier)} ({size:+d} {word('bytes', language)})"
    return [
        "", f"<details><summary>{title}</summary>", "",
        f"**{word('changes_differs', language)}**", "", "```diff", *diff, "```", "",
        f"**{word('changes_before', language)}**", "", "```text", *before, "```", "",
        f"**{word('changes_after', language)}**", "", "```text", *after, "```", "", "</details>",
    ]  # fmt: skip
