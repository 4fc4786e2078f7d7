"""The one way a content file is written: field order, quoting, no line folding."""

from decimal import Decimal
from enum import Enum
from typing import Any

import yaml
from pydantic import BaseModel

from generator.errors import FormatError
from generator.load import parse
from generator.model import Passport

_WORDS_FIELDS = ("uz", "ru", "en", "official", "text", "valid_from", "valid_to")
_LAST_FIELDS = ("also", "caution", "source", "as_of")
"""Parts of a file begin with their own fields, then say their words, then name their sources."""


class _Dumper(yaml.SafeDumper):
    """Writes every value in full, never an alias."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  # the signature is PyYAML's
        return True


_Dumper.add_representer(
    Decimal, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:float", str(value))
)


def canonical(entry: BaseModel | list[BaseModel]) -> str:
    """A model, or a list of models, as YAML text.

    Raises FormatError when the text would not read back as the same values.
    """
    data = [_plain(item) for item in entry] if isinstance(entry, list) else _plain(entry)
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    _read_back(text, entry)
    return text


def _read_back(text: str, entry: BaseModel | list[BaseModel]) -> None:
    """Nothing is written over a file before its new text was seen to mean the same."""
    entries = entry if isinstance(entry, list) else [entry]
    data = parse(text) if isinstance(entry, list) else [parse(text)]
    for item, values in zip(entries, data, strict=True):
        folder = {"sphere": item.sphere} if isinstance(item, Passport) else {}
        if type(item).model_validate({**values, **folder}) != item:
            raise FormatError(f"format: {item!r:.80} would change; the file was left as it is")


def _plain(value: Any, key: str = "") -> Any:
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in _ordered(value)}
        return {name: _plain(field, name) for name, field in fields.items()}
    if isinstance(value, tuple):
        if key == "source" and len(value) == 1:
            return value[0]
        return [_plain(item) for item in value]
    return value.value if isinstance(value, Enum) else value


def _ordered(value: BaseModel) -> list[str]:
    """Fields that the file gave, in canonical order."""
    given = [name for name in type(value).model_fields if name in value.model_fields_set]
    if "id" in given:
        last = [name for name in ("source", "as_of") if name in given]
        return [name for name in given if name not in (*last, "sphere")] + last
    order = (*_WORDS_FIELDS, *_LAST_FIELDS)
    return sorted(given, key=lambda name: order.index(name) if name in order else -1)
