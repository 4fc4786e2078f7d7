"""The words of the interface, one table for all variants (`overrides/words.yml`)."""

from collections.abc import Mapping
from pathlib import Path

import yaml
from babel import Locale as BabelLocale

from generator.locales import Locale

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Table = Mapping[str, Mapping[str, str | Mapping[str, str]]]


def read_words(path: Path) -> Table:
    """Key → language → phrase, or language → plural category → phrase."""
    table: Table = yaml.load(path.read_text("utf-8"), _LOADER)  # noqa: S506 - a safe loader
    return table


class Words:
    """Interface phrases of one variant; call it with a key and the values of its blanks."""

    def __init__(self, table: Table, locale: Locale) -> None:
        self._table = table
        self._locale = locale
        self._plural = BabelLocale.parse(locale.babel).plural_form

    def __call__(self, key: str, **values: str | int) -> str:
        """The phrase; raises KeyError for a key that the table does not have."""
        phrase = self._table[key][self._locale.language]
        if not isinstance(phrase, str):
            category = self._plural(int(values["count"]))
            phrase = phrase.get(category) or phrase["other"]
        return self._locale.script(phrase.format(**values))
