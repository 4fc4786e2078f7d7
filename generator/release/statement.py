"""The accessibility statement quotes the last audit of the very build it stands in.

The audit (`a11y/`) runs over a built tree and names it by a fingerprint of its pages, without
the statement itself.  A later build of the same content has the same fingerprint and may quote it.
"""

import hashlib
import json
from collections.abc import Iterable
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


def fingerprint(tree: Path) -> str:
    """Name of the pages of a tree without its statement: 16 hexadecimal digits."""
    root, total = tree.resolve(), hashlib.sha256()
    for path in sorted(root.rglob("*.html")):
        if path.parent.name != _PAGE:
            total.update(path.relative_to(root).as_posix().encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


def fill(tree: Path, audit: Audit | None, variants: Iterable[Phrases]) -> dict[str, str]:
    """Write the audit's figures into the statement of every variant.

    The pages of a tree may be links to files that others share, so each is replaced and not
    written into. Returns path → digest of the new bytes.
    """
    digests = {}
    same = audit is not None and audit.fingerprint == fingerprint(tree)
    for phrases in variants:
        page = tree / phrases.locale.prefix / _PAGE / "index.html"
        text = page.read_text("utf-8")
        page.unlink()
        page.write_text(text.replace(MARK, _figures(audit, phrases, same=same)), "utf-8")
        place = page.relative_to(tree).as_posix()
        digests[place] = hashlib.sha256(page.read_bytes()).hexdigest()
    return digests


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
