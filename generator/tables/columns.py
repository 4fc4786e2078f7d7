"""Headings → fields: what stands in which column, by a reviewed list or by an officer's own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator import uzbek
from generator.load import parse
from generator.model import LANGUAGES
from generator.tables.language import language_of
from generator.tables.table import Row, Sheet, refuse

TEXTS = ("name", "summary", "description", "result", "reapply", "documents", "steps", "benefits")
"""Fields that are written in three languages."""
_HEADINGS = Path(__file__).with_name("headings.yml")
_ALIKE = {"uz": ("en",), "en": ("uz",)}
_LOOKED_AT = 30
"""Rows among which the headings stand; titles and notes may stand above them."""


@dataclass(frozen=True)
class Map:
    """What an officer says of a list: its headings, its source, what its words stand for."""

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Field, such as `name.ru`, → headings."""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """`sphere`, `organizations` or `laws` → what the list says → id."""
    source: str = ""
    as_of: str = ""


@dataclass(frozen=True)
class Headed:
    """A sheet whose columns are known."""

    sheet: Sheet
    rows: tuple[Row, ...]
    """Those below the headings."""
    columns: Mapping[str, int]
    """Field, such as `name.uz` or `cost`, → column."""
    headings: tuple[str, ...]
    unread: tuple[str, ...]
    """Headings that stand for no field."""


def read_map(path: Path) -> Map:
    """An officer's column file. Raises TableError for one that is not as it should be."""
    try:
        data = parse(path.read_text("utf-8")) or {}
        return _map(data)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise refuse(path, "columns-form", detail=str(error).splitlines()[0]) from error


def _map(data: Any) -> Map:
    if not isinstance(data, dict) or not set(data) <= {"columns", "values", "source", "as_of"}:
        raise ValueError("it holds `columns`, `values`, `source` and `as_of`, nothing else")
    columns, values = data.get("columns") or {}, data.get("values") or {}
    if not isinstance(columns, dict) or not isinstance(values, dict):
        raise ValueError("`columns` and `values` hold names, each with what it stands for")  # noqa: TRY004  # one kind of error
    known = {*_table()["fields"], *(f"{name}.{code}" for name in TEXTS for code in LANGUAGES)}
    if unknown := [name for name in columns if name not in known]:
        raise ValueError(f"no such field: {', '.join(unknown)}")
    listed = {name: tuple(v if isinstance(v, list) else [v]) for name, v in columns.items()}
    return Map(listed, values, data.get("source") or "", data.get("as_of") or "")


def headed(sheets: Iterable[Sheet], given: Map | None = None) -> tuple[Headed, ...]:
    """The sheets with a row of headings, at least one of them a name or a number."""
    found = (_headed(sheet, given or Map()) for sheet in sheets)
    return tuple(one for one in found if one)


def _headed(sheet: Sheet, given: Map) -> Headed | None:
    own = {key(h): name for name, headings in given.columns.items() for h in headings}
    best: tuple[int, int, list[str | None], tuple[str, ...]] | None = None
    for place in range(min(_LOOKED_AT, len(sheet.rows))):
        for height in (1, 2):
            headings = _headings(sheet.rows[place : place + height])
            fields = [_field(heading, own) for heading in headings]
            score = len({name for name in fields if name})
            if best is None or score > best[0]:
                best = (score, place + height, fields, headings)
    if best is None:
        return None
    _, below, fields, headings = best
    rows = sheet.rows[below:]
    columns = _columns(fields, rows, headings)
    if not any(name.startswith("name.") or name in ("id", "portal_id") for name in columns):
        return None
    read = set(columns.values())
    unread = tuple(h for place, h in enumerate(headings) if h and place not in read)
    return Headed(sheet, rows, columns, headings, unread)


def _headings(rows: Sequence[Row]) -> tuple[str, ...]:
    """The headings of one row; of two where the upper ones stand over several lower ones."""
    width = max((len(row.cells) for row in rows), default=0)
    lower = [rows[-1].cell(place) for place in range(width)]
    if len(rows) == 1:
        return tuple(lower)
    joined, over = [], ""
    for place, text in enumerate(lower):
        over = rows[0].cell(place) or (over if text else "")
        joined.append(f"{over} {text}".strip())
    return tuple(joined)


def _columns(
    fields: Sequence[str | None], rows: Sequence[Row], headings: Sequence[str]
) -> dict[str, int]:
    """Field → column; the first of two columns for one field counts.

    A heading that does not say its language is known by the texts below it; of two columns that
    look alike, the second is in the other language of Latin letters.
    """
    columns = {name: place for place, name in reversed([*enumerate(fields)]) if name}
    for place, name in enumerate(fields):
        if name in TEXTS:
            columns.pop(name, None)
            texts = [row.cell(place) for row in rows if row.cell(place)]
            language = language_of(texts, headings[place])
            for code in (language, *_ALIKE.get(language, ())):
                if columns.setdefault(f"{name}.{code}", place) == place:
                    break
    return columns


def _field(heading: str, own: Mapping[str, str]) -> str | None:
    """The field that a heading stands for, with its language where the heading says it."""
    words = key(heading)
    if name := own.get(words) or _known().get(words):
        return name
    for phrase, code in _languages():
        rest = words.removeprefix(f"{phrase} ").removesuffix(f" {phrase}")
        if rest != words and (name := _known().get(rest)) in TEXTS:
            return f"{name}.{code}"
    return None


def key(heading: str) -> str:
    """A heading as it is compared: small letters of one script, words parted by blanks."""
    folded = uzbek.fold(uzbek.to_latin(heading))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in folded).split())


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load(_HEADINGS.read_text("utf-8"))
    return table


@cache
def _known() -> dict[str, str]:
    """Heading → field; a field's own name is a heading too."""
    known = {key(name): name for name in _table()["fields"]}
    for name, headings in _table()["fields"].items():
        known |= {key(heading): name for heading in headings}
    return known


@cache
def _languages() -> tuple[tuple[str, str], ...]:
    """Phrase → language, the longest first."""
    phrases = [(key(p), code) for code, listed in _table()["languages"].items() for p in listed]
    return tuple(sorted(phrases, key=lambda pair: -len(pair[0])))
