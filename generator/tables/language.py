"""The language of a column of texts, by letters and small words. Pure."""

import re
from collections import Counter
from collections.abc import Iterable

_UZBEK_LETTERS = re.compile("[ўқғҳЎҚҒҲ]|[oOgG][ʻ‘’'`´]")
_CYRILLIC = re.compile("[а-яёА-ЯЁ]")
_ENGLISH = re.compile(
    r"\b(?:of|the|for|to|and|in|an?|or|on|with|by|from|at|\w+(?:tion|ment|ing|ate|ity|nce|ish))\b",
    re.IGNORECASE,
)
_UZBEK = re.compile(
    r"\b(?:va|uchun|yoki|bilan|boʻyicha|haqida|toʻgʻrisida|\w+(?:ish|lar|larni|ning|larga|lik|uvchi|asi|nomasi|ini))\b",
    re.IGNORECASE,
)
_UZBEK_IN_CYRILLIC = re.compile(
    r"\b(?:ва|учун|ёки|билан|\w+(?:иш|лар|ларни|нинг|номаси))\b", re.IGNORECASE
)


_ENGLISH_HEADING = re.compile(
    r"\b(?:name|service|title|summary|description|about|result|outcome|documents|steps|benefits)\b",
    re.IGNORECASE,
)


def language_of(texts: Iterable[str], heading: str = "") -> str:
    """`uz` (in any script), `ru` or `en`: that of most texts.

    Where no text tells, an English heading stands for English and anything else for Uzbek.
    """
    counts = Counter(filter(None, map(language_of_text, texts)))
    if counts:
        return max(("uz", "ru", "en"), key=lambda code: counts[code])
    return "en" if _ENGLISH_HEADING.search(heading) else "uz"


def language_of_text(text: str) -> str:
    """The language of one text; empty where neither letters nor words tell."""
    if _UZBEK_LETTERS.search(text):
        return "uz"
    if _CYRILLIC.search(text):
        return "uz" if _UZBEK_IN_CYRILLIC.search(text) else "ru"
    english, uzbek = len(_ENGLISH.findall(text)), len(_UZBEK.findall(text))
    return "" if english == uzbek else "en" if english > uzbek else "uz"
