"""Names of spheres, organizations and laws as lists write them → ids of the register."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.load import RawContent
from generator.tables.columns import Map, key

_LISTS = {"sphere": "spheres", "organizations": "organizations", "laws": "laws"}
_SAID_OR_NOT = re.compile(
    r"\b(?:o ?zbekiston respublikasi(?:ning)?|o zr|respubliki uzbekistan|ruz"
    r"|(?:of )?the republic of uzbekistan|(?:of )?uzbekistan|sohasi|sfera|sphere|the"
    r"|huzuridagi|pri)\b"
)
"""Words that a name has in one list and not in another; as `key` writes them."""


@dataclass(frozen=True)
class Known:
    """Field (`sphere`, `organizations`, `laws`) → bare name → id."""

    names: Mapping[str, Mapping[str, str]]

    def id(self, field: str, text: str) -> str | None:
        """The entry that a cell names; None where none does, or several."""
        return self.names[field].get(bare(text)) or None

    def ids(self, field: str, text: str) -> tuple[list[str], list[str]]:
        """The entries that a cell lists, and what it names besides."""
        found: list[str] = []
        unknown: list[str] = []
        for part in self._parts(field, text):
            identifier = self.id(field, part)
            (found if identifier else unknown).append(identifier or part)
        return list(dict.fromkeys(found)), unknown

    def _parts(self, field: str, text: str) -> Iterator[str]:
        """Lines and what semicolons part; at commas only where the whole is no name."""
        for part in filter(None, map(str.strip, re.split(r"[;\n]", text))):
            pieces = [piece.strip() for piece in part.split(",")]
            whole = self.id(field, part) or not any(self.id(field, one) for one in pieces)
            words = part.split()
            if whole and not self.id(field, part) and all(self.id(field, one) for one in words):
                yield from words
            else:
                yield from [part] if whole else pieces


def known(content: RawContent, given: Map) -> Known:
    """The entries of the content by id, by name in each language, and by the officer's words."""
    names = {field: _named(content, file) for field, file in _LISTS.items()}
    for field, values in given.values.items():
        names[field] = {**names.get(field, {}), **{bare(said): i for said, i in values.items()}}
    return Known(names)


def bare(text: str) -> str:
    """A name as it is compared: without case, script, marks, and words that may be left out."""
    words = key(text)
    return " ".join(_SAID_OR_NOT.sub(" ", words).split()) or words


def _named(content: RawContent, file: str) -> dict[str, str]:
    """Every name of the entries of a list; what one is called today goes before old names."""
    raw = content.lists.get(file)
    listed = raw.data if raw and isinstance(raw.data, list) else []
    entries = [entry for entry in listed if isinstance(entry, dict) and entry.get("id")]
    names: dict[str, str] = {}
    for field in ("formerly", "title", "name"):
        names |= _unambiguous((bare(t), e["id"]) for e in entries for t in _texts(e.get(field)))
    return names | {bare(entry["id"]): entry["id"] for entry in entries}


def _texts(value: Any) -> Iterable[str]:
    return [str(text) for text in value.values()] if isinstance(value, dict) else []


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Name → id; a name that two entries bear stands for neither."""
    found: dict[str, str] = {}
    for name, identifier in pairs:
        found[name] = identifier if found.get(name, identifier) == identifier else ""
    return found
