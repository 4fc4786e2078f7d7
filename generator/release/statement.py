"""The accessibility statement quotes the last audit of the very build it stands in.

The audit (`a11y/`) runs over a built tree and names it by a fingerprint of its pages, without
the statement itself.  A later build of the same content has the same fingerprint and may quote it.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from generator.errors import BuildError
from generator.locales import Locale
from generator.model import Localized
from generator.phrases import Phrases

MARK = "<!-- audit -->"
"""Where the template leaves room for the figures."""

_PAGE = "accessibility"


@dataclass(frozen=True)
class Audit:
    """What the last audit counted; `excused` are faults that are known and not yet mended."""

    fingerprint: str
    day: date
    pages: int
    looks: int
    checks: int
    findings: int
    excused: tuple[Localized, ...]


def read_audit(path: Path) -> Audit | None:
    """The last audit, or None when there was none. Raises BuildError for a file out of shape."""
    if not path.exists():
        return None
    try:
        data: dict[str, Any] = json.loads(path.read_text("utf-8"))
        reasons = {json.dumps(one["reason"]): one["reason"] for one in data["excused"]}
        return Audit(
            data["fingerprint"],
            date.fromisoformat(data["date"]),
            data["pages"],
            len(data["looks"]),
            data["checks"],
            len(data["findings"]),
            tuple(Localized.model_validate(reason) for reason in reasons.values()),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise BuildError(f"{path.name}: not a report of the audit; run it again") from error


def fingerprint(digests: Mapping[str, str]) -> str:
    """Name of pages (path → SHA-256) without their statement: 16 hexadecimal digits."""
    total = hashlib.sha256()
    for path in sorted(digests, key=lambda path: path.split("/")):
        if path.endswith(".html") and path.split("/")[-2:-1] != [_PAGE]:
            total.update(path.encode() + bytes.fromhex(digests[path]))
    return total.hexdigest()[:16]


def stated(
    pages: Mapping[str, str], audit: Audit | None, variants: Iterable[Phrases], *, same: bool
) -> dict[str, bytes]:
    """The statement of every variant with the audit's figures in it.

    `pages` has the text of each by path; `same` says that the audit saw this very build.
    """
    return {
        path: pages[path].replace(MARK, _figures(audit, phrases, same=same)).encode()
        for phrases in variants
        for path in [page_of(phrases.locale)]
    }


def page_of(locale: Locale) -> str:
    """Path of the statement of one variant."""
    return f"{locale.prefix}{_PAGE}/index.html"


def _figures(audit: Audit | None, phrases: Phrases, *, same: bool) -> str:
    """Paragraphs: what was checked and when, what was found, what is known and not yet good."""
    words, locale = phrases.words, phrases.locale
    if audit is None:
        return _paragraph(words("audit_never"))
    day = phrases.date(audit.day)
    if not same:
        return _paragraph(words("audit_before", date=day))
    pages, checks = phrases.number(audit.pages), phrases.number(audit.checks)
    looks = audit.looks
    checked = words("audit_checked", date=day, pages=pages, looks=looks, checks=checks)
    found = words("audit_found", count=audit.findings) if audit.findings else words("audit_clean")
    return _paragraph(checked) + _paragraph(found) + _excused(audit, words("audit_known"), locale)


def _excused(audit: Audit, lead: str, locale: Locale) -> str:
    if not audit.excused:
        return ""
    items = "".join(f"<li>{escape(locale.text(reason))}</li>" for reason in audit.excused)
    return f"{_paragraph(lead)}<ul>{items}</ul>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"
