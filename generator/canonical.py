"""The one way a content file is written: field order, quoting, no line folding."""

from decimal import Decimal
from enum import Enum
from typing import Any

import yaml
from pydantic import BaseModel

from generator.errors import FormatError
from generator.load import parse

_WORDS_FIELDS = ("uz", "ru", "en", "official", "text", "valid_from", "valid_to")
_FROM_VOCABULARY = ("uz", "ru", "en", "channel")
_LAST_FIELDS = ("also", "caution", "source", "as_of")
"""Parts of a file begin with their own fields, then say their words, then name their sources."""


Entry = BaseModel | list[BaseModel] | dict[str, list[BaseModel]]


class _Dumper(yaml.SafeDumper):
    """Writes every value in full, never an alias."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  # the signature is PyYAML's
        return True


def _represent_decimal(dumper: _Dumper, value: Decimal) -> yaml.Node:
    """A number as it was written: `9` and `0.045`, without quotes or tags."""
    kind = "int" if str(value).isdigit() else "float"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", str(value))


_Dumper.add_representer(Decimal, _represent_decimal)


def canonical(entry: Entry) -> str:
    """A model, a list of models, or named lists of models, as YAML text.

    Raises FormatError when the text would not read back as the same values.
    """
    data = _plain(entry)
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    _read_back(text, data)
    return text


def _read_back(text: str, data: Any) -> None:
    """Nothing is written over a file before its new text was seen to say the same."""
    if parse(text) != _scalars(data):
        raise FormatError("format: a text would change; its file was left as it is")


def _scalars(value: Any) -> Any:
    """Data as the loader gives it: every scalar is text."""
    if isinstance(value, dict):
        return {key: _scalars(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_scalars(item) for item in value]
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)


def _plain(value: Any, key: str = "") -> Any:
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in _ordered(value)}
        return {name: _plain(field, name) for name, field in fields.items()}
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, (tuple, list)):
        if key == "source" and len(value) == 1:
            return value[0]
        return [_plain(item) for item in value]
    return value.value if isinstance(value, Enum) else value


def field_order(model: type[BaseModel]) -> tuple[str, ...]:
    """Every field of a model in the order in which a file has them."""
    names = tuple(model.model_fields)
    if "id" in names:
        last = tuple(name for name in ("source", "as_of") if name in names)
        return tuple(name for name in names if name not in last) + last
    order = (*_WORDS_FIELDS, *_LAST_FIELDS)
    return tuple(sorted(names, key=lambda name: order.index(name) if name in order else -1))


def _ordered(value: BaseModel) -> list[str]:
    """Fields that the file gave, in canonical order."""
    left_out = {"sphere"} if "id" in type(value).model_fields else set()
    if getattr(value, "ref", None):
        left_out |= set(_FROM_VOCABULARY)
    return [
        name
        for name in field_order(type(value))
        if name in value.model_fields_set and name not in left_out
    ]
