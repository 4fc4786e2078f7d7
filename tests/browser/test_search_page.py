"""The search page: live results, facets, an address that can be shared."""

import re

from playwright.sync_api import Page, expect
from stand_in_api import SearchSite


def test_results_and_address_follow_the_typing(phone: Page) -> None:
    phone.goto("/en/search/")
    field = phone.get_by_role("searchbox")
    field.press_sequentially("birth")
    results = phone.locator("#results")
    expect(results.get_by_role("link", name="Birth certificate", exact=True)).to_be_visible()
    expect(results.get_by_role("status")).to_have_text(re.compile(r"^\d+ results?\.$"))
    expect(phone).to_have_url(re.compile(r"/en/search/\?q=birth$"))
    field.fill("")
    expect(results).to_be_empty()
    expect(phone).to_have_url(re.compile("/en/search/$"))


def test_facets_narrow_and_are_kept_in_the_address(phone: Page) -> None:
    phone.goto("/en/search/?q=pension")
    links = phone.locator("#results ol a")
    expect(links.nth(1)).to_be_visible()
    before = links.count()
    phone.get_by_text("Narrow the results").click()
    area = phone.get_by_label("Area")
    expect(area.locator("option[value=certificates]")).to_have_text(re.compile(r"\(1\)$"))
    area.select_option("certificates")
    expect(links).to_have_count(1)
    assert before > 1
    expect(phone).to_have_url(re.compile(r"\?q=pension&sphere=certificates$"))
    phone.reload()
    expect(links).to_have_count(1)
    expect(area).to_have_value("certificates")
    expect(area).to_be_visible()


def test_more_results_come_below_and_get_the_focus(phone: Page) -> None:
    phone.goto("/search/?q=uchun")
    links = phone.locator("#results ol a")
    expect(links).to_have_count(10)
    phone.get_by_role("button", name="Yana koʻrsatish").click()
    expect(links.nth(10)).to_be_focused()
    assert links.count() > 10
    names = links.all_text_contents()
    assert len(names) == len(set(names))


def test_a_better_spelling_is_a_link(phone: Page) -> None:
    phone.goto("/ru/search/?q=пинсия")
    suggestion = phone.get_by_role("status").get_by_role("link")
    expect(suggestion).to_have_text(re.compile("пенси"))
    suggestion.click()
    expect(phone.locator("#results ol a").first).to_be_visible()


def test_results_that_the_server_wrote_are_kept(phone: Page, search_site: SearchSite) -> None:
    written = (
        '<p role="status" id="result-count">1 result.</p>'
        '<ol class="results"><li><a href="/en/services/birth-certificate/">Birth</a></li></ol>'
    )
    phone.route(
        "**/en/search/?q=*",
        lambda route: route.fulfill(
            response=(answer := route.fetch()),
            body=answer.text()
            .replace("<!-- results -->", written)
            .replace('id="q" value=""', 'id="q" value="birth"'),
        ),
    )
    phone.goto("/en/search/?q=birth")
    phone.wait_for_load_state("networkidle")
    expect(phone.locator("#results a")).to_have_text("Birth")
    assert search_site.asked == []
    phone.get_by_role("searchbox").fill("pension")
    expect(phone.locator("#results ol a").first).to_contain_text(
        re.compile("pension", re.IGNORECASE)
    )
    expect(phone.locator("#result-count")).to_have_count(1)


def test_a_name_is_never_read_as_html(phone: Page) -> None:
    evil = '<img src=x onerror="document.title = 1">'
    hit = {"id": "x", "kind": "service", "url": "/services/x/", "name": evil}
    answer = {
        "reading": {"typed": "x", "used": evil, "how": "typo"}, "total": 1, "hits": [hit],
        "facets": {}, "suggestion": evil,
    }  # fmt: skip
    phone.route("**/api/v1/search*", lambda route: route.fulfill(json=answer))
    phone.goto("/search/?q=xx")
    expect(phone.locator("#results ol a")).to_have_text(evil)
    assert phone.locator("#results img").count() == 0


def test_what_a_screen_reader_gets(phone: Page) -> None:
    phone.goto("/en/search/?q=birth")
    expect(phone.get_by_role("main")).to_match_aria_snapshot(r"""
      - main:
        - heading "Search services" [level=1]
        - search:
          - searchbox "Which service do you need?"
          - button "Search"
        - status: /\d+ results?\./
        - list:
          - listitem:
            - link
            - paragraph: 18 540 soʻm
        - heading "Other ways to find a service" [level=2]
        - paragraph:
          - link "A to Z"
    """)
    assert phone.get_by_role("search").count() == 1
