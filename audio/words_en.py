"""English: numbers, dates, codes and Uzbek names as an English reader says them."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import partial

from audio.dates_en import DATES
from audio.numbers_en import CODES, NUMBERS, PHONES, cardinal, letters, one_by_one
from audio.reading import (
    DOMAIN,
    EMAIL,
    HANDLE,
    ROMAN,
    Rule,
    as_word,
    has_vowel,
    humps,
    listed,
    roman,
    rule,
    tidy,
    web_words,
)
from generator.uzbek import to_latin

_LETTERS = r"[^\W\d_](?:[^\W\d_]|[ʻʼ'’](?=[^\W\d_]))*"


def rules(forms: Mapping[str, str]) -> list[Rule]:
    """What is read in another way than it is written, the narrower shapes first."""
    name = partial(_name, forms)
    return [
        rule(EMAIL, lambda match: _mail(name, match[0])),
        rule(DOMAIN, lambda match: web_words(match[0], name, "dot")),
        rule(HANDLE, lambda match: web_words(match[0][1:], name, "dot")),
        *CODES,
        listed(forms, "", lambda spoken, _: spoken),
        *PHONES,
        *DATES,
        *NUMBERS,
        rule(
            ROMAN + r"(?:(?<!^I)|(?= is))(?! (?:am|have|will)\b)",
            lambda match: cardinal(roman(match[0])),
        ),
        rule("&", lambda _: " and "),
        rule(r"[A-Z]{2,5}-(?=[^\W\d])", lambda match: f"{letters(match[0][:-1])} "),
        rule(_LETTERS, lambda match: _word(match[0])),
        rule(r"\d+", lambda match: f" {one_by_one(match[0])} "),
    ]


def prepare(text: str) -> str:
    """Uzbek names in Cyrillic come in Latin letters."""
    return to_latin(text) if re.search("[\u0400-\u052f]", text) else text


def finish(text: str) -> str:
    """The words, without the signs of Uzbek names."""
    return tidy(re.sub("[ʻʼ]", "", text.replace("’", "'")))


def _name(forms: Mapping[str, str], label: str) -> str:
    if label.isdigit():
        return one_by_one(label)
    return forms.get(label) or (_word(label) if has_vowel(label) else letters(label))


def _mail(name: Callable[[str], str], address: str) -> str:
    user, _, host = address.partition("@")
    return f"{web_words(user, name, 'dot')} at {web_words(host, name, 'dot')}"


def _word(word: str) -> str:
    """A word for the voice: capitals and words without vowels by their letters, no accents."""
    parts = humps(word)
    if len(parts) > 1:
        return " ".join(map(_word, parts))
    word = as_word(word)
    capitals = re.fullmatch(r"([A-Z]{2,5})('?s)?", word.replace("’", "'"))
    if capitals:
        return letters(capitals[1]) + (capitals[2] or "")
    if not has_vowel(word) and word[-1].isalpha():
        return letters(re.sub("[^a-zA-Z]", "", word))
    bare = unicodedata.normalize("NFD", word)
    return "".join(mark for mark in bare if not unicodedata.combining(mark))
