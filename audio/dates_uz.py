"""Uzbek dates and hours: 24.03.2020, 5–25-iyunda, 09:00–18:00."""

import re

from audio.numbers_uz import (
    AFTER,
    MONTH,
    MONTHS,
    cardinal,
    ending,
    in_group,
    ordinal,
    with_ending,
)
from audio.reading import RANGE, TIME, Rule, rule


def _date(match: re.Match[str]) -> str:
    day = ordinal(int(match["day"]))
    month = with_ending(MONTHS[int(match["month"]) - 1], ending(match))
    return f"{ordinal(int(match['year']))} yil {day} {month}"


def _days(match: re.Match[str]) -> str:
    """Say 5–25-iyunda as from the fifth to the twenty-fifth; another ending stays."""
    first, second = ordinal(int(match["first"])), ordinal(int(match["second"]))
    month, tail = match["month"], match["ending"]
    if tail not in ("", "da"):
        return f"{first} {second} {month}{tail}"
    start = match["start"] if "start" in match.re.groupindex else month
    return f"{first} {start}dan {second} {month}gacha"


def _clock(time: str) -> str:
    hours, minutes = time.split(":")
    return cardinal(int(hours)) + ("" if minutes == "00" else f" {in_group(minutes)}")


def _hours(match: re.Match[str]) -> str:
    if match["till"]:
        return f"{match['word'] or 'soat'} {_clock(match['time'])}dan {_clock(match['till'])}gacha"
    return f"{match['word'] or 'soat'} " + with_ending(_clock(match["time"]), ending(match))


DATES: list[Rule] = [
    rule(
        r"(?<![\w.,])(?:(?P<day>\d{1,2})(?P<mark>[./])(?P<month>0?[1-9]|1[0-2])(?P=mark)"
        rf"(?P<year>\d{{4}})(?!\d))(?:[ -]yil|(?: ?y\.))?{AFTER}",
        _date,
    ),
    rule(
        rf"(?<![\w.,])(?P<year>\d{{4}})-(?P<month>0[1-9]|1[0-2])-(?P<day>\d\d)(?!\d){AFTER}",
        _date,
    ),
    rule(
        rf"(?<![\w.,])(?P<first>\d\d?){RANGE}(?P<second>\d\d?)[- ](?P<month>{MONTH})"
        r"(?P<ending>[a-z]*)",
        _days,
    ),
    rule(
        rf"(?<![\w.,])(?P<first>\d\d?)[- ](?P<start>{MONTH}){RANGE}(?P<second>\d\d?)[- ]"
        rf"(?P<month>{MONTH})(?P<ending>[a-z]*)",
        _days,
    ),
    rule(
        rf"(?:(?P<word>[Ss]oat)(?:lari)? )?(?<![\w.,:])(?P<time>{TIME})(?![\d:])"
        rf"(?:(?:{RANGE}| ?dan )(?P<till>{TIME})(?![\d:])(?: ?gacha| da(?!\w))?|{AFTER})",
        _hours,
    ),
]
