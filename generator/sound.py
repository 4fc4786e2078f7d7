"""Pages and their audio: which page is heard, what it says of that, which files stand beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from audio.production import Production, Recording, cues
from generator.build import look
from generator.release.cache import Cache, Stored, key_of
from generator.scripts import player_scripts
from generator.settings import Settings
from generator.views.listen import heard_at, with_audio
from generator.views.page import Page
from generator.views.site import SiteInput


@dataclass(frozen=True)
class Sound:
    """Recordings by the address of their page, and the cues of each."""

    recordings: Mapping[str, Recording]
    cues: Mapping[str, Stored]
    """Path of a file of cues → the file."""

    @property
    def tracks(self) -> dict[str, Path]:
        """Path of a file of sound → where it is kept."""
        return {
            f"{address}{name}": recording.track.folder / name
            for address, recording in self.recordings.items()
            for name in recording.track.sizes
        }


def production(settings: Settings) -> Production:
    """Makes audio with the editors' pronunciations."""
    listed = (settings.content / "pronunciations.yml").read_text("utf-8")
    return Production(settings.audio, yaml.safe_load(listed))


def heard(
    made: tuple[Page, ...], given: SiteInput, settings: Settings, cache: Cache
) -> tuple[tuple[Page, ...], Sound]:
    """The pages with what they say of their audio, as far as it is recorded.

    What was found for a page is remembered until more is recorded.
    """
    tracks = settings.audio / "tracks"
    if not tracks.exists():
        return made, Sound({}, {})
    frame = key_of(tracks.stat().st_mtime_ns, look(settings))
    recordings = _recordings(made, settings, cache.memory("recorded", frame))
    players = {
        code: f"{settings.base}public/{name}"
        for code, (name, _) in player_scripts(settings.root, given.locales, given.words).items()
    }
    known = cache.memory("heard", frame)
    pages = tuple(_with_player(page, recordings, players, known) for page in made)
    texts = {
        f"{address}audio.vtt": cache.remember(
            key_of("cues", recording.track.folder.name, recording.narration.lines),
            partial(cues, recording),
        )
        for address, recording in recordings.items()
    }
    return pages, Sound(recordings, texts)


def _recordings(
    made: tuple[Page, ...], settings: Settings, known: dict[Any, Any]
) -> dict[str, Recording]:
    """Address → recording, of the pages that have one."""
    new = [page for page in made if (page.url, page.digest) not in known]
    found = production(settings).recorded(new) if new else {}
    known |= {(page.url, page.digest): found.get(page.url) for page in new}
    all_of_them = ((page.url, known[page.url, page.digest]) for page in made)
    return {address: recording for address, recording in all_of_them if recording}


def _with_player(
    page: Page,
    recordings: Mapping[str, Recording],
    players: Mapping[str, str],
    known: dict[Any, Any],
) -> Page:
    recording = recordings.get(heard_at(page))
    if not recording:
        return page
    track = recording.track
    key = page.url, page.digest, track.folder.name
    if key not in known:
        player = players[page.site.locale.code]
        known[key] = with_audio(page, track.seconds, track.sizes, player)
    heard_page: Page = known[key]
    return heard_page
