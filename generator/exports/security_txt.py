"""`/.well-known/security.txt` (RFC 9116): where to report a weakness."""

from datetime import date, timedelta

_VALID = timedelta(days=364)
"""The RFC wants less than a year."""


def security_txt(repository: str, origin: str, base: str, newest: date) -> bytes:
    """The file; `newest` is the latest day on which the content was reviewed.

    It expires a year after that day, so that the same content gives the same bytes.
    """
    lines = [
        f"Contact: {repository.rstrip('/')}/issues",
        f"Expires: {newest + _VALID}T00:00:00Z",
        "Preferred-Languages: uz, ru, en",
    ]
    if origin:
        lines.append(f"Canonical: {origin}{base}.well-known/security.txt")
    return "\n".join([*lines, ""]).encode()
