"""A table file → its sheets, by the kind that its name says."""

from pathlib import Path

from generator.tables import delimited, json_list, workbook
from generator.tables.table import MOST_BYTES, Sheet, refuse

KINDS = (".xlsx", ".csv", ".tsv", ".txt", ".json")


def read(path: Path) -> tuple[Sheet, ...]:
    """The sheets of an XLSX, CSV or JSON file.

    Raises TableError for a file that is not there, not whole, too large, or of another kind.
    """
    kind = path.suffix.lower()
    if not path.is_file():
        raise refuse(path, "table-missing", name=str(path))
    if kind not in KINDS:
        raise refuse(path, "table-kind", kind=kind or path.name)
    if (size := path.stat().st_size) > MOST_BYTES:
        raise refuse(path, "table-large", size=f"{size:,}", most=f"{MOST_BYTES:,}")
    try:
        found = tuple(_sheets(kind, path.read_bytes()))
    except ValueError as error:
        raise refuse(path, "table-broken", detail=str(error)) from error
    if not any(sheet.rows for sheet in found):
        raise refuse(path, "table-empty")
    return found


def _sheets(kind: str, content: bytes) -> tuple[Sheet, ...]:
    if kind == ".xlsx":
        return tuple(workbook.sheets(content))
    return (json_list.sheet(content) if kind == ".json" else delimited.sheet(content),)
