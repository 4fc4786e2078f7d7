"""What imports have written: `content/imported.yml`.

For each service it keeps the list that named it, a digest of what the row was, and a digest of
every field as an import wrote it. A field that still has its digest was never edited, so the next
import may change it; any other field is an editor's.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_DIGITS = 8
_OWN = ("list", "row")
"""Keys that are no fields of a passport."""


@dataclass(frozen=True)
class Seen:
    """What an import knew of one service."""

    list: str
    row: str
    fields: Mapping[str, str] = field(default_factory=dict)
    """Field → digest of what an import wrote."""


Record = Mapping[str, Seen]
"""Id of a service → what the last import that named it knew."""


def read_record(data: Any) -> dict[str, Seen]:
    """The parsed file; entries that are not as they should be count as never imported."""
    return {
        identifier: Seen(
            str(entry.get("list") or ""),
            str(entry.get("row") or ""),
            {key: str(value) for key, value in entry.items() if key not in _OWN},
        )
        for identifier, entry in (data if isinstance(data, dict) else {}).items()
        if isinstance(entry, dict)
    }


def written(record: Record) -> str:
    """The text of the file, in an order that does not depend on the run."""
    data = {
        identifier: {"list": seen.list, "row": seen.row, **dict(sorted(seen.fields.items()))}
        for identifier, seen in sorted(record.items())
    }
    return str(yaml.dump(data, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10**6))


def digest(value: Any) -> str:
    """A short name of a value, whatever the order of its keys."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
