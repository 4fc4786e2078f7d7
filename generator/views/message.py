"""A passport as one text message, which any phone can receive. Pure.

A single message holds 160 characters of the GSM 7-bit alphabet (3GPP TS 23.038), or 70 as soon as
one character lies outside it, as every Cyrillic one does.
"""

import re
from collections.abc import Iterable
from urllib.parse import quote

LATIN, CYRILLIC = 160, 70
"""Characters of one message in the GSM alphabet and outside it."""

_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""The basic table; characters of its extension count twice and are left out here."""
_PLAIN = str.maketrans(
    {"ʻ": "'", "ʼ": "'", "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "}
)
"""Letters and marks that have a twin in the GSM alphabet, so that Uzbek stays in it."""
_RESERVED = re.compile(r"[^\w.,:;/()'-]")


def text_message(name: str, facts: Iterable[str], phone: str, address: str) -> str:
    """One message: the name, then what still fits of `facts`, the phone and the address.

    The name is cut at a word where it would leave no room for the phone.
    """
    name, phone, *rest = (text.translate(_PLAIN) for text in (name, phone, *facts, address))
    limit = LATIN if _GSM.issuperset("".join((name, phone, *rest))) else CYRILLIC
    text = _cut(name, limit - len(phone) - 2)
    for part in filter(None, rest[:-1]):
        if len(text) + len(part) + len(phone) + 4 <= limit:
            text += f"; {part}" if text != name else f": {part}"
    text += f" {phone}" if text.endswith(".") else f". {phone}"
    return f"{text} {rest[-1]}" if rest[-1] and len(text) + len(rest[-1]) < limit else text


def sms_link(text: str) -> str:
    """The address that opens a message with this text and no recipient (RFC 5724).

    Letters stay as they are, which is a third of their weight; iPhones want the `&`.
    """
    return "sms:?&body=" + _RESERVED.sub(lambda found: quote(found[0], safe=""), text)


def _cut(name: str, room: int) -> str:
    if len(name) <= room:
        return name
    return name[: room - 2].rpartition(" ")[0].rstrip(",;:") + "..."
