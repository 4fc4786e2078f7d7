"""Russian: numbers, dates, codes and foreign words as a Russian reader says them."""

import re
import unicodedata
from collections.abc import Mapping
from functools import partial

from audio.dates_ru import DATES
from audio.numbers_ru import CODES, NUMBERS, ORDINALS, PHONES, in_group
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
from audio.russian import Case, cardinal, ordinal
from audio.units_ru import BRV, letters

_LETTERS = r"[^\W\d_](?:[^\W\d_]|[ʻʼ'’](?=[^\W\d_]))*"
_CAPITALS = "[A-ZА-ЯЁ]{2,5}"


def rules(forms: Mapping[str, str]) -> list[Rule]:
    """What is read in another way than it is written, the narrower shapes first."""
    name = partial(_name, forms)
    return [
        rule(EMAIL, lambda match: web_words(match[0].replace("@", ".собака."), name, "")),
        rule(DOMAIN, lambda match: web_words(match[0], name, "")),
        rule(HANDLE, lambda match: web_words(match[0][1:], name, "")),
        *CODES,
        listed(forms, "", lambda spoken, _: spoken),
        *PHONES,
        *DATES,
        *ORDINALS,
        *NUMBERS,
        rule(ROMAN, _roman),
        rule("&", lambda _: " и "),
        rule(r"БРВ(?!\w)", _brv),
        rule(rf"{_CAPITALS}-(?=[^\W\d])", lambda match: f"{letters(match[0][:-1])} "),
        rule(_LETTERS, lambda match: _word(match[0])),
        rule(r"\d+", lambda match: f" {in_group(match[0])} "),
    ]


def prepare(text: str) -> str:
    """Nothing to mend: Russian is typed in one way."""
    return text


def finish(text: str) -> str:
    """The words; the voice would spell к, so its other form stands for it."""
    return tidy(re.sub(r"(?<![\w-])([кК])(?= )", r"\1о", re.sub("[ʻʼ'’]", "", text)))


def _name(forms: Mapping[str, str], label: str) -> str:
    if label.isdigit():
        return in_group(label)
    return forms.get(label) or (_word(label) if has_vowel(label) else letters(label))


def _brv(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    if re.search(r"(?i)(?<!\w)(?:по|к) $", before):
        return BRV.genitive.removesuffix("ы") + "е"
    return BRV.genitive if re.search(r"[\w%] $", before) else BRV.one


# Roman numerals, foreign words

_JOINED = rf"(?:(?:,| и| или) ?{ROMAN})"
_ENDINGS: dict[str, Case] = {"а": "g", "я": "g", "у": "d", "ю": "d", "е": "p", "м": "i"}
_FEMININE = re.compile("(?:групп|категори|степен|част|стать|глав|очеред|ступен|стади)[а-я]{1,2}$")


def _roman(match: re.Match[str]) -> str:
    """Say a Roman numeral by its noun: первой группы, двадцать первый век, категории два."""
    number = roman(match[0])
    before = re.search(rf"([а-яё]+) (?:{ROMAN}(?:,| и| или) )*$", match.string[: match.start()])
    label = before[1] if before else ""
    if re.match("категори|част|глав|раздел|тип", label):
        return cardinal(number)
    behind = re.match(rf"{_JOINED}* ([а-яё]+)", match.string[match.end() :])
    noun = behind[1] if behind else ""
    if noun and not _FEMININE.match(noun):
        return ordinal(number, _ENDINGS.get(noun[-1], "n"))
    if re.search("[ыие]$|[ое]й$", noun) or (not noun and label == "для"):
        return ordinal(number, "g", "f")
    return ordinal(number, "a" if re.search("[ую]$", noun) else "n", "f")


_LATIN = (
    "oʻ у;gʻ г;o' у;g' г;sh ш;ch ч;kh х;zh ж;ts ц;ya я;yo ё;yu ю;ye е;ck к;ph ф;ee и;oo у;a а;b б"
    ";d д;f ф;g г;h х;i и;j дж;k к;l л;m м;n н;o о;p п;q к;r р;s с;t т;u у;v в;w в;x х;z з"
)
_CYRILLIC_FOR = dict(pair.split(" ") for pair in _LATIN.split(";"))
_LATIN_LETTER = re.compile(
    "(?P<e>(?<![a-zʻʼ])e)|(?P<s>c(?=[eiy]))|(?P<k>c(?!h))|(?P<y>(?<=[aeiou])y|y(?=[aeiou]))|(?P<i>y)"
    "|(?P<je>e)|" + "|".join(_CYRILLIC_FOR)
)
_UZBEK = str.maketrans("ўқғҳЎҚҒҲ", "укгхУКГХ")
_DECLINED = re.compile("(?=[А-ЯЁ]*[АЕЁИОУЫЭЮЯ])[А-ЯЁ]{2,}[а-яё]{1,3}")
"""An abbreviation that has an ending is read as a word: в ЗАГСе, со СПИДом."""
_PREPOSITIONS = ("в", "к", "с")
_SAID = {"e": "э", "s": "с", "k": "к", "y": "й", "i": "и", "je": "е"}


def _word(word: str) -> str:
    """A word for the voice: capitals by their letters, Latin words in Cyrillic."""
    parts = humps(word)
    if len(parts) > 1:
        return " ".join(map(_word, parts))
    word = as_word(word.translate(_UZBEK))
    if _DECLINED.fullmatch(word):
        return word.lower()
    if re.fullmatch(_CAPITALS, word) or not (has_vowel(word) or word.lower() in _PREPOSITIONS):
        return letters(word)
    return word if re.fullmatch("[а-яёА-ЯЁ]+", word) else _in_cyrillic(word)


def _in_cyrillic(word: str) -> str:
    bare = unicodedata.normalize("NFD", word.lower())
    bare = "".join(mark for mark in bare if not unicodedata.combining(mark))
    return _LATIN_LETTER.sub(_cyrillic_letter, bare)


def _cyrillic_letter(match: re.Match[str]) -> str:
    return _SAID[match.lastgroup] if match.lastgroup else _CYRILLIC_FOR[match[0]]
