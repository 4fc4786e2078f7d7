"""Passports side by side: the same name, number or long text twice, names a letter apart."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from generator import uzbek
from generator.errors import Finding
from generator.model import LANGUAGES, DirectoryEntry, Organization, Passport
from generator.rules.texts import texts

_LONG = 80
"""Letters from which a text that stands twice was copied and not only said alike."""

Found = Iterator[tuple[int, Finding]]
"""Place in the sequence of passports, and what was found there."""


def portal_ids(passports: Sequence[Passport]) -> Found:
    """A number of the portal that two passports claim."""
    seen: dict[int, str] = {}
    for place, passport in enumerate(passports):
        if passport.portal_id is None:
            continue
        other = seen.setdefault(passport.portal_id, passport.id)
        if other != passport.id:
            values = {"number": str(passport.portal_id), "other": other}
            yield place, Finding(("portal_id",), "portal-doubled", values)


def same_names(passports: Sequence[Passport]) -> Found:
    """Names that are the same, in any script."""
    for code in LANGUAGES:
        seen: dict[str, str] = {}
        for place, passport in enumerate(passports):
            name = getattr(passport.name, code)
            other = seen.setdefault(_key(name, code), passport.id)
            if other != passport.id:
                yield place, Finding(("name", code), "name-same", {"name": name, "other": other})


def near_names(passports: Sequence[Passport]) -> Found:
    """Names that differ by one letter."""
    for code in LANGUAGES:
        seen: dict[str, tuple[str, str]] = {}
        for place, passport in enumerate(passports):
            name = getattr(passport.name, code)
            key = _key(name, code)
            near = [seen[part] for part in _shortened(key) if part in seen]
            others = [other for other, other_key in near if other_key != key]
            if others and len(others) == len(near):  # the same name is another finding
                values = {"name": name, "other": others[0]}
                yield place, Finding(("name", code), "name-near", values)
            for part in _shortened(key):
                seen.setdefault(part, (passport.id, key))


def copied(files: Iterable[tuple[str, object]]) -> Found:
    """Long texts that two files share; a part of the vocabulary stands once and is no copy."""
    seen: dict[str, str] = {}
    for place, (name, data) in enumerate(files):
        for text in texts(data):
            if len(text.uz) >= _LONG and seen.setdefault(uzbek.fold(text.uz), name) != name:
                values = {"text": text.uz, "other": seen[uzbek.fold(text.uz)]}
                yield place, Finding((*text.location, "uz"), "text-copied", values)


def bodies(organizations: Sequence[Organization], directory: Sequence[DirectoryEntry]) -> Found:
    """A body of the directory that has another name than the organization of the same id."""
    known = {entry.id: entry for entry in organizations}
    for place, entry in enumerate(directory):
        other = known.get(entry.id)
        for code in LANGUAGES:
            if other and getattr(other.name, code) != getattr(entry.name, code):
                values = {"name": getattr(entry.name, code), "other": getattr(other.name, code)}
                yield place, Finding(("name", code), "name-differs", values)


@lru_cache(maxsize=2**13)
def _key(name: str, code: str) -> str:
    folded = uzbek.fold(uzbek.to_latin(name) if code == "uz" else name)
    return "".join(letter for letter in folded if letter.isalnum())


def _shortened(key: str) -> Iterator[str]:
    """A name, and the name without each of its letters; numbers tell services apart, so stay.

    Two names share one of these when at most one letter parts them.
    """
    yield key
    for place, letter in enumerate(key):
        if not letter.isdigit():
            yield f"{key[:place]}_{key[place + 1 :]}"
            yield key[:place] + key[place + 1 :]
