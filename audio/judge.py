"""The judge before speech: which new sentences a voice would say wrong."""

from collections.abc import Iterable, Iterator

from audio.gate import findings
from audio.library import Library
from audio.narration import Narration
from audio.phonemes import phonemes
from audio.voices import VOICES
from audio.words import Language

_FAULTS = {
    "digit": "a digit is left",
    "letter": "a letter of another alphabet is left",
    "sign": "a sign is left",
    "spelled": "it would be spelled letter by letter",
    "switch": "the voice changes to another language",
}


def judge(narrations: Iterable[Narration], library: Library) -> dict[Narration, list[str]]:
    """The faults of each narration that has any: place, fault and remedy.

    Only sentences that were never spoken are judged: the others passed before.  Raises
    SpeechError when espeak-ng does not answer.
    """
    listed = tuple(narrations)
    new: dict[Language, dict[str, None]] = {}
    for narration in listed:
        for words in narration.words:
            if not library.has_sentence(words, narration.voice):
                new.setdefault(narration.language, {})[words] = None
    faults = {
        (language, sentence): [
            f"“{found.detail}”: {_FAULTS[found.kind]}"
            for found in findings(sentence, language, sound)
        ]
        for language, sentences in new.items()
        for sentence, sound in zip(
            sentences, phonemes(tuple(sentences), VOICES[language]), strict=True
        )
    }
    wrong = {narration: list(_named(narration, faults)) for narration in listed}
    return {narration: found for narration, found in wrong.items() if found}


def _named(narration: Narration, faults: dict[tuple[Language, str], list[str]]) -> Iterator[str]:
    for line, words in zip(narration.lines, narration.words, strict=True):
        for fault in faults.get((narration.language, words), ()):
            yield (
                f"{narration.address}#{line.element}: {fault} in: {words}\n"
                f"    → say it in content/pronunciations.yml under {narration.language}"
            )
