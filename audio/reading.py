"""What the three languages share: a scanner of rules, the shapes of numbers, phones, the web."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Say = Callable[[re.Match[str]], str]

RANGE = " ?[-–—] ?"
START = r"(?:(?<!\w)|(?<=\d[xх×]))"  # people type either x
"""Where a number may begin: the second side of 3x4 too."""
PHONE = (
    r"\+\d{12}(?!\d)|\+?(?:\d{1,3} )?\(?\d{2,5}\)? \d{3}[- ]\d\d[- ]\d\d(?![\d-])"
    r"|\d{3}-\d\d-\d\d(?![\d-])"
)
USSD = r"[*#][*#\d]*\d[*#\d]*#?"
EMAIL = r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
HANDLE = r"(?<!\w)@[A-Za-z]\w+"
DOMAIN = (
    r"(?:https?://)?(?<![\w.])(?:[A-Za-z0-9-]+\.)+"
    r"(?:uz|com|net|org|gov|info|int|edu|ru|kz|eu|io|me|app)(?:/[^\s,;)»”\"]*[\w/])?"
)
ROMAN = r"(?<![\w-])(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|I{1,3})(?![\w])(?!\.\w)"
TIME = r"(?:[01]?\d|2[0-4]):[0-5]\d"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True)
class Rule:
    """A shape in a sentence and how it is said."""

    shape: re.Pattern[str]
    say: Say


def rule(shape: str, say: Say) -> Rule:
    """Compile a shape."""
    return Rule(re.compile(shape), say)


def read(text: str, rules: Sequence[Rule]) -> str:
    """Say a sentence from left to right; at each place the first rule that fits is taken."""
    said: list[str] = []
    place = 0
    while place < len(text):
        for candidate in rules:
            match = candidate.shape.match(text, place)
            if match and match.end() > place:
                said.append(candidate.say(match))
                place = match.end()
                break
        else:
            said.append(text[place])
            place += 1
    return "".join(said)


def plain(text: str) -> str:
    """Composed letters, ordinary spaces and digits, no soft hyphens or stress marks.

    A small digit behind another is an article's (332¹ is 332-1); a run of digits that no number
    has is cut.
    """
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u0301", "")
    text = re.sub(r"[\u2010\u2011\u2212]", "-", text)
    text = re.sub(r"(?<=\d)[\u00b9\u00b2\u00b3\u2070-\u2079]", r"-\g<0>", text)
    text = "".join(map(_plain_digit, text)).replace("\u2044", "/")
    text = re.sub(r"\d{16,}", lambda match: ", ".join(re.findall(r"\d{1,4}", match[0])), text)
    return re.sub(r"\s+", " ", text).strip()


def _plain_digit(sign: str) -> str:
    """Keep metre signs (m², m³); write every other kind of digit or numeral plainly."""
    if sign.isascii() or sign in "²³" or not unicodedata.category(sign).startswith("N"):
        return sign
    digit = unicodedata.digit(sign, None)
    return unicodedata.normalize("NFKC", sign) if digit is None else str(digit)


def tidy(text: str) -> str:
    """Leave letters, hyphens inside words, and the marks that make the voice pause.

    An abbreviation in brackets behind its own words would be said twice, so it falls away.
    """
    text = re.sub(r"[\"“”„«»‹›²³]", "", text).replace("_", " ")
    text = re.sub(r"(?i)\b([^,.!?()]{12,}) \(\1\)", r"\1", text)
    text = re.sub(r"(?<=\w)[–—](?=\w)", "-", text)
    text = re.sub(r"\s+[-–—]+\s*|[-–—]+\s+|[–—]|[()\[\]{};:]", ", ", text)
    text = re.sub(r"\.{2,}|…", ". ", text)
    text = re.sub(r"[^\w\s.,!?'ʻ-]|(?<!\w)['ʻ-]+|['-]+(?!\w)|(?<![oOgG])ʻ(?!\w)", " ", text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"(?: ?,)+(?= ?(?:[.!?]|$))|^[ ,.]+", "", text)
    text = re.sub(r"(?: ?,)+", ",", text)
    text = re.sub(r" (?=[.,!?])", "", text)
    text = re.sub(r"([.!?])[ .,]+(?=$)|\.(?:[.,] ?)+", r"\1 ", text)
    return re.sub(r"([.,!?])(?=\w)", r"\1 ", text).strip()


def decimal(number: str) -> tuple[int, str]:
    """The whole part of a written number and the digits behind its decimal mark."""
    whole, _, fraction = re.sub(" ", "", number).replace(",", ".").partition(".")
    return int(whole), fraction


def groups(number: str) -> list[str]:
    """The groups in which a number is dialled: as written; in a long run, as people cut it."""
    country = re.fullmatch(r"\+(998)(\d\d)(\d{3})(\d\d)(\d\d)", number)
    if country:
        return list(country.groups())
    if re.fullmatch(r"\d{4,}", number):
        return re.findall(r"^\d(?=(?:\d\d)+$)|\d\d", number)
    return re.findall(r"\d+", number)


def group(written: str, cardinal: Callable[[int], str], zero: str) -> str:
    """Say a group of digits, its leading zeros one by one."""
    zeros = len(written) - len(written.lstrip("0"))
    words = [zero] * zeros
    if zeros < len(written):
        words.append(cardinal(int(written)))
    return " ".join(words)


def roman(numeral: str) -> int:
    """The value of a Roman numeral."""
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def spell(token: str, names: Mapping[str, str]) -> str:
    """Say the letters of an abbreviation by their names, the longest known letter first."""
    return " ".join(
        names[letter]
        for letter in re.findall(
            "|".join(sorted(map(re.escape, names), key=len, reverse=True)), token.lower()
        )
    )


_VOWEL = re.compile("[aeiouyаеёиоуыэюяў]", re.IGNORECASE)


def has_vowel(word: str) -> bool:
    """Whether a voice can say this word without spelling it."""
    return bool(_VOWEL.search(word))


_LONGEST_ABBREVIATION = 5


def as_word(word: str) -> str:
    """Lower the capitals of a name or a shout: only a short word in capitals is spelled."""
    capitals = sum(map(str.isupper, word))
    return word.lower() if capitals > _LONGEST_ABBREVIATION and has_vowel(word) else word


def humps(word: str) -> list[str]:
    """Cut a name before its capitals: MyID."""
    return re.sub("(?<=[a-zа-яё])(?=[A-ZА-Я]{2})", " ", word).split()


def listed(forms: Mapping[str, str], after: str, say: Callable[[str, re.Match[str]], str]) -> Rule:
    """The rule for the editors' list: `say` joins a form with what matched `after` it.

    A hyphen before another word is taken with the form: QR-kod is two words.
    """
    written = sorted(forms, key=len, reverse=True)
    shape = "|".join(re.escape(form) for form in written) or "(?!)"
    return rule(
        rf"(?<![\w@])(?P<form>{shape}){after}(?:(?P<hyphen>-)(?=[^\W\d])|(?<!\w)|(?!\w))",
        lambda match: say(forms[match["form"]], match) + (" " if match["hyphen"] else ""),
    )


def web_words(name: str, say: Callable[[str], str], dot: str) -> str:
    """Say a web name label by label; what follows its first slash helps no listener."""
    host = re.sub(r"^(?:https?://)?(?:www\.)?|(?<=\w)/.*", "", name)
    labels = (re.findall(r"\d+|[^\W\d_]+", label) for label in re.split("[.@]", host))
    link = f" {dot} " if dot else " "
    return link.join(" ".join(map(say, label)) for label in labels)
