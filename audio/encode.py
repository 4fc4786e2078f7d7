"""Samples → Opus and MP3 of even loudness, and the check of what came out.  ffmpeg does both."""

import re
import subprocess
from pathlib import Path

from audio.sound import RATE
from generator.errors import SpeechError

FILES = ("audio.opus", "audio.mp3")
"""In the order of a player's choice: Opus is lighter, MP3 is known to older phones."""

_SHIFTS = (0, 3, 7, 11)
"""Milliseconds of silence before a file. In one file of 250 a sound falls so into the frames of
Opus that its peak grows by 6 dB and not by 3; a little later it does not. A lower limit would make
that file quieter than the others."""
_LOUDEST = -1.5
"""Decibels of full scale that no sample may exceed; peaks between samples lie up to 0.5 higher."""
_LOUDNESS = "alimiter=limit=0.5:attack=5:release=50:level=disabled,aresample=16000"
_OPUS = ["-c:a", "libopus", "-b:a", "12k", "-application", "voip", "-compression_level", "1"]
_MP3 = ["-c:a", "libmp3lame", "-b:a", "16k", "-cutoff", "5000", "-compression_level", "7"]
"""As clear as the Opus file by STOI (0.89 of 0.90); 24 kbit/s took a full register over 1 GB."""
_SAME_BYTES = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags", "+bitexact"]

RECIPE = repr((_SHIFTS, _LOUDNESS, _OPUS, _MP3))
"""What a track is made with; another recipe makes another track."""

_TOLERANCE = 0.15
"""Seconds by which a file may differ from its samples: an encoder fills its last frame."""
_SILENT = -40.0
"""Mean decibels below which a file holds no speech."""
_HEARD = (
    r"@{0} @ \S+ n_samples: ([1-9]\d*)$.*?@{0} @ \S+ mean_volume: (-?[\d.]+) dB"
    r".*?@{0} @ \S+ max_volume: (-?[\d.]+) dB"
)
_DECODED_RATE = 16_000


def encode(samples: bytes, gain: float, folder: Path) -> None:
    """Write `FILES` into `folder`, `gain` decibels louder, and check them.  Raises SpeechError."""
    seconds = len(samples) / 2 / RATE
    for shift in _SHIFTS:
        _encode(samples, f"volume={gain}dB,adelay={shift},{_LOUDNESS}", folder)
        if check(seconds, *(folder / name for name in FILES)) <= _LOUDEST:
            return
    raise SpeechError(f"{folder.name}: peaks stay above {_LOUDEST} dB")


def _encode(samples: bytes, loudness: str, folder: Path) -> None:
    opus, mp3 = (str(folder / name) for name in FILES)
    filters = f"[0:a]{loudness},asplit[opus][mp3]"
    given = ["-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "pipe:0"]
    _ffmpeg(
        [*given, "-filter_complex", filters,
         "-map", "[opus]", *_OPUS, *_SAME_BYTES, opus,
         "-map", "[mp3]", *_MP3, *_SAME_BYTES, mp3],
        samples,
    )  # fmt: skip


def check(seconds: float, *paths: Path) -> float:
    """Decode files and refuse one that is empty, cut off, silent or of another length.

    Returns the loudest sample of all, in decibels of full scale.  Raises SpeechError.
    """
    peaks = []
    for path in paths:
        if not path.exists() or not path.stat().st_size:
            raise SpeechError(f"{path.name}: the file is empty")
    numbered = range(len(paths))
    meter = f"aresample={_DECODED_RATE},volumedetect"
    report = _ffmpeg(
        ["-v", "info", *(part for path in paths for part in ("-i", str(path))),
         "-filter_complex", ";".join(f"[{n}]{meter}@{n}[heard{n}]" for n in numbered),
         *(part for n in numbered for part in ("-map", f"[heard{n}]", "-f", "null", "-"))]
    )  # fmt: skip
    for number, path in enumerate(paths):
        heard = re.search(_HEARD.format(number), report, re.DOTALL | re.MULTILINE)
        length = int(heard[1]) / _DECODED_RATE if heard else 0.0
        if abs(length - seconds) > _TOLERANCE:
            raise SpeechError(
                f"{path.name}: {length:.2f} s of {seconds:.2f} s, the file is cut off"
            )
        if not heard or float(heard[2]) < _SILENT:
            raise SpeechError(f"{path.name}: the file is silent")
        peaks.append(float(heard[3]))
    return max(peaks)


def _ffmpeg(arguments: list[str], given: bytes | None = None) -> str:
    """Run ffmpeg on one thread; returns its report."""
    command = ["ffmpeg", "-hide_banner", "-nostats", "-v", "error", "-y", "-threads", "1"]
    run = subprocess.run(  # noqa: S603  # our own arguments, no shell
        [*command, *arguments], input=given, capture_output=True, check=False
    )
    report = run.stderr.decode("utf-8", "replace")
    if run.returncode:
        raise SpeechError(f"ffmpeg failed: {report.strip()}")
    return report
