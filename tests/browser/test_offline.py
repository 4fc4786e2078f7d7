"""Without a network: what was read or kept is there and says from when; releases never mix."""

import re
from collections.abc import Iterator

import pytest
from host import NOTHING, Host, serve
from playwright.sync_api import Browser, Page, expect

from generator import pipeline
from generator.settings import ROOT, Settings
from tests.conftest import content_with, in_folder

SPHERE = "/en/spheres/certificates/"
SERVICE = "/en/services/birth-certificate/"
READ = (SERVICE, SPHERE, "/en/")
KEPT = """async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith('xizmat-')), paths = [];
  for (const name of names) for (const one of await (await caches.open(name)).keys()) {
    paths.push(new URL(one.url).pathname);
  }
  return { names, paths };
}"""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A site of one sphere and a few other services."""
    folder = tmp_path_factory.mktemp("offline")
    services = ROOT / "content" / "services"
    kept = [*services.glob("certificates/*.yml"), *sorted(services.glob("taxes/*.yml"))[:3]]
    made = in_folder(folder, content_with(folder, sorted(kept)))
    pipeline.make_site(made)
    return made


@pytest.fixture
def host(settings: Settings) -> Iterator[Host]:
    with serve(settings.site) as found:
        yield found


@pytest.fixture
def reader(browser: Browser, host: Host) -> Iterator[Page]:
    context = browser.new_context(
        base_url=host.address, viewport={"width": 360, "height": 640}, locale="en"
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def read(page: Page, *paths: str) -> None:
    """Read pages, and wait until the worker has kept them."""
    for path in paths:
        page.goto(path)
        until_kept(page, path, f"{path.split('/')[1]}/offline/keep.json")


def until_kept(page: Page, *wanted: str) -> None:
    """Wait until one whole cache holds what ends so."""
    for _ in range(200):
        kept = page.evaluate(KEPT)
        if len(kept["names"]) == 1 and all(
            any(path.endswith(end) for path in kept["paths"]) for end in wanted
        ):
            return
        page.wait_for_timeout(30)
    pytest.fail(f"{wanted} is not kept: {kept}")


def note(page: Page) -> str:
    return page.locator("main > .notice[role=status]").inner_text()


def test_pages_read_and_names_are_there_without_a_network(reader: Page) -> None:
    read(reader, *READ)
    until_kept(reader, "names-en.json")
    reader.context.set_offline(offline=True)
    for path in READ:
        reader.goto(path)
        assert reader.locator("h1").count() == 1
        assert re.search(r"last checked on \w+ \d+, \d{4} at \d+:\d\d", note(reader))
    reader.locator("#search-box").focus()
    reader.locator("[role=combobox]").wait_for()
    reader.keyboard.type("brith certificate")
    expect(reader.get_by_role("option").first).to_have_text("Birth certificate")
    reader.keyboard.press("Enter")
    reader.wait_for_url("**/en/search/?q=*")
    expect(reader.locator("#results ol a").first).to_have_text("Birth certificate")


def test_a_page_never_read_shows_what_is_there_in_its_language(reader: Page) -> None:
    read(reader, SERVICE)
    reader.goto("/ru/services/")
    until_kept(reader, "/ru/services/", "ru/offline/keep.json")
    reader.context.set_offline(offline=True)
    reader.goto("/ru/glossary/")
    assert "не сохранена на телефоне" in note(reader)
    assert reader.locator("html").get_attribute("lang") == "ru"
    expect(reader.get_by_role("link", name="Birth certificate")).to_have_attribute("href", SERVICE)
    reader.goto("/en/glossary/")
    assert "not kept on your phone" in note(reader)
    reader.get_by_role("link", name="Birth certificate").click()
    expect(reader.locator("h1")).to_have_text("Birth certificate")
    reader.goto("/en/offline/")
    reader.get_by_role("button", name="Remove everything").click()
    expect(reader.locator("#kept-none")).to_be_visible()
    assert reader.evaluate(KEPT)["names"] == []


def test_a_host_that_fails_or_dawdles_leaves_the_kept_page(reader: Page, host: Host) -> None:
    read(reader, SERVICE)
    host.down = "."
    reader.goto(SERVICE)
    assert "last checked" in note(reader)
    host.down, host.slow = NOTHING, 8
    reader.goto(SERVICE, timeout=7000)
    assert "last checked" in note(reader)
    host.slow = 0
    reader.goto(SERVICE)
    assert reader.locator("main > .notice[role=status]").count() == 0


def rename(settings: Settings, before: str, after: str) -> str:
    """Publish a release in which a service has another name; returns the release's own name."""
    path = settings.content / "services" / "certificates" / "birth-certificate.yml"
    path.write_text(path.read_text("utf-8").replace(f"  en: {before}\n", f"  en: {after}\n", 1))
    pipeline.make_site(settings)
    return (settings.site / "release.txt").read_text("ascii")


def test_a_new_release_replaces_the_old_without_a_reload(
    reader: Page, host: Host, settings: Settings
) -> None:
    old = (settings.site / "release.txt").read_text("ascii")
    read(reader, *READ)
    assert reader.evaluate(KEPT)["names"] == [f"xizmat-{old}"]
    new = rename(settings, "Birth certificate", "New birth certificate")
    loads: list[str] = []
    reader.on("framenavigated", lambda frame: loads.append(frame.url))

    # The refresh cannot end, so nothing of the new release is shown without a network.
    host.down = SERVICE
    reader.goto("/en/a-z/")
    expect(reader.get_by_role("link", name="New birth certificate")).to_be_visible()
    until_sent(reader, host, SERVICE, 503)
    reader.context.set_offline(offline=True)
    for path in READ:
        reader.goto(path)
        assert "New birth" not in reader.locator("main").inner_text(), path
    reader.goto("/en/a-z/")
    assert "not kept on your phone" in note(reader)

    # It can: all is of the new release, the names too, and the old one is gone.
    reader.context.set_offline(offline=False)
    host.down = NOTHING
    reader.goto("/en/a-z/")
    until_kept(reader, "/en/a-z/", "names-en.json")
    assert reader.evaluate(KEPT)["names"] == [f"xizmat-{new}"]
    reader.wait_for_timeout(300)
    assert len(loads) == len(READ) + 3, "no page is loaded without the reader's wish"
    reader.context.set_offline(offline=True)
    for path in (SERVICE, SPHERE):
        reader.goto(path)
        assert "New birth certificate" in reader.locator("main").inner_text(), path
    assert rename(settings, "New birth certificate", "Birth certificate") == old


def until_sent(page: Page, host: Host, path: str, status: int) -> None:
    for _ in range(100):
        if any(sent[:2] == (path, status) for sent in host.sent):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"{path} was not answered with {status}")


def test_a_sphere_is_kept_its_size_is_true_and_it_can_be_removed(reader: Page, host: Host) -> None:
    read(reader, SPHERE)
    button = reader.locator("#keep button")
    first = button.inner_text()
    said = int(re.fullmatch(r"Keep on this phone, (\d+)\sKB", first)[1])
    reader.reload()
    until_kept(reader, "names-en.json")
    expect(button).to_have_text(first)
    own = next(size for path, status, size in host.sent if path == SPHERE and status == 200)
    host.sent.clear()
    button.click()
    reader.locator("#keep [role=status]").get_by_text("Kept on this phone.").wait_for()
    pages = [sent for sent in host.sent if "/services/" in sent[0]]
    assert len(pages) == len({path for path, _, _ in pages})
    asked_for = {path for path, _, _ in host.sent if "/services/" not in path}
    assert asked_for - {"/service-worker.js"} == {f"{SPHERE}keep.json", "/release.txt"}
    assert said * 1000 == pytest.approx(own + sum(size for _, _, size in pages), rel=0.05)

    links = reader.eval_on_selector_all("main .services a", "all => all.map((a) => a.pathname)")
    assert {path for path, _, _ in pages} == set(links)
    reader.context.set_offline(offline=True)
    for path in (links[0], links[-1]):
        reader.goto(path)
        assert "last checked" in note(reader)
    reader.goto("/en/offline/")
    row = reader.locator("#kept-lists li")
    expect(row).to_contain_text(f"({len(links) + 1})")
    row.get_by_role("button", name="Remove").click()
    expect(row).to_have_count(0)
    expect(reader.locator("#kept-none")).to_be_visible()
    reader.goto(links[0])
    assert "not kept" in note(reader)


def test_keeping_fails_kindly_and_goes_on_where_it_stopped(reader: Page, host: Host) -> None:
    read(reader, SPHERE)
    links = reader.eval_on_selector_all("main .services a", "all => all.map((a) => a.pathname)")
    host.down = links[-1]
    reader.locator("#keep button").click()
    status = reader.locator("#keep [role=status]")
    status.get_by_text("Not everything could be kept").wait_for()
    host.down = NOTHING
    host.sent.clear()
    reader.locator("#keep button").click()
    status.get_by_text("Kept on this phone.").wait_for()
    again = {path for path, _, _ in host.sent if "/services/" in path}
    assert 0 < len(again) < len(links)


def test_parts_of_a_recording_come_from_the_host(
    reader: Page, host: Host, settings: Settings
) -> None:
    sound = settings.site.resolve() / SERVICE.strip("/") / "audio.opus"
    sound.write_bytes(bytes(range(200)))
    read(reader, SERVICE)
    answer = reader.evaluate(
        """async () => {
          const answer = await fetch('audio.opus', { headers: { Range: 'bytes=10-19' } });
          return [answer.status, Array.from(new Uint8Array(await answer.arrayBuffer()))];
        }"""
    )
    sound.unlink()
    assert answer == [206, list(range(10, 20))]
    assert (f"{SERVICE}audio.opus", 206, 10) in host.sent
    assert not [path for path in reader.evaluate(KEPT)["paths"] if "audio" in path]


def test_without_scripts_nothing_is_missing(browser: Browser, host: Host) -> None:
    context = browser.new_context(base_url=host.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(SPHERE)
    assert page.locator(".services a").count() > 0
    assert not page.locator("#keep").is_visible()
    page.goto("/en/offline/")
    expect(page.get_by_text("No page is kept on this phone yet.")).to_be_visible()
    context.close()


def test_it_can_be_installed_in_every_language(reader: Page) -> None:
    session = reader.context.new_cdp_session(reader)
    for prefix in ("/", "/uz-cyrl/", "/ru/", "/en/"):
        reader.goto(prefix)
        found = session.send("Page.getAppManifest")
        assert found["url"].endswith(f"{prefix}manifest.webmanifest")
        assert found["errors"] == []
        errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
        assert [each["errorId"] for each in errors] == ["in-incognito"], "tests keep no profile"


def test_the_icons_are_as_large_as_they_say(reader: Page) -> None:
    reader.goto("/")
    sizes = reader.evaluate(
        """async () => {
          const { icons } = await (await fetch('/manifest.webmanifest')).json();
          return Promise.all(icons.map(async ({ src, sizes }) => {
            const { width, height } = await createImageBitmap(await (await fetch(src)).blob());
            return [sizes, width + 'x' + height];
          }));
        }"""
    )
    assert sizes
    assert all(said == real for said, real in sizes)
