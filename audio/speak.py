"""The only caller of pyttsx3: espeak-ng in a process of its own, with a time limit.

Run as a program (`python -m audio.speak`) this file is that process: it takes a sentence a line
as JSON and answers each with its failure, or with an empty text when it is spoken.
"""

import json
import os
import select
import shutil
import subprocess
import sys
from pathlib import Path

from audio.voices import Voice
from generator.errors import SpeechError

LIMIT = 20.0
"""Seconds that a sentence may take; a usual one takes a hundredth of a second."""
_LIVES, _DIED, _MUTE = 3, "the voice died", "the voice wrote nothing"
"""espeak-ng crashes once in ten thousand sentences, and says the same one in a new process."""
_TRIES = 4
"""pyttsx3 takes the end of one sentence for the end of the next in 7 of 1,200: an empty file, or
none."""
_HEADER = 44
"""Bytes of a WAV file without sound."""


def available() -> bool:
    """Whether this machine can speak and encode."""
    return all(map(shutil.which, ("espeak-ng", "ffmpeg")))


class Espeak:
    """The engine.  pyttsx3 hangs for ever on some faults, so a child speaks and may be ended.

    espeak initialises once a process and keeps one voice at a time: one `Espeak` a thread.
    """

    def __init__(self, limit: float = LIMIT) -> None:
        self._limit = limit
        self._child: subprocess.Popen[bytes] | None = None

    def speak(self, words: str, voice: Voice, path: Path) -> None:
        """Write the words as a WAV file.  Raises SpeechError when that fails or takes too long."""
        question = json.dumps([words, voice.identifier, voice.rate, str(path)])
        for _ in range(_LIVES):
            failure = self._ask(question)
            if not failure:
                return
            self.close()
            if failure not in (_DIED, _MUTE):
                break
        raise SpeechError(f"{failure} at: {words}")

    def close(self) -> None:
        """End the child."""
        if self._child:
            self._child.kill()
            self._child.communicate()
        self._child = None

    def _ask(self, question: str) -> str:
        child = self._child or self._start()
        if child.stdin is None or child.stdout is None:
            raise SpeechError("the voice has no pipes")
        try:
            child.stdin.write(question.encode() + b"\n")
            child.stdin.flush()
        except BrokenPipeError:
            return _DIED
        if not select.select([child.stdout], [], [], self._limit)[0]:
            return f"the voice took more than {self._limit:g} s"
        answer = child.stdout.readline()
        return str(json.loads(answer)) if answer else _DIED

    def _start(self) -> subprocess.Popen[bytes]:
        root = str(Path(__file__).parent.parent)
        self._child = subprocess.Popen(
            [sys.executable, "-m", "audio.speak"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": root},
            start_new_session=True,  # Ctrl+C is for the parent, which ends the child
        )
        return self._child


def _serve() -> None:
    """Speak what comes in until the parent is gone."""
    import pyttsx3  # noqa: PLC0415  # loads libespeak-ng, which only the child may do

    answers = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # pyttsx3 reports each file on standard output
    engine = pyttsx3.init("espeak")
    for line in sys.stdin:
        words, identifier, rate, path = json.loads(line)
        failure = _MUTE
        try:
            engine.setProperty("voice", identifier)
            engine.setProperty("rate", rate)
            for _ in range(_TRIES):
                engine.save_to_file(words, path)
                engine.runAndWait()
                if Path(path).exists() and Path(path).stat().st_size > _HEADER:
                    failure = ""
                    break
        except (RuntimeError, OSError, ValueError) as error:
            failure = f"the voice failed ({error})"
        print(json.dumps(failure), file=answers, flush=True)


if __name__ == "__main__":
    _serve()
