"""What a check says: findings with page and remedy, and how much it looked at."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong on one page, and how to mend it."""

    check: str
    rule: str
    page: str
    where: str
    message: str
    remedy: str
    look: str = ""

    def as_dict(self) -> dict[str, str]:
        """The finding as it stands in the JSON report."""
        return asdict(self)


@dataclass(frozen=True)
class Result:
    """Outcome of one check: pages looked at, single checks made, findings, figures."""

    check: str
    pages: int
    checks: int
    findings: tuple[Finding, ...]
    figures: tuple[dict[str, object], ...] = ()

    @classmethod
    def of(cls, check: str, pages: int, parts: Iterable["Part"]) -> "Result":
        """Sum of the parts, findings in the order of their pages."""
        listed = list(parts)
        found = {finding for part in listed for finding in part.findings}
        order = sorted(found, key=lambda f: (f.page, f.rule, f.where, f.look))
        figures = tuple(part.figures for part in listed if part.figures)
        return cls(check, pages, sum(p.checks for p in listed), tuple(order), figures)


@dataclass(frozen=True)
class Part:
    """Outcome of one check on one page, or on several; `figures` are what it measured."""

    checks: int
    findings: tuple[Finding, ...] = ()
    figures: dict[str, object] = field(default_factory=dict)
