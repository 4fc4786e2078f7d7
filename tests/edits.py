"""The edits that people make in a register: change, add, rename, move, remove."""

import re
from pathlib import Path

_NAME = re.compile(r"^(  (?:uz|ru|en): )(.+)$", re.MULTILINE)
_PORTAL = re.compile(r"^portal_id: .+\n", re.MULTILINE)
_GROUP = re.compile(r"^group: .+\n", re.MULTILINE)


def services(content: Path) -> list[Path]:
    return sorted((content / "services").glob("*/*.yml"))


def change(path: Path, to: str = "Yangi") -> None:
    """Another name in all languages."""
    text = path.read_text("utf-8")
    path.write_text(_NAME.sub(rf"\g<1>{to} \g<2>", text, count=3), "utf-8")


def add(path: Path, name: str) -> None:
    """A new service that says what `path` says, under a name and number of its own."""
    text = path.read_text("utf-8").replace(f"id: {path.stem}\n", f"id: {name}\n", 1)
    added = path.with_name(f"{name}.yml")
    added.write_text(_PORTAL.sub("", text), "utf-8")
    change(added, to=name)


def rename(path: Path, name: str) -> None:
    """Another id for the same service."""
    text = path.read_text("utf-8").replace(f"id: {path.stem}\n", f"id: {name}\n", 1)
    path.with_name(f"{name}.yml").write_text(text, "utf-8")
    path.unlink()


def move(path: Path, sphere: str) -> None:
    """Another sphere; the group belonged to the former one."""
    folder = path.parent.parent / sphere
    folder.mkdir(exist_ok=True)
    (folder / path.name).write_text(_GROUP.sub("", path.read_text("utf-8")), "utf-8")
    path.unlink()
