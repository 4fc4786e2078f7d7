"""What a screen reader's user does: everything is found by its role and its name alone."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from generator.model import Localized, Register


@dataclass(frozen=True)
class Words:
    """What the controls on the way are called in one language."""

    language: str
    home: str
    services: str
    cost: str
    steps: str
    settings: str
    colours: str
    yellow: str
    saved: str
    languages: str
    other: str
    other_language: str


WORDS = {
    "uz": Words(
        language="uz", home="/", services="Xizmatlar", cost="Narxi", steps="Qanday olinadi",
        settings="Koʻrinish sozlamalari", colours="Ranglar", yellow="Sariqda qora",
        saved="Saqlandi",
        languages="Til", other="Русский", other_language="ru",
    ),
    "ru": Words(
        language="ru", home="/ru/", services="Услуги", cost="Стоимость", steps="Как получить",
        settings="Настройки вида", colours="Цвета", yellow="Чёрное на жёлтом", saved="Сохранено",
        languages="Язык", other="English", other_language="en",
    ),
}  # fmt: skip
SERVICE, SPHERE = "birth-certificate", "certificates"


@pytest.fixture(params=WORDS)
def words(request: pytest.FixtureRequest) -> Words:
    return WORDS[request.param]


@pytest.fixture
def sphere(register: Register) -> Localized:
    return next(each.name for each in register.spheres if each.id == SPHERE)


@pytest.fixture
def service(register: Register) -> Localized:
    return next(each.name for each in register.passports if each.id == SERVICE)


def said(text: Localized, language: str) -> str:
    return str(getattr(text, language))


@pytest.fixture
def find_the_service(
    page: Page, words: Words, sphere: Localized, service: Localized
) -> Callable[[], None]:
    def find() -> None:
        area, name = said(sphere, words.language), said(service, words.language)
        page.goto(words.home)
        sections = page.get_by_role("navigation")
        sections.get_by_role("link", name=words.services, exact=True).click()
        main = page.get_by_role("main")
        main.get_by_role("link", name=re.compile(f"^{area}")).click()
        main.get_by_role("link", name=name, exact=True).click()

    return find


def test_find_a_service(
    page: Page, words: Words, service: Localized, find_the_service: Callable[[], None]
) -> None:
    find_the_service()
    main = page.get_by_role("main")
    name = said(service, words.language)
    expect(main.get_by_role("heading", level=1, name=name)).to_be_visible()
    expect(main.get_by_role("term").filter(has_text=words.cost).first).to_be_visible()
    expect(main.get_by_role("heading", level=2, name=words.steps)).to_be_visible()
    expect(main.get_by_role("link", name="1148").first).to_be_visible()


def test_change_the_look(page: Page, words: Words, find_the_service: Callable[[], None]) -> None:
    page.goto(words.home)
    page.get_by_role("banner").get_by_role("link", name=words.settings).click()
    colours = page.get_by_role("group", name=words.colours)
    colours.get_by_role("radio", name=words.yellow).check()
    expect(page.get_by_role("status")).to_contain_text(words.saved)
    find_the_service()
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert ground == "rgb(255, 239, 94)"


def test_change_the_language(
    page: Page, words: Words, service: Localized, find_the_service: Callable[[], None]
) -> None:
    find_the_service()
    languages = page.get_by_role("navigation", name=words.languages, exact=True)
    languages.get_by_role("link", name=words.other, exact=True).click()
    name = said(service, words.other_language)
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
