"""Facts → short phrases of one variant: money, terms, dates, sources, phone numbers. Pure."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from urllib.parse import urlsplit

from babel.dates import get_month_names
from babel.numbers import format_decimal

from generator.locales import Locale
from generator.model import Amount, Cost, Law, Term, Unit
from generator.words import Words

_LONGEST_ADDRESS = 60
_NATIONAL_DIGITS = 9
_MANY = 1000
_NO_BREAK = "\u00a0"
_ACTS = {
    "uz": {"UP": "PF", "PP": "PQ", "ZRU": "OʻRQ"},
    "ru": {"UP": "УП", "PP": "ПП", "ZRU": "ЗРУ"},
    "en": {},
}
"""How lex.uz begins the number of a decree, a resolution and a law in each language."""
_SOURCE_PARTS = ("annex", "section", "page")
_SERVICE = re.compile(r"https://my\.gov\.uz/(?:uz|ru|en)/service/(\d+)")


@cache
def _month(babel: str, month: int, *, alone: bool) -> str:
    """Name of a month, as it stands alone or beside a day."""
    return str(get_month_names("wide", "stand-alone" if alone else "format", babel)[month])


@dataclass(frozen=True)
class Phone:
    """A number as people write it, and as a phone dials it."""

    shown: str
    dialled: str


@lru_cache(maxsize=2**13)
def _grouped(value: Decimal | int, babel: str) -> str:
    return str(format_decimal(value, locale=babel)).replace(" ", _NO_BREAK)


@dataclass(frozen=True)
class Phrases:
    """Phrase maker of one variant at one base calculation value."""

    locale: Locale
    words: Words
    brv: Amount

    def number(self, value: Decimal | int) -> str:
        """Digits grouped and marked as the language does, never broken over a line."""
        return _grouped(value, self.locale.babel)

    def size(self, number_of_bytes: int) -> str:
        """What a file weighs, in kilobytes or, where they are many, in megabytes."""
        kilobytes = max(1, round(number_of_bytes / 1000))
        if kilobytes < _MANY:
            return self.words("kilobytes", count=kilobytes)
        megabytes = (Decimal(kilobytes) / _MANY).quantize(Decimal("0.1"))
        return self.words("megabytes", count=self.number(megabytes))

    def money(self, soum: int) -> str:
        """An amount in soum."""
        return self.words("soum", amount=self.number(soum), count=soum)

    def cost(self, cost: Cost) -> tuple[str, str]:
        """What it costs at a glance, and the share of the BRV that stands behind it."""
        if cost.free:
            return self.words("free"), ""
        if cost.soum is not None:
            return self._price(cost, cost.soum), ""
        if cost.brv is not None:
            soum = int((cost.brv * self.brv.soum).to_integral_value())
            return self._price(cost, soum), self.brv_share(cost.brv)
        return self.words("varies"), self.words("see_below")

    def brv_share(self, brv: Decimal) -> str:
        """A multiple of the base calculation value: percent below 1, times from 1 on."""
        if brv < 1:
            return self.words("brv_share", amount=self.number((brv * 100).normalize()))
        return self.words("brv_times", amount=self.number(brv.normalize()))

    def brv_basis(self) -> str:
        """The sentence that says from which BRV a price in soum was worked out."""
        return self.words(
            "brv_basis", amount=self.number(self.brv.soum), date=self.date(self.brv.since)
        )

    def term(self, term: Term) -> tuple[str, str]:
        """How long it takes at a glance, and a hint when one number is not enough."""
        if term.unit is None:
            return self.words("varies"), self.words("see_below")
        if term.unit is Unit.INSTANT or term.number is None:
            return self.words("instant"), ""
        return self.words(term.unit.value, count=term.number), ""

    def date(self, value: date) -> str:
        """A whole day."""
        return self.partial_date(value.isoformat())

    def partial_date(self, value: str, frame: str = "") -> str:
        """A date of the register: `2026`, `2026-11`, `2026-11-21`, `about 2022`, `undated`.

        `frame` is the key of a phrase with a blank for the date, which may bend its words.
        """
        if value == "undated":
            return self.words("undated")
        relation, _, day = value.rpartition(" ")
        bent = bool(relation or frame)
        phrase = self._date(*map(int, day.split("-")), bent=bent)
        phrase = self.words(f"as_of_{relation}", date=phrase) if relation else phrase
        return self.words(frame, date=phrase) if frame else phrase

    def source(self, source: str) -> str:
        """The short name of a source: a host, or a report with its part."""
        if source.startswith("http"):
            return urlsplit(source).netloc.removeprefix("www.").rstrip(".")
        kind = source.partition(": ")[0]
        if kind in ("press", "channel"):
            return self.words(f"source_{kind}")
        return self._report(source)

    def short_source(self, source: str) -> str:
        """A source as a fact refers to it, where the list of sources gives its whole name."""
        whole = source.startswith(("http", "press: ", "channel: "))
        return self.source(source) if whole else self._report(source, short=True)

    def full_source(self, source: str) -> str:
        """A source as a list of sources names it: a service, an address or a report."""
        if not source.startswith("http"):
            return self.source(source)
        if service := _SERVICE.fullmatch(source):
            return self.words("source_service", number=service[1])
        address = source.split("://", 1)[1].removeprefix("www.").rstrip("/")
        return address if len(address) <= _LONGEST_ADDRESS else f"{address[:_LONGEST_ADDRESS]}…"

    def law(self, law: Law) -> str:
        """A law as people cite it: kind, number, date."""
        parts = [self.words(f"kind_{law.kind}")]
        if law.number:
            parts.append(self.words("number", number=self._act(law.number)))
        if law.date:
            parts.append(self.partial_date(law.date))
        return ", ".join(parts)

    def phone(self, number: str) -> Phone:
        """A number of the register: short, toll-free or with an area code of Uzbekistan."""
        shown = re.split(r" [(,]|;", number)[0]
        digits = re.sub(r"\D", "", shown)
        if len(digits) == _NATIONAL_DIGITS:
            digits = f"+998{digits}"
        elif digits.startswith("998"):
            digits = f"+{digits}"
        return Phone(shown.replace(" ", _NO_BREAK), digits)

    def _act(self, number: str) -> str:
        kind, dash, rest = number.partition("-")
        return _ACTS[self.locale.language].get(kind, kind) + dash + rest

    def _price(self, cost: Cost, soum: int) -> str:
        amount = self.money(soum)
        return self.words("from_amount", amount=amount) if cost.lowest else amount

    def _date(self, year: int, month: int = 0, day: int = 0, *, bent: bool = False) -> str:
        if not month:
            return self.words("year_bent" if bent else "year", year=year)
        nominative = self.locale.language == "ru" and not (day or bent)
        name = _month(self.locale.babel, month, alone=nominative)
        key = "full_date" if day else "month_year"
        return self.words(key, year=year, month=self.locale.script(name), day=day)

    def _report(self, source: str, *, short: bool = False) -> str:
        report, _, part = source.partition(", ")
        name = self.words(f"short_{report}" if short else f"report_{report}")
        return f"{name}, {self._part(part)}" if part else name

    def _part(self, part: str) -> str:
        kind, _, number = part.partition(" ")
        return self.words(f"part_{kind}", number=number) if kind in _SOURCE_PARTS else part
