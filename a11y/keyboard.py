"""The keyboard alone: Tab reaches everything in order, shows where it is, and gets out again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import FloatRect
from playwright.sync_api import Page as Tab

from a11y.findings import Finding, Part
from a11y.pages import Page

_SCRIPT = Path(__file__).with_name("keyboard.js").read_text("utf-8")
_WIDTH, _HEIGHT = 1280, 900
_RING = 10  # CSS px around a target within which its focus ring must show
_BLUR = "(window.__held = document.activeElement).blur(), document.activeElement !== __held"

_REMEDIES = {
    "tab-order": "remove positive tabindex and put the elements into the order in which they are read",
    "not-reached": "use a native link, button or field, without tabindex=-1 and not hidden from focus",
    "focus-trap": "let Tab and Shift+Tab leave the element; remove the handler that takes focus back",
    "focus-invisible": "give :focus-visible an outline of at least 2 px with contrast, not cut by overflow",
    "focus-covered": "leave room above fixed parts with scroll-padding, or do not fix them",
    "skip-link": "begin the page with a visible-on-focus link to the id of <main>",
}


def examine(tab: Tab, page: Page, seen: set[str]) -> Part:
    """Walk `page`, open in `tab`, by Tab.

    `seen` holds the kinds of targets that were compared by pixels before; it grows.
    """
    tab.set_viewport_size({"width": _WIDTH, "height": _HEIGHT})
    tab.evaluate(_SCRIPT)
    targets: list[dict[str, Any]] = tab.evaluate("__keyboard.list()")
    faults = [*_walk(tab, targets, seen), *_positive(targets), *_skip_link(tab, targets)]
    findings = (
        Finding("keyboard", rule, page.address, where, message, _REMEDIES[rule])
        for rule, where, message in faults
    )
    return Part(3 * len(targets) + 1, tuple(findings))


Fault = tuple[str, str, str]  # rule, where, message


def _walk(tab: Tab, targets: list[dict[str, Any]], seen: set[str]) -> Iterator[Fault]:
    """Press Tab once for each target; stops at a trap, for nothing behind it can be judged."""
    expected, reached = 0, 0
    for _ in range(len(targets) + 1):
        tab.keyboard.press("Tab")
        now = tab.evaluate("__keyboard.now()")
        if now is None:
            break
        place = now["place"]
        if place < 0:
            continue
        if place < expected:
            if expected < len(targets):
                yield "focus-trap", now["name"], f"Tab goes back to {now['name']} and never further"
                return
            break
        for missed in targets[expected:place]:
            yield "not-reached", missed["name"], f"Tab passes over {missed['name']}"
        expected, reached = place + 1, reached + 1
        yield from _focus(tab, now, targets[place]["kind"], seen)
    for missed in targets[expected:]:
        yield "not-reached", missed["name"], f"Tab never comes to {missed['name']}"


def _focus(tab: Tab, now: dict[str, Any], kind: str, seen: set[str]) -> Iterator[Fault]:
    """Is it seen where the focus stands? By computed style, and once a kind by pixels."""
    name = now["name"]
    if not now["visible"]:
        yield "focus-invisible", name, f"{name} lies outside the window when it has the focus"
    elif now["covered"]:
        yield "focus-covered", name, f"something lies over {name} when it has the focus"
    elif not now["styled"] or kind not in seen:
        seen.add(kind)
        if not _ring_is_drawn(tab, now["box"]):
            yield "focus-invisible", name, f"{name} looks the same with and without the focus"


def _ring_is_drawn(tab: Tab, box: dict[str, float]) -> bool:
    left, top = max(box["x"] - _RING, 0), max(box["y"] - _RING, 0)
    clip: FloatRect = {
        "x": left,
        "y": top,
        "width": min(box["x"] + box["width"] + _RING, _WIDTH) - left,
        "height": min(box["y"] + box["height"] + _RING, _HEIGHT) - top,
    }
    focused = tab.screenshot(clip=clip, caret="hide", animations="disabled")
    left_alone = tab.evaluate(_BLUR)
    if not left_alone:
        return True  # it takes the focus back: the walk reports the trap
    blurred = tab.screenshot(clip=clip, caret="hide", animations="disabled")
    tab.evaluate("__held.focus({ preventScroll: true, focusVisible: true })")
    return focused != blurred


def _positive(targets: list[dict[str, Any]]) -> Iterator[Fault]:
    for target in targets:
        if target["positive"]:
            yield "tab-order", target["name"], f"{target['name']} has a positive tabindex"


def _skip_link(tab: Tab, targets: list[dict[str, Any]]) -> Iterator[Fault]:
    """Where something stands before the content, the first target leads past it."""
    if not targets or targets[0]["main"]:
        return
    tab.reload()
    tab.evaluate(_SCRIPT)
    tab.keyboard.press("Tab")
    first = tab.evaluate("document.activeElement.getAttribute('href') || ''")
    now = tab.evaluate("__keyboard.now()")
    where = targets[0]["name"]
    if not first.startswith("#") or now is None:
        yield "skip-link", where, "the first target does not lead past the head of the page"
        return
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    after = tab.evaluate("__keyboard.now()")
    content = next((i for i, target in enumerate(targets) if target["main"]), None)
    if content is not None and (after is None or after["place"] != content):
        yield "skip-link", where, "after the skip link Tab does not go to the first target of main"
