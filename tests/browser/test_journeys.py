"""What people do: find a service, change the language, use the keyboard, do without anything."""

import re

from playwright.sync_api import Browser, Page, Route, expect


def test_home_to_sphere_to_passport(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name=re.compile("^Maʼlumotnomalar")).click()
    page.get_by_role("main").get_by_role(
        "link", name="Tugʻilganlik haqida maʼlumotnoma", exact=True
    ).click()
    expect(page).to_have_url(re.compile("/services/birth-certificate/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Tugʻilganlik haqida maʼlumotnoma")
    glance = page.locator("dl.glance")
    expect(glance).to_contain_text("Narxi")
    expect(glance).to_be_in_viewport()


def test_the_language_changes_on_a_deep_page(page: Page) -> None:
    page.goto("/services/birth-certificate/")
    for name, tag in (("Русский", "ru"), ("English", "en"), ("Ўзбекча", "uz-Cyrl")):
        page.get_by_role("navigation", name=re.compile("Til|Тил|Язык|Language")).get_by_role(
            "link", name=name
        ).click()
        expect(page).to_have_url(re.compile("/services/birth-certificate/$"))
        assert page.locator("html").get_attribute("lang") == tag


def test_a_phone_number_dials(page: Page) -> None:
    page.goto("/en/services/birth-certificate/")
    link = page.locator("#contacts").get_by_role("link", name="1148").first
    assert link.get_attribute("href") == "tel:1148"
    box = link.bounding_box()
    assert box is not None
    assert box["height"] >= 44


def test_keyboard_alone_reaches_a_passport(page: Page) -> None:
    page.goto("/en/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.keyboard.press("Tab")
    first = page.get_by_role("main").get_by_role("link").first
    expect(first).to_be_focused()
    outline = first.evaluate("link => getComputedStyle(link).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/en/services/.+/$"))


def test_documents_can_be_ticked_with_the_space_bar(page: Page) -> None:
    page.goto("/ru/services/birth-certificate/")
    box = page.get_by_role("checkbox").first
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()


def without_styles(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(r"(?s)<style>.*?</style>", "", answer.text()))


def test_everything_is_there_without_scripts_and_styles(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.route("**/services/**", without_styles)
    page.goto("/services/birth-certificate/")
    assert page.locator("style").count() == 0
    expect(page.get_by_role("heading", name="Qanday olinadi")).to_be_visible()
    expect(page.get_by_role("checkbox").first).to_be_visible()
    context.close()


def test_no_sideways_scroll_on_a_feature_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport={"width": 240, "height": 320})
    page = context.new_page()
    for path in ("/", "/ru/services/birth-certificate/", "/statistics/", "/en/laws/", "/a-z/"):
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 240, (path, wide)
    context.close()


def test_one_request_and_no_error(page: Page) -> None:
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: errors.append(message.text))
    page.add_init_script("delete Navigator.prototype.serviceWorker")  # blocked, it complains
    page.goto("/services/birth-certificate/")
    page.wait_for_load_state("networkidle")
    documents = [url for url in requests if not url.endswith("icon.svg")]
    assert len(documents) == 1
    assert errors == []


def test_without_scripts_an_unknown_address_speaks_every_language(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/404.html")
    for name in ("Sahifa topilmadi", "Саҳифа топилмади", "Страница не найдена", "Page not found"):
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    context.close()


def test_print_hides_what_paper_cannot_use(page: Page) -> None:
    page.goto("/services/birth-certificate/")
    page.emulate_media(media="print")
    expect(page.locator("footer")).to_be_hidden()
    expect(page.locator("#steps")).to_be_visible()
