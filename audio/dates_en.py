"""English dates and hours: 24 March 2020, 5–25 June, 2020–2022, 09:00–18:00."""

import re

from audio.numbers_en import YEAR, cardinal, ordinal, year
from audio.reading import RANGE, TIME, Rule, rule

_NOON = 12
_EVENING = 18
_TWO_DIGITS = 10
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = "(?:" + "|".join(_MONTHS) + ")"


def _date(match: re.Match[str]) -> str:
    month = match["month"]
    name = _MONTHS[int(month) - 1] if month.isdigit() else month
    the = "" if _behind(match, "the") else "the "
    return f"{the}{ordinal(int(match['day']))} of {name}{_of_year(match)}"


def _of_year(match: re.Match[str]) -> str:
    return f" {year(int(match['year']))}" if match["year"] else ""


def _days(match: re.Match[str]) -> str:
    start = f" of {match['start']}" if match["start"] else ""
    first, second = ordinal(int(match["first"])), ordinal(int(match["second"]))
    return f"the {first}{start} to the {second} of {match['month']}{_of_year(match)}"


def _american(match: re.Match[str]) -> str:
    return f"the {ordinal(int(match['day']))} of {match['month']}{_of_year(match)}"


def _years(match: re.Match[str]) -> str:
    till = match["year"][: -len(match["till"])] + match["till"]
    return f"{year(int(match['year']))} to {year(int(till))}"


def _clock(time: str) -> str:
    hours, minutes = map(int, time.split(":"))
    if minutes == hours % _NOON == 0:
        return "noon" if hours == _NOON else "midnight"
    part = "morning" if hours < _NOON else "afternoon" if hours < _EVENING else "evening"
    said = cardinal((hours - 1) % _NOON + 1)
    if minutes:
        said += f" oh {cardinal(minutes)}" if minutes < _TWO_DIGITS else f" {cardinal(minutes)}"
    return f"{said} in the {part}"


def _hours(match: re.Match[str]) -> str:
    return _clock(match["time"]) + (f" to {_clock(match['till'])}" if match["till"] else "")


def _behind(match: re.Match[str], word: str) -> bool:
    return match.string[: match.start()].lower().endswith(f"{word} ")


DATES: list[Rule] = [
    rule(
        r"(?<![\w.,])(?P<day>\d{1,2})(?P<mark>[./])(?P<month>0?[1-9]|1[0-2])(?P=mark)"
        r"(?P<year>\d{4})(?!\d)",
        _date,
    ),
    rule(r"(?<![\w.,])(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>\d\d)(?!\d)", _date),
    rule(
        rf"(?<![\w.,])(?P<first>\d\d?)(?: (?P<start>{_MONTH}))?(?:{RANGE}| to )(?P<second>\d\d?)"
        rf" (?P<month>{_MONTH})(?:,? (?P<year>{YEAR})(?!\d))?",
        _days,
    ),
    rule(
        rf"(?<![\w.,])(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})"
        rf"(?:,? (?P<year>{YEAR})(?!\d))?",
        _date,
    ),
    rule(
        rf"(?P<month>{_MONTH}) (?P<day>\d\d?)(?!\d|[–-])(?:,? (?P<year>{YEAR})(?!\d))?", _american
    ),
    rule(rf"(?<![\w.,])(?P<year>{YEAR})(?:{RANGE}|/)(?P<till>{YEAR})(?!\d)", _years),
    rule(rf"(?<![\w.,])(?P<year>{YEAR})/(?P<till>\d\d)(?!\d)", _years),
    rule(
        rf"(?<![\w.,:])(?P<time>{TIME})(?![\d:])(?:(?:{RANGE}| to )(?P<till>{TIME})(?![\d:]))?",
        _hours,
    ),
]
