"""Files of `content/` → raw data that knows its file and, when asked, its lines.

Every YAML scalar stays text (only null is None): `0123`, `yes` and `2020-03-24` mean what they
look like, and the model decides what a field must be.
"""

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator.errors import Location, Problem

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = ("", "~", "null")


@dataclass(frozen=True)
class Raw:
    """The data of one file, not yet checked."""

    path: Path
    data: Any
    digest: str = field(default="", kw_only=True)
    """SHA-256 of the file's bytes, empty where there is no file yet."""

    def line(self, location: Location) -> int:
        """Line (from 1) of the deepest part of `location` that the file has."""
        node = _tree(self.path.read_text("utf-8"))
        line = 1
        for step in location:
            child = _child(node, step)
            if child is None:
                break
            key, node = child
            line = key.start_mark.line + 1
        return line


@dataclass(frozen=True)
class RawContent:
    """All files of the content folder, and what could not even be read."""

    services: tuple[Raw, ...]
    guidance: tuple[Raw, ...]
    lists: dict[str, Raw]
    problems: tuple[Problem, ...]


def load(content: Path, parsed: dict[str, Any] | None = None) -> RawContent:
    """Read the content folder; unreadable files become problems, never exceptions.

    `parsed` has the data of files by the SHA-256 of their bytes and is brought up to date:
    parsing is most of the work.
    """
    problems: list[Problem] = []
    known = {} if parsed is None else parsed
    found: dict[str, Any] = {}

    def data(digest: str, text: bytes) -> Any:
        found[digest] = known[digest] if digest in known else parse(text.decode("utf-8"))
        return found[digest]

    def read(path: Path) -> Raw | None:
        try:
            text = path.read_bytes()
            digest = hashlib.sha256(text).hexdigest()
            return Raw(path, data(digest, text), digest=digest)
        except yaml.MarkedYAMLError as error:
            problems.append(_unreadable(path, error))
        except UnicodeDecodeError as error:
            problems.append(Problem(path, 1, "file", "file-encoding", (("detail", error.reason),)))
        return None

    def read_all(pattern: str) -> tuple[Raw, ...]:
        return tuple(raw for path in sorted(content.glob(pattern)) if (raw := read(path)))

    lists = {raw.path.stem: raw for raw in read_all("*.yml")}
    loaded = RawContent(
        read_all("services/*/*.yml"), read_all("covid-19/*.yml"), lists, tuple(problems)
    )
    known.clear()
    known.update(found)
    return loaded


def parse(text: str) -> Any:
    """YAML text → dicts, lists, strings and None.

    Raises yaml.MarkedYAMLError for what is not YAML and for a key that stands twice.
    """
    node = yaml.compose(text, Loader=_LOADER)
    return None if node is None else _value(node)


def _value(node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return None if not node.style and node.value in _NULLS else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    values: dict[str, Any] = {}
    for key, value in node.value:
        if key.value in values:
            raise yaml.MarkedYAMLError(
                problem=f"the key '{key.value}' stands twice",
                problem_mark=key.start_mark,
                note=key.value,
            )
        values[key.value] = _value(value)
    return values


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


@lru_cache(maxsize=8)
def _tree(text: str) -> yaml.Node | None:
    """The nodes of a file; findings of one file come together, so few are kept."""
    node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    return node


def _unreadable(path: Path, error: yaml.MarkedYAMLError) -> Problem:
    line = error.problem_mark.line + 1 if error.problem_mark else 1
    if error.note:
        return Problem(path, line, "file", "key-doubled", (("key", error.note),))
    if "\t" in "".join(path.read_text("utf-8").splitlines()[line - 1 : line]):
        return Problem(path, line, "file", "file-tab")
    detail = (("detail", error.problem or "YAML"),)
    return Problem(path, line, "file", "file-yaml", detail)
