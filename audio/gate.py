"""Faults that are heard in what espeak-ng is going to say: reads its phonemes. Pure.

The caller runs `espeak-ng -q --ipa -v <voice>` on a sentence of `audio.words.spoken` and hands
in the output.  A sound sentence has no findings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["digit", "letter", "sign", "spelled", "switch"]


@dataclass(frozen=True)
class Finding:
    """A fault that is heard: its kind and the word, letter or mark that shows it."""

    kind: Kind
    detail: str


_OWN = {"uz": {"uz"}, "ru": {"ru"}, "en": {"en", "en-gb"}}
_FOREIGN = {
    "uz": re.compile("[^a-vxyzA-VXYZʻ'-]"),
    "ru": re.compile("[^а-яёА-ЯЁ-]"),
    "en": re.compile("[^a-zA-Z'-]"),
}
_VOWELS = {
    "uz": re.compile("[aeiou]", re.IGNORECASE),
    "ru": re.compile("[аеёиоуыэюя]", re.IGNORECASE),
}
_SOUNDS = re.compile("[aɑæʌəɐɛeɪiyɨuʊʉoɔɒɵɜ]")
_WORD = re.compile(r"[^\s.,!?]+")
_LETTER_NAME = (
    "(?:eɪtʃ|dʌbəljuː|dʒeɪ|dʒiː|kjuː|keɪ|waɪ|zɛd|biː|siː|diː|piː|tiː|juː|viː|ɛks|ɛf|ɛl|ɛm|ɛn|ɛs"
    "|ɑːɹ?|eɪ|iː|aɪ|əʊ)"
)
_SPELLED = re.compile(f"{_LETTER_NAME}{{2,}}")


def findings(sentence: str, language: str, ipa: str) -> tuple[Finding, ...]:
    """Everything wrong with a sentence as this language's voice says it; empty if nothing is."""
    return (*_in_words(sentence, language), *_in_sounds(sentence, language, ipa))


def _in_words(sentence: str, language: str) -> Iterator[Finding]:
    for word in _WORD.findall(sentence):
        bare = word.strip("'-")
        if any(letter.isdigit() for letter in word):
            yield Finding("digit", word)
        elif not any(letter.isalpha() for letter in word):
            yield Finding("sign", word)
        elif foreign := _FOREIGN[language].search(word):
            yield Finding("letter", f"{foreign[0]} in {word}")
        elif len(bare) > 1 and bare.isupper():
            yield Finding("spelled", word)


def _in_sounds(sentence: str, language: str, ipa: str) -> Iterator[Finding]:
    for mark in re.findall(r"\(([a-z][a-z-]*)\)", ipa):
        if mark not in _OWN[language]:
            yield Finding("switch", f"({mark})")
    ipa = re.sub(r"\([a-z-]+\)", " ", ipa).replace("ɪ^", "")  # how espeak writes a soft r
    sounds = ipa.split()
    words = _WORD.findall(sentence)
    if language == "en":
        yield from _spelled_english(words, sounds)
        return
    if len(words) == len(sounds):
        pairs = zip(words, sounds, strict=True)
        yield from (
            Finding("spelled", word) for word, sound in pairs if _more(word, sound, language)
        )
    elif _more(sentence, ipa, language):
        yield Finding("spelled", sentence)


def _more(word: str, sound: str, language: str) -> bool:
    """Whether more vowels are heard than written: a consonant was said by its name."""
    return len(_SOUNDS.findall(sound)) > len(_VOWELS[language].findall(word))


def _spelled_english(words: list[str], sounds: list[str]) -> Iterator[Finding]:
    for word in words:
        bare = word.strip("'-").lower()
        if bare and not re.search("[aeiouy]", bare):
            yield Finding("spelled", word)
    for sound in sounds:
        stressed = len(re.findall("[ˈˌ]", sound))
        bare = re.sub("[ˈˌ]", "", sound)
        names = len(re.findall(_LETTER_NAME, bare))
        if stressed > 1 and stressed == names and _SPELLED.fullmatch(bare):
            yield Finding("spelled", sound)
