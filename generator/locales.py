"""The four variants of the site: how each is addressed, tagged and written."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.model import Localized

_NO_BREAK = "\u00a0"
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


@dataclass(frozen=True)
class Locale:
    """One variant: `code` names its folder, `language` the text it is made from."""

    code: str
    language: str
    tag: str
    endonym: str
    babel: str
    script: Callable[[str], str]

    @property
    def prefix(self) -> str:
        """First part of every address: empty for Uzbek Latin, which is the default."""
        return "" if self.code == "uz" else f"{self.code}/"

    def text(self, value: Localized) -> str:
        """The text of this variant; the digits of one number stay on one line."""
        return self.script(_THOUSANDS.sub(_NO_BREAK, getattr(value, self.language)))


def locales(to_cyrillic: Callable[[str], str]) -> tuple[Locale, ...]:
    """All variants; Uzbek Cyrillic is the Latin text put through `to_cyrillic`."""

    def as_written(text: str) -> str:
        return text

    return (
        Locale("uz", "uz", "uz-Latn", "Oʻzbekcha", "uz_Latn", as_written),
        Locale("uz-cyrl", "uz", "uz-Cyrl", "Ўзбекча", "uz_Latn", to_cyrillic),
        Locale("ru", "ru", "ru", "Русский", "ru", as_written),
        Locale("en", "en", "en", "English", "en", as_written),
    )
