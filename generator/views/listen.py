"""What a page says of its audio: how long, how large, where."""

from collections.abc import Mapping
from dataclasses import replace

from generator.views.page import Audio, AudioFile, Page, Site

_FORMATS = {
    "audio.opus": ("Opus", "audio/ogg; codecs=opus"),
    "audio.mp3": ("MP3", "audio/mpeg"),
}


def heard_at(page: Page) -> str:
    """Address of the page whose audio this one plays: a Cyrillic page plays the Latin one's."""
    site = page.site
    spoken = next(each for each in site.locales if each.language == site.locale.language)
    return f"{spoken.prefix}{page.path}"


def with_audio(page: Page, seconds: float, sizes: Mapping[str, int], script: str) -> Page:
    """The page with its player; `sizes` has bytes by file, `script` is the player's address."""
    site = page.site
    folder = f"{site.base}{heard_at(page)}"
    name = f"{page.path.rstrip('/').rpartition('/')[2]}-{site.locale.language}"
    files = tuple(
        AudioFile(
            f"{folder}{file}", _FORMATS[file][1], _FORMATS[file][0], _kilobytes(site, size),
            f"{name}.{file.rpartition('.')[2]}",
        )
        for file, size in sizes.items()
    )  # fmt: skip
    audio = Audio(_length(site, seconds), files, f"{folder}audio.vtt", script)
    return replace(page, audio=audio, icons=page.icons | {"play-circle", "pause-circle"})


def _kilobytes(site: Site, size: int) -> str:
    """A size in kilobytes of 1,000 bytes, at least one."""
    return site.words("kilobytes", count=max(1, round(size / 1000)))


def _length(site: Site, seconds: float) -> str:
    """Minutes and seconds, the whole minutes left out when there are none."""
    minutes, rest = divmod(round(seconds), 60)
    parts = [site.words("minutes", count=minutes)] if minutes else []
    if rest or not minutes:
        parts.append(site.words("seconds", count=rest))
    return " ".join(parts)
