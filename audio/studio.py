"""Narrations → tracks: speaks the sentences that are new and records the pages that changed."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, local

from audio.library import Library, Track
from audio.narration import Narration
from audio.sound import read_sound
from audio.speak import Espeak
from audio.voices import Engine, Voice
from generator.errors import SpeechError

ENGINES: dict[str, Callable[[], Engine]] = {"espeak-ng": Espeak}
"""Name of an engine → what opens it for one thread."""


@dataclass(frozen=True)
class Recorded:
    """One narration that now has its track, and how many of its sentences had to be spoken."""

    narration: Narration
    track: Track
    spoken: int


def record(
    narrations: Sequence[Narration], library: Library, workers: int | None = None
) -> Iterator[Recorded]:
    """Record the narrations, several at once, and yield each when it is done.

    Raises SpeechError at the first one that fails; what was made before stays.
    """
    studio = _Studio(library)
    with TemporaryDirectory(prefix="xizmat-") as folder:
        pool = ThreadPoolExecutor(workers or os.cpu_count())
        try:
            takes = [pool.submit(studio.record, each, Path(folder)) for each in narrations]
            for take in as_completed(takes):
                yield take.result()
        finally:
            pool.shutdown(cancel_futures=True)
            studio.close()


class _Studio:
    """Engines, one a thread and kind, and the sentences that are being spoken."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._mine = local()
        self._opened: list[Engine] = []
        self._speaking: defaultdict[tuple[str, Voice], Lock] = defaultdict(Lock)

    def record(self, narration: Narration, folder: Path) -> Recorded:
        spoken: list[bytes] = []
        new = 0
        for words, line in zip(narration.words, narration.lines, strict=True):
            with self._speaking[words, narration.voice]:
                samples = self._library.sentence(words, narration.voice)
                if samples is None:
                    place = f"{narration.address}#{line.element}"
                    samples = self._speak(words, narration.voice, folder, place)
                    new += 1
            spoken.append(samples)
        return Recorded(narration, self._library.keep_track(narration, spoken), new)

    def close(self) -> None:
        for engine in self._opened:
            engine.close()

    def _speak(self, words: str, voice: Voice, folder: Path, place: str) -> bytes:
        path = folder / f"{id(self._engine(voice))}.wav"
        path.unlink(missing_ok=True)
        try:
            self._engine(voice).speak(words, voice, path)
            samples = read_sound(path, sum(map(str.isalpha, words)))
        except SpeechError as error:
            raise SpeechError(f"{place}: {error}") from error
        self._library.keep_sentence(words, voice, samples)
        return samples

    def _engine(self, voice: Voice) -> Engine:
        """This thread's engine for a voice."""
        mine: dict[str, Engine] = self._mine.__dict__
        if voice.engine not in mine:
            mine[voice.engine] = ENGINES[voice.engine]()
            self._opened.append(mine[voice.engine])
        return mine[voice.engine]
