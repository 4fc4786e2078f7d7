"""Letters: the proper Uzbek apostrophes, one script a word, no Cyrillic in Latin texts."""

import re
from collections.abc import Iterator

from generator import uzbek
from generator.errors import Finding
from generator.rules.texts import Scalar

_MIXED = re.compile("(?=\\w*[A-Za-z])(?=\\w*[Ѐ-ӿ])\\w+")
_CYRILLIC = re.compile("[Ѐ-ӿ]+")
_WORD = re.compile("[\\w'`´‘’ʻʼ′\u02b9\u201b]+")
_FREE_FIELDS = ("keywords",)
"""What people type stands in keywords: any letters are right there."""


def of_scalar(scalar: Scalar) -> Iterator[Finding]:
    """Wrong letters in one text."""
    if scalar.language is None or scalar.location[0] in _FREE_FIELDS:
        return
    if mixed := _MIXED.search(scalar.value):
        yield Finding(scalar.location, "letters-mixed", {"word": mixed[0]})
    elif scalar.language != "ru" and (found := _CYRILLIC.search(scalar.value)):
        yield Finding(scalar.location, "letters-cyrillic", {"word": found[0]})
    elif scalar.language == "uz":
        for word in _WORD.findall(scalar.value):
            right = uzbek.normalise(word)
            if right != word:
                values = {"word": word, "right": right}
                yield Finding(scalar.location, "letters-apostrophe", values)
                return
