"""Russian numbers: how many, which, codes and phones."""

import re
from collections.abc import Callable
from functools import partial

from audio.reading import PHONE, RANGE, START, USSD, Rule, decimal, group, groups, roman, rule
from audio.russian import Case, Gender, Unit, cardinal, counting, fraction, frame, ordinal
from audio.units_ru import UNIT, UNITS, letters

_NUMBER = r"(?:\d{1,3}(?: \d{3}){1,6}(?!\d)|\d+)(?:[,.]\d+)?"
_RUN = r"\d+(?:-(?:\d+(?![^\W\d])|[IVX]+(?![^\W\d])|[А-Я](?!\w)))*"
_ALONE = r"(?<![\w.,])"
_LONG = 5


def in_group(written: str) -> str:
    """Say digits that stand together, their leading zeros one by one."""
    return group(written, cardinal, "ноль")


# Codes and phones: № ПП-4699, 71 202-00-66, 1148, *#06#

_NUMBER_SIGN = {"под": "номером", "с": "номером", "за": "номером", "по": "номеру", "к": "номеру"}


def _sign(match: re.Match[str]) -> str:
    return _NUMBER_SIGN.get(frame(match).before.lower(), "номер") + " "


def _ussd(match: re.Match[str]) -> str:
    said = {"*": "звёздочка", "#": "решётка"}
    return " ".join(said.get(part) or in_group(part) for part in re.findall(r"\d+|[*#]", match[0]))


def _run(run: str) -> str:
    """Say a number of parts: 118-II, 2219-17, 333-А."""
    parts = run.split("-")
    return " тире ".join(_part(part) for part in parts)


def _part(part: str) -> str:
    if part.isdigit():
        return in_group(part)
    return cardinal(roman(part)) if part.isascii() else letters(part)


def _phone(match: re.Match[str]) -> str:
    plus = "плюс " if match[0].startswith("+") else ""
    return plus + ", ".join(map(in_group, groups(match[0])))


def _code(match: re.Match[str]) -> str:
    return f"{letters(match['kind'])} {_run(match['run'])}"


def _in_pairs(match: re.Match[str]) -> str:
    """Say a short phone number as people do: 1148 is одиннадцать сорок восемь."""
    return " ".join(map(in_group, groups(match[0])))


CODES: list[Rule] = [
    rule(rf"(?<!\w)(?P<kind>[A-ZА-ЯЎҚҒҲ]{{1,4}})-(?P<run>{_RUN})(?!\w)", _code),
    rule("№ ?", _sign),
]
PHONES: list[Rule] = [
    rule(rf"(?<!\w){USSD}", _ussd),
    rule(rf"(?<![\w.,]){PHONE}", _phone),
]


# Which: 4-м, 14-значный, 1 класс

_SUFFIXES: dict[str, tuple[Case, Gender]] = {
    "й": ("n", "m"),
    "я": ("n", "f"),
    "е": ("n", "n"),
    "го": ("g", "m"),
    "му": ("d", "m"),
    "ю": ("a", "f"),
}
_CLASS_CASE: dict[str, Case] = {"": "n", "о": "n", "а": "g", "у": "d", "ом": "i", "е": "p"}


def _suffixed(match: re.Match[str]) -> str:
    number, suffix, around = int(match["number"]), match["suffix"], frame(match)
    if suffix in ("ти", "х") and (suffix == "ти" or number in (2, 3, 4)):
        return cardinal(number, "g")
    if suffix == "х":
        return re.sub("(?:ьего|его|ого)$", "ых", ordinal(number, "g")).replace("третых", "третьих")
    if suffix == "м":
        over = around.before.lower() in ("с", "со", "под", "над", "перед", "за", "между")
        return ordinal(number, "i" if over else "p")
    if suffix == "й" and re.search("[иеы]$|ой$", around.head):
        return ordinal(number, "g", "f")
    return ordinal(number, *_SUFFIXES[suffix])


def _compound(match: re.Match[str]) -> str:
    number = int(match["number"])
    said = cardinal(number, "g").replace("одного", "одно").replace("девяноста", "девяносто")
    said = re.sub("^ста(?= |$)", "сто", said).replace("одной тысячи", "тысяче")
    return said.replace(" ", "") + match["word"]


def _class(match: re.Match[str]) -> str:
    number, ending = int(match["number"]), match["ending"]
    neuter = match["noun"] == "числ"
    if ending == "а" and number in (2, 3, 4) and not neuter and frame(match).asked != "g":
        return cardinal(number)
    return ordinal(number, _CLASS_CASE[ending], "n" if neuter else "m")


ORDINALS: list[Rule] = [
    rule(
        rf"{_ALONE}(?P<number>\d+)-(?:[ыо](?=[йм])|[ао](?=я|е)|о(?=го|му)|у(?=ю)|ы(?=х))?"
        r"(?P<suffix>й|я|е|го|му|м|ю|х|ти)(?![а-яё])",
        _suffixed,
    ),
    rule(rf"{_ALONE}(?P<number>\d+)-(?P<word>[а-яё]{{3,}})", _compound),
    rule(rf"{_ALONE}\d\d?(?= по \d\d? числ)", lambda match: ordinal(int(match[0]), "g", "n")),
    rule(
        rf"{_ALONE}(?P<number>\d\d?)(?= (?P<noun>класс|курс|числ|квартал)(?P<ending>а|у|ом|е|о|)"
        r"(?![а-яё]))",
        _class,
    ),
    rule(rf"{_ALONE}{_RUN}(?<=[IVXА-Я])", lambda match: _run(match[0])),
    rule(rf"{_ALONE}\d+-\d+(?=[ .,)]|$)", lambda match: _run(match[0])),
]


# How many


def _amount(number: str, unit: Unit | None, case: Case, say: Callable[[int], str]) -> str:
    whole, places = decimal(number)
    if places:
        said = fraction(whole, places, case)
        return f"{said} {unit.genitive}" if unit else said
    if re.fullmatch(r"0\d+", number):
        return in_group(number)
    if not unit:
        return say(whole)
    return f"{cardinal(whole, case, unit.gender)} {unit.after(whole, case)}"


def _number(match: re.Match[str]) -> str:
    around = frame(match)
    unit = UNITS[match["unit"] or match["sign"]] if match["unit"] or match["sign"] else None
    case: Case = around.asked if around.asked in ("g", "a") else "n"
    minus = "минус " if match["minus"] else ""
    if re.search("[xх×] ?$", match.string[: match.start()]):
        return _amount(match["first"], unit, "n", cardinal)
    if not match["second"]:
        return minus + _amount(match["first"], unit, case, partial(counting, around=around))
    between = case == "n" and (unit or not re.search("[аяыие]$", around.head or "а"))
    case = "g" if between else case
    say = partial(cardinal, case=case)
    first = _amount(match["first"], None, case, say)
    second = _amount(match["second"], unit, case, say)
    return f"от {first} до {second}" if between else f"{first}-{second}"


def _by(match: re.Match[str]) -> str:
    return _amount(match["side"], None, "n", cardinal) + " на "


def _glued(match: re.Match[str]) -> str:
    number = match["number"]
    parts = [number] if len(number) < _LONG else groups(number)
    return " ".join([letters(match["kind"]), *map(in_group, parts)])


NUMBERS: list[Rule] = [
    rule(r"(?<!\w)(?P<kind>[A-ZА-Я]{1,3})(?P<number>\d+)(?!\w)", _glued),
    rule(rf"{_ALONE}\d+(?=[A-Z](?!\w))", lambda match: f"{in_group(match[0])} "),
    rule(
        rf"{_ALONE}(?:(?!1[02]00)1[0-2]\d\d(?![\d%]|[.,:]\d|[–-]\d| ?(?:сум|БРВ|человек|%))"
        r"|(?:(?<=номер )|(?<=номера )|(?<=номеру ))\d{4}(?!\d)|\d{7,})",
        _in_pairs,
    ),
    rule(rf"{_ALONE}(?P<side>\d+(?:[.,]\d+)?) ?[xх×] ?(?=\d)", _by),
    rule(
        rf"{START}(?P<minus>-?)(?P<sign>[$€])?(?P<first>{_NUMBER})"
        rf"(?:{RANGE}(?P<second>{_NUMBER}))?(?: ?(?P<unit>{UNIT})(?:(?<=[%$€°²³.])|(?![^\W_])))?",
        _number,
    ),
    rule("%", lambda _: "процентов"),
]
