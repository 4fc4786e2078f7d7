"""A browser for the journeys: Debian's Chromium, which reaches nothing but this machine.

Pages are looked at without the service worker, whose answers a test could not intercept.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from stand_in_api import SearchSite, serve

from generator.model import Register


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A phone's page, 360 px wide."""
    context = browser.new_context(
        base_url=address, viewport={"width": 360, "height": 640}, service_workers="block"
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def search_site(site: Path, register: Register) -> Iterator[SearchSite]:
    """The built site with an API beside it that answers by the contract."""
    with serve(site, register) as found:
        yield found


@pytest.fixture
def phone(browser: Browser, search_site: SearchSite) -> Iterator[Page]:
    """A phone's page on the site that can be searched."""
    context = browser.new_context(
        base_url=search_site.address,
        viewport={"width": 360, "height": 640},
        service_workers="block",
    )
    yield context.new_page()
    context.close()
