"""The settings page: how a reader wants the site to look."""

from dataclasses import dataclass

from generator.views.page import Page, Site, listing

CHOICES = {
    "size": ("", "125", "150", "200"),
    "spacing": ("", "wide"),
    "look": ("", "light", "dark", "yellow", "white"),
    "width": ("", "narrow", "full"),
    "links": ("", "thick"),
    "motion": ("", "none"),
    "view": ("", "simple"),
    "script": ("", "uz-Latn", "uz-Cyrl"),
}
"""Setting → values; the empty value is the page's own way. They stand as `data-` on <html>."""


@dataclass(frozen=True)
class Option:
    """One value of a setting and its word."""

    value: str
    label: str


@dataclass(frozen=True)
class Choice:
    """One setting with its values."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class SettingsBody:
    """All settings, and the address of the script that keeps them."""

    choices: tuple[Choice, ...]
    script: str


def settings_page(site: Site, script: str) -> Page:
    """The settings page of one variant."""
    words = site.words
    choices = tuple(
        Choice(
            name,
            words(f"set_{name}"),
            tuple(Option(value, words(f"set_{name}_{value or 'own'}")) for value in values),
        )
        for name, values in CHOICES.items()
    )
    return listing(site, "settings", "settings/", SettingsBody(choices, script))
