# ruff: noqa: ANN001, ANN201, ANN202, ARG002, D101, D102, FBT002, N801, N999, RUF012, UP031
# mypy: ignore-errors
"""Uzbek (Latin) for num2words, written as its converters are, without annotations.

Upstream the import becomes `.base`, its licence header comes on top, and
`'uz': lang_UZ.Num2Word_UZ()` joins the table of converters.  "bir" stands before yuz and ming,
as in CLDR and in documents.
"""

from decimal import Decimal

from num2words.base import Num2Word_Base

ZERO = "nol"

ONES = {
    1: "bir",
    2: "ikki",
    3: "uch",
    4: "toʻrt",
    5: "besh",
    6: "olti",
    7: "yetti",
    8: "sakkiz",
    9: "toʻqqiz",
}

TENS = {
    1: "oʻn",
    2: "yigirma",
    3: "oʻttiz",
    4: "qirq",
    5: "ellik",
    6: "oltmish",
    7: "yetmish",
    8: "sakson",
    9: "toʻqson",
}

HUNDRED = "yuz"

THOUSANDS = {
    1: "ming",
    2: "million",
    3: "milliard",
    4: "trillion",
    5: "kvadrillion",
    6: "kvintillion",
    7: "sekstillion",
    8: "septillion",
    9: "oktillion",
    10: "nonillion",
}

VOWELS = "aeiou"


class Num2Word_UZ(Num2Word_Base):
    CURRENCY_FORMS = {
        "UZS": (("soʻm",), ("tiyin",)),
        "USD": (("dollar",), ("sent",)),
        "EUR": (("yevro",), ("sent",)),
        "RUB": (("rubl",), ("kopeyka",)),
        "KZT": (("tenge",), ("tiyin",)),
    }

    MAXVAL = 1000**11

    def setup(self):
        self.negword = "minus"
        self.pointword = "butun"

    def to_cardinal(self, value):
        number = Decimal(str(value).replace(",", "."))
        sign, digits, exponent = number.as_tuple()
        if number.copy_abs() >= self.MAXVAL:
            raise OverflowError(self.errmsg_toobig % (value, self.MAXVAL))
        words = [self.negword] if sign and number else []
        words.append(self._int2word(int(number.copy_abs())))
        places = max(-exponent, 0)
        if places:
            fraction = int("".join(map(str, digits))[-places:])
            words += [self.pointword, self._int2word(10**places, one=False) + "dan"]
            words.append(self._int2word(fraction))
        return " ".join(words)

    def to_ordinal(self, value):
        self.verify_ordinal(value)
        cardinal = self.to_cardinal(int(value))
        return cardinal + ("nchi" if cardinal[-1] in VOWELS else "inchi")

    def to_ordinal_num(self, value):
        self.verify_ordinal(value)
        return "%d-" % value

    def to_year(self, value):
        era = "miloddan avvalgi " if value < 0 else ""
        return "%s%s yil" % (era, self.to_ordinal(abs(value)))

    def pluralize(self, n, forms):
        return forms[0]

    def _int2word(self, n, one=True):
        if n == 0:
            return ZERO
        words = []
        for power in range((len(str(n)) - 1) // 3, -1, -1):
            chunk = n // 1000**power % 1000
            if not chunk:
                continue
            if one or n != 1000**power:
                words += self._chunk2words(chunk, one)
            if power:
                words.append(THOUSANDS[power])
        return " ".join(words)

    def _chunk2words(self, chunk, one):
        hundreds, rest = divmod(chunk, 100)
        tens, ones = divmod(rest, 10)
        words = []
        if hundreds:
            words += [ONES[hundreds], HUNDRED] if one or hundreds > 1 else [HUNDRED]
        if tens:
            words.append(TENS[tens])
        if ones:
            words.append(ONES[ones])
        return words
