"""The looks in which every page type is examined, as one small table."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from selenium.webdriver import Chrome

_COLOURS = """
  const rgb = value => (value.match(/[\\d.]+/g) || []).map(Number);
  const style = getComputedStyle(document.documentElement);
  const ground = rgb(style.backgroundColor), ink = rgb(style.color);
  const light = c => c[0] * .2126 + c[1] * .7152 + c[2] * .0722;
"""


@dataclass(frozen=True)
class Look:
    """A look: what the system says (`media`), what the reader chose (`chosen`).

    `applied` is a JavaScript expression over `ground` and `ink` (red, green, blue of the page)
    that is true when the page wears the look; `needs` is a page without which the site does
    not offer the look.
    """

    name: str
    applied: str
    media: Mapping[str, str] = field(default_factory=dict)
    chosen: str = ""
    needs: str = ""


LOOKS = (
    Look("light", "light(ground) > 200 && light(ink) < 60", {"prefers-color-scheme": "light"}),
    Look("dark", "light(ground) < 60 && light(ink) > 200", {"prefers-color-scheme": "dark"}),
    Look(
        "forced colours",
        "matchMedia('(forced-colors: active)').matches",
        {"forced-colors": "active"},
    ),
    Look(
        "black on yellow",
        "ground[0] > 200 && ground[1] > 180 && ground[2] < 160 && light(ink) < 30",
        chosen="yellow",
        needs="settings/",
    ),
    Look(
        "white on black",
        "light(ground) < 10 && light(ink) > 240",
        chosen="white",
        needs="settings/",
    ),
)


def put_on(driver: Chrome, look: Look) -> bool:
    """Dress the open page in `look`; tells whether the page wears it.

    A choice is put where `overrides/scripts/early.js` puts it before the first paint; that it
    does is proved by `tests/browser/test_settings.py`.
    """
    features = [{"name": name, "value": value} for name, value in look.media.items()]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    choose = "root.dataset.look = arguments[0]" if look.chosen else "delete root.dataset.look"
    driver.execute_script(f"const root = document.documentElement; {choose}", look.chosen)
    return bool(driver.execute_script(f"{_COLOURS} return {look.applied}"))
