"""Russian dates and hours: 24.03.2020, 5–25 июня, в 2020 году, 09:00–18:00."""

import re

from audio.reading import RANGE, TIME, Rule, rule
from audio.russian import Case, cardinal, frame, ordinal
from audio.units_ru import HOUR

_MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
_MONTH = "(?:" + "|".join(_MONTHS) + ")"

_DAY_CASE: dict[str, Case] = {"по": "a", "на": "a", "за": "a", "к": "d", "ко": "d"}
_YEAR_CASE: dict[str, Case] = {
    "год": "n",
    "года": "g",
    "годом": "i",
    "годе": "p",
    "годы": "n",
    "годов": "g",
    "годам": "d",
    "годами": "i",
    "годах": "p",
}


def _day(number: str, before: str) -> str:
    return ordinal(int(number), _DAY_CASE.get(before.lower(), "g"), "n")


def _of_year(match: re.Match[str]) -> str:
    return f" {ordinal(int(match['year']), 'g')} года" if match["year"] else ""


def _date(match: re.Match[str]) -> str:
    month = match["month"]
    name = _MONTHS[int(month) - 1] if month.isdigit() else month
    return f"{_day(match['day'], frame(match).before)} {name}{_of_year(match)}"


def _days(match: re.Match[str]) -> str:
    """Say 5–25 июня as from the fifth to the twenty-fifth."""
    start = f" {match['start']}" if match["start"] else ""
    said = f"{_day(match['first'], '')}{start} по {_day(match['second'], 'по')} {match['month']}"
    return ("" if frame(match).before.lower() == "с" else "с ") + said + _of_year(match)


def _year(match: re.Match[str]) -> str:
    noun, before = match["noun"], frame(match).before.lower()
    if noun in ("г.", "г"):
        noun = "году" if before == "в" else "года"
    elif noun in ("гг.", "гг"):
        noun = "годах" if before == "в" else "годов"
    case: Case = ("d" if before in ("к", "ко", "по") else "p") if noun == "году" else "n"
    case = _YEAR_CASE.get(noun, case)
    years = [int(year) for year in (match["year"], match["till"]) if year]
    link = " и " if years[-1] == years[0] + 1 else " "
    return f"{link.join(ordinal(year, case) for year in years)} {noun}"


def _years(match: re.Match[str]) -> str:
    """Say в 2020–2022 годах as from the first year to the last."""
    first, last = int(match["year"]), int(match["till"])
    if last == first + 1:
        return f"{match['in']} {ordinal(first, 'p')} и {ordinal(last, 'p')} годах"
    since = "С" if match["in"] == "В" else "с"
    return f"{since} {ordinal(first, 'g')} по {ordinal(last, 'a')} год"


def _school_year(match: re.Match[str]) -> str:
    cases: dict[str, Case] = {"ый": "n", "ого": "g", "ому": "d", "ом": "p", "ым": "i"}
    case = cases[match["ending"]]
    years = (ordinal(int(match[year]), case) for year in ("year", "till"))
    return " ".join([*years, f"учебн{match['ending']}"])


def _clock(time: str, case: Case, *, hour: bool) -> str:
    hours, minutes = time.split(":")
    said = cardinal(int(hours), case)
    if minutes != "00":
        ones = "ноль " if minutes < "10" else ""
        return f"{said} {ones}{cardinal(int(minutes), case)}"
    return f"{said} {HOUR.after(int(hours), case)}" if hour else said


def _hours(match: re.Match[str]) -> str:
    around = frame(match)
    if match["till"]:
        start = "" if around.before.lower() == "с" else "С " if match["in"] == "В" else "с "
        first = _clock(match["time"], "g", hour=False)
        return f"{start}{first} до {_clock(match['till'], 'g', hour=True)}"
    case = around.asked if around.asked in ("g", "d") else "n"
    hour = not re.match(r" до \d", match.string[match.end() :])
    return _clock(match["time"], case, hour=hour)


_TAIL_OF_YEAR = r"(?: ?(?:года|году|г\.))?"
DATES: list[Rule] = [
    rule(
        r"(?<![\w.,])(?P<day>\d{1,2})(?P<mark>[./])(?P<month>0?[1-9]|1[0-2])(?P=mark)"
        rf"(?P<year>\d{{4}})(?!\d){_TAIL_OF_YEAR}",
        _date,
    ),
    rule(
        r"(?<![\w.,])(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>\d\d)(?!\d)"
        rf"{_TAIL_OF_YEAR}",
        _date,
    ),
    rule(
        rf"(?<![\w.,])(?P<first>\d\d?)(?: (?P<start>{_MONTH}))?{RANGE}(?P<second>\d\d?)"
        rf" (?P<month>{_MONTH})(?: (?P<year>\d{{4}}){_TAIL_OF_YEAR})?",
        _days,
    ),
    rule(
        rf"(?<![\w.,])(?P<day>\d\d?) (?P<month>{_MONTH})(?: (?P<year>\d{{4}}){_TAIL_OF_YEAR})?",
        _date,
    ),
    rule(
        rf"(?<![\w.,])(?P<day>\d\d?)(?= (?:и|или) \d\d? {_MONTH})",
        lambda match: _day(match["day"], frame(match).before),
    ),
    rule(
        rf"(?<!\w)(?P<in>[Вв]) (?P<year>\d{{4}}){RANGE}(?P<till>\d{{4}}) годах(?!\w)",
        _years,
    ),
    rule(r"(?<!\d)(?P<year>\d{4})[-–—/](?P<till>\d{4}|\d\d) учебн(?P<ending>[а-я]+)", _school_year),
    rule(
        rf"(?<![\w.,])(?P<year>\d{{4}})(?:{RANGE}(?P<till>\d{{4}}))?"
        r" ?(?P<noun>год(?:а|у|ом|е|ы|ов|ам|ами|ах)?(?![а-яё])|гг?\.?(?![а-яё]))",
        _year,
    ),
    rule(
        rf"(?:(?<!\w)(?P<in>[Вв]) (?={TIME}{RANGE}\d))?"
        rf"(?<![\w.,:])(?P<time>{TIME})(?![\d:])(?:{RANGE}(?P<till>{TIME})(?![\d:])"
        r"(?: час[а-я]*)?)?",
        _hours,
    ),
]
