"""What espeak-ng is going to say, as phonemes, for the gate to judge."""

import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from audio.voices import Voice
from generator.errors import SpeechError

_BATCH = 200
_FAST = "440"
"""Words a minute: phonemes are the same at any speed, and come in half the time at this one."""


def phonemes(sentences: Sequence[str], voice: Voice) -> list[str]:
    """The phonemes of each sentence.  Raises SpeechError."""
    batches = (sentences[n : n + _BATCH] for n in range(0, len(sentences), _BATCH))
    with ThreadPoolExecutor() as pool:
        return [sound for sounds in pool.map(partial(_batch, voice), batches) for sound in sounds]


def _batch(voice: Voice, sentences: Sequence[str]) -> list[str]:
    """espeak-ng reads line by line and answers an empty line with an empty line."""
    run = subprocess.run(  # noqa: S603  # our own words, no shell
        ["espeak-ng", "-q", "--ipa", "-s", _FAST, "-v", voice.identifier],  # noqa: S607  # found on PATH
        input="".join(f"{sentence}\n\n" for sentence in sentences),
        capture_output=True,
        text=True,
        check=False,
    )
    sounds = run.stdout.removesuffix("\n").split("\n\n")
    if run.returncode or len(sounds) != len(sentences):
        raise SpeechError(f"espeak-ng gave no phonemes for {voice.identifier}: {run.stderr}")
    return sounds
