"""“Hear it”, as a screen reader's user does: everything by its role and its name alone."""

import re

import pytest
from playwright.sync_api import Page, expect
from small_site import Spoken

from generator import pipeline


@pytest.mark.parametrize(
    ("language", "home", "listen", "playing", "pause", "paused"),
    [
        ("uz", "/", "Sahifani tinglash", "Oʻqilmoqda", "Toʻxtatib turish", "Toʻxtatildi"),
        ("ru", "/ru/", "Прослушать страницу", "Звучит", "Пауза", "На паузе"),
    ],
)
def test_hear_a_service(
    page: Page, spoken: Spoken, language: str, home: str, listen: str, playing: str,
    pause: str, paused: str,
) -> None:  # fmt: skip
    register = pipeline.check(spoken.settings)
    service = next(each for each in register.passports if each.id == register.wanted[0])
    page.goto(home)
    name = getattr(service.name, language)
    page.get_by_role("main").get_by_role("link", name=name, exact=True).click()
    page.get_by_role("button", name=re.compile(f"^{listen}")).click()
    expect(page.get_by_role("status")).to_have_text(playing)
    page.get_by_role("button", name=re.compile(f"^{pause}")).click()
    expect(page.get_by_role("status")).to_have_text(paused)
