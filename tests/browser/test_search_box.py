"""The box in the header of every page: a form, and with scripts a combobox."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
from stand_in_api import SearchSite

from generator.settings import ROOT


def box(phone: Page) -> Locator:
    return phone.locator("#search-box")


def options(phone: Page) -> Locator:
    return phone.get_by_role("option")


@pytest.mark.parametrize(
    ("start", "query", "first"),
    [
        ("/", "tugʻil", "Tugʻilganlik haqida maʼlumotnoma"),
        ("/ru/", "рожден", "Справка о рождении"),
        ("/en/a-z/", "birth", "Birth certificate"),
        ("/services/birth-certificate/", "daraxt", "Daraxt va butalarni kesish uchun ruxsatnoma"),
    ],
)
def test_results_appear_while_typing(phone: Page, start: str, query: str, first: str) -> None:
    phone.goto(start)
    box(phone).press_sequentially(query)
    expect(options(phone).filter(has_text=first).first).to_be_visible()
    expect(options(phone).first).to_contain_text("18 540")
    assert len(options(phone).all()) <= 8


def test_arrows_walk_the_list_and_enter_opens_the_service(phone: Page) -> None:
    phone.goto("/")
    field = box(phone)
    field.fill("pensiya")
    expect(options(phone).nth(2)).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    last = options(phone).count() - 1
    for key, number in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", last)):
        field.press(key)
        expect(options(phone).nth(number)).to_have_attribute("aria-selected", "true")
        expect(field).to_have_attribute("aria-activedescendant", f"found-{number}")
        expect(field).to_be_focused()
    expect(phone.locator("[role=option][aria-selected=true]")).to_have_count(1)
    field.press("ArrowDown")
    name = options(phone).first.locator("b").text_content()
    field.press("Enter")
    expect(phone).to_have_url(re.compile("/services/.+/$"))
    expect(phone.get_by_role("heading", level=1)).to_have_text(str(name))


def test_escape_closes_then_clears(phone: Page) -> None:
    phone.goto("/")
    field = box(phone)
    field.press_sequentially("pensiya")
    expect(options(phone).first).to_be_visible()
    field.press("ArrowDown")
    field.press("Escape")
    expect(phone.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    expect(field).to_have_value("pensiya")
    field.press("ArrowDown")
    expect(options(phone).first).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    field.press("Escape")
    expect(field).to_have_value("")


def test_a_letter_typed_just_before_escape_opens_nothing(phone: Page) -> None:
    phone.goto("/")
    box(phone).press_sequentially("pensiy")
    expect(options(phone).first).to_be_visible()
    box(phone).press("a")
    box(phone).press("Escape")
    phone.wait_for_timeout(600)
    expect(phone.get_by_role("listbox")).to_be_hidden()
    expect(box(phone)).to_have_value("pensiya")


def test_an_answer_that_comes_after_escape_is_not_shown(phone: Page) -> None:
    waiting: list[Route] = []
    phone.route("**/api/v1/**", lambda route: waiting.append(route))  # noqa: PLW0108  # it asks for its signature
    phone.goto("/")
    with phone.expect_request("**/api/v1/**"):
        box(phone).press_sequentially("pensiya")
    box(phone).press("Escape")
    waiting[0].continue_()
    phone.wait_for_timeout(300)
    expect(phone.locator(".found")).to_be_hidden()


def test_an_answer_that_comes_while_walking_keeps_the_chosen_service(phone: Page) -> None:
    phone.goto("/")
    field = box(phone)
    field.fill("pens")
    expect(options(phone).nth(2)).to_be_visible()
    waiting: list[Route] = []
    phone.route("**/api/v1/**", lambda route: waiting.append(route))  # noqa: PLW0108  # it asks for its signature
    with phone.expect_request("**/api/v1/**"):
        field.press("i")
    for _ in range(3):
        field.press("ArrowDown")
    chosen = phone.locator("[role=option][aria-selected=true]")
    name = str(chosen.text_content())
    with phone.expect_response("**/api/v1/**"):
        waiting[0].continue_()
    expect(phone.locator("form.search [role=status]")).to_have_text(re.compile("natija"))
    expect(chosen).to_have_text(name)
    expect(field).to_be_focused()


def test_home_and_end_go_back_into_the_field(phone: Page) -> None:
    phone.goto("/")
    field = box(phone)
    field.press_sequentially("pensiya")
    expect(options(phone).first).to_be_visible()
    for key, caret in (("Home", 0), ("End", 7)):
        field.press("ArrowDown")
        field.press(key)
        expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
        assert field.evaluate("field => field.selectionStart") == caret


def test_enter_without_a_choice_sends_the_form(phone: Page) -> None:
    phone.goto("/ru/services/birth-certificate/")
    box(phone).press_sequentially("паспорт")
    expect(options(phone).first).to_be_visible()
    box(phone).press("Enter")
    expect(phone).to_have_url(re.compile(r"/ru/search/\?q="))
    expect(phone.locator("#results li a").first).to_be_visible()


def test_a_result_can_be_tapped_and_leaving_closes_the_list(phone: Page) -> None:
    phone.goto("/en/")
    box(phone).press_sequentially("birth")
    expect(options(phone).first).to_be_visible()
    box(phone).press("Tab")
    expect(phone.get_by_role("listbox")).to_be_hidden()
    box(phone).focus()
    box(phone).press("ArrowDown")
    options(phone).filter(has_text=re.compile("^Birth certificate")).click()
    expect(phone).to_have_url(re.compile("/en/services/birth-certificate/$"))


def test_the_script_comes_only_when_the_box_is_used(phone: Page) -> None:
    loaded: list[str] = []
    phone.on("request", lambda request: loaded.append(request.url))
    phone.goto("/")
    phone.get_by_role("link", name="Alifbo boʻyicha").first.click()
    phone.wait_for_load_state("networkidle")
    assert not [url for url in loaded if ".js" in url or ".json" in url]
    with phone.expect_response(re.compile(r"/public/search-uz-[0-9a-f]+\.js$")):
        box(phone).focus()


def test_only_the_last_of_fast_keys_is_asked(phone: Page, search_site: SearchSite) -> None:
    phone.goto("/")
    box(phone).press_sequentially("haydovchilik", delay=20)
    expect(options(phone).filter(has_text="Haydovchilik").first).to_be_visible()
    assert search_site.asked[-1] == "haydovchilik"
    assert len(search_site.asked) <= 3


def test_on_a_data_saver_nothing_is_loaded_until_enter(
    browser: Browser, search_site: SearchSite
) -> None:
    context = browser.new_context(base_url=search_site.address)
    context.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    page = context.new_page()
    loaded: list[str] = []
    page.goto("/")
    page.on("request", lambda request: loaded.append(request.url))
    box(page).press_sequentially("pensiya")
    page.wait_for_timeout(400)
    assert not [url for url in loaded if not url.endswith("icon.svg")]
    box(page).press("Enter")
    expect(page.locator("#results li").first).to_be_visible()
    context.close()


def test_another_reading_and_a_better_spelling_are_said(phone: Page) -> None:
    phone.goto("/ru/")
    field = box(phone)
    field.fill("gfcgjhn")
    status = phone.locator("form.search [role=status]")
    expect(status).to_contain_text("Показаны результаты по запросу «паспорт».")
    expect(status).to_contain_text(re.compile("результат"))
    field.fill("пинсия")
    expect(options(phone).first).to_have_text(re.compile("Возможно, вы искали: пенси"))
    field.press("ArrowDown")
    field.press("Enter")
    expect(field).to_have_value(re.compile("пенси"))
    expect(status).to_contain_text("результат")


def test_what_a_screen_reader_gets(phone: Page) -> None:
    phone.goto("/en/")
    search = phone.get_by_role("search")
    expect(search).to_match_aria_snapshot("""
      - search:
        - text: Which service do you need?
        - searchbox "Which service do you need?"
        - button "Search"
    """)
    box(phone).press_sequentially("birth")
    expect(options(phone).first).to_be_visible()
    box(phone).press("ArrowDown")
    expect(search).to_match_aria_snapshot(r"""
      - search:
        - text: Which service do you need?
        - combobox "Which service do you need?" [expanded]
        - button "Search"
        - listbox "Services found":
          - option /birth/ [selected]
    """)
    expect(phone.locator("form.search [role=status]")).to_have_text(re.compile(r"^\d+ results?\.$"))


def test_axe_finds_nothing_in_the_open_list(phone: Page) -> None:
    phone.goto("/")
    box(phone).press_sequentially("pensiya")
    expect(options(phone).first).to_be_visible()
    box(phone).press("ArrowDown")
    phone.evaluate((ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    found = phone.evaluate("axe.run().then(done => done.violations.map(one => one.id))")
    assert found == []


def test_the_box_is_large_enough_and_fits_the_smallest_screen(phone: Page) -> None:
    phone.set_viewport_size({"width": 240, "height": 320})
    phone.goto("/ru/")
    for part in (box(phone), phone.get_by_role("button", name="Найти")):
        size = part.bounding_box()
        assert size is not None
        assert size["height"] >= 44
        assert size["x"] + size["width"] <= 240
    box(phone).press_sequentially("паспорт")
    expect(options(phone).first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 240


def test_without_scripts_it_is_a_form(browser: Browser, search_site: SearchSite) -> None:
    context = browser.new_context(base_url=search_site.address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/en/services/birth-certificate/")
    page.get_by_role("searchbox").fill("birth certificate")
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(re.compile(r"/en/search/\?q=birth\+certificate$"))
    expect(page.get_by_role("main").get_by_role("link", name="A to Z")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="Taxes")).to_be_visible()
    context.close()
