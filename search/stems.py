"""Words and their stems in Uzbek, Russian and English: the same for the index and for queries.

Meilisearch knows no Uzbek or Russian endings, so both sides meet on stems. Pure.
"""

import re
from functools import lru_cache

import snowballstemmer

from generator.uzbek import fold, normalise

_WORD = re.compile(r"[^\W_]+(?:[ʻʼ][^\W_]*)*")
_SNOWBALL = {
    "ru": snowballstemmer.stemmer("russian"),
    "en": snowballstemmer.stemmer("english"),
}
_SHORTEST_STEM = 3

# Case, possession and number in the order in which they are added, so the last is cut first.
# -ka and -qa follow only k and q (bankka, huquqqa).
_NOUN_ENDING = re.compile(
    r"(?:ning|dagi|gacha|niki|dan|ni|ga|da|(?<=k)ka|(?<=q)qa"
    r"|lari|larimiz|laringiz|lar|imiz|ingiz|miz|ngiz|im|ing|si|i|m)$"
)
_VERB_ENDING = re.compile(
    r"(?:moqchiman|moqchimiz|moqchi|moq|yapman|yapti|adigan|ydigan|gan|olmayapman|mayapman"
    r"|aman|ayman|amiz|ymiz|adi|ydi|dim|dik|sam|sak|sa|ishim|ishni|ish|ib)$"
)
_SOUNDS = str.maketrans("qxuvy", "khowi")


def words(text: str) -> tuple[str, ...]:
    """Words of a text in the proper letters, small: `E-imzo` gives `e` and `imzo`."""
    return tuple(_WORD.findall(normalise(text).lower()))


@lru_cache(maxsize=2**16)
def stem(word: str, language: str) -> str:
    """The stem of one word of `uz`, `ru` or `en`, folded."""
    folded = fold(word)
    if language == "uz":
        return _uzbek(folded)
    return str(_SNOWBALL[language].stemWord(folded))


def stems(text: str, language: str) -> list[str]:
    """Stems of all words of a text, in its order."""
    return [stem(word, language) for word in words(text)]


def sound(folded: str) -> str:
    """One key for Uzbek words that people spell by ear or on a keyboard without ў қ ғ ҳ.

    q is k, x is h, oʻ is u, y is i, doubled letters are one: `royhat` and `руйхат` meet.
    """
    return re.sub(r"(.)\1+", r"\1", folded.translate(_SOUNDS))


def verb_stem(folded: str) -> str:
    """An Uzbek word without its verb ending: `almashtirmoqchiman` gives `almashtir`."""
    return _cut(folded, _VERB_ENDING)


def _uzbek(word: str) -> str:
    """Cut endings until none is left, so that a word and all its forms meet.

    The last k, q or g becomes g, as it does before a vowel (soliq, soligʻi).
    """
    shorter = _cut(word, _NOUN_ENDING)
    while shorter != word:
        word, shorter = shorter, _cut(shorter, _NOUN_ENDING)
    return word[:-1] + "g" if word[-1:] in "kq" and len(word) > _SHORTEST_STEM else word


def _cut(word: str, ending: re.Pattern[str]) -> str:
    match = ending.search(word)
    if not match:
        return word
    shortest = _SHORTEST_STEM - match[0].startswith("lar")  # uylar is uy
    return word[: match.start()] if match.start() >= shortest else word
