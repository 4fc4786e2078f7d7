"""Personal data: no fact about a private person is ever content.

Phones and addresses of offices stand in `content/offices.yml`, which excuses them.
"""

import re
from collections.abc import Iterator

from generator.errors import Finding
from generator.rules.texts import Scalar

_PASSPORT = re.compile(r"(?<![\w-])[A-ZА-Я]{2}[ -]?\d{7}(?!\d)")
_CARD = re.compile(r"(?<![\d-])\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?![\d-])")
_PINFL = re.compile(r"(?<![\w/=-])[1-6]\d{13}(?!\d)")
_MOBILE = re.compile(
    r"(?<![\d/])(?:\+?998[ (-]*)?\(?(?:9[013-9]|88|33|77|20|50)\)?"
    r"[ -]*\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d)"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_OFFICE = re.compile(
    r"(?:info|press|devon|office|support|help|contact|mail|admin|murojaat|priemnaya|priyomnaya|"
    r"reception|call|hotline|service|xizmat|markaz|centre|center|hr|pr|helpdesk|kanselyariya)",
    re.IGNORECASE,
)
_PATRONYMIC = re.compile(
    r"[A-ZА-ЯЎҚҒҲ][\wʻʼ]+ [A-ZА-ЯЎҚҒҲ][\wʻʼ]+ (?:oʻgʻli|qizi|ўғли|қизи)\b"
    r"|[A-ZА-ЯЎҚҒҲ][\wʻʼ]+ [A-ZА-ЯЎҚҒҲ][\wʻʼ]+(?:ovich|evich|ovna|evna|ович|евич|овна|евна)\b"
)
_SURNAME = r"[A-ZА-ЯЎҚҒҲ][\wʻʼ]+(?:ova?|eva?|ова?|ева?)"
_GIVEN = r"[A-ZА-ЯЎҚҒҲ][\wʻʼ]+"
_PERSON = re.compile(rf"\b(?:{_SURNAME} {_GIVEN}|{_GIVEN} {_SURNAME})\b")
_STREET = re.compile(
    r"koʻcha|street|улиц|ул\.|shoh|проспект|avenue|maydon|площад|square|"
    r"nomidagi|имени|named"
)
_NEAR = 60
_DIGITS = re.compile(r"\+?\d[\d ()-]{7,}\d|@")


def of_scalar(scalar: Scalar, offices: frozenset[str]) -> Iterator[Finding]:
    """What in a text looks as if it belonged to a private person."""
    text = scalar.value
    if scalar.location[-1] != "url" and not text.startswith(("http://", "https://")):
        for code, value in _found(text, offices):
            yield Finding(scalar.location, code, {"value": value})


def bare(contact: str) -> str:
    """A phone or address in the one form in which offices are compared."""
    if "@" in contact:
        return contact.lower()
    return re.sub(r"\D", "", contact)[-9:]


def _found(text: str, offices: frozenset[str]) -> Iterator[tuple[str, str]]:
    yield from (("personal-passport", match[0]) for match in _PASSPORT.finditer(text))
    for match in _CARD.finditer(text):
        if _luhn(re.sub(r"\D", "", match[0])):
            yield "personal-card", match[0]
    yield from (("personal-pinfl", match[0]) for match in _PINFL.finditer(text))
    for match in _MOBILE.finditer(text):
        if bare(match[0]) not in offices:
            yield "personal-phone", match[0]
    for match in _EMAIL.finditer(text):
        if not _OFFICE.match(match[0]) and bare(match[0]) not in offices:
            yield "personal-email", match[0]
    yield from (("personal-name", name) for name in _names(text))


def _names(text: str) -> Iterator[str]:
    """Full names with a patronymic anywhere; a name and surname beside a phone or address."""
    if full := _PATRONYMIC.search(text):
        yield full[0]
        return
    for match in _PERSON.finditer(text):
        around = text[max(match.start() - _NEAR, 0) : match.end() + _NEAR]
        if _DIGITS.search(around) and not _STREET.search(around):
            yield match[0]


def _luhn(digits: str) -> bool:
    """The check digit of a card number (ISO/IEC 7812-1)."""
    doubled = (int(d) * (2 - n % 2) for n, d in enumerate(digits))
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0  # noqa: PLR2004  # sum of two digits
