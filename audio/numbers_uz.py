"""Uzbek numbers: how many, which, codes and phones, with the endings that texts hang on them."""

import re
from typing import Any

from audio.lang_UZ import Num2Word_UZ
from audio.reading import (
    PHONE,
    RANGE,
    START,
    USSD,
    Rule,
    decimal,
    group,
    groups,
    roman,
    rule,
    spell,
)

_CONVERTER: Any = Num2Word_UZ()

ENDING = (
    "(?:lar|ning|ni|gacha|kacha|qacha|ga|ka|qa|dan|dagi|da|ngiz|ingiz|imiz|miz|ing|im|siz|si|i"
    "|lik|li|cha|chi|dek|mi|dir)+(?![^\\W\\d])"
)
AFTER = (
    rf"(?:['ʼ-]?(?P<ending>{ENDING})"
    r"| (?P<apart>gacha|ga|dan|dagi|da|ning|ni|i)(?![\wʻʼ'-]))?"
)
MONTHS = (
    *("yanvar", "fevral", "mart", "aprel", "may", "iyun"),
    *("iyul", "avgust", "sentabr", "oktabr", "noyabr", "dekabr"),
)
# Not maydon (a field) nor marta (times).
MONTH = "(?:" + "|".join(MONTHS) + "|sentyabr|oktyabr)(?!(?<=may)don|(?<=mart)a)"
_NUMBER = r"(?:\d{1,3}(?: \d{3}){1,6}(?!\d)|\d+)(?:[,.]\d+)?"
_RUN = r"\d+(?:-(?:\d+(?![^\W\d])|[IVX]+(?![^\W\d])))*"
_COUNTED = (
    "ta(?:si|dan|ga|gacha|ni|da|lik|cha)*(?![^\\W\\d])|(?:kun|yil|oy|soat|hafta)li[kg]|xonali"
    "|qavatli|kishilik"
)
_LONG = 5

_UNITS = {
    "%": "foiz",
    "‰": "promille",
    "$": "dollar",
    "€": "yevro",
    "°C": "daraja",
    "°": "daraja",
    "UZS": "soʻm",
    "USD": "dollar",
    "EUR": "yevro",
    "mln": "million",
    "mlrd": "milliard",
    "trln": "trillion",
    "kv. metr": "kvadrat metr",
    "kv. m": "kvadrat metr",
    "kv.m": "kvadrat metr",
    "kub. m": "kub metr",
    "kub.m": "kub metr",
    "m²": "kvadrat metr",
    "m2": "kvadrat metr",
    "km²": "kvadrat kilometr",
    "m³": "kub metr",
    "m3": "kub metr",
    "km": "kilometr",
    "km/soat": "kilometr soatiga",
    "sm": "santimetr",
    "cm": "santimetr",
    "mm": "millimetr",
    "m": "metr",
    "kg": "kilogramm",
    "mg": "milligramm",
    "gr": "gramm",
    "g": "gramm",
    "t": "tonna",
    "l": "litr",
    "kVt": "kilovatt",
    "kW": "kilovatt",
    "kVt·soat": "kilovatt soat",
    "kVt/soat": "kilovatt soat",
    "MVt": "megavatt",
    "Vt": "vatt",
    "kV": "kilovolt",
    "V": "volt",
    "MPa": "megapaskal",
    "GB": "gigabayt",
    "MB": "megabayt",
    "KB": "kilobayt",
    "Mbit/s": "megabit sekundiga",
}
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))

_NAMES = {
    **{letter: letter for letter in "aeiou"},
    **{letter: f"{letter}e" for letter in "bdgjptvyz"},
    **{letter: f"e{letter}" for letter in "flmnrs"},
    **{letter: f"{letter}a" for letter in "hkqx"},
    "c": "se",
    "w": "dubl ve",
    "oʻ": "oʻ",
    "gʻ": "gʻa",
    "sh": "she",
    "ch": "che",
    "yo": "yo",
    "ya": "ya",
    "yu": "yu",
    "ʻ": "",
    "ʼ": "",
}


def cardinal(number: int) -> str:
    """Say how many."""
    return str(_CONVERTER.to_cardinal(number))


def ordinal(number: int) -> str:
    """Say which."""
    return str(_CONVERTER.to_ordinal(number))


def in_group(written: str) -> str:
    """Say digits that stand together, their leading zeros one by one."""
    return group(written, cardinal, "nol")


def letters(token: str) -> str:
    """Say the letters of an abbreviation."""
    return spell(token, _NAMES)


def with_ending(word: str, ending: str) -> str:
    """Join an ending to a word as it is said, not as it was written after a sign or capitals.

    An ending after a vowel gets its -s- or loses its vowel; -ga hardens after k and q.
    """
    last = word.rpartition(" ")[2]
    if not (last and ending):
        return word
    if " " in word and re.search("...i$", last):
        return _owned_with(word, ending)
    if last[-1] in "aeiou":
        return word + re.sub("^i", "si", re.sub("^i(?=ng|m)", "", ending))
    if last[-1] in "kq":
        return word + re.sub("^[gkq]a", f"{last[-1]}a", ending)
    return word + ending


def _owned_with(word: str, ending: str) -> str:
    """A form that already belongs to somebody (identifikatsiya raqami) takes no second -i."""
    owner = re.sub("(?<=[aeiou])si$|i$", "", word)
    if re.match("i?(?:ng|m)", ending) and not ending.startswith("ning"):
        bare = ending.removeprefix("i")
        return owner + (bare if owner[-1] in "aeiou" else f"i{bare}")
    if ending.startswith("lar"):
        many = re.sub("lig$", "lik", re.sub("gʻ$", "q", owner))
        return f"{many}lari" + ending[3:].removeprefix("i")
    return word + re.sub("^(?:si(?!z)|i)", "", ending)


def ending(match: re.Match[str]) -> str:
    """The ending that follows, joined or apart (`89% i`)."""
    return match["ending"] or match["apart"] or ""


# Codes and phones: PF-250-son, 71 202-00-66, 1148, *#06#


def _ussd(match: re.Match[str]) -> str:
    said = {"*": "yulduzcha", "#": "panjara"}
    parts = (said.get(part) or in_group(part) for part in re.findall(r"\d+|[*#]", match[0]))
    return with_ending(" ".join(parts), ending(match))


def _phone(match: re.Match[str]) -> str:
    plus = "plyus " if match[0].startswith("+") else ""
    return plus + ", ".join(map(in_group, groups(match[0])))


def _code(match: re.Match[str]) -> str:
    return f"{letters(match['kind'])} {_run(match['run'])}"


def _decree(match: re.Match[str]) -> str:
    return f"{letters(match['kind'])} {_run(match['run'], which=True)} "


def _run(run: str, *, which: bool = False) -> str:
    """Say a number of parts, 118-II or 2219-17, its last part by order where `which` is set."""
    *parts, last = (roman(part) if part.isalpha() else part for part in run.split("-"))
    said = [in_group(str(part)) for part in parts]
    said.append(ordinal(int(last)) if which else in_group(str(last)))
    return " tire ".join(said)


def _short(match: re.Match[str]) -> str:
    """Say a short phone number as people do, in pairs: 1148 is oʻn bir qirq sakkiz."""
    return with_ending(" ".join(map(in_group, groups(match["run"]))), ending(match))


def _glued(match: re.Match[str]) -> str:
    number = match["number"]
    parts = [number] if len(number) < _LONG else groups(number)
    return " ".join([letters(match["kind"]), *map(in_group, parts)])


_CODE = rf"(?<!\w)(?P<kind>(?:[A-Z]ʻ?){{1,4}})-(?P<run>{_RUN})"
CODES: list[Rule] = [
    rule(rf"{_CODE}-(?=[a-z])", _decree),
    rule(rf"{_CODE}(?!\w-)", _code),
]
PHONES: list[Rule] = [
    rule(rf"(?<!\w){USSD}{AFTER}", _ussd),
    rule(rf"(?<![\w.,]){PHONE}", _phone),
]


# Which: 5-band, 2020-yilda, 118-II-son, № 797


def _which(match: re.Match[str]) -> str:
    return _run(match["run"], which=True) + " "


def _range(match: re.Match[str]) -> str:
    first, second = ordinal(int(match["first"])), ordinal(int(match["second"]))
    if match["years"] or match["one"]:
        next_year = match["years"] and int(match["second"]) == int(match["first"]) + 1
        return f"{first} va {second} " if next_year else f"{first} {second} "
    return f"{first}dan {second}gacha "


def _school_year(match: re.Match[str]) -> str:
    return f"{ordinal(int(match['first']))} {ordinal(int(match['second']))} "


def _sign(match: re.Match[str]) -> str:
    return with_ending(f"{_run(match['run'], which=True)} raqam", match["ending"] or "")


_ALONE = r"(?<![\w.,])"
ORDINALS: list[Rule] = [
    rule(
        rf"{_ALONE}(?P<first>\d+)(?:{RANGE}(?=\d{{4}}-)|[–—])(?P<second>\d+)-"
        r"(?=(?P<years>yillar)|(?P<one>oʻquv|son)|[^\W\d_])",
        _range,
    ),
    rule(rf"{_ALONE}(?P<first>\d{{4}})[/–-](?P<second>\d\d|\d{{4}})[- ](?=oʻquv)", _school_year),
    rule(rf"{_ALONE}(?P<run>\d+)-(?={_COUNTED})", lambda match: f"{in_group(match['run'])} "),
    rule(rf"{_ALONE}(?P<run>\d+)-(?=[A-Z](?!\w))", lambda match: f"{in_group(match['run'])} "),
    rule(rf"{_ALONE}(?:№ ?)?(?P<run>{_RUN})-(?=[^\W\d_])", _which),
    rule(rf"{_ALONE}(?P<run>\d+)-(?=[ ,])", lambda match: ordinal(int(match["run"]))),
    rule(
        rf"{_ALONE}(?:(?:1[5-9]|20)\d\d(?= yil(?!li)| {MONTH})|\d\d?(?= {MONTH}))",
        lambda match: ordinal(int(match[0])),
    ),
    rule(rf"{_ALONE}(?P<year>\d{{4}}) ?y\.", lambda match: ordinal(int(match["year"])) + " yil"),
    rule(rf"№ ?(?P<run>{_RUN})(?:['ʼ]?(?P<ending>{ENDING}))?", _sign),
]


# How many


def _amount(number: str) -> str:
    if re.fullmatch(r"0\d+", number):
        return in_group(number)
    whole, fraction = decimal(number)
    return str(_CONVERTER.to_cardinal(f"{whole}.{fraction}" if fraction else whole))


def _number(match: re.Match[str]) -> str:
    amount, tail = _amount(match["first"]), ending(match)
    unit = _UNITS[match["unit"] or match["sign"]] if match["unit"] or match["sign"] else ""
    if match["minus"]:
        amount = f"minus {amount}"
    if match["second"]:
        second = _amount(match["second"])
        if tail and not unit:
            amount = f"{amount} {second}"
        else:
            amount = f"{amount}dan {with_ending(second, 'gacha')}"
    return with_ending(f"{amount} {unit}" if unit else amount, tail)


def _by(match: re.Match[str]) -> str:
    return with_ending(_amount(match["side"]), "ga") + " "


NUMBERS: list[Rule] = [
    rule(r"(?<!\w)(?P<kind>[A-Z]{1,3})(?P<number>\d+)(?!\w)", _glued),
    rule(rf"{_ALONE}(?P<number>\d+)(?=[A-Z](?!\w))", lambda match: f"{in_group(match[0])} "),
    rule(
        rf"{_ALONE}(?P<run>(?!1[02]00)1[0-2]\d\d(?![\d%]|[.,:]\d|[–-]\d)"
        r"(?! ?(?:soʻm|ta|kishi|BHM)(?!\w))"
        rf"|\d{{4}}(?= raqam)|\d{{7,}}){AFTER}",
        _short,
    ),
    rule(rf"{_ALONE}(?P<side>\d+(?:[.,]\d+)?) ?[xх×] ?(?=\d)", _by),
    rule(
        rf"{START}(?P<minus>-?)(?P<sign>[$€])?(?P<first>{_NUMBER})"
        rf"(?:{RANGE}(?P<second>{_NUMBER}))?"
        rf"(?: ?(?P<unit>{_UNIT})(?:(?<=[%‰$€°²³])|(?=['ʼ-]?{ENDING})|(?![^\W_])))?{AFTER}",
        _number,
    ),
    rule("%", lambda _: "foiz"),
]
