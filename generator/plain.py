"""Readability of a text: figures, hints and the gate for summaries. Pure.

Measures, each from the average sentence in words (ASL) and the average word in syllables (ASW):

English   Flesch–Kincaid grade, years of school: 0.39 ASL + 11.8 ASW - 15.59 (Kincaid 1975).
Russian   Flesch reading ease as adapted by I. Oborneva (2006): 206.835 - 1.3 ASL - 60.1 ASW.
Uzbek     No measure has been published. We take the one of Turkish, whose words grow by
          suffixes as Uzbek ones do: 198.825 - 2.61 ASL - 40.175 ASW (E. Ateşman 1997). It
          compares our texts with one another; it is no school grade.

Reading ease runs from 0, very hard, to 100, very easy.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.officialese import INSTEAD, PASSIVE

AVERAGE_MOST = 14
"""Words in the average sentence of a summary."""

SENTENCE_MOST = 20
"""Words in any sentence."""

GRADE_MOST = 8
"""School years that an English summary may ask for."""

EASE_LEAST = 30
"""Reading ease below which a Russian or Uzbek text is very hard (Flesch: a text for scholars)."""

SCORED_FROM = 30
"""Words from which a score says something about a text; in a shorter one a single word decides."""

LONG_WORD = {"en": 14, "ru": 17, "uz": 18}
"""Letters from which a word is long; suffixes make Russian and Uzbek words longer."""

KNOWN = frozenset({"SMS", "QR", "ID", "PDF", "TV", "COVID", "USB", "SIM"})
"""Abbreviations that need no explanation."""

_ABBREVIATED = {
    "en": {"no", "nos", "st", "mr", "mrs", "dr", "art", "p", "pp", "e.g", "i.e", "etc", "vs"},
    "ru": {
        "г", "гг", "ст", "стр", "п", "пп", "ч", "руб", "тыс", "млн", "млрд", "т.д", "т.п", "т.е",
        "ул", "д", "кв", "им", "см", "тел", "др", "пр", "н", "в", "с",
    },
    "uz": {"b", "sh", "k", "h.k", "va h.k", "m", "y", "r", "tel", "koʻch", "bet"},
}  # fmt: skip
"""Words whose full stop ends no sentence."""

_END = re.compile(r"[.!?…]+[»”\"')\]]*\s+(?=[«“\"'(\[]*[A-ZА-ЯЁЎҚҒҲ\d])|\n+")
_WORD = re.compile(r"\d+(?:[\s\u00a0\u202f.,]\d{3})+(?!\d)|\w+(?:[-–’ʻʼ'./:@,]\w+)*")
_ABBREVIATION = re.compile(r"\b[A-ZА-ЯЁЎҚҒҲ]{2,}[A-Za-zА-Яа-яёўқғҳ]*\b")
_NUMBERED = re.compile(r"-?\d| \d{3}")
"""Letters before a number belong to it: PQ-5252, AB 1234567."""

_ROMAN = re.compile(r"[IVXLC]+")
_VOWELS = {"ru": "аеёиоуыэюя", "uz": "aeiouаеёиоуэюяў"}

Scale = Literal["grade", "ease"]


@dataclass(frozen=True)
class Figures:
    """What can be counted in a text. `score` is a school grade or a reading ease (`scale`)."""

    sentences: int
    words: int
    average: float  # words a sentence
    longest: int  # words of the longest sentence
    score: float
    scale: Scale


@dataclass(frozen=True)
class Hint:
    """One thing that could be plainer: which sentence, why, and what to do."""

    rule: str
    sentence: str
    message: str
    remedy: str
    figure: str = ""
    """The number that the message names, if it names one."""


def sentences(text: str, language: str) -> tuple[str, ...]:
    """Split a text at the ends of its sentences and at line breaks."""
    found, start = [], 0
    for match in _END.finditer(text):
        before = text[start : match.start()]
        last = re.split(r"[\s(«“\"]", before)[-1].lower()
        ends_with_stop = match[0].startswith(".") and not match[0].startswith("..")
        if ends_with_stop and (last in _ABBREVIATED[language] or _is_initial(before)):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def words(text: str) -> tuple[str, ...]:
    """Words of a text; a number with its groups of digits, or an address, is one word."""
    return tuple(match[0] for match in _WORD.finditer(text))


def syllables(word: str, language: str) -> int:
    """Syllables of a word, at least one; digits count as one. Exact in Russian and Uzbek."""
    letters = word.lower()
    if language in _VOWELS:
        return max(sum(letter in _VOWELS[language] for letter in letters), 1)
    return sum(_english_syllables(part) for part in re.findall(r"[a-z]+", letters)) or 1


def measure(text: str, language: str) -> Figures:
    """Count a text. An empty text has no words and the score of the easiest."""
    lengths = [len(words(sentence)) for sentence in sentences(text, language)]
    lengths = [length for length in lengths if length]
    scale: Scale = "grade" if language == "en" else "ease"
    if not lengths:
        return Figures(0, 0, 0, 0, 0 if scale == "grade" else 100, scale)
    counted = words(text)
    average = sum(lengths) / len(lengths)
    per_word = sum(syllables(word, language) for word in counted) / len(counted)
    score = {
        "en": 0.39 * average + 11.8 * per_word - 15.59,
        "ru": 206.835 - 1.3 * average - 60.1 * per_word,
        "uz": 198.825 - 2.61 * average - 40.175 * per_word,
    }[language]
    return Figures(len(lengths), sum(lengths), average, max(lengths), score, scale)


def gate(summary: str, language: str) -> tuple[Hint, ...]:
    """What keeps a summary from being published: long sentences, a high grade."""
    figures = measure(summary, language)
    hints = list(_too_long(summary, language))
    if figures.average > AVERAGE_MOST:
        message = f"{figures.average:.1f} words a sentence, at most {AVERAGE_MOST} wanted"
        remedy = "split sentences, leave words out"
        hints.append(Hint("average", summary, message, remedy, f"{figures.average:.1f}"))
    if figures.scale == "grade" and figures.score > GRADE_MOST:
        message = f"reads like school year {figures.score:.1f}, at most {GRADE_MOST} wanted"
        remedy = "take shorter words and shorter sentences"
        hints.append(Hint("grade", summary, message, remedy, f"{figures.score:.1f}"))
    return tuple(hints)


def review(text: str, language: str, explained: Iterable[str] = ()) -> tuple[Hint, ...]:
    """Everything about a text that could be plainer.

    `explained` are abbreviations that the glossary explains, without their endings.
    """
    known = KNOWN | set(explained)
    hints = [*_too_long(text, language), *_hard(text, language)]
    for sentence in sentences(text, language):
        hints += _wording(sentence, language)
    remedy = "write it out, or add it to content/glossary.yml"
    hints += (
        Hint("abbreviation", text, f"“{word}” is not explained", remedy)
        for word in unexplained(text, known)
    )
    return tuple(hints)


def _too_long(text: str, language: str) -> Iterator[Hint]:
    for sentence in sentences(text, language):
        count = len(words(sentence))
        if count > SENTENCE_MOST:
            message = f"{count} words, at most {SENTENCE_MOST} wanted"
            yield Hint("sentence", sentence, message, "say one thing a sentence", str(count))


def _hard(text: str, language: str) -> Iterator[Hint]:
    """A score beyond the limit, in a text long enough to have one."""
    figures = measure(text, language)
    remedy = "take shorter words and shorter sentences"
    if figures.words < SCORED_FROM:
        return
    if figures.scale == "ease" and figures.score < EASE_LEAST:
        message = f"reading ease {figures.score:.0f}, below {EASE_LEAST} is very hard"
        yield Hint("ease", text, message, remedy)
    if figures.scale == "grade" and figures.score > GRADE_MOST:
        yield Hint("grade", text, f"reads like school year {figures.score:.1f}", remedy)


def _wording(sentence: str, language: str) -> Iterator[Hint]:
    """Long words, office words and passives of one sentence."""
    for word in words(sentence):
        letters = sum(letter.isalpha() for letter in word)
        if letters >= LONG_WORD[language] and not re.search(r"[-./@]", word):
            yield Hint(
                "long-word", sentence, f"“{word}” has {letters} letters", "is there a shorter one?"
            )
    lowered = sentence.lower()
    for office, plain in INSTEAD[language].items():
        # An Uzbek postposition may be fastened to its noun: qonunga muvofiq.
        start = r"\b" if not (language == "uz" and office.startswith("ga ")) else ""
        if re.search(rf"{start}{re.escape(office)}", lowered):
            yield Hint("officialese", sentence, f"“{office}” is office language", f"say: {plain}")
    passive = PASSIVE[language].search(sentence)
    if passive:
        yield Hint(
            "passive", sentence, f"“{passive[0]}” hides who acts", "say who does it, or “you”"
        )


def unexplained(text: str, known: frozenset[str]) -> Iterator[str]:
    """Abbreviations that neither `known` (without endings) nor the text itself explains."""
    said: set[str] = set()
    for match in _ABBREVIATION.finditer(text):
        word = match[0]
        in_brackets = text[: match.start()].rstrip().endswith("(") or text[
            match.end() :
        ].lstrip().startswith("(")
        numbered = _NUMBERED.match(text, match.end())
        if _ROMAN.fullmatch(word) or numbered or any(word.startswith(one) for one in known | said):
            continue
        said.add(word)
        if not in_brackets:
            yield word


def _is_initial(before: str) -> bool:
    """Whether a text ends in a single capital, as in A. Navoiy, or is the number of a list."""
    return bool(re.search(r"(?:^|\s)[A-ZА-ЯЁЎҚҒҲ]$|^\d{1,2}$", before))


def _english_syllables(word: str) -> int:
    """Groups of vowels, without the silent e of -e, -es and -ed."""
    groups = len(re.findall(r"[aeiouy]+", word))
    silent_e = re.search(r"[^aeiouyl]e$|[aeiouy]le$", word)
    silent_es = re.search(r"[^aeiouyscxzgh]es$|[^cs]hes$", word)
    silent_ed = re.search(r"[^aeiouytd]ed$", word)
    return max(groups - bool(silent_e or silent_es or silent_ed), 1)
