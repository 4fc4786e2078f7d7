"""Spelling of texts in three languages, by Debian's hunspell dictionaries and our own words.

The Uzbek dictionary knows full forms in Cyrillic only: a Latin word is looked up as its Cyrillic
twin, and a form that is missing is known when its stem is, without its endings.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml
from hunspell import Hunspell

from generator.errors import SpellingError

FOLDER = Path("/usr/share/hunspell")
_FILES = {"en": ("en_GB", "en_US"), "ru": ("ru_RU",), "uz": ("uz_UZ",)}
_PACKAGES = "hunspell-en-gb hunspell-en-us hunspell-ru hunspell-uz"

_ADDRESS = re.compile(r"\S*\w\.[a-z]{2,}\S*|\S*[@/_]\S*|#\S+|“@\S+")
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?:['’ʻʼ][^\W\d_]*)*(?:-[^\W\d_]+(?:['’ʻʼ][^\W\d_]*)*)*")
_LATIN = re.compile(r"[A-Za-z]")
_SHORTENED = re.compile(r"[A-ZА-ЯЁЎҚҒҲ]{2,}|.*[a-zа-я][A-ZА-Я]")
_LEAST_STEM = 3  # letters that must stay when an ending is taken off
_MOST_ENDINGS = 4

_ENDINGS = (
    # Of nouns: plural, case, possession, and what is made of them.
    "lar", "ning", "ni", "ga", "ka", "qa", "da", "dan", "gacha", "kacha", "qacha", "im", "ing",
    "ngiz", "imiz", "ingiz", "i", "si", "miz", "lari", "dagi", "gi", "niki", "chi", "dek", "li",
    "siz", "lik", "lash", "cha", "man", "san", "dir", "ta", "nchi", "inchi",
    # Of verbs: voice, tense, person, mood, participles and verbal nouns.
    "a", "y", "di", "ydi", "adi", "aydi", "ay", "gan", "kan", "qan", "sa", "ng", "ib", "b", "ish",
    "sh", "ishi", "moq", "moqda", "maydi", "mang", "may", "masa", "magan", "guncha", "gach",
    "uvchi", "yotgan", "ayotgan", "dim", "ding", "dik", "sam", "sang", "sak", "il", "in", "n",
    "l", "t", "tir", "la", "lan", "lashtir", "ar", "r", "mas", "uv",
)  # fmt: skip
_INFINITIVES = ("moq", "ish", "sh", "ladi", "adi", "ydi")


class Speller:
    """Knows the words of the three languages, and the project's own."""

    def __init__(
        self, own: Mapping[str, frozenset[str]], to_cyrillic: Callable[[str], str]
    ) -> None:
        """Open the dictionaries. Raises SpellingError when one is not installed."""
        self._own = own
        self._to_cyrillic = to_cyrillic
        self._books = {
            language: tuple(_open(name) for name in names) for language, names in _FILES.items()
        }
        self._uzbek = cache(self._is_uzbek)

    def unknown(self, text: str, language: str) -> tuple[str, ...]:
        """Words of `text` that no dictionary has, each once, in the order of the text."""
        wrong = (word for word in _words(text, language) if not self.knows(word, language))
        return tuple(dict.fromkeys(wrong))

    def knows(self, word: str, language: str) -> bool:
        """Whether it is a word; parts joined by hyphens may be known one by one."""
        if self._is_own(word, language) or self._look_up(word, language):
            return True
        parts = word.split("-")
        return len(parts) > 1 and all(len(p) == 1 or self.knows(p, language) for p in parts)

    def suggest(self, word: str, language: str) -> tuple[str, ...]:
        """A few words that it may have meant; none for Uzbek, whose dictionary is Cyrillic."""
        return () if language == "uz" else tuple(self._books[language][0].suggest(word))[:3]

    def _is_own(self, word: str, language: str) -> bool:
        return word.lower().replace("’", "'").removesuffix("'s") in self._own[language]

    def _look_up(self, word: str, language: str) -> bool:
        if language == "uz":
            return self._uzbek(word.lower(), _MOST_ENDINGS)
        straight = word.replace("’", "'")
        return any(
            book.spell(straight) or book.spell(straight.lower()) for book in self._books[language]
        )

    def _is_uzbek(self, word: str, endings: int) -> bool:
        """Whether it is a full form, or a known stem with at most this many endings."""
        if self._in_uzbek_book(word):
            return True
        if len(word) < _LEAST_STEM:
            return False
        if any(self._in_uzbek_book(word + ending) for ending in _INFINITIVES):
            return True
        if endings == 0:
            return False
        # k and q soften before a possessive ending: yurak, yuragi; qishloq, qishlogʻi.
        hard = {"gʻ": "q", "g": "k"}
        for soft, hardened in hard.items():
            if word.endswith(soft) and self._uzbek(word.removesuffix(soft) + hardened, 0):
                return True
        stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
        return any(len(stem) >= _LEAST_STEM and self._uzbek(stem, endings - 1) for stem in stems)

    def _in_uzbek_book(self, word: str) -> bool:
        cyrillic = self._to_cyrillic(word)
        book = self._books["uz"][0]
        return word in self._own["uz"] or book.spell(cyrillic) or book.spell(cyrillic.capitalize())


def read_own_words(path: Path) -> dict[str, frozenset[str]]:
    """The project's words (`content/spelling.yml`): language → words. Raises SpellingError."""
    try:
        lists = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # text only
        return {code: frozenset(word.lower() for word in lists[code]) for code in _FILES}
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise SpellingError(
            f"{path.name}: a list of words for each of uz, ru, en: {error}"
        ) from error


def _words(text: str, language: str) -> Iterator[str]:
    """Words to look up: no addresses, abbreviations, nor Latin names in a Russian text."""
    for match in _WORD.finditer(_ADDRESS.sub(" ", text)):
        word = match[0].strip("'’-")
        foreign = language == "ru" and _LATIN.search(word)
        letters = sum(letter.isalpha() for letter in word)
        if letters > 1 and not _SHORTENED.match(word) and not foreign:
            yield word


def _open(name: str) -> Hunspell:
    if not (FOLDER / f"{name}.dic").exists():
        raise SpellingError(f"no dictionary {name}: install the Debian packages {_PACKAGES}")
    return Hunspell(name, hunspell_data_dir=str(FOLDER))
