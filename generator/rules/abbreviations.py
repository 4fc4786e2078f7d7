"""Abbreviations that neither the glossary, the text itself nor a list of names explains."""

import re
from collections.abc import Iterator

from generator import plain
from generator.errors import Finding
from generator.model import LANGUAGES
from generator.rules.texts import Text

_BRACKETS = re.compile(r"\(([^()]+)\)")


def of_text(text: Text, known: dict[str, frozenset[str]]) -> Iterator[Finding]:
    """Abbreviations of one text that nobody explains; `known` by language."""
    for code in LANGUAGES:
        for hint in plain.unexplained(text.of(code), known[code]):
            yield Finding((*text.location, code), "abbreviation-unknown", {"word": hint})


def _forms(entries: list[object], code: str) -> Iterator[str]:
    """Other words that stand for a term in texts."""
    for entry in entries:
        forms = entry.get("forms") if isinstance(entry, dict) else None
        listed = forms.get(code) if isinstance(forms, dict) else None
        yield from map(str, listed if isinstance(listed, list) else ())


def explained(glossary: object, names: frozenset[str]) -> dict[str, frozenset[str]]:
    """What the glossary explains, by language: whole terms, and what stands in their brackets."""
    entries = glossary if isinstance(glossary, list) else []
    terms = [entry.get("term") for entry in entries if isinstance(entry, dict)]
    found: dict[str, frozenset[str]] = {}
    for code in LANGUAGES:
        said = [str(term.get(code)) for term in terms if isinstance(term, dict)]
        inside = {
            part.strip() for term in said for part in ",".join(_BRACKETS.findall(term)).split(",")
        }
        whole = {term for term in (*said, *_forms(entries, code)) if " " not in term}
        found[code] = frozenset((inside | whole) - {""}) | names | plain.KNOWN
    return found
