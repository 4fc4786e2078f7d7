"""The texts of a file, as the rules read them: raw, so that a broken file is read as well."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.errors import Location
from generator.model import LANGUAGES


@dataclass(frozen=True)
class Scalar:
    """One written value; `language` is set where it is a text in a language."""

    location: Location
    value: str
    language: str | None


@dataclass(frozen=True)
class Text:
    """One text in the three languages; a missing language is empty."""

    location: Location
    uz: str
    ru: str
    en: str

    def of(self, language: str) -> str:
        """The text in one language."""
        return str(getattr(self, language))


def scalars(data: Any, at: Location = (), language: str | None = None) -> Iterator[Scalar]:
    """Every written value of a file, in its order."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from scalars(value, (*at, key), key if key in LANGUAGES else language)
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from scalars(value, (*at, number), language)
    elif isinstance(data, str):
        yield Scalar(at, data, language)


def texts(data: Any, at: Location = ()) -> Iterator[Text]:
    """Every text of a file that is written in languages, in its order."""
    if isinstance(data, dict):
        if isinstance(data.get("uz"), str):
            said = (data.get(code) for code in LANGUAGES)
            yield Text(at, *(value if isinstance(value, str) else "" for value in said))
        for key, value in data.items():
            yield from texts(value, (*at, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from texts(value, (*at, number))
