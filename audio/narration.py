"""What is recorded as one track: the lines of a page and the words the voice says for them.

Saying a text as words takes time, so the words of each text are kept until a rule changes.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import generator.uzbek
from audio.files import write_whole
from audio.lines import Line
from audio.voices import VOICES, Voice
from audio.words import Language, pronunciations_from, spoken

_RULES = (*Path(__file__).parent.glob("*.py"), Path(generator.uzbek.__file__))


@dataclass(frozen=True)
class Narration:
    """The lines of one page: `address` below the site, language, and the words of each line."""

    address: str
    language: Language
    lines: tuple[Line, ...]
    words: tuple[str, ...]

    @property
    def voice(self) -> Voice:
        """The voice that speaks it."""
        return VOICES[self.language]

    @property
    def key(self) -> str:
        """Name of its track: the same words, pauses and voice give the same sound."""
        said = [(words, line.pause) for words, line in zip(self.words, self.lines, strict=True)]
        return digest(self.voice, said)


class Wording:
    """Texts → words, each worked out once as long as rules and pronunciations stay."""

    def __init__(self, folder: Path, pronunciations: Mapping[str, Any]) -> None:
        """`folder` keeps the words, `pronunciations` is the parsed list of the editors."""
        self._path = folder / "words.json"
        self._pronunciations = pronunciations_from(pronunciations)
        rules = [path.read_text("utf-8") for path in sorted(_RULES)]
        self.rules = digest(rules, sorted(map(str, pronunciations.items())))
        """Names the rules: other rules may give other words."""
        self._known = self._read()
        self._added = False

    def narrate(self, address: str, language: Language, lines: tuple[Line, ...]) -> Narration:
        """The lines of a page with their words."""
        words = tuple(self._words(line.text, language) for line in lines)
        return Narration(address, language, lines, words)

    def save(self) -> None:
        """Keep what was worked out for the next run."""
        if self._added:
            known = {"rules": self.rules, "words": self._known}
            write_whole(self._path, json.dumps(known, ensure_ascii=False).encode())

    def _words(self, text: str, language: Language) -> str:
        known = self._known.setdefault(language, {})
        if text not in known:
            known[text] = spoken(text, language, self._pronunciations)
            self._added = True
        return known[text]

    def _read(self) -> dict[str, dict[str, str]]:
        if not self._path.exists():
            return {}
        kept = json.loads(self._path.read_text("utf-8"))
        return dict(kept["words"]) if kept["rules"] == self.rules else {}


def digest(*parts: object) -> str:
    """A short name made from values: 32 hexadecimal digits of SHA-256."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]
