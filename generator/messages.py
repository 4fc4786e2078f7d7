"""The words of every kind of finding, in three languages (`messages.yml`, by code)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_TABLE = Path(__file__).with_name("messages.yml")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Said:
    """A finding in one language: what is wrong, why it matters, how to mend it."""

    message: str
    why: str
    remedy: str


def codes() -> tuple[str, ...]:
    """Every kind of finding."""
    return tuple(_table()["codes"])


def severity(code: str) -> str:
    """`error` or `warning`. Raises KeyError for a code that messages.yml does not have."""
    return str(_table()["codes"][code]["severity"])


def said(code: str, values: dict[str, str], language: str) -> Said:
    """The words of a finding; `values` fill its blanks, names of items and languages included."""
    entry = _table()["codes"][code]
    filled = {name: _translated(value, language) for name, value in values.items()}
    message, remedy = (text.format_map(filled) for text in entry[language])
    return Said(message, _table()["why"][entry["why"]][language], remedy)


def word(key: str, language: str, **values: str) -> str:
    """A phrase around findings: totals, headings."""
    return str(_table()["words"][key][language]).format_map(values)


def _translated(value: str, language: str) -> str:
    """A blank `=cost =term` holds keys of words, anything else (a formula) stands as it is."""
    words, keys = _table()["words"], value.replace("=", "").split()
    if not value.startswith("=") or not all(key in words for key in keys):
        return value
    return ", ".join(words[key][language] for key in keys)


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.load(_TABLE.read_text("utf-8"), Loader=_LOADER)  # noqa: S506  # a safe loader, in C
    return table
