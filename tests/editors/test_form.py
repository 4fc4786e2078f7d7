"""An officer changes a fee in the browser: a commit that differs in those lines and no others."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.editing import writing
from tests.conftest import in_folder
from tests.editors.conftest import FORMED, Repository

BRANCH = "cms/certificates/birth-certificate"
FEE = {
    "uz": "Maʼlumotnoma portalda BHMning 4 foizi turadi.",
    "ru": "Справка на портале стоит 4 % БРВ.",
    "en": "On the portal the certificate costs 4% of BRV.",
}


@pytest.fixture
def page(browser: Browser) -> Page:
    """A page as wide as an office's screen."""
    return browser.new_context(viewport={"width": 1280, "height": 900}).new_page()


def part(within: Page | Locator, name: str) -> Locator:
    """A group of fields, opened."""
    group = within.locator(f'[id^="{name}-field-"]').first
    group.wait_for()
    group.get_by_test_id("expand-button").first.click()
    return group


def test_a_new_fee_becomes_a_commit_of_those_lines(
    repository: Repository, form: str, page: Page
) -> None:
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).hostname or ""))
    page.goto(f"{form}/uz/")
    page.get_by_role("button", name="Kirish").click()
    page.get_by_role("link", name="Maʼlumotnomalar").wait_for()
    page.goto(f"{form}/uz/#/collections/certificates/entries/birth-certificate")
    cost = part(page, "cost")
    cost.locator('[id^="brv-field-"]').fill("0.04")
    assert not cost.locator('[id^="caution-field-"] textarea').first.is_visible(), "closed"
    sentence = part(cost, "text")
    boxes = {code: sentence.locator(f'[id^="{code}-field-"]') for code in FEE}
    for code, text in FEE.items():
        boxes[code].fill(text)
    assert len({box.bounding_box()["y"] for box in boxes.values()}) == 1, "side by side"
    assert [box.get_attribute("lang") for box in boxes.values()] == list(FEE)
    page.get_by_role("button", name="Saqlash").click()
    page.get_by_text("Saqlandi", exact=True).wait_for()
    page.context.close()  # nobody else uses the repository from here on
    assert asked == {"127.0.0.1"}

    assert repository.git("diff", "--name-only", "main", BRANCH).split() == [FORMED]
    changed = repository.git("diff", "-U0", "main", BRANCH).splitlines()
    assert [line for line in changed if line.startswith("+ ")] == [
        "+  brv: 0.04", *(f"+    {code}: {text}" for code, text in FEE.items()),
    ]  # fmt: skip
    assert len([line for line in changed if line.startswith("- ")]) == 1 + len(FEE)

    repository.git("switch", "-q", BRANCH)
    settings = in_folder(repository.root / ".made", repository.root / "content")
    assert writing.format_content(settings) == ()


def test_a_refused_save_shows_the_field_even_in_a_closed_part(form: str, page: Page) -> None:
    page.goto(f"{form}/ru/")
    page.get_by_role("button", name="Войти").click()
    page.get_by_role("link", name="Справки").wait_for()
    page.goto(f"{form}/ru/#/collections/certificates/entries/birth-certificate")
    cost = part(page, "cost")
    price = cost.locator('[id^="brv-field-"]')
    price.fill("4 %")
    cost.get_by_test_id("expand-button").first.click()
    assert not price.is_visible()
    page.get_by_role("button", name="Сохранить").click()
    expect(price).to_be_focused()
    expect(price).to_be_in_viewport()


def test_on_a_phone_the_services_stand_under_their_sphere(form: str, browser: Browser) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 800}).new_page()
    page.goto(f"{form}/en/")
    page.get_by_role("button", name="Login").click()
    page.get_by_role("link", name="Certificates").click()
    expect(page.get_by_role("heading", name="Certificates")).to_be_in_viewport()
