"""A CSV file → one sheet; its encoding and its delimiter are found out."""

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

from generator.tables.table import MOST_BYTES, MOST_ROWS, Row, Sheet, row_of

if TYPE_CHECKING:
    from _csv import Reader as CsvReader

_DELIMITERS = (";", ",", "\t", "|")
_LOOKED_AT = 50
"""Rows from which the delimiter is found out."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MANY_NULLS = 4
"""Of so many bytes one is null: Latin and Cyrillic text in two bytes a letter without a mark."""


def sheet(content: bytes) -> Sheet:
    """The rows. Raises ValueError for what is no text, or has too many rows."""
    text = decoded(content)
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        delimiter, text, skipped = first.strip()[-1], rest, 1
    else:
        delimiter, skipped = _delimiter(text), 0
    rows = tuple(_rows(text, delimiter, skipped))
    return Sheet("", rows)


def decoded(content: bytes) -> str:
    """The text: by its mark, else UTF-8, else UTF-16, else windows-1251. Raises ValueError."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding)
    if content.count(0) * _MANY_NULLS > len(content):
        return content.decode("utf-16-le" if content[1::2].count(0) else "utf-16-be")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        if content.count(0):
            raise
        return content.decode("windows-1251")


def _delimiter(text: str) -> str:
    """The sign that cuts the first rows into the most cells, alike in most of them."""
    return max(_DELIMITERS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, delimiter: str) -> int:
    widths = Counter[int]()
    for number, row in enumerate(_reader(text, delimiter)):
        if number == _LOOKED_AT:
            break
        widths[len(row)] += len(row) > 1
    return max((width * count for width, count in widths.items()), default=0)


def _rows(text: str, delimiter: str, skipped: int) -> Iterator[Row]:
    reader = _reader(text, delimiter)
    number, count = 1 + skipped, 0
    for values in reader:
        if any(value.strip() for value in values):
            count += 1
            if count > MOST_ROWS:
                raise ValueError(f"more than {MOST_ROWS:,} rows")
            yield row_of(number, tuple(values))
        number = reader.line_num + 1 + skipped


def _reader(text: str, delimiter: str) -> "CsvReader":
    csv.field_size_limit(MOST_BYTES)  # a cell that is too large is said to be, row by row
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter)
