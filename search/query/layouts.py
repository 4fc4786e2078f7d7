"""One text as other keys or another alphabet would have given it. Pure.

The Russian layout is ЙЦУКЕН; the Uzbek Cyrillic one (Windows KBDUZB) differs in ў қ ғ ҳ, which
stand on the keys of щ, ы, - and =. Uzbek Latin is typed on QWERTY.
"""

import re
from functools import lru_cache

from generator.uzbek import to_latin

_REMEMBERED = 4096  # words, most of which come again

_QWERTY = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
_UZBEK = "йцукенгшўзхъфқвапролджэячсмитьбюё"

_TO_RUSSIAN = str.maketrans(_QWERTY, _RUSSIAN) | str.maketrans('{}:"<>~', "хъжэбюё")
_TO_UZBEK = str.maketrans(_QWERTY + "-=", _UZBEK + "ғҳ") | str.maketrans('{}:"<>~', "хъжэбюё")
_TO_QWERTY = str.maketrans(_RUSSIAN + "ўқ", _QWERTY + "os") | str.maketrans("ғҳ", "-=")

_RUSSIAN_SOUNDS = {
    "shch": "щ", "sch": "щ", "yo": "ё", "jo": "ё", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч",
    "sh": "ш", "yu": "ю", "ju": "ю", "ya": "я", "ja": "я", "ye": "е", "iy": "ий", "yy": "ый",
    "ay": "ай", "ey": "ей", "oy": "ой", "a": "а", "b": "б", "v": "в", "w": "в", "g": "г",
    "d": "д", "e": "е", "z": "з", "i": "и", "j": "ж", "k": "к", "l": "л", "m": "м", "n": "н",
    "o": "о", "p": "п", "r": "р", "s": "с", "t": "т", "u": "у", "f": "ф", "h": "х", "x": "х",
    "c": "к", "q": "к", "y": "ы", "ʻ": "", "ʼ": "ь", "'": "ь",
}  # fmt: skip
# After a consonant y is a letter of its own: vyezd is выезд, not везд.
_RUSSIAN_SOUND = re.compile(
    "(?<=[bcdfghjklmnpqrstvwxz])y(?=e)|" + "|".join(sorted(_RUSSIAN_SOUNDS, key=len, reverse=True))
)
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[a-z]")


@lru_cache(_REMEMBERED)
def other_keys(text: str) -> tuple[str, ...]:
    """The small text as the same keys give it in the other layouts; empty without letters.

    `gfcgjhn` gives `паспорт` (Russian) and what an Uzbek Cyrillic keyboard gives, in Latin.
    """
    if _CYRILLIC.search(text):
        return (text.translate(_TO_QWERTY),)
    if _LATIN.search(text):
        return (text.translate(_TO_RUSSIAN), to_latin(text.translate(_TO_UZBEK)))
    return ()


@lru_cache(_REMEMBERED)
def other_scripts(text: str) -> tuple[str, ...]:
    """The small text in the other alphabet: Cyrillic as Uzbek Latin, Latin as Russian sounds."""
    if _CYRILLIC.search(text):
        return (to_latin(text),)
    if _LATIN.search(text):
        return (_RUSSIAN_SOUND.sub(lambda match: _RUSSIAN_SOUNDS[match[0]], text),)
    return ()
