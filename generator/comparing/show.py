"""A comparison as text for people and as JSON for programs. Pure."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.comparing.pairs import Comparison, Listed, Pair
from generator.messages import word

KINDS = ("renamed", "translated", "only_first", "only_second", "same")
"""Sections in the order in which people want them."""
_LONGEST = 60


@dataclass(frozen=True)
class Named:
    """A comparison with what the lists are called, and the spheres' names in the reader's words."""

    comparison: Comparison
    first: str
    second: str
    spheres: Mapping[str, str]

    def sphere(self, identifier: str) -> str:
        """Name of a sphere; what the list says where the register has no such sphere."""
        return self.spheres.get(identifier, identifier) or "—"

    def pairs(self, kind: str) -> tuple[Pair, ...]:
        """The pairs of one section."""
        return self.comparison.of(kind)

    def single(self, kind: str) -> tuple[Listed, ...]:
        """The services of one section that one list has alone."""
        only = {"only_first": self.comparison.only_ours, "only_second": self.comparison.only_theirs}
        return only.get(kind, ())

    def heading(self, kind: str, language: str) -> str:
        """The heading of a section, with its count."""
        count = len(self.pairs(kind)) + len(self.single(kind))
        names = {"first": self.first, "second": self.second}
        return word(f"compare_{kind}", language, count=str(count), **names)


def as_text(named: Named, language: str) -> str:
    """Sections with two names a line, then a table of counts by sphere."""
    return "\n".join(_lines(named, language))


def as_json(named: Named, _: str) -> str:
    """Everything; rows are those of the two files."""
    data: dict[str, Any] = {"first": named.first, "second": named.second}
    for kind in ("same", "renamed", "translated"):
        data[kind] = [_pair(pair) for pair in named.pairs(kind)]
    for kind in ("only_first", "only_second"):
        data[kind] = [_single(listed) for listed in named.single(kind)]
    data["spheres"] = {
        sphere: dict(zip(("first", "second", "both", "renamed"), counts, strict=True))
        for sphere, counts in named.comparison.per_sphere().items()
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Named, str], str]] = {"text": as_text, "json": as_json}
"""Name of a format → how a comparison is written."""


def _lines(named: Named, language: str) -> Iterator[str]:
    for kind in KINDS:
        yield named.heading(kind, language)
        if kind != "same":
            for pair in named.pairs(kind):
                yield f"  {pair.ours.row}: {pair.ours.shown}"
                yield f"    {pair.theirs.row}: {pair.theirs.shown}"
            yield from (f"  {one.row}: {one.shown}" for one in named.single(kind))
        yield ""
    headings = [word(f"compare_{name}", language) for name in ("sphere", "both", "two_names")]
    sphere, both, two_names = headings
    rows: list[tuple[str, ...]] = [(sphere, named.first, named.second, both, two_names)]
    for identifier, counts in named.comparison.per_sphere().items():
        rows.append((named.sphere(identifier), *map(str, counts)))
    width = min(_LONGEST, max(len(row[0]) for row in rows))
    widths = [max(len(row[place]) for row in rows) for place in range(1, 5)]
    for row in rows:
        cells = (f"{cell:>{wide}}" for cell, wide in zip(row[1:], widths, strict=True))
        yield f"{row[0]:{width}}  {'  '.join(cells)}"


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "first": _single(pair.ours),
        "second": _single(pair.theirs),
        "score": round(pair.score, 2),
    }


def _single(listed: Listed) -> dict[str, Any]:
    return {"row": listed.row, "name": listed.shown, "sphere": listed.sphere}
