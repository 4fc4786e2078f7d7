"""Layout that holds: narrow screens, large text, wide spacing, targets, more than colour."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page as Tab

from a11y.findings import Finding, Part
from a11y.pages import Page

_MEASURES = Path(__file__).with_name("layout.js").read_text("utf-8").strip()

_SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
"""
"""The text spacing of WCAG 2.2, success criterion 1.4.12."""

_LARGE = "html { font-size: 200% !important }"


@dataclass(frozen=True)
class Setting:
    """Conditions under which a page is measured, and the measures taken there."""

    name: str
    width: int  # CSS px
    measures: tuple[str, ...]
    style: str = ""


SETTINGS = (
    Setting("320 px", 320, ("sideways", "cut", "overlaps", "smallTargets", "colourAlone")),
    Setting("320 px, text spacing", 320, ("sideways", "cut", "overlaps"), _SPACING),
    Setting("640 px, text 200 %", 640, ("sideways", "cut", "overlaps"), _LARGE),
    Setting("1280 px", 1280, ("sideways", "cut", "overlaps", "smallTargets", "colourAlone")),
    Setting("1280 px, text spacing", 1280, ("sideways", "cut", "overlaps"), _SPACING),
)

_REMEDIES = {
    "sideways": "let the element wrap or shrink: overflow-wrap, min-width: 0, max-width: 100%",
    "cut": "give the box no fixed height or width: use min-height, let the text wrap",
    "overlaps": "let the boxes grow with their text instead of fixing heights or positions",
    "smallTargets": "raise min-height, min-width or padding of the target",
    "colourAlone": "underline it, or tell it apart by weight, shape or a word",
}
_RULES = {
    "sideways": "sideways-scroll",
    "cut": "text-cut-off",
    "overlaps": "text-overlaps",
    "smallTargets": "target-size",
    "colourAlone": "colour-alone",
}


def examine(tab: Tab, page: Page) -> Part:
    """Measure `page`, open in `tab`, in every setting; the tab is not as it was afterwards."""
    # What is folded away must hold as well.
    tab.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    findings = tuple(f for setting in SETTINGS for f in _measure(tab, page, setting))
    return Part(sum(len(setting.measures) for setting in SETTINGS), findings)


def _measure(tab: Tab, page: Page, setting: Setting) -> Iterator[Finding]:
    tab.set_viewport_size({"width": setting.width, "height": 800})
    style = tab.add_style_tag(content=setting.style) if setting.style else None
    measured: dict[str, list[dict[str, Any]]] = tab.evaluate(
        f"names => {{ const measures = {_MEASURES};"
        " return Object.fromEntries(names.map(name => [name, measures[name]()])) }",
        list(setting.measures),
    )
    if style:
        style.evaluate("element => element.remove()")
    for measure, faults in measured.items():
        for fault in faults:
            least = f", at least {fault['least']} px wanted" if "least" in fault else ""
            yield Finding(
                "layout",
                _RULES[measure],
                page.address,
                fault["where"],
                fault["detail"] + least,
                _REMEDIES[measure],
                setting.name,
            )
