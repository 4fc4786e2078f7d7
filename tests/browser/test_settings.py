"""Each reader setting changes what it says, survives navigation, does not flash, can be reset."""

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

PASSPORT = "/services/birth-certificate/"
YELLOW = (255, 239, 94)
BLANK = (9, 9, 9)


def choose(page: Page, group: str, option: str) -> None:
    page.goto("/en/settings/")
    page.get_by_role("group", name=group).get_by_role("radio", name=option).check()


def css(page: Page, selector: str, name: str) -> str:
    return str(
        page.locator(selector).first.evaluate(
            "(element, name) => getComputedStyle(element)[name]", name
        )
    )


@pytest.mark.parametrize(
    ("group", "option", "selector", "name", "value"),
    [
        ("Text size", "200%", "html", "fontSize", "32px"),
        ("Text size", "125%", "html", "fontSize", "20px"),
        ("Spacing", "Wide", "body", "letterSpacing", "2.04px"),
        ("Colours", "Light", "html", "backgroundColor", "rgb(255, 255, 255)"),
        ("Colours", "Dark", "html", "backgroundColor", "rgb(15, 23, 26)"),
        ("Colours", "Black on yellow", "html", "backgroundColor", "rgb(255, 239, 94)"),
        ("Colours", "White on black", "html", "backgroundColor", "rgb(0, 0, 0)"),
        ("Line width", "Full screen", ".wrap", "maxWidth", "none"),
        ("Links", "Bold, thick line", ".source a", "fontWeight", "700"),
        ("View", "Simple: summary, steps and phone", "#refusal", "display", "none"),
    ],
)
def test_a_setting_changes_the_page_and_survives_navigation(
    page: Page, group: str, option: str, selector: str, name: str, value: str
) -> None:
    page.goto(PASSPORT)
    assert css(page, selector, name) != value or value == "rgb(255, 255, 255)"
    choose(page, group, option)
    page.goto(PASSPORT)
    assert css(page, selector, name) == value
    page.get_by_role("link", name="Русский").click()
    assert css(page, selector, name) == value


def test_motion_stops(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, reduced_motion="no-preference")
    page = context.new_page()
    page.goto(PASSPORT)
    assert css(page, "html", "scrollBehavior") == "smooth"
    choose(page, "Motion", "Stopped")
    page.goto(PASSPORT)
    assert css(page, "html", "scrollBehavior") == "auto"
    context.close()


def test_the_simple_view_keeps_summary_steps_and_contact(page: Page) -> None:
    choose(page, "View", "Simple")
    page.goto(PASSPORT)
    for selector in ("#summary", "#steps", "#contacts"):
        expect(page.locator(selector)).to_be_visible()
    for selector in ("#documents", "#sources", "#details"):
        expect(page.locator(selector)).to_be_hidden()


def test_the_chosen_script_is_kept_until_the_reader_changes_it(page: Page) -> None:
    choose(page, "Uzbek script", "Cyrillic")
    page.goto(PASSPORT)
    expect(page).to_have_url(re.compile(f"/uz-cyrl{PASSPORT}$"))
    page.get_by_role("link", name="Oʻzbekcha").click()
    expect(page).to_have_url(re.compile(f"[0-9]{PASSPORT}$"))
    page.reload()
    assert page.locator("html").get_attribute("lang") == "uz-Latn"


def test_reset_takes_effect_at_once_and_is_said(page: Page) -> None:
    choose(page, "Colours", "White on black")
    page.get_by_role("button", name="Reset everything").click()
    assert css(page, "html", "backgroundColor") == "rgb(255, 255, 255)"
    expect(page.get_by_role("status")).to_contain_text("Saved")
    page.goto(PASSPORT)
    assert css(page, "html", "backgroundColor") == "rgb(255, 255, 255)"


def test_everything_by_keyboard(page: Page) -> None:
    """From a passport to the settings, through every group, and to the reset."""
    page.goto(f"/en{PASSPORT}")
    root = page.locator("html")
    tab_to(page, page.get_by_role("banner").get_by_role("link", name="Display settings"))
    page.keyboard.press("Enter")
    for group in page.get_by_role("group").all():
        tab_to(page, group.get_by_role("radio").first)
        page.keyboard.press("ArrowDown")
        chosen = group.get_by_role("radio", checked=True)
        name, value = chosen.get_attribute("name"), chosen.get_attribute("value")
        assert value
        assert root.get_attribute(f"data-{name}") == value
    tab_to(page, page.get_by_role("button", name="Reset everything"))
    page.keyboard.press("Enter")
    assert page.evaluate("Object.keys(document.documentElement.dataset)") == []


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab does not come to {target}")


@pytest.mark.parametrize(("late", "flashes"), [(False, False), (True, True)])
def test_the_old_look_never_flashes(
    browser: Browser, site: Path, *, late: bool, flashes: bool
) -> None:
    """The first frame is drawn while the rest of the page is still on its way.

    A page whose script comes late shows that a flash would be seen.
    """
    html = (site.resolve() / PASSPORT.strip("/") / "index.html").read_text("utf-8")
    with slowly_served(with_late_script(html) if late else html) as address:
        context = browser.new_context(base_url=address, viewport={"width": 360, "height": 640})
        context.add_init_script("""localStorage.settings = '{"look":"yellow"}'""")
        page = context.new_page()
        session = context.new_cdp_session(page)
        frames: list[str] = []
        session.on("Page.screencastFrame", lambda frame: _keep(session, frame, frames))
        page.goto("/blank")
        session.send("Page.startScreencast", {"format": "png", "everyNthFrame": 1})
        page.goto("/")
        page.wait_for_timeout(300)
        session.send("Page.stopScreencast")
        assert frames
        probe = context.new_page()
        grounds = [_corner(probe, frame) for frame in frames]
        context.close()
    drawn = [ground for ground in grounds if ground != BLANK]
    assert drawn
    assert (drawn[0] != YELLOW) is flashes
    assert drawn[-1] == YELLOW


def with_late_script(html: str) -> str:
    found = re.search(r"<script>.*?</script>", html, re.DOTALL)
    assert found
    return html.replace(found[0], "", 1).replace("</body>", f"{found[0]}</body>")


@contextmanager
def slowly_served(html: str) -> Iterator[str]:
    """A server whose page comes in two halves, a second apart; `/blank` is a grey page."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            if self.path != "/":
                self.wfile.write(b"<!doctype html><html style='background:rgb(9,9,9)'>")
                return
            head, middle, rest = html.partition("<main")
            self.wfile.write(head.encode())
            self.wfile.flush()
            time.sleep(1)
            self.wfile.write((middle + rest).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing: pytest shows what matters."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_without_scripts_the_page_explains_the_browser(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/ru/settings/")
    expect(page.get_by_role("heading", name="Что умеет сам браузер")).to_be_visible()
    expect(page.locator("form#settings")).to_be_hidden()
    context.close()


def test_the_systems_own_wishes_are_obeyed(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, color_scheme="dark", contrast="more")
    page = context.new_page()
    page.goto(PASSPORT)
    assert css(page, "html", "backgroundColor") == "rgb(15, 23, 26)"
    assert css(page, ".source", "color") == css(page, "html", "color")
    context.close()


def _keep(session: object, frame: dict[str, object], frames: list[str]) -> None:
    frames.append(str(frame["data"]))
    session.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]})


def _corner(page: Page, image: str) -> tuple[int, ...]:
    """Colour at the lower left of a picture, where only the page's ground is seen."""
    return tuple(
        page.evaluate(
            """async data => {
                const picture = new Image();
                picture.src = "data:image/png;base64," + data;
                await picture.decode();
                const canvas = document.createElement("canvas");
                canvas.width = picture.width;
                canvas.height = picture.height;
                const context = canvas.getContext("2d");
                context.drawImage(picture, 0, 0);
                return [...context.getImageData(4, picture.height - 4, 1, 1).data].slice(0, 3);
            }""",
            image,
        )
    )
