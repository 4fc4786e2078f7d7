"""What is said of every page of the full register."""

import re
from collections import Counter
from pathlib import Path

from audio.script import script
from generator import pipeline
from generator.model import Register
from generator.settings import Settings

ID = re.compile(r' id="([^"]+)"')
HEARD = ("services", "covid-19", "learn", "life", "for")


def test_each_line_names_an_element_of_its_page(
    site: Path, settings: Settings, register: Register
) -> None:
    for page in pipeline.spoken_pages(settings, register):
        named = Counter(line.element for line in script(page))
        found = Counter(ID.findall((site / page.url / "index.html").read_text("utf-8")))
        assert {found[name] for name in named} <= {1}, page.url
        assert set(named.values()) <= {1}, page.url


def test_every_passport_guidance_and_guide_is_heard(settings: Settings, register: Register) -> None:
    for page in pipeline.spoken_pages(settings, register):
        kind, _, name = page.path.rstrip("/").partition("/")
        if name and kind in HEARD:
            lines = script(page)
            assert lines[0].text == page.title
            assert len(lines) > 2, page.url
