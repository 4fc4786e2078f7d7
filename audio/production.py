"""The audio of a whole site: what is missing is made, what is there is put beside its page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audio.cues import webvtt
from audio.encode import RECIPE
from audio.judge import judge
from audio.library import Library, Track
from audio.narration import Narration, Wording, digest
from audio.script import script
from audio.speak import available
from audio.studio import record
from audio.voices import VOICES
from audio.words import Language
from generator.errors import PronunciationError, SpeechError
from generator.lock import only_one
from generator.views.page import Page

_SPOKEN: dict[str, Language] = {"uz": "uz", "ru": "ru", "en": "en"}
"""Code of a variant → language; Uzbek Cyrillic pages play the Latin ones' audio."""


@dataclass(frozen=True)
class Step:
    """One page more: how many of how many are recorded, and what this one took."""

    done: int
    total: int
    address: str
    sentences: int
    """Sentences that had to be spoken."""
    seconds: float


@dataclass(frozen=True)
class Recording:
    """What a page says, and its track."""

    narration: Narration
    track: Track


class Production:
    """Makes audio into a folder and finds what was made."""

    def __init__(self, folder: Path, pronunciations: Mapping[str, Any]) -> None:
        """`pronunciations` is the parsed list of the editors."""
        self._library = Library(folder)
        self._wording = Wording(folder, pronunciations)

    def is_complete(self, inputs: str) -> bool:
        """Whether all was recorded, from the same `inputs` and by the same rules."""
        return not self._library.is_empty() and self._library.complete == self._from(inputs)

    def complete(self, inputs: str) -> None:
        """Note that all is recorded."""
        self._library.complete = self._from(inputs)

    def _from(self, inputs: str) -> str:
        return digest(inputs, self._wording.rules, RECIPE, VOICES)

    def make(self, pages: Iterable[Page]) -> Iterator[Step]:
        """Record every page that has no track yet, and say so page by page.

        Raises SpeechError, and, when all else is recorded, PronunciationError for what the voice
        would say wrong.
        """
        if not available():
            raise SpeechError("speech: espeak-ng or ffmpeg is missing; run `make setup`")
        with only_one(self._library.folder / "lock"):
            self._library.sweep()
            wanted = self._narrations(pages)
            missing = [each for each in wanted if not self._library.track(each)]
            wrong = judge(missing, self._library)
            sound = [each for each in missing if each not in wrong]
            before = len(wanted) - len(missing) + 1
            for done, each in enumerate(record(sound, self._library), start=before):
                address, seconds = each.narration.address, each.track.seconds
                yield Step(done, len(wanted), address, each.spoken, seconds)
        if wrong:
            raise PronunciationError("\n".join(fault for each in wrong.values() for fault in each))

    def recorded(self, pages: Iterable[Page]) -> dict[str, Recording]:
        """What is recorded of these pages so far, by address."""
        if self._library.is_empty():
            return {}
        found = ((each, self._library.track(each)) for each in self._narrations(pages))
        return {each.address: Recording(each, track) for each, track in found if track}

    def _narrations(self, pages: Iterable[Page]) -> tuple[Narration, ...]:
        """A narration of each page that has something to say, passports first."""
        ordered = sorted(pages, key=lambda page: page.template != "passport.html")
        spoken = ((page, _SPOKEN.get(page.site.locale.code)) for page in ordered)
        narrations = tuple(
            self._wording.narrate(page.url, language, lines)
            for page, language in spoken
            if language and (lines := script(page))
        )
        self._wording.save()
        return narrations


def cues(recording: Recording) -> bytes:
    """The text of a track with the second of each line, as WebVTT."""
    track = recording.track
    return webvtt(recording.narration.lines, track.starts, track.seconds).encode()
