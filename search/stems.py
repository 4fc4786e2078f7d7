"""Words and their stems in Uzbek, Russian and English: the same for the index and for queries.

Meilisearch knows no Uzbek or Russian endings, so both sides meet on stems. Pure.
"""

import re
from functools import lru_cache

import snowballstemmer

from generator.uzbek import fold, normalise

# Only the alphabets of our languages: for others the engine would load dictionaries for seconds.
_LETTERS = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0400-\u052f"
_WORD = re.compile(f"[{_LETTERS}]+(?:[ʻʼ][{_LETTERS}]*)*")
_SNOWBALL = {
    "ru": snowballstemmer.stemmer("russian"),
    "en": snowballstemmer.stemmer("english"),
}
_FOLDED = str.maketrans("ё", "е", "ʻʼ")
_SHORTEST_STEM = 3
_SPELLED = {
    "license": "licence", "defense": "defence", "center": "centre", "labor": "labour",
    "enrollment": "enrolment", "isation": "ization", "ising": "izing", "ise": "ize",
}  # fmt: skip
_BRITISH = re.compile("license|defense|center|labor(?!a)|enrollment|isation|ising$|(?<=.{4})ise$")

# Case, possession and number, and what makes nouns and forms of verbs, cut from the end.
# -ka and -qa follow only k and q (bankka, huquqqa).
_ENDING = re.compile(
    r"(?:ning|dagi|gacha|niki|dan|ni|ga|da|(?<=k)ka|(?<=q)qa"
    r"|larimiz|laringiz|lari|lar|imiz|ingiz|miz|ngiz|im|ing|si|i|m"
    r"|ish|ganlik|ganlig|gan|(?<=tir)il"
    r"|(?<=.{5})li[kg]|(?<=.{3}[bdfgjklmnpqrstvz])chi"
    r"|(?<=.{4})(?:moqchiman|moqchimiz|moqchi|moq|yapman|yapti|adigan|ydigan|olmayapman|mayapman"
    r"|aman|ayman|amiz|ymiz|adi|ydi|dim|dik|sam|sak|sa|ib|mi))$"
)
# What makes Russian nouns of verbs: продление is продлить, регистрация is регистрировать.
_DERIVED = re.compile(r"(?<=.{4})(?:(?<=[бвмпф])лен|ен|ан|ирова|изирова|ова|изац|ац)$")
_SOUNDS = str.maketrans("qxuvyйыщэё", "khowiиишее", "ьъ")


def words(text: str) -> tuple[str, ...]:
    """Words of a text in the proper letters, small: `E-imzo` gives `e` and `imzo`."""
    return tuple(_WORD.findall(normalise(text).lower()))


def bare(word: str) -> str:
    """A word of `words` folded: without apostrophes, ё as е."""
    return word.translate(_FOLDED)


@lru_cache(maxsize=2**16)
def stem(word: str, language: str) -> str:
    """The stem of one word of `uz`, `ru` or `en`, folded."""
    folded = fold(word)
    if language == "uz":
        return _uzbek(folded)
    if language == "en":
        folded = _BRITISH.sub(lambda match: _SPELLED[match[0]], folded)
    found = str(_SNOWBALL[language].stemWord(folded))
    return _DERIVED.sub("", found) if language == "ru" else found


def stems(text: str, language: str) -> list[str]:
    """Stems of all words of a text, in its order."""
    return [stem(word, language) for word in words(text)]


def sound(folded: str) -> str:
    """One key for words that people spell by ear or on a keyboard without ў қ ғ ҳ.

    Uzbek: q is k, x is h, oʻ is u, y is i, so `royhat` and `руйхат` meet. Russian: soft signs
    fall, й and ы are и, so `svidetelstvo` is met. Doubled letters are one.
    """
    return re.sub(r"(.)\1+", r"\1", folded.translate(_SOUNDS))


def _uzbek(word: str) -> str:
    """Cut endings until none is left, so that a word and all its forms meet.

    The last k, q or g becomes g, as it does before a vowel (soliq, soligʻi).
    """
    shorter = _cut(word)
    while shorter != word:
        word, shorter = shorter, _cut(shorter)
    return word[:-1] + "g" if word[-1:] in "kq" and len(word) > _SHORTEST_STEM else word


def _cut(word: str) -> str:
    match = _ENDING.search(word)
    if not match:
        return word
    shortest = _SHORTEST_STEM - match[0].startswith("lar")  # uylar is uy
    return word[: match.start()] if match.start() >= shortest else word
