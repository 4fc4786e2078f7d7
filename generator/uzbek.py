"""Uzbek writing: apostrophes, Latin ↔ Cyrillic, comparing and ordering.  Pure, no I/O.

Where the rules come from (the marks stand in the docstrings below):

[1995] "Oʻzbek tilining asosiy imlo qoidalari", Cabinet of Ministers resolution 339 of
       24 August 1995: today's Latin spelling.
[1956] "Ўзбек орфографиясининг асосий қоидалари", approved on 4 April 1956: the Cyrillic
       spelling.  Where its text leaves a choice, the Cyrillic acts on lex.uz decide.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_APOSTROPHE = "['`´‘’ʻʼ′\u02b9\u201b]"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_CYRILLIC = "\u0400-\u052f"
_WORD = f"[{_LATIN}{_CYRILLIC}]+(?:{_APOSTROPHE}[{_LATIN}{_CYRILLIC}]+)*"

_ANY_WORD = re.compile(_WORD)
_SCRIPTS_MEET = re.compile(
    f"[{_LATIN}]{_APOSTROPHE}?[{_CYRILLIC}]|[{_CYRILLIC}]{_APOSTROPHE}?[{_LATIN}]"
)
_SEEN_AS_LATIN = str.maketrans("аеікорсухѕјАВЕІКМНОРСТУХЅЈ", "aeikopcyxsjABEIKMHOPCTYXSJ")
_SEEN_AS_CYRILLIC = str.maketrans("aekopcyxABEKMHOPCTYX", "аекорсухАВЕКМНОРСТУХ")

_LETTER_SIGN = re.compile(
    f"(?<=[og]){_APOSTROPHE}(?=[{_LATIN}])"
    "|(?<=[og])[‘ʻ\u201b](?!\\w)"  # at the end of a word these close no quotation
    f"|(?:(?<=[bdsty]og)|(?<=chog)|(?<=[bltrz]ug)|(?<=[tsy]ig)){_APOSTROPHE}(?!\\w)"
    f"|(?<!{_APOSTROPHE}[og])(?<=\\b[og]){_APOSTROPHE}(?!\\w)",  # the letter o' by itself
    re.IGNORECASE,
)
_TUTUQ_SIGN = re.compile(f"(?<=[{_LATIN}])(?<![oOgG]){_APOSTROPHE}(?=[{_LATIN}])")


def normalise(text: str) -> str:
    """Write the proper letters for typed ones: NFC, U+02BB in oʻ gʻ, U+02BC as tutuq belgisi.

    An apostrophe of any kind counts after o or g before a letter, between two other letters,
    and at the end of a word that plainly ends in gʻ (togʻ, bogʻ, urugʻ); quotation marks stay.
    A letter of the wrong script that looks right (Cyrillic х in "хizmat") is mended; a word
    that truly mixes the scripts ("SMSга") stays.
    """
    text = unicodedata.normalize("NFC", text)
    if _SCRIPTS_MEET.search(text):
        text = _ANY_WORD.sub(_in_one_script, text)
    return _TUTUQ_SIGN.sub("ʼ", _LETTER_SIGN.sub("ʻ", text))


def _in_one_script(match: re.Match[str]) -> str:
    word = match[0]
    latin = [letter for letter in word if letter < "\u0250" and letter.isalpha()]
    cyrillic = [letter for letter in word if letter >= "\u0400"]
    if not latin or not cyrillic:
        return word
    could_be_latin = all(ord(letter) in _SEEN_AS_LATIN for letter in cyrillic)
    could_be_cyrillic = all(ord(letter) in _SEEN_AS_CYRILLIC for letter in latin)
    if could_be_latin and could_be_cyrillic:
        could_be_latin = len(latin) >= len(cyrillic)
    if could_be_latin:
        return word.translate(_SEEN_AS_LATIN)
    return word.translate(_SEEN_AS_CYRILLIC) if could_be_cyrillic else word


@dataclass(frozen=True, eq=False)
class Exceptions:
    """What the rules cannot know: Latin stems with their Cyrillic form, tokens kept in Latin.

    Compared by identity (`eq=False`), so that it can be part of a cache's key.
    """

    stems: Mapping[str, str]
    keep: frozenset[str]


def exceptions_from(data: Mapping[str, Any]) -> Exceptions:
    """Build the exceptions from the parsed `content/cyrillic.yml` (keys `stems` and `keep`).

    A stem in small letters fits any case; a stem with a capital (an abbreviation) fits as it is.
    """
    stems = {normalise(latin): cyrillic for latin, cyrillic in data["stems"].items()}
    return Exceptions(stems, frozenset(data["keep"]))


_ENDINGS = (
    "(?:lar|lik|li|ning|ni|gacha|ga|gi|ka|dagi|dan|dek|dir|da|imiz|ingiz|ing|im|i|siz|si|cha|chi|mi)*+"
    "(?![A-Za-z])"
)
_MONTHS = "yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|senty?abr|okty?abr|noyabr|dekabr"
_VEHICLES = '(?<!\\w)[("“«]?[A-E]1?E?'  # A, B1, CE: the kinds on a driving licence
_PIECE = re.compile(
    r"(?P<untouched><(?P<element>code|kbd|script|style)\b[^>]*>.*?</(?P=element)>"
    r"|<[/!A-Za-z][^<>]*>"  # a tag or comment
    r"|\{[^{}]*\}"  # a placeholder, a Jinja expression, Markdown attributes
    r"|(?<!\w)`[^`\n]+`(?!\w)"  # code in Markdown
    rf"|{_VEHICLES}(?=[\"”»]?(?:(?:,| va| yoki| ва| ёки) {_VEHICLES}[\"”»]?)* (?:toifa|тоифа)))"
    r"|(?:[^\s<{`]|(?<=\w)`)+",
    re.DOTALL,
)
_HOST = r"(?:[A-Za-z0-9-]+\.)+(?:uz|com|net|org|gov|info|int|edu|ru|kz|eu|io|me|app)"
_FILE_KINDS = "pdf|docx?|xlsx?|csv|json|jpe?g|png|svg|zip|html?|md|ya?ml|xml|txt|pfx|opus|mp[34]"
_ROMAN = "(?:XL|L?X{1,3})?(?:IX|IV|VI{0,3}|I{1,3})|XL|L?X{1,3}"
_AS_IT_IS = "|".join(
    (
        r"(?:https?://|www\.|mailto:|tel:)[^\s<>\"“”«»]+",
        r"[A-Za-z0-9_.+-]*@[A-Za-z0-9_.-]+",
        rf"{_HOST}(?:/[^\s<>\"“”«»]*|(?={_APOSTROPHE}?{_ENDINGS}))",
        rf"[A-Za-z0-9_.-]*\.(?:{_FILE_KINDS})\b",
        r"[A-Z]{1,3}\d[A-Z\d]*(?![A-Za-z])|\d+[A-Z]{1,2}(?![A-Za-z])",  # codes: A4, 5G, AB1234567
        rf"(?:{_ROMAN})(?!{_APOSTROPHE}?[A-Za-z])(?!\.[A-Za-z])",
    )
)


@lru_cache(maxsize=8)
def _tokens(keep: frozenset[str]) -> re.Pattern[str]:
    kept = "|".join(re.escape(token) for token in sorted(keep, key=len, reverse=True)) or "(?!)"
    return re.compile(
        r"(?P<target>\]\([^)\s]*|&\#?\w+;)"
        rf"|(?<![A-Za-z0-9])(?P<name>{_AS_IT_IS}|(?:{kept})(?={_APOSTROPHE}?{_ENDINGS}))"
        rf"(?:{_APOSTROPHE}(?=[a-z]))?"
        rf"|(?<!\d)(?P<date>\d{{4}}(?=-(?i:yil{_ENDINGS}|o{_APOSTROPHE}quv))"
        rf"|\d{{1,2}}(?=-(?i:(?:{_MONTHS}){_ENDINGS})))-"
        rf"|(?P<word>{_WORD}{_APOSTROPHE}?)"
    )


def to_cyrillic(text: str, exceptions: Exceptions) -> str:
    """Uzbek Latin → Uzbek Cyrillic; Cyrillic text comes back unchanged.

    Letters follow the alphabets; what the rules cannot know is in `exceptions`, where the
    longest stem at the start of a word wins, and its last ь falls away before an ending
    (апрель, апрелдан; [1956] and lex.uz).  Names of the web, mail, tags, `{...}`, code, Roman
    numerals, codes such as A4, words with w, bare c or accents, and the tokens in `keep` stay,
    their Uzbek ending is rewritten (OneIDʼga → OneIDга).

    Numbers: [1995] sets a hyphen after every ordinal in Arabic numerals (2020-yil 24-mart,
    5-sinf).  In Cyrillic [1956] it stays (5-синф, 547-сон, 90-йиллар) except before the word
    for the year after a year's four digits and before a month: 2020 йил 24 март.
    """
    return _PIECE.sub(
        lambda match: match[0] if match["untouched"] else _piece(match[0], exceptions), text
    )


@lru_cache(maxsize=2**17)
def _piece(piece: str, exceptions: Exceptions) -> str:
    def replace(match: re.Match[str]) -> str:
        if match["date"]:
            return match["date"] + " "
        if match["word"]:
            word = normalise(match["word"])
            return _LATIN_RUN.sub(lambda run: _word(run[0], exceptions), word)
        return match["name"] or match["target"]

    return _tokens(exceptions.keep).sub(replace, piece)


_LATIN_RUN = re.compile(f"[{_LATIN}][{_LATIN}ʻʼ]*")
_FOREIGN = re.compile("[wW\u00c0-\u024f]|[cC](?![hH])")


def _word(word: str, exceptions: Exceptions) -> str:
    if _FOREIGN.search(word):
        return word
    length, stem = _longest_stem(word, exceptions.stems)
    letters = _LATIN_LETTER.finditer(word, length)
    cyrillic = stem + "".join(_cyrillic_letter(match) for match in letters)
    return cyrillic.upper() if word.isupper() and len(word) > 1 else cyrillic


def _longest_stem(word: str, stems: Mapping[str, str]) -> tuple[int, str]:
    small = word.lower()
    for length in range(len(word), 1, -1):
        cyrillic = stems.get(word[:length])
        if cyrillic is None and small[:length] in stems:
            cyrillic = stems[small[:length]]
            if word[0].isupper():
                cyrillic = cyrillic[0].upper() + cyrillic[1:]
        if cyrillic is not None:
            return length, cyrillic.removesuffix("ь") if length < len(word) else cyrillic
    return 0, ""


_LATIN_LETTER = re.compile(
    # What a named group matches becomes the name of the group.
    "(?P<э>(?:(?<![a-zʻʼ])|(?<=[aeiou])|(?<=oʻ))e)"
    # Loans in ts-, -tsiya, -tsion, -tsit, -ksiya, -nsial ...; never the native -siyat (jinsiyat).
    "|(?P<ц>(?<![a-zʻʼ])ts|ts(?=i(?:ya(?!t)|[aodpt]|yent|kl|st|um)|e(?:nt|pt|ss))"
    "|(?<=[bknp])s(?=i(?:ya(?!t)|a|on)))"
    "|(?P<ье>(?<=[bdfgjklmnpqrstvxz])ye)"
    "|s(?:h|ʼ(?=h))|ch|[og]ʻ|y(?:o(?!ʻ)|[aue])|.",
    re.IGNORECASE,
)
_CYRILLIC_FOR = dict(zip("abdefghijklmnopqrstuvxyzʼ", "абдефгҳижклмнопқрстувхйзъ", strict=True))
_CYRILLIC_FOR |= {"oʻ": "ў", "gʻ": "ғ", "sh": "ш", "sʼ": "с", "ch": "ч"}
_CYRILLIC_FOR |= {"yo": "ё", "ya": "я", "yu": "ю", "ye": "е"}


def _cyrillic_letter(match: re.Match[str]) -> str:
    """Rewrite one letter ([1956]): э opens a word or follows a vowel, else е; сҳ is sʼh."""
    cyrillic = match.lastgroup or _CYRILLIC_FOR.get(match[0].lower(), match[0])
    return cyrillic.capitalize() if match[0][0].isupper() else cyrillic


_CYRILLIC_LETTER = re.compile(
    # Named groups as above.
    "(?P<ye>(?:(?<![а-яёўқғҳ])|(?<=[аеёиоуўэюяъь]))е)"
    "|(?P<ts>(?<=[аеёиоуўэюя])ц(?=[а-яёўқғҳ]))"
    "|(?P<sʼ>с(?=ҳ))"
    "|(?P<y>й|ь(?=о))"
    "|(?P<a>(?:(?<=сент)|(?<=окт))я(?=бр))"
    "|(?P<silent>ь|(?<=ў)ъ|(?<=[бвгджзклмнпрстфхцчшқғҳ])ъ(?=[еёюя]))"
    f"|[{_CYRILLIC}]",
    re.IGNORECASE,
)
_LATIN_FOR = dict(zip("абвгдежзийклмнопрстуфхцыэқҳ", "abvgdejziyklmnoprstufxsieqh", strict=True))
_LATIN_FOR |= {"ё": "yo", "ю": "yu", "я": "ya", "ч": "ch", "ш": "sh", "щ": "sh"}
_LATIN_FOR |= {"ў": "oʻ", "ғ": "gʻ", "ъ": "ʼ"}


def to_latin(text: str) -> str:
    """Uzbek Cyrillic → Uzbek Latin by [1995]; text in Latin comes back normalised.

    е is ye at the start of a word and after a vowel, ъ or ь; ц is ts between a vowel and
    another letter, else s; ъ is ʼ but silent after ў and between a consonant and е ё ю я
    (obyekt, but meʼyor); ь is silent; сҳ is sʼh; September and October are sentabr and oktabr.
    """
    return _CYRILLIC_LETTER.sub(_latin_letter, normalise(text))


def _latin_letter(match: re.Match[str]) -> str:
    if match.lastgroup == "silent":
        return ""
    latin = match.lastgroup or _LATIN_FOR.get(match[0].lower(), match[0])
    if not match[0].isupper():
        return latin
    before = match.string[max(match.start() - 1, 0) : match.start()]
    after = match.string[match.end() : match.end() + 1]
    return latin.upper() if (after if after.isalpha() else before).isupper() else latin.capitalize()


_FOLDED = str.maketrans("ё", "е", _APOSTROPHE[1:-1])


def fold(text: str) -> str:
    """Return the one key for comparing, searching and indexing; the script stays.

    Normalised, small letters, no apostrophes (oʻ → o, gʻ → g), ё as е, single spaces.
    """
    return " ".join(normalise(text).lower().translate(_FOLDED).split())


_LATIN_ORDER = (*"abcdefghijklmnopqrstuvwxyz", "oʻ", "gʻ", "sh", "ch", "ng")
_ORDER = (*" 0123456789", *_LATIN_ORDER, *"абвгдеёжзийклмнопрстуфхцчшщъыьэюяўқғҳ")
_RANK = {letter: rank for rank, letter in enumerate(_ORDER)}
_PLAIN_LETTER = re.compile(f"[{_LATIN}{_CYRILLIC}0-9]")
_UZBEK_LETTER = re.compile(f"[og]ʻ|sh|ch|{_PLAIN_LETTER.pattern}", re.IGNORECASE)
_SORTED_LETTER = re.compile(f"ng|{_UZBEK_LETTER.pattern}| ")
_SORTED_PLAIN_LETTER = re.compile(f"{_PLAIN_LETTER.pattern}| ")


@lru_cache(maxsize=2**14)
def sort_key(text: str, *, digraphs: bool = True) -> tuple[int, ...]:
    """Order by the Uzbek alphabets: digits, Latin a ... z oʻ gʻ sh ch ng, then Cyrillic.

    c and w, which only foreign words have, stand where English has them.  Hyphens sort as
    spaces, other signs are passed over.  For English names say `digraphs=False`.
    """
    letters = _SORTED_LETTER if digraphs else _SORTED_PLAIN_LETTER
    plain = re.sub(r"[\s\-–—]+", " ", normalise(text).lower()).strip()
    return tuple(_RANK.get(_bare(letter), len(_RANK)) for letter in letters.findall(plain))


def initial(text: str, *, digraphs: bool = True) -> str:
    """Return the letter under which a name stands in a list, such as A, Oʻ, Sh, Ў; # for digits."""
    first = (_UZBEK_LETTER if digraphs else _PLAIN_LETTER).search(normalise(text))
    return "#" if first is None or first[0].isdigit() else _bare(first[0].lower()).capitalize()


def _bare(letter: str) -> str:
    """Return a foreign letter without its accent: é → e."""
    return letter if letter in _RANK else unicodedata.normalize("NFD", letter)[0]
