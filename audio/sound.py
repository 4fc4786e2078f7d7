"""One sentence as sound: 16-bit mono samples of a voice, checked and trimmed."""

import wave
from array import array
from pathlib import Path

from generator.errors import SpeechError

RATE = 22_050
"""Samples a second, what espeak-ng speaks at."""

_WIDTH = 2
_QUIET, _SILENT = 100, 1_500
"""Of 32,767: what is trimmed at either end, and a loudest sample below which nothing is said."""
_FASTEST, _SLOWEST, _LONGEST_START = 0.02, 0.4, 3.0
"""Seconds a letter that speech can take, and what a sentence may take besides."""


def read_sound(path: Path, letters: int) -> bytes:
    """Samples of a WAV file that says `letters` letters, without silence at its ends.

    Raises SpeechError for a file that is missing, empty, cut off, silent, or far too short or long.
    """
    samples = _samples(path)
    if max(samples) < _SILENT:
        raise SpeechError(f"{path.name}: the voice was silent")
    trimmed = _trimmed(samples)
    seconds = len(trimmed) / RATE
    if seconds < letters * _FASTEST:
        raise SpeechError(f"{path.name}: {seconds:.2f} s for {letters} letters is cut off")
    if seconds > letters * _SLOWEST + _LONGEST_START:
        raise SpeechError(f"{path.name}: {seconds:.2f} s for {letters} letters is too long")
    return trimmed.tobytes()


def silence(milliseconds: int) -> bytes:
    """Samples that say nothing."""
    return bytes(_WIDTH * (RATE * milliseconds // 1000))


def seconds(samples: bytes | bytearray) -> float:
    """Length of samples."""
    return len(samples) / _WIDTH / RATE


def _samples(path: Path) -> "array[int]":
    try:
        with wave.open(str(path), "rb") as file:
            shape = file.getnchannels(), file.getsampwidth(), file.getframerate()
            promised = file.getnframes()
            data = file.readframes(promised)
    except (OSError, EOFError, wave.Error) as error:
        raise SpeechError(f"{path.name}: the voice wrote no sound ({error})") from error
    if shape != (1, _WIDTH, RATE):
        raise SpeechError(f"{path.name}: not 16-bit mono at {RATE} samples a second")
    if not data:
        raise SpeechError(f"{path.name}: the voice wrote an empty sound")
    if len(data) < promised * _WIDTH:
        raise SpeechError(f"{path.name}: the file is cut off")
    return array("h", data)


def _trimmed(samples: "array[int]") -> "array[int]":
    loud = [n for n in (_first(samples), _first(samples[::-1])) if n is not None]
    start, end = loud[0], len(samples) - loud[1]
    return samples[start:end]


def _first(samples: "array[int]") -> int | None:
    """Place of the first sample that is heard."""
    return next((n for n, value in enumerate(samples) if abs(value) > _QUIET), None)
