"""One vocabulary: documents and steps that many passports share are written once.

A passport refers to an entry with `- ref: payment-receipt`; the words come from
`content/vocabulary.yml`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.errors import Location
from generator.load import Raw

Vocabulary = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""`documents` or `steps` → id → the entry's words."""


def read_vocabulary(raw: Raw | None) -> Vocabulary:
    """The entries by kind and id; empty where the file is missing or broken."""
    data = raw.data if raw and isinstance(raw.data, dict) else {}
    return {
        kind: {entry["id"]: entry for entry in data.get(kind) or () if isinstance(entry, dict)}
        for kind in ("documents", "steps")
    }


def resolve(data: Mapping[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    """A raw passport with the words of every entry that it refers to."""
    resolved = dict(data)
    for kind, entries in vocabulary.items():
        if isinstance(resolved.get(kind), list):
            resolved[kind] = [_resolved(item, entries) for item in resolved[kind]]
    return resolved


def unknown(data: Mapping[str, Any], vocabulary: Vocabulary) -> Iterator[tuple[Location, str]]:
    """Place and name of every reference that the vocabulary does not have."""
    for kind, entries in vocabulary.items():
        for number, item in enumerate(data.get(kind) or ()):
            if isinstance(item, dict) and item.get("ref") not in (None, *entries):
                yield (kind, number, "ref"), str(item["ref"])


def _resolved(item: Any, entries: Mapping[str, Mapping[str, Any]]) -> Any:
    if not isinstance(item, dict) or item.get("ref") not in entries:
        return item
    return {**{key: value for key, value in entries[item["ref"]].items() if key != "id"}, **item}
