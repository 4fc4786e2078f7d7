"""Texts → sentences that a page marks and a voice reads, one by one. Pure."""

import re
from dataclasses import dataclass

_ABBREVIATIONS = frozenset(
    ("art", "approx", "dr", "kv", "mr", "mrs", "ms", "st", "vs",
     "гг", "кв", "пп", "рис", "см", "ст", "табл", "тел", "ул")
)  # fmt: skip
_NUMBER_SIGNS = frozenset(("no", "nos"))
_LONGEST = 8
"""More letters than a short word has: how far to look back for it."""
_END = re.compile(r"""[.!?…]+[»”")\]]*\s+(?=[«“"(\[]*(?:[A-ZА-ЯЁЎҚҒҲ\d]|[a-z][\w-]*\.[a-z]))""")
_LAST_WORD = re.compile(r"[^\s«“\"(\[]*$")


@dataclass(frozen=True)
class Sentence:
    """One sentence and the id of the element that holds it."""

    id: str
    text: str


def sentences(id_: str, *texts: str) -> tuple[Sentence, ...]:
    """The sentences of some texts that stand together, with ids `<id_>-1`, `<id_>-2`, and so on."""
    parts = (part for text in texts for part in split(text))
    return tuple(Sentence(f"{id_}-{n}", part) for n, part in enumerate(parts, start=1))


def split(text: str) -> tuple[str, ...]:
    """A text cut after each sentence; nothing but the white space between them is lost.

    A point inside a word (my.gov.uz, 1.5), after a usual abbreviation or an initial ends nothing.
    """
    parts, start = [], 0
    for end in _END.finditer(text):
        if not _is_short(text[start : end.start()], text[end.start() : end.end() + 1]):
            parts.append(text[start : end.end()].strip())
            start = end.end()
    parts.append(text[start:].strip())
    return tuple(part for part in parts if part)


def _is_short(before: str, after: str) -> bool:
    """Whether a point belongs to the word before it: `ст. 5`, `No. 797`, `A. Navoiy`."""
    if not after.startswith("."):
        return False
    match = _LAST_WORD.search(before[-_LONGEST:])
    word = match[0].lower() if match else ""
    if word in _NUMBER_SIGNS:
        return after[-1].isdigit()
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())
