"""A JSON file → one sheet: a row an entry, a column a field, inner fields as `name.uz`."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.tables.delimited import decoded
from generator.tables.table import MOST_ROWS, Row, Sheet, row_of


def sheet(content: bytes) -> Sheet:
    """A heading row (number 0), then the entries from 1.

    The file is a list of objects, or an object with such a list; `services` goes first. Raises
    ValueError for anything else.
    """
    try:
        data = json.loads(decoded(content))
    except RecursionError as error:
        raise ValueError("too deep") from error
    entries = [dict(_flat(entry)) for entry in _listed(data)]
    if len(entries) > MOST_ROWS:
        raise ValueError(f"more than {MOST_ROWS:,} rows")
    columns = tuple(dict.fromkeys(name for entry in entries for name in entry))
    rows = [row_of(n, tuple(map(e.get, columns))) for n, e in enumerate(entries, 1)]
    return Sheet("", (Row(0, columns), *rows))


def _listed(data: Any) -> Sequence[Mapping[str, Any]]:
    if isinstance(data, dict):
        lists = [data.get("services"), *data.values()]
        data = next((value for value in lists if isinstance(value, list)), None)
    if not isinstance(data, list) or not all(isinstance(entry, dict) for entry in data):
        raise ValueError("no list of services, each with its fields")
    return data


def _flat(entry: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, object]]:
    for key, value in entry.items():
        name = f"{before}{key}"
        if isinstance(value, dict):
            yield from _flat(value, f"{name}.")
        elif isinstance(value, list):
            yield from _lines(value, name)
        else:
            yield name, value


def _lines(items: Sequence[Any], name: str) -> Iterator[tuple[str, object]]:
    """A list as the lines of one cell; one of texts in several languages as a cell each."""
    if items and all(isinstance(item, dict) for item in items):
        for code in ("uz", "ru", "en"):
            texts = [" ".join(str(item.get(code, "")).split()) for item in items]
            if all(texts):
                yield f"{name}.{code}", "\n".join(texts)
    elif not any(isinstance(item, (dict, list)) for item in items):
        yield name, "\n".join(map(str, items))
