"""The JSON Schema of every content file, made from the model and its field descriptions. Pure.

A schema says what a file must look like as YAML; what the model's validators ask across fields
(one price, a number with its unit) is said by `xizmat check`.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pydantic import BaseModel, TypeAdapter

from generator import model
from generator.canonical import field_order

Schema = dict[str, Any]

LISTS: Mapping[str, type[BaseModel]] = {
    "spheres": model.Sphere,
    "organizations": model.Organization,
    "laws": model.Law,
    "directory": model.DirectoryEntry,
    "glossary": model.GlossaryTerm,
    "statistics": model.Statistic,
    "timeline": model.Event,
    "life-events": model.LifeEvent,
    "audiences": model.AudienceGuide,
    "lessons": model.Lesson,
    "wanted": model.Wanted,
    "moved": model.Moved,
}
"""File of a list → what its entries are."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WORDS = Path(__file__).with_name("words.yml")


class Said(NamedTuple):
    """What an editor is told of a field."""

    label: str
    help: str


def schemas() -> dict[str, Schema]:
    """Name of a schema's file → the schema: of a passport, of guidance, of every list."""
    made = {"passport": passport(), "guidance": _described(model.Guidance.model_json_schema())}
    for name, entry in LISTS.items():
        made[name] = _described(TypeAdapter(list[entry]).json_schema())  # type: ignore[valid-type]  # a type made as it runs
    return made


def passport() -> Schema:
    """The schema of a passport as it stands in its file: its sphere is the folder."""
    schema = _described(model.Passport.model_json_schema())
    del schema["properties"]["sphere"]
    schema["required"].remove("sphere")
    return schema


def text(schema: Schema) -> str:
    """A schema as its file says it."""
    return json.dumps({"$schema": _DIALECT, **schema}, ensure_ascii=False, indent=1) + "\n"


def said(owner: str, field: str, language: str) -> Said:
    """Label and help of a field of a model; empty where editors have no form for it."""
    owner_type: type[BaseModel] = getattr(model, owner)
    description = owner_type.model_fields[field].description or ""
    for key in (*(f"{each.__name__}.{field}" for each in owner_type.__mro__), field):
        if key in table("fields"):
            words = table("fields")[key][language]
            return Said(words[0], description if language == "en" else words[1])
    return Said("", description if language == "en" else "")


def table(part: str) -> Mapping[str, Any]:
    """A part of words.yml: `fields`, `values` or `form`."""
    words: Mapping[str, Any] = _words_of_editors()[part]
    return words


def _described(schema: Schema) -> Schema:
    """A schema of pydantic's as a YAML file has it, with words for editors."""
    definitions = {name: _model(name, part) for name, part in schema.pop("$defs", {}).items()}
    whole = _model(schema["title"], schema) if "properties" in schema else schema
    return {**whole, "$defs": definitions}


def _model(name: str, schema: Schema) -> Schema:
    if "properties" not in schema:
        return schema
    properties = schema["properties"]
    order = field_order(getattr(model, name))
    made = {**schema, "properties": {key: _field(name, key, properties[key]) for key in order}}
    if "ref" in properties:  # an entry of the vocabulary stands for its words
        made["anyOf"] = [{"required": ["ref"]}, {"required": made.pop("required")}]
    return made


def _field(owner: str, name: str, schema: Schema) -> Schema:
    kept = {key: value for key, value in schema.items() if key not in ("default", "description")}
    choices = [each for each in kept.pop("anyOf", []) if each.get("type") != "null"]
    if choices and {"number", "string"} == {each.get("type") for each in choices}:
        choices = [each for each in choices if each["type"] == "number"]  # a Decimal is written so
    if len(choices) == 1:
        kept |= choices[0]
    elif choices:
        kept["anyOf"] = choices
    return kept | dict(_words(owner, name))


def _words(owner: str, name: str) -> Iterator[tuple[str, str]]:
    told = {language: said(owner, name, language) for language in model.LANGUAGES}
    yield "title", told["en"].label or name
    if told["en"].help:
        yield "description", told["en"].help
    lines = [f"**{each.label}** — {each.help}" for each in told.values() if each.label]
    if lines:
        yield "markdownDescription", "\n\n".join(lines)


@cache
def _words_of_editors() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(_WORDS.read_text("utf-8"))
    return words
