"""How long audio takes: 100 passports with guidance and guides from nothing, again, its weight.

With `--all` the whole register is spoken.
"""

import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from small_site import write_small

from generator import pipeline
from generator.settings import Settings, read_settings
from tests.conftest import in_folder

PASSPORTS = 100


def say(text: str) -> None:
    """Write a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    """Print the times, the real-time factor, and the time for 100 passports."""
    with TemporaryDirectory(prefix="xizmat-bench-") as folder:
        content = read_settings().content
        if "--all" not in sys.argv:
            content = write_small(Path(folder) / "content", PASSPORTS)
        measure(in_folder(Path(folder), content))


def measure(settings: Settings) -> None:
    """Speak everything, then again."""
    started, spent = time.monotonic(), os.times()
    steps = list(pipeline.speak(settings))
    took, after = time.monotonic() - started, os.times()
    processor = sum(after[:4]) - sum(spent[:4])
    minutes = sum(step.seconds for step in steps) / 60
    sentences = sum(step.sentences for step in steps)
    passports = sum("services/" in step.address for step in steps) / 3
    say(
        f"audio: {passports:.0f} passports in 3 languages, {len(steps)} pages, {sentences:,} "
        f"sentences, {minutes:,.0f} minutes of sound\n"
        f"       {took:.0f} s (at most {passports * 2.4:.0f} s) on {os.cpu_count()} cores, "
        f"{processor:.0f} s of processor time; load of the machine {os.getloadavg()[1]:.1f}\n"
        f"       real-time factor {took / 60 / minutes:.4f} "
        f"({processor / 60 / minutes:.4f} of one core)"
    )
    started, spent = time.monotonic(), time.process_time()
    again = list(pipeline.speak(settings))
    say(
        f"       again: {len(again)} pages in {time.monotonic() - started:.2f} s (under 2 s), "
        f"{time.process_time() - spent:.2f} s of processor time"
    )
    kept = sum(path.stat().st_size for path in settings.audio.rglob("*") if path.is_file())
    say(f"       the library weighs {kept / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()
