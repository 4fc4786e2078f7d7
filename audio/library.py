"""What was spoken and recorded before, kept by what it is made from.

sentences/<ab>/<key>.pcm     samples of one sentence
tracks/<key>/                audio.opus, audio.mp3 and track.json: where each line starts
"""

import json
from dataclasses import dataclass
from pathlib import Path

from audio.encode import FILES, RECIPE, encode
from audio.files import sweep, whole_folder, write_whole
from audio.narration import Narration, digest
from audio.sound import seconds, silence
from audio.voices import Voice

_LAST_PAUSE = 150
"""Milliseconds of silence that end a track."""


@dataclass(frozen=True)
class Track:
    """A recorded page: folder of its `FILES`, the second at which each line starts, its length."""

    folder: Path
    starts: tuple[float, ...]
    seconds: float

    @property
    def sizes(self) -> dict[str, int]:
        """File name → bytes."""
        return {name: (self.folder / name).stat().st_size for name in FILES}


class Library:
    """The folder in which sentences and tracks are kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def is_empty(self) -> bool:
        """Whether nothing was recorded yet."""
        return not (self.folder / "tracks").exists()

    @property
    def complete(self) -> str:
        """Name of what everything was recorded from, empty before the first whole run."""
        path = self.folder / "complete"
        return path.read_text("utf-8") if path.exists() else ""

    @complete.setter
    def complete(self, name: str) -> None:
        write_whole(self.folder / "complete", name.encode())

    def sweep(self) -> None:
        """Remove what a killed run left half done."""
        sweep(self.folder)

    def sentence(self, words: str, voice: Voice) -> bytes | None:
        """Samples of a sentence that was spoken before."""
        path = self._sentence(words, voice)
        return path.read_bytes() if path.exists() else None

    def has_sentence(self, words: str, voice: Voice) -> bool:
        """Whether a sentence was spoken before."""
        return self._sentence(words, voice).exists()

    def keep_sentence(self, words: str, voice: Voice, samples: bytes) -> None:
        """Keep the samples of a sentence."""
        write_whole(self._sentence(words, voice), samples)

    def track(self, narration: Narration) -> Track | None:
        """The track of a narration, if it was recorded."""
        folder = self._track(narration)
        path = folder / "track.json"
        if not path.exists():
            return None
        kept = json.loads(path.read_text("utf-8"))
        return Track(folder, tuple(kept["starts"]), kept["seconds"])

    def keep_track(self, narration: Narration, spoken: list[bytes]) -> Track:
        """Join spoken lines with their pauses and encode them.  Raises SpeechError."""
        pauses = [*(line.pause for line in narration.lines[:-1]), _LAST_PAUSE]
        starts, samples = [], bytearray()
        for sentence, pause in zip(spoken, pauses, strict=True):
            starts.append(round(seconds(samples), 3))
            samples += sentence + silence(pause)
        length = round(seconds(samples), 3)
        with whole_folder(self._track(narration)) as folder:
            encode(bytes(samples), narration.voice.gain, folder)
            kept = json.dumps({"seconds": length, "starts": starts})
            (folder / "track.json").write_text(kept, "utf-8")
        return Track(self._track(narration), tuple(starts), length)

    def _sentence(self, words: str, voice: Voice) -> Path:
        key = digest(voice.engine, voice.identifier, voice.rate, words)
        return self.folder / "sentences" / key[:2] / f"{key}.pcm"

    def _track(self, narration: Narration) -> Path:
        return self.folder / "tracks" / digest(narration.key, RECIPE, _LAST_PAUSE)
