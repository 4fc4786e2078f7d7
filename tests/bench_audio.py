"""How long the audio of the whole register takes: from nothing, again, and after one edit."""

import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent.parent))

from generator import pipeline
from generator.settings import read_settings


def main() -> None:
    """Print the times, the real-time factor, and the time for 100 passports."""
    with TemporaryDirectory(prefix="xizmat-bench-") as folder:
        settings = replace(read_settings(), audio=Path(folder))
        started = time.monotonic()
        steps = list(pipeline.speak(settings))
        took = time.monotonic() - started
        minutes = sum(step.seconds for step in steps) / 60
        sentences = sum(step.sentences for step in steps)
        passports = [step for step in steps if "services/" in step.address]
        share = sum(step.seconds for step in passports) / 60 / minutes * 300 / len(passports)
        print(
            f"audio: {len(steps)} pages, {sentences:,} sentences, {minutes:,.0f} minutes of sound "
            f"in {took:.0f} s on {os.cpu_count()} cores\n"
            f"       real-time factor {took / 60 / minutes:.4f}; "
            f"100 passports in three languages: {took * share:.0f} s (at most 240 s)"
        )
        started = time.monotonic()
        again = list(pipeline.speak(settings))
        print(f"       again: {len(again)} pages in {time.monotonic() - started:.2f} s (under 2 s)")
        kept = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
        print(f"       the library weighs {kept / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()
