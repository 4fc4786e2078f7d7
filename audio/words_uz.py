"""Uzbek: numbers, dates, codes and foreign words as an Uzbek reader says them.

Latin letters with U+02BB in oʻ gʻ and an ASCII apostrophe for the tutuq belgisi, which is what
the voice reads right.  Endings written after a sign or number move to the word that is said:
`4,5 %i` → foizi, `BHMdan` → miqdoridan, `09:00 dan` → toʻqqizdan.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import partial

from audio.dates_uz import DATES
from audio.numbers_uz import (
    AFTER,
    CODES,
    ENDING,
    NUMBERS,
    ORDINALS,
    PHONES,
    ending,
    in_group,
    letters,
    ordinal,
    with_ending,
)
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

_LETTERS = r"[^\W\d_](?:[^\W\d_]|[ʻʼ'](?=[^\W\d_])|ʻ)*"
_CAPITALS = "(?:[A-Z][ʻʼ]?){2,5}"
_FOREIGN = (("[wW]", "v"), ("[cC]k", "k"), ("[cC](?=[eiy])", "s"), ("[cC](?!h)", "k"))


def rules(forms: Mapping[str, str]) -> list[Rule]:
    """What is read in another way than it is written, the narrower shapes first."""
    latin = {to_latin(written): spoken for written, spoken in forms.items()}
    name = partial(_name, latin)
    return [
        rule(EMAIL, lambda match: web_words(match[0].replace("@", ".kuchukcha."), name, "")),
        rule(rf"(?P<name>{DOMAIN})(?:['ʼ]?(?P<ending>{ENDING}))?", partial(_web, name)),
        rule(HANDLE, lambda match: web_words(match[0][1:], name, "")),
        *CODES,
        listed(latin, AFTER, lambda spoken, match: with_ending(spoken, ending(match))),
        *PHONES,
        *DATES,
        *ORDINALS,
        *NUMBERS,
        rule(rf"(?P<numeral>{ROMAN})(?:(?P<hyphen>-)(?=[a-zʻ]))?", _roman),
        rule("№ ?", lambda _: ""),
        rule("&", lambda _: " va "),
        rule(rf"{_CAPITALS}-(?=[^\W\d])", lambda match: f"{letters(match[0][:-1])} "),
        rule(_LETTERS, lambda match: _word(match[0])),
        rule(r"\d+", lambda match: f" {in_group(match[0])} "),
    ]


def prepare(text: str) -> str:
    """Latin letters of one kind, whatever the sentence was typed in."""
    return to_latin(text)


def finish(text: str) -> str:
    """The words with the apostrophe that the voice knows."""
    return tidy(re.sub("[ʼ’]", "'", text))


def _name(forms: Mapping[str, str], label: str) -> str:
    if label.isdigit():
        return in_group(label)
    return forms.get(label) or (_word(label) if has_vowel(label) else letters(label))


def _web(name: Callable[[str], str], match: re.Match[str]) -> str:
    return with_ending(web_words(match["name"], name, ""), match["ending"] or "")


def _roman(match: re.Match[str]) -> str:
    return ordinal(roman(match["numeral"])) + (" " if match["hyphen"] else "")


def _word(word: str) -> str:
    """A word for the voice: capitals and words without vowels by their letters, no foreign w, c."""
    parts = humps(word)
    if len(parts) > 1:
        return " ".join(map(_word, parts))
    word = as_word(word)
    capitals = re.fullmatch(rf"({_CAPITALS})({ENDING})?", word)
    if capitals:
        return with_ending(letters(capitals[1]), capitals[2] or "")
    if not has_vowel(word):
        return letters(word)
    for written, spoken in _FOREIGN:
        word = re.sub(written, spoken, word)
    return "".join(map(_bare, word))


def _bare(letter: str) -> str:
    if letter in "ʻʼ'" or letter.isascii():
        return letter
    return "".join(part for part in unicodedata.normalize("NFD", letter) if part.isascii())
