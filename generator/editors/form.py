"""The form of a passport for Decap CMS, made from its JSON Schema. Pure.

Three attributes are ours, for `editors.js`: `lines` (a list that is edited one a line),
`drop_empty` (a list that may be absent and then means the same), `options_of` (options that many
fields share, or that the sphere gives, stand once beside the fields).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator import model
from generator.editors.schema import Schema, said, table

Field = dict[str, Any]
LANGUAGES = model.LANGUAGES

CHOSEN = {"laws", "organizations", "related", "group"}
"""Fields that name entries of other files; `ref` is chosen from the vocabulary."""
_PLAIN_TYPES = ("integer", "number", "boolean")
_NUMBER = r"^\d+(\.\d+)?$"
_DATE = r"^\d{4}-\d\d-\d\d$"
_IDENTIFIER = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_WORD_OF_A_FILE = re.compile(r"`([a-z_-]+)`")


def fields(schema: Schema, language: str) -> list[Field]:
    """The fields of a passport, labelled and explained in a language."""
    return list(_Form(schema["$defs"], language).fields("Passport", schema))


def plain_keys(schema: Schema) -> list[str]:
    """Keys whose value stands in a file without quotes: numbers, yes and no, whole dates."""
    parts = [schema, *schema["$defs"].values()]
    return sorted(
        {
            name
            for part in parts
            for name, field in part.get("properties", {}).items()
            if field.get("type") in _PLAIN_TYPES or field.get("format") == "date"
        }
    )


class _Form:
    """Makes fields of one language."""

    def __init__(self, definitions: Mapping[str, Schema], language: str) -> None:
        self._definitions = definitions
        self._language = language

    def fields(
        self, owner: str, schema: Schema, *, within: Sequence[str] = (), wanted: bool = True
    ) -> Iterator[Field]:
        """Fields of a part; nothing is required in a part that may be absent."""
        for name, part in schema["properties"].items():
            if name == "also" and "also" in within:
                continue  # statements beside a statement have none themselves
            required = wanted and name in schema.get("required", ())
            yield self._field(owner, name, part, [*within, name]) | {"required": required}

    def _field(self, owner: str, name: str, part: Schema, within: Sequence[str]) -> Field:
        label, about = said(owner, name, self._language)
        if name in LANGUAGES and not _always(within[:-1]):
            about = ""  # said once, at the name and the summary
        widget = self._widget(owner, name, part, within)
        hint = self._spoken(about)
        if "lines" in widget:
            hint = f"{hint} {table('form')['one_a_line'][self._language]}".strip()
        return {"name": name, "label": label, "hint": hint} | widget

    def _widget(self, owner: str, name: str, part: Schema, within: Sequence[str]) -> Field:
        if name in CHOSEN or name == "ref":
            options = f"ref_{within[0]}" if name == "ref" else name
            many = part.get("type") == "array"
            return {"widget": "select", "multiple": many, "options_of": options} | _droppable(
                owner, name, many=many
            )
        if "$ref" in part:
            return self._part(part["$ref"].rpartition("/")[2], name, within)
        items = part.get("items", {})
        if "$ref" in items:
            return self._list(owner, name, items["$ref"].rpartition("/")[2], within)
        if "enum" in items:
            values = self._options(table("values")[name])
            return {"widget": "select", "multiple": True, "options": values} | _droppable(
                owner, name, many=True
            )
        if "anyOf" in part or part.get("type") == "array":
            lines = "one-or-many" if "anyOf" in part else "many"
            return {"widget": "text", "lines": lines}
        return self._scalar(name, part)

    def _scalar(self, name: str, part: Schema) -> Field:
        words = table("form")
        if "enum" in part:
            default = {"default": "offered"} if name == "status" else {}
            return {"widget": "select", "options": self._options(table("values")[name])} | default
        if part.get("type") == "boolean":
            return {"widget": "select", "options": self._options(table("values")["yes_no"])}
        for pattern, word, holds in (
            (_NUMBER, "number_form", part.get("type") in _PLAIN_TYPES),
            (_DATE, "date_form", part.get("format") == "date"),
            (_IDENTIFIER, "id_form", name == "id"),
        ):
            if holds:
                return {"widget": "string", "pattern": [pattern, words[word][self._language]]}
        return {"widget": "text" if name in LANGUAGES else "string"}

    def _part(self, definition: str, name: str, within: Sequence[str]) -> Field:
        schema = self._definitions[definition]
        if "enum" in schema:
            return self._scalar(name, schema)
        inside = list(self.fields(definition, schema, within=within, wanted=_always(within)))
        closed = not _always(within)
        return {"widget": "object", "collapsed": closed, "fields": inside}

    def _list(self, owner: str, name: str, definition: str, within: Sequence[str]) -> Field:
        inside = list(self.fields(definition, self._definitions[definition], within=within))
        return {
            "widget": "list",
            "collapsed": True,
            "summary": f"{{{{fields.{self._language}}}}} {{{{fields.ref}}}}"
            if any(field["name"] == "ref" for field in inside)
            else f"{{{{fields.{self._language}}}}}",
            "label_singular": table("singular")[name][self._language],
            "fields": inside,
        } | _droppable(owner, name, many=True)

    def _options(self, values: Mapping[str, Mapping[str, str]]) -> list[dict[str, str]]:
        return [{"value": value, "label": words[self._language]} for value, words in values.items()]

    def _spoken(self, about: str) -> str:
        """Help without the words that only the file has: labels stand in their place."""

        def label(found: re.Match[str]) -> str:
            words = table("fields").get(found[1]) or table("values")["yes_no"].get(found[1])
            if words is None:
                return found[1]
            word = words[self._language]
            return f"“{word if isinstance(word, str) else word[0]}”"

        return _WORD_OF_A_FILE.sub(label, about)


def _always(within: Sequence[str]) -> bool:
    """Whether this is a part that every passport has."""
    return list(within) in (["name"], ["summary"])


def _droppable(owner: str, name: str, *, many: bool) -> Field:
    """`drop_empty` for a list whose absence means the same as an empty one."""
    owner_type: Any = getattr(model, owner)
    return {"drop_empty": True} if many and owner_type.model_fields[name].default == () else {}
