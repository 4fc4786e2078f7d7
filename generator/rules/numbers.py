"""Facts in step: the numbers of a text are the same in its three languages, and so their units.

Numbers are compared as values: 412 000 and 412,000, 4,5 % and 4.5%, 18:00 and 6 pm agree. A
number may be written as a word in one language and in digits in another.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.errors import Finding
from generator.model import LANGUAGES
from generator.rules.texts import Text

_SPACE = "[ \u00a0\u202f]"
_NUMBER = {
    "uz": re.compile(rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?"),
    "ru": re.compile(rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?"),
    "en": re.compile(rf"\d{{1,3}}(?:(?:,|{_SPACE})\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"),
}
_WEB = re.compile(r"\S+@\S+|https?://\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:uz|com|org|net|int|gov)\b\S*")
_TWELVE_HOURS = re.compile(r"\b(\d{1,2})(?::(\d\d))?\s?([ap])\.?m\b\.?", re.IGNORECASE)
_CLOCK = re.compile(r"\b(\d{1,2}):(\d\d)\b")
_WORDS = {
    "uz": (
        "bir", "ikki", "uch", "toʻrt", "besh", "olti", "yetti", "sakkiz", "toʻqqiz", "oʻn",
        "oʻn bir", "oʻn ikki",
    ),
    "ru": (
        "од(?:ин|н)|перв|еди[нн]|раз\\b", "дв(?:а|е|у|о)|втор|пар[аы]|об[ае]\\b|полутор",
        "тр(?:и|ё|е)|трет",
        "четыр|четв|четырёх", "пят", "шест", "сем[ьи]|седьм", "восем|восьм", "девят", "десят",
        "одиннадц", "двенадц",
    ),
    "en": (
        "an?\\b|one\\b|once|first|single", "two|twice|second|both|half",
        "three|third", "four", "five|fifth",
        "six", "seven", "eight", "nine|ninth", "ten", "eleven", "twelve|twelfth",
    ),
}  # fmt: skip
_MONTHS = {
    "uz": "yan|fev|mart|apr|may|iyun|iyul|avg|sen|okt|noy|dek",
    "ru": "янв|фев|мар|апр|ма[йяе]|июн|июл|авг|сен|окт|ноя|дек",
    "en": "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
}
_UNITS = {
    "percent": r"(?:%|foiz|процент|per ?cent)",
    "brv": r"(?:BHM|БРВ|BRV|bazaviy|базов|base calc)",
    "days": r"(?:(?:ish )?kun|(?:рабоч\w+ |календарн\w+ )?(?:дн|день|сут)|"
    r"(?:working |calendar )?days?\b)",
    "months": r"(?:oy|месяц|months?\b)",
    "hours": r"(?:soat|час|hours?\b)",
    "minutes": r"(?:daqiqa|минут|minutes?\b)",
    "years": r"(?:yil|лет|год|years?\b)",
    "soum": r"(?:soʻm|сум|soums?\b)",
}
_DAY = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
_JOIN = r"[\s\u00a0-]*"


def of_text(text: Text) -> Iterator[Finding]:
    """Numbers that some language of the text lacks; units that differ."""
    if not (text.uz and text.ru and text.en):
        return
    said = {code: _clean(text.of(code), code) for code in LANGUAGES}
    numbers = {code: _values(said[code], code) for code in LANGUAGES}
    apart = {
        value: {c for c in LANGUAGES if value not in numbers[c] and not _worded(value, said, c)}
        for value in sorted(set().union(*numbers.values()))
    }
    if any(apart.values()):
        yield Finding((*text.location, _odd(apart)), "numbers-differ", _told(apart, numbers))
        return
    for value in apart:
        if unit := _other_unit(value, said):
            values = {"number": _shown(value), "languages": f"={unit[0]} ={unit[1]}"}
            yield Finding((*text.location, unit[1]), "units-differ", values)


def _odd(apart: dict[Decimal, set[str]]) -> str:
    """The language that stands alone with a number, or without it."""
    lacking = next(codes for codes in apart.values() if codes)
    alone = lacking if len(lacking) == 1 else set(LANGUAGES) - lacking
    return next(code for code in LANGUAGES if code in alone)


def _told(apart: dict[Decimal, set[str]], numbers: dict[str, set[Decimal]]) -> dict[str, str]:
    """Language → its numbers that another language lacks."""
    return {
        code: ", ".join(_shown(v) for v, codes in apart.items() if codes and v in numbers[code])
        or "—"
        for code in LANGUAGES
    }


def _clean(text: str, code: str) -> str:
    text = _DAY.sub(r"\1 \2 \3", _WEB.sub(" ", text))
    if code == "en":
        text = _TWELVE_HOURS.sub(_to_clock, text)
    return _CLOCK.sub(lambda match: f"{int(match[1])}:{match[2]}", text)


def _to_clock(match: re.Match[str]) -> str:
    hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
    return f"{hour}:{match[2] or '00'}"


def _values(text: str, code: str) -> set[Decimal]:
    found = (re.sub(_SPACE, "", match[0]) for match in _NUMBER[code].finditer(text))
    return {Decimal(_point(number, code)).normalize() for number in found}


def _point(number: str, code: str) -> str:
    return number.replace(",", "") if code == "en" else number.replace(",", ".")


def _worded(value: Decimal, said: dict[str, str], code: str) -> bool:
    """Whether a language says a small number, or a month, with a word."""
    if value != int(value) or not 1 <= value <= len(_WORDS[code]):
        return value == 0  # 18:00 may be said as 18
    month = _MONTHS[code].split("|")[int(value) - 1]
    pattern = rf"\b(?:{_WORDS[code][int(value) - 1]}|{month})"
    return bool(re.search(pattern, said[code], re.IGNORECASE))


def _other_unit(value: Decimal, said: dict[str, str]) -> tuple[str, str] | None:
    """Two languages that count the same number in different units."""
    units = {code: _units(value, said[code], code) for code in LANGUAGES}
    for one in LANGUAGES:
        for other in LANGUAGES:
            if one < other and units[one] and units[other] and not units[one] & units[other]:
                return (one, other) if one == "uz" else (other, one)
    return None


def _units(value: Decimal, text: str, code: str) -> set[str]:
    found = set()
    for match in _NUMBER[code].finditer(text):
        number = Decimal(_point(re.sub(_SPACE, "", match[0]), code)).normalize()
        if number == value:
            rest = text[match.end() :]
            found |= {
                name
                for name, pattern in _UNITS.items()
                if re.match(_JOIN + pattern, rest, re.IGNORECASE)
            }
    return found


def _shown(value: Decimal) -> str:
    return f"{value:f}"
