"""Languages in step: which translations are older than the Uzbek text they were made from. Pure.

`content/translations.yml` keeps, for each entry, one line a text: short digests of its Uzbek,
Russian and English as they were when they last agreed (`-` where that language is not known to
agree). Texts are known by what they say, not by their place, so that a new step in the middle
of a list makes nothing outdated.

A translation is outdated when it is still as it was, and the Uzbek text that it goes with is
not one that it was made from.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.errors import ConfirmError, Location

TRANSLATED = ("ru", "en")
_NOTHING = "-"
_DIGITS = 8

Pairs = Mapping[str, frozenset[tuple[str, str]]]
"""Language → digests of Uzbek texts, each with that of a translation that agrees with it."""
Store = Mapping[str, Pairs]
"""Id of an entry → its pairs."""


@dataclass(frozen=True)
class Work:
    """A text whose translation waits: entry, place in it, language."""

    id: str
    location: Location
    language: str

    @property
    def field(self) -> str:
        """The place as the command line takes it: `cost.text`."""
        return ".".join(map(str, self.location))


def read_store(data: Any) -> dict[str, Pairs]:
    """The parsed file → pairs; what is not as it should be counts as not confirmed."""
    store: dict[str, Pairs] = {}
    for identifier, lines in (data if isinstance(data, dict) else {}).items():
        rows = [str(line).split() for line in lines or ()]
        store[identifier] = {
            language: frozenset(
                (row[0], row[place]) for row in rows if len(row) > place and row[place] != _NOTHING
            )
            for place, language in enumerate(TRANSLATED, 1)
        }
    return store


def written(store: Store) -> dict[str, list[str]]:
    """Pairs → what the file holds, in an order that does not depend on the run."""
    return {
        identifier: sorted(_lines(pairs)) for identifier, pairs in sorted(store.items()) if pairs
    }


def outdated(entries: Mapping[str, Any], store: Store) -> Iterator[Work]:
    """Every translation that waits, entry by entry; `entries` is id → raw data."""
    for identifier, data in entries.items():
        pairs = store.get(identifier, {})
        for location, text in texts(data):
            for language in TRANSLATED:
                if _is_outdated(text, language, pairs.get(language, frozenset())):
                    yield Work(identifier, location, language)


def recorded(entries: Mapping[str, Any], store: Store) -> dict[str, Pairs]:
    """The store brought up to date: new texts and changed translations count as agreeing."""
    waiting = {(work.id, work.location, work.language) for work in outdated(entries, store)}
    return {
        identifier: {
            language: frozenset(
                pair
                for location, text in texts(data)
                for pair in _kept(
                    text, language, store.get(identifier, {}).get(language, frozenset()),
                    waits=(identifier, location, language) in waiting,
                )
            )
            for language in TRANSLATED
        }
        for identifier, data in entries.items()
    }  # fmt: skip


def confirmed(
    entries: Mapping[str, Any], store: Store, identifier: str, field: str, language: str
) -> dict[str, Pairs]:
    """The store after a translator said that the texts under `field` agree.

    Raises ConfirmError where there is no such entry or text.
    """
    if identifier not in entries:
        raise ConfirmError(f"translations: there is no entry '{identifier}'")
    way = field.split(".")
    found = [text for location, text in texts(entries[identifier]) if _under(location, way)]
    if not found:
        raise ConfirmError(f"translations: '{identifier}' has no text in '{field}'")
    new = frozenset((digest(text["uz"]), digest(text.get(language, ""))) for text in found)
    pairs = dict(store.get(identifier, {}))
    pairs[language] = pairs.get(language, frozenset()) | new
    return recorded(entries, {**store, identifier: pairs})


def texts(data: Any, at: Location = ()) -> Iterator[tuple[Location, dict[str, str]]]:
    """Place and words of every text of an entry."""
    if isinstance(data, dict):
        if isinstance(data.get("uz"), str):
            yield at, {key: value for key, value in data.items() if isinstance(value, str)}
        for key, value in data.items():
            yield from texts(value, (*at, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from texts(value, (*at, number))


def digest(text: str) -> str:
    """A short name of a text; an accident among the texts of one entry is out of the question."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def _is_outdated(text: Mapping[str, str], language: str, pairs: frozenset[tuple[str, str]]) -> bool:
    if language not in text:
        return False
    uzbek, other = digest(text["uz"]), digest(text[language])
    return (uzbek, other) not in pairs and other in {translation for _, translation in pairs}


def _kept(
    text: Mapping[str, str], language: str, pairs: frozenset[tuple[str, str]], *, waits: bool
) -> Iterator[tuple[str, str]]:
    if language not in text:
        return
    other = digest(text[language])
    if waits:
        yield from (pair for pair in pairs if pair[1] == other)
    else:
        yield digest(text["uz"]), other


def _under(location: Location, way: list[str]) -> bool:
    return [str(step) for step in location[: len(way)]] == way


def _lines(pairs: Pairs) -> Iterator[str]:
    for uzbek in {pair[0] for language in TRANSLATED for pair in pairs.get(language, ())}:
        columns = [
            sorted(other for key, other in pairs.get(language, ()) if key == uzbek)
            for language in TRANSLATED
        ]
        for row in range(max(map(len, columns))):
            others = [column[row] if row < len(column) else _NOTHING for column in columns]
            yield " ".join([uzbek, *others])
