"""A broken sound is refused, whoever made it."""

import math
import re
import subprocess
import sys
import wave
from array import array
from pathlib import Path

import pytest

from audio.cues import webvtt
from audio.encode import FILES, check, encode
from audio.files import sweep, whole_folder
from audio.lines import Line
from audio.sound import RATE, read_sound, seconds, silence
from audio.speak import Espeak
from audio.voices import VOICES
from generator.errors import SpeechError

LETTERS = 20


def tone(length: float, loud: int = 8000) -> bytes:
    return array(
        "h", (round(loud * math.sin(n / 20)) for n in range(round(RATE * length)))
    ).tobytes()


def write(path: Path, samples: bytes) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(samples)
    return path


def test_a_sound_is_trimmed_at_both_ends(tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", silence(300) + tone(1.5) + silence(400))
    assert seconds(read_sound(path, LETTERS)) == pytest.approx(1.5, abs=0.01)


def test_empty_silent_cut_off_and_missing_sounds_are_refused(tmp_path: Path) -> None:
    whole = write(tmp_path / "whole.wav", tone(1.5)).read_bytes()
    (tmp_path / "cut.wav").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "header.wav").write_bytes(whole[:20])
    (tmp_path / "nothing.wav").write_bytes(b"")
    faults = {
        write(tmp_path / "empty.wav", b""): "empty",
        write(tmp_path / "silent.wav", silence(1500)): "silent",
        write(tmp_path / "hum.wav", tone(1.5, loud=300)): "silent",
        write(tmp_path / "short.wav", tone(0.1)): "cut off",
        write(tmp_path / "long.wav", tone(20)): "too long",
        tmp_path / "cut.wav": "cut off",
        tmp_path / "header.wav": "no sound",
        tmp_path / "nothing.wav": "no sound",
        tmp_path / "missing.wav": "no sound",
    }
    for path, words in faults.items():
        with pytest.raises(SpeechError, match=words):
            read_sound(path, LETTERS)


def mean_volume(path: Path) -> float:
    command = ["ffmpeg", "-nostats", "-i", str(path), "-af", "volumedetect", "-f", "null", "-"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(re.findall(r"mean_volume: (\S+) dB", run.stderr)[-1])


def test_a_file_with_a_peak_is_encoded_again_as_loud_as_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("once", "again"):
        (tmp_path / name).mkdir()
    encode(tone(8), 0, tmp_path / "once")
    peaks = iter((-0.2, -2.5))
    monkeypatch.setattr("audio.encode.check", lambda *_: next(peaks))
    encode(tone(8), 0, tmp_path / "again")
    assert next(peaks, None) is None
    for name in FILES:
        once, again = tmp_path / "once" / name, tmp_path / "again" / name
        assert once.read_bytes() != again.read_bytes()
        assert mean_volume(again) == pytest.approx(mean_volume(once), abs=0.2)
    monkeypatch.setattr("audio.encode.check", lambda *_: -0.2)
    with pytest.raises(SpeechError, match="peaks stay"):
        encode(tone(8), 0, tmp_path / "again")


@pytest.mark.parametrize("name", FILES)
def test_empty_silent_and_cut_off_files_are_refused(tmp_path: Path, name: str) -> None:
    encode(tone(8), 0, tmp_path)
    good = tmp_path / name
    check(8, good)
    with pytest.raises(SpeechError, match=r"of 9\.00 s"):
        check(9, good)
    good.write_bytes(good.read_bytes()[: good.stat().st_size * 2 // 3])
    with pytest.raises(SpeechError, match=r"cut off|ffmpeg failed"):
        check(8, good)
    good.write_bytes(b"")
    with pytest.raises(SpeechError, match="empty"):
        check(8, good)
    with pytest.raises(SpeechError, match="silent"):
        encode(silence(8000), 0, tmp_path)
    for path in tmp_path.iterdir():
        path.unlink()
    with pytest.raises(SpeechError, match="empty"):
        check(8, good)


def test_a_voice_that_hangs_is_ended_and_speaks_again(tmp_path: Path) -> None:
    """pyttsx3 waits for ever when it cannot write: it swallows the error in a callback."""
    voice = Espeak(limit=3)
    try:
        with pytest.raises(SpeechError, match=r"more than 3 s|failed"):
            voice.speak("salom", VOICES["uz"], tmp_path / "no" / "folder.wav")
        voice.speak("salom dunyo", VOICES["uz"], tmp_path / "a.wav")
    finally:
        voice.close()
    assert read_sound(tmp_path / "a.wav", 10)


def test_a_voice_that_writes_nothing_speaks_in_a_new_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = tmp_path / "first"
    program = tmp_path / "python"
    program.write_text(
        f'#!/bin/sh\n[ -e {first} ] && exec {sys.executable} "$@"\n'
        f"touch {first}; read sentence; echo '\"the voice wrote nothing\"'\n"
    )
    program.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(program))
    voice = Espeak()
    try:
        voice.speak("salom dunyo", VOICES["uz"], tmp_path / "a.wav")
    finally:
        voice.close()
    assert first.exists()
    assert read_sound(tmp_path / "a.wav", 10)


def test_a_voice_that_dies_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    voice = Espeak(limit=3)
    with pytest.raises(SpeechError, match="died at: salom"):
        voice.speak("salom", VOICES["uz"], tmp_path / "a.wav")


def test_a_folder_is_whole_or_not_there(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), whole_folder(tmp_path / "track") as folder:  # noqa: PT012
        (folder / "audio.opus").write_bytes(b"half")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "half-1").mkdir()
    (tmp_path / "half-2-x.pcm").write_bytes(b"")
    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_cues_follow_one_another_without_a_gap() -> None:
    lines = [Line("name", "A < B & C", 0), Line("steps-1-1", "Ikki.", 0)]
    assert webvtt(lines, [0.0, 61.5], 70.25) == (
        "WEBVTT\n\n"
        "name\n00:00.000 --> 01:01.500\nA &lt; B &amp; C\n\n"
        "steps-1-1\n01:01.500 --> 01:10.250\nIkki.\n"
    )


def test_ffmpeg_is_the_one_that_debian_brings() -> None:
    codecs = subprocess.run(["ffmpeg", "-encoders"], capture_output=True, text=True, check=True)
    assert {"libopus", "libmp3lame"} <= set(codecs.stdout.split())
