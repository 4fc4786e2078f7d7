"""The keyboard alone: Tab reaches everything in order, shows where it is, and gets out again."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import FloatRect
from playwright.sync_api import Page as Tab

from a11y.browsers import settle
from a11y.findings import Finding, Part
from a11y.pages import Page

_SCRIPT = Path(__file__).with_name("keyboard.js").read_text("utf-8")
_WIDTH, _HEIGHT = 1280, 900
_RING = 10  # CSS px around a target within which its focus ring must show
_HEAD, _STRETCH, _TAIL = 120, 60, 40  # targets walked of a very long page

_REMEDIES = {
    "tab-order": "drop positive tabindex, put the elements into the order of reading",
    "not-reached": "use a native link, button or field, without tabindex=-1",
    "focus-trap": "let Tab leave the element; remove the handler that takes focus back",
    "focus-invisible": "give :focus-visible an outline of 2 px or more that overflow does not cut",
    "focus-covered": "leave room above fixed parts with scroll-padding, or do not fix them",
    "skip-link": "begin the page with a visible-on-focus link to the id of <main>",
}


def examine(tab: Tab, page: Page, seen: set[str], seed: int | None) -> Part:
    """Walk `page`, open in `tab`, by Tab.

    `seen` holds the kinds of targets that were compared by pixels before; it grows. Of a very long
    page the beginning, the end and a stretch that changes with the seed are walked; without a
    seed every target is.
    """
    tab.set_viewport_size({"width": _WIDTH, "height": _HEIGHT})
    tab.evaluate(_SCRIPT)
    targets: list[dict[str, Any]] = tab.evaluate("__keyboard.list()")
    spans = stretches(len(targets), seed)
    faults = [*_walk(tab, targets, spans, seen), *_positive(targets), *_skip_link(tab, targets)]
    findings = (
        Finding("keyboard", rule, page.address, where, message, _REMEDIES[rule])
        for rule, where, message in faults
    )
    return Part(3 * sum(end - start for start, end in spans) + 1, tuple(findings))


Fault = tuple[str, str, str]  # rule, where, message


def stretches(count: int, seed: int | None) -> list[tuple[int, int]]:
    """Places from which to which to walk: all, or the two ends and one stretch between them."""
    between = count - _HEAD - _TAIL - _STRETCH
    if seed is None or between <= 0:
        return [(0, count)]
    start = _HEAD + random.Random(seed).randrange(between)  # noqa: S311  # a rotation, no secret
    return [(0, _HEAD), (start, start + _STRETCH), (count - _TAIL, count)]


def _walk(
    tab: Tab, targets: list[dict[str, Any]], spans: list[tuple[int, int]], seen: set[str]
) -> Iterator[Fault]:
    """Press Tab once for each target and see where the focus stood."""
    walked: list[dict[str, Any]] = []
    for start, end in spans:
        if start:
            tab.evaluate("place => __keyboard.start(place)", start - 1)
        for _ in range(start, end):
            tab.keyboard.press("Tab")
        stops = [stop for stop in tab.evaluate("__keyboard.stops()") if stop]
        stuck = tab.evaluate("__keyboard.now()")
        yield from _order(stops, stuck, targets, start, end)
        walked += stops
    yield from _rings(tab, walked, targets, seen)


def _order(
    stops: list[dict[str, Any]],
    stuck: dict[str, Any] | None,
    targets: list[dict[str, Any]],
    expected: int,
    end: int,
) -> Iterator[Fault]:
    """Whether the focus stood on each target from `expected` to `end`, one after the other."""
    for stop in stops:
        place, name = stop["place"], stop["name"]
        if 0 <= place < expected:
            yield "focus-trap", name, f"Tab goes back to {name} and never further"
            return
        for missed in targets[expected:place]:
            yield "not-reached", missed["name"], f"Tab passes over {missed['name']}"
        expected = max(expected, place + 1)
        yield from _shown(stop)
    if stuck and expected < end:
        yield "focus-trap", stuck["name"], f"Tab stays at {stuck['name']} and goes no further"
        return
    for missed in targets[expected:end]:
        yield "not-reached", missed["name"], f"Tab never comes to {missed['name']}"


def _shown(stop: dict[str, Any]) -> Iterator[Fault]:
    """Whether the focus could be seen where it stood."""
    name = stop["name"]
    if not stop["visible"]:
        yield "focus-invisible", name, f"{name} lies outside the window when it has the focus"
    elif stop["covered"]:
        yield "focus-covered", name, f"something lies over {name} when it has the focus"


def _rings(
    tab: Tab, stops: list[dict[str, Any]], targets: list[dict[str, Any]], seen: set[str]
) -> Iterator[Fault]:
    """By pixels: one target of each new kind, and all whose computed style does not change."""
    for stop in stops:
        if stop["place"] < 0:
            continue
        kind = targets[stop["place"]]["kind"]
        if stop["styled"] and kind in seen:
            continue
        seen.add(kind)
        if not _ring_is_drawn(tab, stop["place"]):
            name = stop["name"]
            yield "focus-invisible", name, f"{name} looks the same with and without the focus"


def _ring_is_drawn(tab: Tab, place: int) -> bool:
    box = tab.evaluate("place => __keyboard.focus(place)", place)["box"]
    left, top = max(box["x"] - _RING, 0), max(box["y"] - _RING, 0)
    clip: FloatRect = {
        "x": left,
        "y": top,
        "width": min(box["x"] + box["width"] + _RING, _WIDTH) - left,
        "height": min(box["y"] + box["height"] + _RING, _HEIGHT) - top,
    }
    focused = tab.screenshot(clip=clip, caret="hide", animations="disabled")
    if not tab.evaluate("__keyboard.leave()"):
        return True  # it takes the focus back: the walk reports the trap
    return focused != tab.screenshot(clip=clip, caret="hide", animations="disabled")


def _positive(targets: list[dict[str, Any]]) -> Iterator[Fault]:
    for target in targets:
        if target["positive"]:
            yield "tab-order", target["name"], f"{target['name']} has a positive tabindex"


def _skip_link(tab: Tab, targets: list[dict[str, Any]]) -> Iterator[Fault]:
    """Where something stands before the content, the first target leads past it."""
    if not targets or targets[0]["main"]:
        return
    where = targets[0]["name"]
    if not _skips(tab):
        yield "skip-link", where, "the first target does not lead to the first one of the content"


def _skips(tab: Tab) -> bool:
    """Whether Tab, Enter, Tab lead from the top of the page to the first target of `main`."""
    tab.reload()
    settle(tab)
    tab.evaluate(_SCRIPT)
    tab.keyboard.press("Tab")
    first = tab.evaluate("document.activeElement.getAttribute('href') || ''")
    if not first.startswith("#") or tab.evaluate("__keyboard.now()") is None:
        return False
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    return bool(tab.evaluate("__keyboard.atFirstOfMain()"))
