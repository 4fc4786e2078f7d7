"""A passport taken along: on one sheet of paper, as a text message, as data."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

PATH = "services/birth-certificate/"


@pytest.mark.parametrize("prefix", ["/", "/ru/"])
def test_a_passport_is_one_sheet_with_its_address(page: Page, prefix: str) -> None:
    page.goto(f"{prefix}{PATH}")
    expect(page.locator(".paper")).to_be_hidden()
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    expect(page.locator(".paper")).to_contain_text(f"https://xizmat.example{prefix}{PATH}")
    for kept in ("#summary", "#steps", "#documents", "#contacts"):
        expect(page.locator(kept)).to_be_visible()
    for left_out in (".search", ".languages", ".foot", "#laws", ".adjust"):
        expect(page.locator(left_out)).to_be_hidden()


def test_a_message_and_the_data_are_a_link_away(page: Page) -> None:
    page.goto(f"/en/{PATH}")
    link = page.get_by_role("link", name="Send as a text message").get_attribute("href")
    (text,) = parse_qs(urlsplit(str(link)).query)["body"]
    assert text.startswith("Birth certificate: from 18,540 soum; 3 working days. 1148 https://")
    assert len(text) <= 160
    passport = page.request.get(f"/{PATH}passport.json").json()
    assert passport["id"] == "birth-certificate"
    assert passport["addresses"]["en"] == f"https://xizmat.example/en/{PATH}"
    assert {"phones", "name"} <= set(passport["organizations"][0])
    assert passport["laws"][0]["title"]["en"]
