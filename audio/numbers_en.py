"""English numbers: how many, which, codes and phones."""

import re

from num2words import num2words

from audio.reading import PHONE, RANGE, START, USSD, Rule, decimal, roman, rule, spell
from generator.uzbek import to_latin

YEAR = r"(?:19|20)\d\d"
_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d{1,3}(?: \d{3}){1,6}(?!\d)|\d+)(?:\.\d+)?"
_RUN = r"\d+(?:-(?:\d+(?![^\W\d])|[IVX]+(?![^\W\d])|[A-Z](?!\w)))*"
_ALONE = r"(?<![\w.,])"
_LONG, _EMERGENCY = 5, 3

_UNITS = {
    "%": "percent",
    "BRV": "base calculation value",
    "$": "dollar",
    "USD": "US dollar",
    "€": "euro",
    "UZS": "soum",
    "°C": "degree Celsius",
    "°": "degree",
    "sq m": "square metre",
    "sq. m": "square metre",
    "m²": "square metre",
    "cu m": "cubic metre",
    "cu. m": "cubic metre",
    "m³": "cubic metre",
    "km²": "square kilometre",
    "km": "kilometre",
    "cm": "centimetre",
    "mm": "millimetre",
    "m": "metre",
    "kg": "kilogram",
    "g": "gram",
    "t": "tonne",
    "l": "litre",
    "ha": "hectare",
    "kWh": "kilowatt hour",
    "kW": "kilowatt",
    "kV": "kilovolt",
    "MW": "megawatt",
    "W": "watt",
    "MPa": "megapascal",
    "GB": "gigabyte",
    "MB": "megabyte",
    "KB": "kilobyte",
    "px": "pixel",
    "mln": "million",
    "bn": "billion",
}
_SAME = {"percent": "percent", "soum": "soom", "degree Celsius": "degrees Celsius"}
_SAME |= {"million": "million", "billion": "billion", "US dollar": "you ess dollars"}
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))

_NAMES = {
    "a": "eh",
    "b": "bee",
    "c": "see",
    "d": "dee",
    "e": "ee",
    "f": "ef",
    "g": "jee",
    "h": "aitch",
    "i": "eye",
    "j": "jay",
    "k": "kay",
    "l": "ell",
    "m": "em",
    "n": "en",
    "o": "oh",
    "p": "pee",
    "q": "cue",
    "r": "ar",
    "s": "ess",
    "t": "tee",
    "u": "you",
    "v": "vee",
    "w": "double you",
    "x": "ex",
    "y": "why",
    "z": "zed",
}


def cardinal(number: int) -> str:
    """Say how many."""
    return str(num2words(number, lang="en")).replace(",", "")


def ordinal(number: int) -> str:
    """Say which."""
    return str(num2words(number, lang="en", to="ordinal")).replace(",", "")


def year(number: int) -> str:
    """Say a year as a date: twenty twenty-three."""
    return str(num2words(number, lang="en", to="year"))


def letters(token: str) -> str:
    """Say the letters of an abbreviation."""
    return spell(token, _NAMES)


# Codes and phones: PP-4699, No. 797, 71 202-00-66, 1148, *#06#


def one_by_one(number: str) -> str:
    """Say each digit."""
    return " ".join(cardinal(int(digit)) for digit in number)


def _phone(match: re.Match[str]) -> str:
    plus = "plus " if match[0].startswith("+") else ""
    return plus + ", ".join(map(one_by_one, re.findall(r"\d+", match[0])))


def _ussd(match: re.Match[str]) -> str:
    said = {"*": "star", "#": "hash"}
    parts = re.findall(r"\d+|[*#]", match[0])
    return " ".join(said.get(part) or one_by_one(part) for part in parts)


def _short(match: re.Match[str]) -> str:
    """Say a short phone number as people do: 1148 in pairs, 112 digit by digit."""
    number = match[0]
    if len(number) == _EMERGENCY:
        return one_by_one(number)
    first, second = number[:2], number[2:]
    tail = one_by_one(second) if second.startswith("0") else cardinal(int(second))
    return f"{cardinal(int(first))} {tail}"


def _part(part: str) -> str:
    if part.isdigit():
        return one_by_one(part) if part.startswith("0") else cardinal(int(part))
    return cardinal(roman(part)) if re.fullmatch("[IVX]+", part) else letters(part)


def _run(run: str) -> str:
    return " dash ".join(map(_part, run.split("-")))


def _code(match: re.Match[str]) -> str:
    return f"{letters(to_latin(match['kind']))} {_run(match['run'])}"


CODES: list[Rule] = [
    rule(rf"(?<!\w)(?P<kind>[A-ZА-Я]{{1,4}})-(?P<run>{_RUN})(?!\w)", _code),
    rule(r"(?:Nos?\.|No(?= \d)|№) ?(?=[A-Z]*-?\d)", lambda _: "number "),
]
PHONES: list[Rule] = [rule(rf"(?<!\w){USSD}", _ussd), rule(rf"(?<![\w.,]){PHONE}", _phone)]


# How many


def _amount(number: str) -> str:
    if re.fullmatch(r"0\d+", number):
        return one_by_one(number)
    whole, places = decimal(number.replace(",", ""))
    return cardinal(whole) + (f" point {one_by_one(places)}" if places else "")


def _number(match: re.Match[str]) -> str:
    amount = ("minus " if match["minus"] else "") + _amount(match["first"])
    if match["second"]:
        amount += f" to {_amount(match['second'])}"
    unit = _UNITS.get(match["unit"] or match["sign"] or "", "")
    if not unit:
        return amount
    single = match["first"] == "1" and not match["second"]
    single = single or match.string.startswith("-", match.end())
    if single and unit not in ("soum", "US dollar"):
        return f"{amount} {unit}"
    return f"{amount} {_SAME.get(unit, unit + 's')}"


def _glued(match: re.Match[str]) -> str:
    number = match["number"]
    said = _part(number) if len(number) < _LONG else one_by_one(number)
    return f"{letters(match['kind'])} {said}"


_CALLS = "call|Call|dial|Dial|ring|Ring|number|numbers|Number|phone|Phone|service"
_CALL = "(?:" + "|".join(f"(?<={word} )" for word in _CALLS.split("|")) + ")"
_COUNTED = r"(?! (?:soum|BRV|people|%|sq|US|of|families|days|times|places|services))"
NUMBERS: list[Rule] = [
    rule(r"(?<!\w)(?P<kind>[A-Z]{1,3})(?P<number>\d+)(?!\w)", _glued),
    rule(
        rf"{_ALONE}(?P<number>\d+)(?P<kind>[A-Z])(?!\w)",
        lambda match: f"{_part(match['number'])} {letters(match['kind'])}",
    ),
    rule(rf"{_ALONE}(?P<number>\d+)(?:st|nd|rd|th)\b", lambda match: ordinal(int(match[1]))),
    rule(rf"{_CALL}(?:10[1-4]|112|\d{{4}})(?![\d%]|[.,:]\d|[–-]){_COUNTED}", _short),
    rule(rf"(?<![\w.,])(?!1[02]00)1[0-2]\d\d(?![\d%]|[.,:]\d|[–-]){_COUNTED}", _short),
    rule(rf"{_ALONE}\d{{7,}}", lambda match: one_by_one(match[0])),
    rule(
        rf"(?<![\w.,$€-]){YEAR}(?=[,.;:)!?' -]|s\b|$)(?![.,]\d){_COUNTED}",
        lambda match: year(int(match[0])),
    ),
    rule(r"(?<![\w.,])(?P<run>\d+-(?:[IVX]+|[A-Z]|\d+)(?![^\W_]))", lambda match: _run(match[1])),
    rule(
        rf"{_ALONE}(?P<side>\d+(?:\.\d+)?) ?[x×] ?(?=\d)",
        lambda match: _amount(match[1]) + " by ",
    ),
    rule(
        rf"{START}(?P<minus>-?)(?P<sign>[$€])?(?P<first>{_NUMBER})(?:{RANGE}(?P<second>{_NUMBER}))?"
        rf"(?: ?(?P<unit>{_UNIT})(?:(?<=[%$€°²³])|(?![^\W_])))?",
        _number,
    ),
    rule("%", lambda _: "percent"),
]
