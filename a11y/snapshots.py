"""Accessibility trees kept as golden files: what a screen reader meets on each page type.

Content changes daily, so a snapshot keeps roles, headings and the names of controls, and masks
what editors write: numbers, sentences and link texts inside `main`. Siblings of the same shape
are kept once. What is left changes only when a template or an interface word does.
"""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from playwright.sync_api import Page as Tab

from a11y.findings import Finding, Part
from a11y.pages import Page

GOLDEN = Path(__file__).with_name("snapshots")
_SHOWN = 6  # lines of difference in a finding
_LINE = re.compile(r'(?P<indent> *)- (?P<role>[^\s":]+)(?: "(?P<name>.*?)(?<!\\)")?(?P<rest>.*)')
_QUOTED = re.compile(r"(?P<start> *- )'(?P<key>.*)'(?P<colon>:?)")
"""A line whose name has a colon is quoted as YAML wants it."""

_HIDE = "hidden => document.querySelectorAll('.listen').forEach(part => part.hidden = hidden)"
"""Speech comes minutes after a page: a player that is not there yet is no change of the page."""

_NUMBER = re.compile(r"\d+(?:[\s.,]\d+)*")
_NAMED = {"heading", "navigation", "button", "textbox", "searchbox", "combobox", "group", "region"}
"""Roles in `main` whose names come from the interface, not from the content."""

_LISTS = {
    "a-z", "agencies", "changes", "covid-19", "directory", "for", "glossary", "large sphere",
    "laws", "life event", "services", "sphere", "statistics",
}  # fmt: skip
"""Types whose headings below the first are content: names of laws, agencies, services."""

_TITLED = {
    "covid-19 section", "for", "large sphere", "lesson", "life event", "passport", "sphere",
}  # fmt: skip
"""Types whose first heading is content: the name of the one thing that they are about."""


@dataclass(frozen=True)
class _Node:
    role: str
    name: str | None
    rest: str
    children: tuple["_Node", ...] = field(default=())

    def lines(self, depth: int = 0) -> Iterator[str]:
        name = f' "{self.name}"' if self.name is not None else ""
        yield f"{'  ' * depth}- {self.role}{name}{self.rest}{':' if self.children else ''}"
        for child in self.children:
            yield from child.lines(depth + 1)


def examine(tab: Tab, page: Page, golden: Path = GOLDEN) -> Part:
    """Compare the tree of `page`, open in `tab`, with its golden file."""
    now, file = snapshot(tab, page), _file(page, golden)
    if not file.exists():
        message = "this page type has no golden accessibility tree yet"
        return Part(1, (_finding(page, "missing-snapshot", message),))
    before = file.read_text("utf-8")
    if now == before:
        return Part(1)
    changes = difflib.unified_diff(before.splitlines(), now.splitlines(), lineterm="", n=0)
    shown = [line for line in changes if not line.startswith(("---", "+++", "@@"))]
    more = f" (and {len(shown) - _SHOWN} more lines)" if len(shown) > _SHOWN else ""
    message = f"the accessibility tree changed: {' / '.join(shown[:_SHOWN])}{more}"
    return Part(1, (_finding(page, "tree-changed", message),))


def update(tab: Tab, page: Page, golden: Path = GOLDEN) -> Part:
    """Write the golden file of `page`, open in `tab`."""
    golden.mkdir(exist_ok=True)
    _file(page, golden).write_text(snapshot(tab, page), "utf-8")
    return Part(1)


def orphans(pages: Iterable[Page], golden: Path = GOLDEN, *, remove: bool = False) -> Part:
    """Golden files whose page type is gone from the tree: found, or removed."""
    known = {_file(page, golden) for page in pages}
    left = [file for file in sorted(golden.glob("*.yml")) if file not in known]
    if remove:
        for file in left:
            file.unlink()
        return Part(0)
    return Part(0, tuple(_orphan(file) for file in left))


def snapshot(tab: Tab, page: Page) -> str:
    """The masked accessibility tree of `page`, open in `tab`, as lines of YAML."""
    tab.evaluate(_HIDE, True)
    text = tab.locator("body").aria_snapshot()
    tab.evaluate(_HIDE, False)
    masked = (_mask(node, page.type, inside=False) for node in _parse(text))
    return "\n".join(line for node in masked for line in node.lines()) + "\n"


def _parse(text: str) -> tuple[_Node, ...]:
    """Indented lines → trees; properties such as `/url` are left out."""
    lines = (_QUOTED.sub(_unquoted, line) for line in text.splitlines())
    rows = [match for line in lines if (match := _LINE.fullmatch(line))]
    rows = [row for row in rows if not row["role"].startswith("/")]

    def take(start: int, indent: int) -> tuple[list[_Node], int]:
        nodes: list[_Node] = []
        while start < len(rows) and len(rows[start]["indent"]) == indent:
            row = rows[start]
            children, start = take(start + 1, indent + 2)
            rest = row["rest"].removesuffix(":")
            nodes.append(_Node(row["role"], row["name"], rest, tuple(children)))
        return nodes, start

    return tuple(take(0, 0)[0])


def _unquoted(line: re.Match[str]) -> str:
    name = line["key"].replace("''", "'")
    return f"{line['start']}{name}{line['colon']}"


def _mask(node: _Node, page_type: str, *, inside: bool) -> _Node:
    inside = inside or node.role == "main"
    children = tuple(_mask(child, page_type, inside=inside) for child in node.children)
    if not inside:
        return replace(node, children=children)
    state, colon, _ = node.rest.partition(":")
    kept = node.name is None or _from_interface(node, page_type)
    return _Node(
        node.role,
        _NUMBER.sub("#", node.name) if kept and node.name else node.name and "…",
        f"{state}: …" if colon else state,
        _distinct(children),
    )


def _from_interface(node: _Node, page_type: str) -> bool:
    if node.role != "heading":
        return node.role in _NAMED
    return page_type not in (_TITLED if "level=1" in node.rest else _LISTS)


def _distinct(children: tuple[_Node, ...]) -> tuple[_Node, ...]:
    """Each shape once between one named heading and the next."""
    seen: set[_Node] = set()
    kept = []
    for child in children:
        if child.role == "heading" and child.name != "…":
            seen.clear()
        if child not in seen:
            kept.append(child)
            seen.add(child)
    return tuple(kept)


def _file(page: Page, golden: Path) -> Path:
    return golden / f"{page.type.replace(' ', '-')}.{page.variant}.yml"


def _finding(page: Page, rule: str, message: str) -> Finding:
    remedy = (
        "mend the template; if the change is meant, run with --update-snapshots and review the diff"
    )
    return Finding("snapshots", rule, page.address, "page", message, remedy)


def _orphan(file: Path) -> Finding:
    return Finding(
        "snapshots",
        "page-type-gone",
        file.stem,
        "page",
        "a golden accessibility tree stands for a page type that the site no longer has",
        f"bring the page back, or remove a11y/snapshots/{file.name}",
    )
