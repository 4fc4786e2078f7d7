"""Files for the tools around the content, made from the model and the spheres. Pure.

They are written by `xizmat schema` and kept in the repository: JSON Schemas, the settings by
which VS Code completes and underlines, and who is asked about a change.
"""

import json
from collections.abc import Iterable, Iterator

from generator.editors import schema
from generator.model import Sphere

ORGANIZATION = "your-organization"
"""Stands for the organization on GitHub or GitLab; its teams are named by what they do."""


def files(spheres: Iterable[Sphere]) -> dict[str, str]:
    """Path in the repository → text of every file that is made."""
    made = {f"schema/{name}.json": schema.text(each) for name, each in schema.schemas().items()}
    made[".vscode/settings.json"] = _settings()
    made["CODEOWNERS"] = "\n".join(_owners(spheres)) + "\n"
    return made


def _settings() -> str:
    """VS Code: which schema a file answers to, and what keeps files as they are written."""
    schemas = {
        "./schema/passport.json": "content/services/*/*.yml",
        "./schema/guidance.json": "content/covid-19/*.yml",
        **{f"./schema/{name}.json": f"content/{name}.yml" for name in schema.LISTS},
    }
    settings = {
        "yaml.schemas": schemas,
        "yaml.format.enable": False,
        "editor.unicodeHighlight.ambiguousCharacters": False,
        "[yaml]": {"editor.wordWrap": "on", "editor.insertSpaces": True, "editor.tabSize": 2},
        "files.eol": "\n",
        "files.insertFinalNewline": True,
    }
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def _owners(spheres: Iterable[Sphere]) -> Iterator[str]:
    """CODEOWNERS: the last line that fits a file names who is asked."""
    yield "# Who is asked about a change. Made by `xizmat schema` from content/spheres.yml."
    yield f"# Put your organization in the place of {ORGANIZATION}; its teams carry these names."
    for pattern, team in (
        ("*", "developers"),
        ("/content/", "content-editors"),
        ("/content/translations.yml", "translators"),
        ("/content/vocabulary.yml", "translators"),
        *((f"/content/services/{sphere.id}/", f"{sphere.id}-editors") for sphere in spheres),
    ):
        yield f"{pattern} @{ORGANIZATION}/{team}"
