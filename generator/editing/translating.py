"""Which translations are older than their Uzbek text, and the record of it."""

import yaml

from generator.inputs import translations_of
from generator.settings import Settings
from generator.translations import Store, Work, confirmed, outdated, recorded, written


def work_of_translators(settings: Settings, identifier: str = "") -> tuple[Work, ...]:
    """Every translation that is older than its Uzbek text, of one entry or of all."""
    found = outdated(*translations_of(settings))
    return tuple(work for work in found if identifier in ("", work.id))


def record_translations(settings: Settings) -> None:
    """Bring content/translations.yml up to date with what editors wrote."""
    entries, store = translations_of(settings)
    _write_translations(settings, recorded(entries, store))


def confirm_translation(settings: Settings, identifier: str, field: str, language: str) -> None:
    """Note that a translation agrees with its Uzbek text. Raises ConfirmError."""
    store = confirmed(*translations_of(settings), identifier, field, language)
    _write_translations(settings, store)


def _write_translations(settings: Settings, store: Store) -> None:
    text = yaml.safe_dump(written(store), default_style=None, width=10**6)
    (settings.content / "translations.yml").write_text(text, "utf-8")
