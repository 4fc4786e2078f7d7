"""The arrows of the house: cli → pipeline → stages → model, and never back."""

import ast
from pathlib import Path

from generator.settings import ROOT

MAY_IMPORT = {
    "messages": set(),
    "errors": {"messages"},
    "settings": {"errors"},
    "uzbek": set(),
    "model": {"model"},
    "locales": {"model"},
    "words": {"locales"},
    "phrases": {"locales", "model", "words"},
    "load": {"errors"},
    "references": {"errors", "load", "model"},
    "vocabulary": {"errors", "load"},
    "officialese": set(),
    "plain": {"officialese"},
    "spelling": {"errors"},
    "review": {"model", "plain"},
    "validate": {"errors", "load", "messages", "model", "plain", "references", "vocabulary"},
    "rules": {"rules", "errors", "model", "plain", "uzbek"},
    "translations": {"errors"},
    "changes": {"model"},
    "transcript": {"views"},
    "change_report": {"changes", "messages", "model", "phrases"},
    "revision": {"errors"},
    "check": {"errors", "load", "messages", "model", "rules", "translations", "validate"},
    "report": {"check", "errors", "messages", "translations"},
    "canonical": {"errors", "load", "model"},
    "editors": {"canonical", "editors", "errors", "model"},
    "sentences": set(),
    "terms": {"locales", "model"},
    "lock": set(),
    "background": set(),
    "views": {"views", "locales", "model", "phrases", "sentences", "terms", "uzbek", "words"},
    "exports": {"exports", "views", "locales", "model", "references", "uzbek"},
    "scripts": {"errors", "locales", "words"},
    "stage": {"views"},
    "build": {"errors", "settings", "views"},
    "hooks": {"sentences"},
    "watch": set(),
    "remote": {"errors", "tables"},
    "tables": {"tables", "errors", "load", "model", "uzbek"},
    "comparing": {"comparing", "errors", "messages", "model", "tables", "uzbek"},
    "imports": {
        "imports",
        "tables",
        "canonical",
        "errors",
        "load",
        "messages",
        "model",
        "phrases",
        "uzbek",
        "vocabulary",
    },
    "progress": {"errors"},
    "publish": {"errors"},
    "release": {"release", "errors", "locales", "model", "phrases", "settings"},
    "inputs": {
        "check",
        "errors",
        "load",
        "locales",
        "model",
        "release",
        "settings",
        "translations",
        "uzbek",
        "words",
    },
    "site_files": {
        "build",
        "exports",
        "inputs",
        "locales",
        "model",
        "phrases",
        "release",
        "scripts",
        "settings",
        "views",
        "words",
    },
    "indexing": {
        "errors",
        "inputs",
        "model",
        "progress",
        "publish",
        "settings",
        "views",
    },
    "sound": {"build", "release", "scripts", "settings", "views"},
    # Stages that only together make a page: what the cache lacks is staged, built and read.
    "render": {"build", "progress", "release", "settings", "stage", "views"},
}
FREE = {"cli", "commands", "pipeline", "editing", "__init__"}
"""`pipeline` tells the story of a build, `editing` what editors ask for."""


def imported(path: Path) -> set[str]:
    """Rooms of the generator that a file imports."""
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("generator"):
            parts = node.module.split(".")
            rooms |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
    return rooms


def test_stages_import_only_what_lies_below_them() -> None:
    wrong = {}
    for path in (ROOT / "generator").rglob("*.py"):
        room = path.relative_to(ROOT / "generator").parts[0].removesuffix(".py")
        if room not in FREE and (extra := imported(path) - MAY_IMPORT[room]):
            wrong[str(path)] = extra
    assert wrong == {}


def test_nothing_imports_the_command_line_or_the_pipeline() -> None:
    for path in (ROOT / "generator").rglob("*.py"):
        if path.name != "cli.py" and path.parent.name not in {"commands", "editing"}:
            assert not imported(path) & {"cli", "commands", "pipeline", "editing"}, path


def test_the_audit_stands_alone() -> None:
    assert (ROOT / "a11y").is_dir()
    for path in (ROOT / "a11y").rglob("*.py"):
        assert not imported(path), path
