"""Browsers for the audit: Debian's Chromium through Selenium and through Playwright."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

FLAGS = (
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-gpu",
    "--disable-dev-shm-usage",
)
_WIDTH, _HEIGHT = 1280, 900


class BrowserMissingError(Exception):
    """No Chromium on this machine."""


def chromium() -> str:
    """Path of the browser: `CHROME_PATH`, else the Chromium on the PATH."""
    path = (
        os.environ.get("CHROME_PATH")
        or shutil.which("chromium")
        or shutil.which("chromium-browser")
    )
    if not path:
        raise BrowserMissingError("no Chromium found: install it or set CHROME_PATH")
    return path


@contextmanager
def selenium_browser() -> Iterator[Chrome]:
    """A headless Chromium driven by Selenium, 1280 CSS px wide."""
    options = ChromeOptions()
    options.binary_location = chromium()
    options.page_load_strategy = "normal"
    for flag in ("--headless=new", f"--window-size={_WIDTH},{_HEIGHT}", *FLAGS):
        options.add_argument(flag)
    driver = Chrome(options=options, service=Service(shutil.which("chromedriver")))
    driver.set_script_timeout(60)
    try:
        yield driver
    finally:
        driver.quit()


@contextmanager
def playwright_browser() -> Iterator[Page]:
    """A tab of a headless Chromium driven by Playwright, 1280 CSS px wide."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        try:
            # Without motion nothing is measured while it still scrolls.
            # The service worker would fetch what no page shows.
            yield browser.new_context(
                viewport={"width": _WIDTH, "height": _HEIGHT},
                reduced_motion="reduce",
                service_workers="block",
            ).new_page()
        finally:
            browser.close()


def settle(tab: Page) -> None:
    """Where a page has a script of its own, wait until it has changed what it wants to."""
    if tab.locator("script[src]").count():
        tab.wait_for_load_state("networkidle")
