"""Files that are written for editors: content in order, the form, what tools read."""

from pathlib import Path

from generator.canonical import Entry, canonical
from generator.check import check as check_content
from generator.editors import build as editors
from generator.editors import tools
from generator.editors.serve import BackEnd
from generator.inputs import (
    register_of,
    valid,
)
from generator.load import load
from generator.settings import Settings

_LISTS = {
    "spheres": "spheres",
    "organizations": "organizations",
    "laws": "laws",
    "directory": "directory",
    "glossary": "glossary",
    "statistics": "statistics",
    "timeline": "timeline",
    "life-events": "life_events",
    "audiences": "audiences",
    "lessons": "lessons",
    "moved": "moved",
}
"""File of a list → field of the register."""


def format_content(settings: Settings) -> tuple[Path, ...]:
    """Write every file of the content in canonical form; returns those that changed.

    Raises ContentError when the content has problems: only what is understood is rewritten.
    """
    content = load(settings.content)
    register = valid(check_content(content, settings.root, errors_only=True))
    files: list[tuple[Path, Entry]] = [
        *zip((raw.path for raw in content.services), register.passports, strict=True),
        *((settings.content / f"covid-19/{s.id}.yml", s) for s in register.guidance),
        *(
            (settings.content / f"{name}.yml", list(getattr(register, field)))
            for name, field in _LISTS.items()
        ),
        (
            settings.content / "vocabulary.yml",
            {"documents": list(register.documents), "steps": list(register.steps)},
        ),
    ]
    texts = {path: canonical(entry) for path, entry in files}
    return _write(texts)


def write_tools(settings: Settings) -> tuple[Path, ...]:
    """Write the files for the tools around the content; returns those that changed."""
    made = tools.files(register_of(settings).spheres)
    return _write({settings.root / name: text for name, text in made.items()})


def write_editors(settings: Settings, back_end: BackEnd) -> Path:
    """Write the editors' pages, which save through a back end of Decap; returns their folder.

    Raises ContentError and EditError.
    """
    out = settings.work / "editors"
    editors.write(out, register_of(settings), back_end, settings.root / "node_modules")
    return out


def _write(texts: dict[Path, str]) -> tuple[Path, ...]:
    """Write the files whose text is another one; returns them."""
    changed = [
        path for path, text in texts.items() if not path.exists() or path.read_text("utf-8") != text
    ]
    for path in changed:
        path.parent.mkdir(exist_ok=True)
        path.write_text(texts[path], "utf-8")
    return tuple(changed)
