"""A wrong address: the reader's language, a search begun, the way to what was renamed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from host import serve
from playwright.sync_api import Browser, Page, expect

LANGUAGES = {"": "uz-Latn", "uz-cyrl/": "uz-Cyrl", "ru/": "ru", "en/": "en"}


@pytest.fixture
def lost(browser: Browser, site: Path) -> Iterator[Page]:
    """A phone's page on a host that knows the site's own page for wrong addresses."""
    with serve(site) as host:
        context = browser.new_context(
            base_url=host.address, viewport={"width": 360, "height": 640}, service_workers="block"
        )
        yield context.new_page()
        context.close()


@pytest.mark.parametrize(("prefix", "language"), LANGUAGES.items())
def test_the_address_chooses_the_language_and_begins_the_search(
    lost: Page, prefix: str, language: str
) -> None:
    lost.goto(f"/{prefix}services/birth-certficate/")
    assert lost.locator("html").get_attribute("lang") == language
    expect(lost.locator("main section:visible")).to_have_count(1)
    assert lost.locator("main section:visible").get_attribute("lang") == language
    field = lost.get_by_role("searchbox")
    expect(field).to_have_value("birth certficate")
    assert lost.evaluate("document.documentElement.scrollWidth") == 360
    field.press("Enter")
    lost.wait_for_url(f"**/{prefix}search/?q=birth+certficate")


def test_what_was_renamed_is_offered(lost: Page) -> None:
    lost.route("**/public/moved.json", lambda route: route.fulfill(json={"old": "passport"}))
    lost.goto("/en/services/old/passport.json")
    link = lost.get_by_role("link", name="Open the new page")
    expect(link).to_be_visible()
    assert link.evaluate("link => link.pathname") == "/en/services/passport/"
    lost.goto("/en/services/older/")
    expect(link).to_be_hidden()


def test_without_scripts_it_speaks_all_languages(browser: Browser, site: Path) -> None:
    with serve(site) as host:
        context = browser.new_context(base_url=host.address, java_script_enabled=False)
        page = context.new_page()
        page.goto("/nowhere/")
        expect(page.locator("main section:visible")).to_have_count(4)
        expect(page.get_by_role("searchbox")).to_have_count(4)
        context.close()
