"""The search server is out of reach: the page searches names by itself, and says so."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect


def hang(_: Route) -> None:
    """Never answer."""


AWAY: dict[str, Callable[[Route], None]] = {
    "refused": lambda route: route.abort("connectionrefused"),
    "error": lambda route: route.fulfill(status=500, body="{}"),
    "too many": lambda route: route.fulfill(status=429, body="{}"),
    "hanging": hang,
    "no such place": lambda route: route.fulfill(status=200, body="<!doctype html>"),
}


@pytest.mark.parametrize("away", AWAY.values(), ids=AWAY)
def test_the_box_searches_names_and_says_so(phone: Page, away: Callable[[Route], None]) -> None:
    phone.route("**/api/v1/**", away)
    phone.goto("/")
    box = phone.locator("#search-box")
    box.focus()
    phone.wait_for_load_state("networkidle")
    start = time.monotonic()
    box.press_sequentially("haydovchlik guvohnmasi")
    option = phone.get_by_role("option").first
    expect(option).to_have_text("Haydovchilik guvohnomasini rasmiylashtirish")
    assert time.monotonic() - start < 3
    expect(phone.locator("form.search [role=status]")).to_contain_text(
        "Faqat xizmat nomlaridan qidirildi."
    )
    expect(phone.locator(".found p")).to_contain_text("Faqat xizmat nomlaridan qidirildi.")
    option.click()
    expect(phone).to_have_url(re.compile("/services/drivers-licence/$"))


@pytest.mark.parametrize(
    ("path", "query", "identifier"),
    [
        ("/", "тугилганлик хакида", "birth-certificate"),
        ("/", "bog'cha navbati", "preschool-queue-check"),
        ("/uz-cyrl/", "haydovchilik guvohnomasi", "drivers-licence"),
        ("/ru/", "cghfdrf j hj;ltybb", "birth-certificate"),
        ("/ru/", "водителское удостоверение", "drivers-licence"),
        ("/en/", "brith certificate", "birth-certificate"),
    ],
)
def test_the_search_page_searches_names(
    phone: Page, path: str, query: str, identifier: str
) -> None:
    phone.route("**/api/v1/**", AWAY["refused"])
    phone.goto(f"{path}search/")
    phone.locator("#q").fill(query)
    phone.locator("#q").press("Enter")
    first = phone.locator("#results ol a").first
    expect(first).to_have_attribute("href", f"{path}services/{identifier}/")


def test_results_are_back_when_the_server_is(phone: Page) -> None:
    phone.route("**/api/v1/**", AWAY["refused"])
    phone.goto("/ru/search/?q=gfcgjhn")
    status = phone.locator("#result-count")
    expect(status).to_contain_text("Искали только по названиям услуг.")
    expect(status).to_contain_text("Показаны результаты по запросу «паспорт».")
    phone.unroute_all()
    phone.wait_for_timeout(1600)
    phone.locator("#q").fill("паспорт")
    expect(phone.locator("#results .meta").first).to_be_visible()
    expect(status).not_to_contain_text("Искали только")


def test_a_server_that_is_away_is_not_asked_at_every_key(phone: Page) -> None:
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort("connectionrefused")

    phone.route("**/api/v1/**", refuse)
    phone.goto("/search/")
    for query in ("pasport", "pensiya", "kadastr"):
        phone.locator("#q").fill(query)
        expect(phone.locator("#results ol a").first).to_be_visible()
        expect(phone).to_have_url(re.compile(query))
    assert len(asked) == 1


def test_a_page_whose_server_found_its_index_away_searches_names(phone: Page) -> None:
    def say_away(route: Route) -> None:
        answer = route.fetch()
        away = '<p role="status" id="result-count">Search does not work now.</p>'
        route.fulfill(response=answer, body=answer.text().replace("<!-- results -->", away))

    phone.route("**/en/search/?q=*", say_away)
    phone.route("**/api/v1/**", AWAY["error"])
    phone.goto("/en/search/?q=brith certificate")
    expect(phone.locator("#results ol a").first).to_have_text("Birth certificate")
    expect(phone.locator("#result-count")).to_contain_text("Only the names of services")


def test_without_names_either_it_points_to_the_lists(phone: Page) -> None:
    phone.route("**/api/v1/**", AWAY["refused"])
    phone.route("**/public/names-*", AWAY["error"])
    phone.goto("/en/search/?q=passport")
    expect(phone.locator("#result-count")).to_have_text(
        "Search does not work now. Open the A to Z list or choose an area."
    )
    expect(phone.get_by_role("main").get_by_role("link", name="A to Z")).to_be_visible()
