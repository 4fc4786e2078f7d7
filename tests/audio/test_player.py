"""What a listener does: one button, the sentence that is spoken, the keyboard, no scripts."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from small_site import Spoken

from generator.settings import ROOT

SPOKEN = ".spoken"


@pytest.fixture
def place(spoken: Spoken) -> str:
    """A passport with several steps."""
    pages = (spoken.settings.site.resolve() / "services").glob("*/index.html")
    page = next(page for page in sorted(pages) if 'id="steps-2"' in page.read_text("utf-8"))
    return f"services/{page.parent.name}/"


def start(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".listen > button").click()
    page.wait_for_function("document.querySelector('audio').currentTime > 0.2")


def time_of(page: Page) -> float:
    return float(page.evaluate("document.querySelector('audio').currentTime"))


def source_of(page: Page) -> str:
    return str(page.evaluate("document.querySelector('audio').currentSrc"))


def test_nothing_is_fetched_before_the_button_is_pressed(page: Page, place: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"/{place}")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "audio" in url or "player" in url]
    expect(
        page.get_by_role("button", name=re.compile("Sahifani tinglash.*soniya.*KB"))
    ).to_be_visible()
    expect(page.locator("audio")).to_be_hidden()


def test_play_and_the_mark_follows(page: Page, place: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    start(page, f"/{place}")
    assert source_of(page).endswith("/audio.opus")
    expect(page.locator(SPOKEN)).to_have_id("name")
    expect(page.locator("audio")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Oʻqilmoqda")
    expect(page.locator(SPOKEN)).to_have_id("summary-1", timeout=15_000)
    page.locator(".listen > button").click()
    expect(page.get_by_role("status")).to_have_text("Toʻxtatildi")
    expect(page.locator(".listen > button")).to_contain_text("Davom ettirish")
    assert errors == []


def test_axe_finds_nothing_in_the_player_at_rest_and_at_work(page: Page, place: str) -> None:
    axe = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
    run = "axe.run().then(done => done.violations.map(one => one.id))"
    page.goto(f"/{place}")
    page.evaluate(axe)
    assert page.evaluate(run) == []
    start(page, f"/{place}")
    page.evaluate(axe)
    assert page.evaluate(run) == []


def test_the_sentence_that_is_spoken_is_scrolled_into_view(page: Page, place: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    start(page, f"/{place}")
    cue = "track => [...track.cues].find(cue => cue.id === 'refusal-heading').startTime"
    page.wait_for_function("document.querySelector('track').track.cues")
    second = page.evaluate(f"({cue})(document.querySelector('track').track)")
    page.evaluate(
        "second => { document.querySelector('audio').currentTime = second + 0.1 }", second
    )
    heading = page.locator("#refusal-heading")
    expect(heading).to_have_class("spoken")
    expect(heading).to_be_in_viewport()


def test_a_click_on_a_sentence_plays_from_it(page: Page, place: str) -> None:
    start(page, f"/{place}")
    page.wait_for_function("document.querySelector('track').track.cues")
    page.locator(".listen > button").click()
    page.locator("#steps-2-1").click()
    expect(page.locator(SPOKEN)).to_have_id("steps-2-1")
    page.wait_for_function("!document.querySelector('audio').paused")
    here = page.evaluate(
        "(() => { const cues = document.querySelector('track').track.cues;"
        "const cue = cues.getCueById('steps-2-1');"
        "const now = document.querySelector('audio').currentTime;"
        "return now >= cue.startTime && now < cue.endTime + 1 })()"
    )
    assert here


def test_links_and_boxes_keep_their_own_click(page: Page, place: str) -> None:
    start(page, f"/{place}")
    page.wait_for_function("document.querySelector('track').track.cues")
    page.locator(".listen > button").click()
    boxes = page.locator("input[type=checkbox]")
    if boxes.count():
        page.locator(".checks label").first.click()
        expect(boxes.first).to_be_checked()
    assert page.evaluate("document.querySelector('audio').paused")


def test_the_keyboard_alone_plays_turns_and_changes_the_speed(page: Page, place: str) -> None:
    page.goto(f"/{place}")
    page.locator(".listen > button").focus()
    page.keyboard.press("Space")
    page.wait_for_function("document.querySelector('audio').currentTime > 0.1")
    onward = page.get_by_role("button", name="Keyingi gap")
    onward.focus()
    page.keyboard.press("Enter")
    expect(page.locator(SPOKEN)).to_have_id("summary-1")
    back = page.get_by_role("button", name="Oldingi gap")
    back.focus()
    page.keyboard.press("Enter")
    expect(page.locator(SPOKEN)).to_have_id("name")
    speed = page.get_by_label("Tezlik")
    speed.focus()
    page.keyboard.press("End")
    expect(speed).to_have_value("2")
    assert page.evaluate("document.querySelector('audio').playbackRate") == 2
    assert [option.inner_text() for option in speed.locator("option").all()] == [
        "0.75×", "1×", "1.25×", "1.5×", "2×",
    ]  # fmt: skip
    page.locator(".listen > button").focus()
    page.keyboard.press("Space")
    page.wait_for_function("document.querySelector('audio').paused")


def test_the_place_survives_a_reload(page: Page, place: str) -> None:
    start(page, f"/{place}")
    page.wait_for_function("document.querySelector('track').track.cues")
    page.evaluate("document.querySelector('audio').currentTime = 12")
    page.wait_for_function("document.querySelector('audio').currentTime > 12.2")
    page.reload()
    expect(page.locator(".listen > button")).to_contain_text("Davom ettirish: 0:12")
    page.locator(".listen > button").click()
    page.wait_for_function("document.querySelector('audio').currentTime > 12.2")
    assert 12 < time_of(page) < 20


def test_a_data_saver_is_asked_for_nothing_after_a_reload(page: Page, place: str) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    )
    start(page, f"/{place}")
    page.wait_for_function("history.state && history.state.audio")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "audio" in url or "player" in url]


def test_where_opus_fails_mp3_is_played(page: Page, place: str) -> None:
    page.route("**/audio.opus", lambda route: route.abort())
    start(page, f"/{place}")
    assert source_of(page).endswith("/audio.mp3")


def test_where_opus_is_unknown_the_button_names_the_mp3(page: Page, place: str) -> None:
    page.add_init_script(
        "const can = HTMLMediaElement.prototype.canPlayType;"
        "HTMLMediaElement.prototype.canPlayType = function (type) {"
        "return /opus/.test(type) ? '' : can.call(this, type) }"
    )
    page.goto(f"/{place}")
    expect(page.locator(".listen > button small")).to_contain_text("MP3, ")


def test_a_lost_connection_is_said(page: Page, place: str) -> None:
    page.goto(f"/{place}")
    page.route("**/audio.*", lambda route: route.abort())
    page.locator(".listen > button").click()
    expect(page.get_by_role("status")).to_have_text(re.compile("Audio ochilmadi"))


def test_cyrillic_pages_mark_their_own_sentences(page: Page, place: str) -> None:
    start(page, f"/uz-cyrl/{place}")
    assert "/uz-cyrl/" not in source_of(page)
    expect(page.locator(SPOKEN)).to_have_id("summary-1", timeout=15_000)
    assert re.search("[а-я]", page.locator(SPOKEN).inner_text())


def test_guidance_is_heard_too(page: Page) -> None:
    start(page, "/ru/covid-19/protect-yourself/")
    expect(page.locator(SPOKEN)).to_have_id("name")


@pytest.fixture
def bare(sounding_browser: Browser, heard_at: str) -> Iterator[Page]:
    """A page without scripts."""
    context = sounding_browser.new_context(base_url=heard_at, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_scripts_there_is_a_plain_player_and_two_files(bare: Page, place: str) -> None:
    bare.goto(f"/en/{place}")
    audio = bare.locator("audio")
    expect(audio).to_be_visible()
    assert audio.get_attribute("preload") == "none"
    assert audio.get_attribute("controls") is not None
    expect(bare.locator(".listen > button")).to_be_hidden()
    for kind in ("Opus", "MP3"):
        link = bare.get_by_role("link", name=re.compile(rf"^{kind}, .*(second|minute).*, \d+ KB$"))
        expect(link).to_be_visible()
        with bare.expect_download() as saved:
            link.click()
        assert saved.value.suggested_filename.endswith(f"-en.{kind.lower()}")


def test_the_button_and_the_turns_are_large_enough(page: Page, place: str) -> None:
    start(page, f"/{place}")
    for element in page.locator(".listen button, .listen select, .save a").all():
        box = element.bounding_box()
        assert box
        assert box["height"] >= 44, element.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
