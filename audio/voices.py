"""Voices: which one speaks a language, and what any engine must be able to do."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from audio.words import Language


@dataclass(frozen=True)
class Voice:
    """A voice and how it is used; all of it is part of what a sentence is kept under."""

    engine: str
    identifier: str
    rate: int
    """Words a minute."""
    gain: float
    """Decibels that bring the voice to −19 LUFS behind the limiter."""


class Engine(Protocol):
    """What speaks.  Another engine takes espeak's place by having these two."""

    def speak(self, words: str, voice: Voice, path: Path) -> None:
        """Write the words as 16-bit mono WAV at 22,050 samples a second.  Raises SpeechError."""

    def close(self) -> None:
        """Give back what the engine holds."""


VOICES: dict[Language, Voice] = {
    "uz": Voice("espeak-ng", "trk/uz", 165, 7.0),
    "ru": Voice("espeak-ng", "zle/ru", 165, 12.0),
    "en": Voice("espeak-ng", "gmw/en", 165, 8.0),
}
