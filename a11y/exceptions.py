"""Findings that are let pass for a while, each with its reason and its last day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from a11y.findings import Finding, Result

FILE = Path(__file__).with_name("exceptions.yml")
_FIELDS = {"check", "rule", "page", "reason", "expires"}
_LANGUAGES = {"uz", "ru", "en"}
"""The statement on the site names what is excused, so each reason stands in all three."""


class ExceptionsError(Exception):
    """The file of exceptions cannot be understood."""


@dataclass(frozen=True)
class Allowance:
    """One exception; `page` is a pattern of addresses."""

    check: str
    rule: str
    page: str
    reason: Mapping[str, str]
    expires: date

    def covers(self, finding: Finding) -> bool:
        """Whether it speaks of this finding."""
        return (
            self.check == finding.check
            and self.rule == finding.rule
            and fnmatchcase(finding.page, self.page)
        )


def read(file: Path = FILE) -> tuple[Allowance, ...]:
    """All exceptions. Raises ExceptionsError for a missing field, reason or date."""
    try:
        entries = yaml.safe_load(file.read_text("utf-8")) or []
    except yaml.YAMLError as error:
        raise ExceptionsError(f"{file.name}: not YAML: {error}") from error
    return tuple(_allowance(number, entry) for number, entry in enumerate(entries, start=1))


def apply(
    results: Iterable[Result], allowances: Iterable[Allowance], today: date
) -> tuple[tuple[Result, ...], tuple[tuple[Finding, Allowance], ...]]:
    """Take excused findings out of the results; an expired exception excuses nothing.

    Returns the results, with one more for the exceptions themselves, and what was excused.
    """
    listed = tuple(allowances)
    valid = [allowance for allowance in listed if allowance.expires >= today]
    excused: list[tuple[Finding, Allowance]] = []
    kept = []
    for result in results:
        left = []
        for finding in result.findings:
            allowance = next((a for a in valid if a.covers(finding)), None)
            if allowance:
                excused.append((finding, allowance))
            else:
                left.append(finding)
        kept.append(replace(result, findings=tuple(left)))
    expired = tuple(_expired(allowance) for allowance in listed if allowance.expires < today)
    kept.append(Result("exceptions", 0, len(listed), expired))
    return tuple(kept), tuple(excused)


def _allowance(number: int, entry: object) -> Allowance:
    if not isinstance(entry, dict) or set(entry) != _FIELDS:
        raise ExceptionsError(f"exception {number} needs exactly: {', '.join(sorted(_FIELDS))}")
    reason = entry["reason"]
    if not isinstance(reason, dict) or {key for key in reason if reason[key]} != _LANGUAGES:
        raise ExceptionsError(f"exception {number} needs a reason in uz, ru and en")
    if not isinstance(entry["expires"], date):
        raise ExceptionsError(f"exception {number} needs a date such as 2027-01-31")
    return Allowance(**entry)


def _expired(allowance: Allowance) -> Finding:
    return Finding(
        "exceptions",
        "expired",
        allowance.page,
        allowance.rule,
        f"the exception for {allowance.check} “{allowance.rule}” ended on {allowance.expires}",
        "mend the finding and remove the exception, or give a new reason and date",
    )
