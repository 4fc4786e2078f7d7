"""Files for editors' tools are what the model and the spheres say, and fit all the content."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner
from pre_commit.clientlib import load_config

from generator.editors import form, schema, tools
from generator.load import parse
from generator.model import LANGUAGES, Sphere
from generator.settings import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ISSUE_FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.*.yml"))


class AsEditorsSee(yaml.CSafeLoader):
    """YAML as VS Code reads it: a date is text."""


AsEditorsSee.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
    for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def faults(name: str, pattern: str) -> list[str]:
    validator = jsonschema_rs.validator_for(schema.schemas()[name])
    return [
        f"{path}: {error.message}"
        for path in sorted((ROOT / "content").glob(pattern))
        for error in validator.iter_errors(yaml.load(path.read_text("utf-8"), AsEditorsSee))  # noqa: S506  # a safe loader
    ]


def test_every_content_file_fits_its_schema() -> None:
    files = {"passport": "services/*/*.yml", "guidance": "covid-19/*.yml"}
    files |= {name: f"{name}.yml" for name in schema.LISTS}
    assert [fault for name, pattern in files.items() for fault in faults(name, pattern)] == []


@pytest.mark.parametrize(
    ("key", "value"),
    [("cost", {"fre": True}), ("term", {"number": "two"}), ("reviewed", 2026), ("prise", "5")],
)
def test_a_wrong_field_is_underlined(key: str, value: object) -> None:
    path = ROOT / "content/services/certificates/birth-certificate.yml"
    passport = yaml.load(path.read_text("utf-8"), AsEditorsSee)  # noqa: S506  # a safe loader
    validator = jsonschema_rs.validator_for(schema.passport())
    assert validator.is_valid(passport)
    assert not validator.is_valid({**passport, key: value})


def test_the_files_in_the_repository_are_the_ones_that_would_be_made() -> None:
    spheres = parse((ROOT / "content/spheres.yml").read_text("utf-8"))
    made = tools.files([Sphere.model_validate(sphere) for sphere in spheres])
    stale = {
        name
        for name, text in made.items()
        if not (ROOT / name).exists() or (ROOT / name).read_text("utf-8") != text
    }
    assert stale == set(), "run `xizmat schema`"
    assert {path.name for path in (ROOT / "schema").iterdir()} == {
        name.partition("/")[2] for name in made if name.startswith("schema/")
    }


def test_every_folder_of_services_has_owners_named_by_role() -> None:
    lines = (ROOT / "CODEOWNERS").read_text("utf-8").splitlines()
    owned = dict(line.split() for line in lines if not line.startswith("#"))
    folders = {f"/content/services/{path.name}/" for path in (ROOT / "content/services").iterdir()}
    assert folders <= set(owned)
    role = re.compile(rf"@{tools.ORGANIZATION}/[a-z-]+-editors")
    assert all(role.fullmatch(owned[folder]) for folder in folders)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_the_form_has_a_label_and_help(language: str) -> None:
    def visit(fields: list[dict[str, Any]], way: str) -> None:
        for field in fields:
            name = f"{way}.{field['name']}"
            assert field["label"], name
            assert field["hint"] or field["name"] in LANGUAGES, name
            assert "`" not in field["hint"], name
            visit(field.get("fields", []), name)

    visit(form.fields(schema.passport(), language), "passport")


def test_labels_differ_between_languages() -> None:
    said = {code: schema.said("Passport", "cost", code) for code in LANGUAGES}
    assert (
        len({words.label for words in said.values()}) == len({w.help for w in said.values()}) == 3
    )


def test_the_form_reads_and_writes_every_passport_byte_by_byte() -> None:
    """What a browser would save without a change is the file as it was."""
    made = schema.passport()
    given = {"fields": form.fields(made, "uz"), "plain": form.plain_keys(made)}
    script = """
    const fs = require("fs");
    require(process.argv[1]);
    const given = JSON.parse(fs.readFileSync(0, "utf8"));
    const format = passportFormat(given.fields, given.plain, require(process.argv[2]));
    for (const path of given.paths) {
      const text = fs.readFileSync(path, "utf8");
      if (format.toFile(format.fromFile(text)) !== text) console.log(path);
    }
    """
    paths = [str(path) for path in (ROOT / "content/services").glob("*/*.yml")]
    own = ROOT / "generator/editors/page/passport-format.js"
    said = subprocess.run(
        ["node", "-e", script, str(own), str(ROOT / "node_modules/js-yaml")],
        input=json.dumps({**given, "paths": paths}),
        text=True, capture_output=True, check=True,
    )  # fmt: skip
    assert said.stdout == ""


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("github-workflows", WORKFLOWS),
        ("github-actions", [ROOT / ".github/actions/setup/action.yml"]),
        ("github-issue-forms", ISSUE_FORMS),
        ("github-issue-config", [ROOT / ".github/ISSUE_TEMPLATE/config.yml"]),
        ("gitlab-ci", [ROOT / ".gitlab-ci.yml"]),
    ],
)
def test_workflows_are_what_their_hosts_expect(name: str, paths: list[Any]) -> None:
    assert paths
    arguments = ["--builtin-schema", f"vendor.{name}", *map(str, paths)]
    checked = CliRunner().invoke(check_jsonschema, arguments)
    assert checked.exit_code == 0, checked.output


def test_hooks_before_a_commit_run_our_own_commands() -> None:
    hooks = load_config(ROOT / ".pre-commit-config.yaml")["repos"][0]["hooks"]
    assert [hook["entry"] for hook in hooks] == [
        ".venv/bin/ruff check", ".venv/bin/ruff format",
        ".venv/bin/xizmat check", ".venv/bin/xizmat format",
    ]  # fmt: skip


def test_issue_forms_stand_in_three_languages() -> None:
    kinds: dict[str, set[str]] = {}
    for path in ISSUE_FORMS:
        kind, language = path.stem.split(".")
        kinds.setdefault(kind, set()).add(language)
    assert kinds
    assert all(languages == set(LANGUAGES) for languages in kinds.values())


def test_the_public_site_has_nothing_of_the_form(site: Path) -> None:
    own = {path.name for path in (ROOT / "generator/editors/page").iterdir()} - {"index.html"}
    found = [
        path
        for path in site.rglob("*")
        if path.name in own or "decap" in path.name or path.name == "form.json"
    ]
    assert found == []
