"""The principal journeys on a phone, against the real API and a real Meilisearch."""

import re
from collections.abc import Iterator

import pytest
from engines import Meili
from playwright.sync_api import Browser, Page, expect

from generator.settings import ROOT


@pytest.fixture
def phone(browser: Browser, api: str) -> Iterator[Page]:
    context = browser.new_context(base_url=api, viewport={"width": 360, "height": 640})
    yield context.new_page()
    context.close()


def test_typing_arrows_and_enter_lead_to_the_service(phone: Page) -> None:
    phone.goto("/ru/")
    box = phone.locator("#search-box")
    box.press_sequentially("cghfdrf j hj;ltybb")
    first = phone.get_by_role("option").first
    expect(first).to_contain_text("Справка о рождении")
    status = phone.locator("form.search [role=status]")
    expect(status).to_contain_text("Показаны результаты по запросу «справка о рождении».")
    box.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    expect(phone).to_have_url(re.compile("/ru/services/birth-certificate/$"))


def test_escape_closes_the_list_then_clears_the_field(phone: Page) -> None:
    phone.goto("/")
    box = phone.locator("#search-box")
    box.press_sequentially("haydovchi")
    expect(phone.get_by_role("option").first).to_contain_text("Haydovchilik guvohnomasi")
    box.press("Escape")
    expect(phone.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("haydovchi")
    box.press("Escape")
    expect(box).to_have_value("")


def test_what_a_screen_reader_gets(phone: Page) -> None:
    phone.goto("/en/")
    box = phone.locator("#search-box")
    box.press_sequentially("tree cutting")
    expect(phone.get_by_role("option").first).to_be_visible()
    box.press("ArrowDown")
    expect(phone.get_by_role("search")).to_match_aria_snapshot(r"""
      - search:
        - text: Which service do you need?
        - combobox "Which service do you need?" [expanded]: tree cutting
        - button "Search"
        - listbox "Services found":
          - option /Permit to cut trees/ [selected]
    """)
    expect(phone.locator("form.search [role=status]")).to_contain_text(
        re.compile(r"\d+ results?\.")
    )
    phone.evaluate((ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    assert not phone.evaluate("axe.run().then(done => done.violations.map(one => one.id))")


def test_without_scripts_the_form_is_answered(browser: Browser, api: str) -> None:
    context = browser.new_context(base_url=api, java_script_enabled=False)
    page = context.new_page()
    page.goto("/uz-cyrl/services/birth-certificate/")
    page.get_by_role("searchbox").fill("хайдовчилик гувохномаси")
    page.get_by_role("searchbox").press("Enter")
    page.locator("#results ol a").first.click()
    expect(page).to_have_url(re.compile("/uz-cyrl/services/drivers-licence/$"))
    context.close()


def test_facets_narrow_what_was_found(phone: Page) -> None:
    for _ in range(5):  # a busy machine may be late, and then names are searched
        phone.goto("/en/search/?q=licence")
        expect(phone.locator("#results li").first).to_be_visible()
        if phone.locator("#results .meta").count():
            break
    phone.get_by_text("Narrow the results").click()
    area = phone.get_by_label("Area")
    label = area.locator("option[value=customs]")
    expect(label).to_have_text(re.compile(r"\([1-9]\d*\)$"))
    count = int(re.findall(r"\d+", str(label.text_content()))[-1])
    area.select_option("customs")
    expect(phone.locator("#result-count")).to_contain_text(f"{count} result")


def test_nothing_found_says_what_to_do(phone: Page) -> None:
    phone.goto("/en/search/?q=hippopotamus")
    expect(phone.locator("#result-count")).to_have_text("Nothing found. Try fewer or other words.")
    main = phone.get_by_role("main")
    for name in ("A to Z", "Taxes", "1148"):
        expect(main.get_by_role("link", name=name)).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_when_the_engine_dies_names_are_searched_and_it_is_said(phone: Page, meili: Meili) -> None:
    phone.goto("/search/")
    field, status = phone.locator("#q"), phone.locator("#result-count")
    field.fill("pasport")
    expect(phone.locator("#results .meta").first).to_be_visible()
    meili.kill()
    field.fill("haydovchlik guvohnoma")
    expect(status).to_contain_text("Faqat xizmat nomlaridan qidirildi.")
    expect(phone.locator("#results ol a").first).to_contain_text("Haydovchilik guvohnomasi")
    meili.start()
    phone.wait_for_timeout(1600)  # a page does not ask a dead server at every key
    field.fill("metrka")
    expect(status).not_to_contain_text("Faqat xizmat nomlaridan")
    expect(phone.locator("#results ol a").first).to_contain_text("Tugʻilganlik")
