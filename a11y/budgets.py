"""What a page may weigh and ask for: one round trip, this host, nothing that blocks."""

import re
import statistics
from collections.abc import Iterator, Sequence

import brotli

from a11y.findings import Finding, Part
from a11y.pages import Page
from a11y.source import Source, host

PASSPORT_MOST = 12_000
"""Bytes of the heaviest passport page, compressed with Brotli, its CSS included."""

PASSPORT_MEDIAN = 7_000
"""Bytes of the median passport page."""

_IN_CSS = re.compile(r"(?:@import\s+|url\()\s*['\"]?((?:https?:)?//[^'\")\s;]+)")


def examine(pages: Sequence[Page], sources: Sequence[Source]) -> tuple[Part, dict[str, object]]:
    """Weigh the passports and read what every page asks for; gives the figures too."""
    findings: list[Finding] = []
    weights = {p: weigh(p.file.read_bytes()) for p in pages if p.type == "passport"}
    for page, weight in weights.items():
        if weight > PASSPORT_MOST:
            message = f"{weight:,} bytes compressed, at most {PASSPORT_MOST:,} wanted"
            remedy = (
                "shorten the texts, drop repeated markup, put long lists on a page of their own"
            )
            findings.append(
                Finding("budgets", "page-weight", page.address, "page", message, remedy)
            )
    median = statistics.median(weights.values()) if weights else 0
    if median > PASSPORT_MEDIAN:
        message = (
            f"the median passport weighs {median:,.0f} bytes, at most {PASSPORT_MEDIAN:,} wanted"
        )
        remedy = "look for what every page repeats: style sheet, icons, frame"
        findings.append(
            Finding("budgets", "median-weight", "all passports", "page", message, remedy)
        )
    for page, source in zip(pages, sources, strict=True):
        findings += _requests(page, source)
    figures: dict[str, object] = {
        "passports": len(weights),
        "median": round(median),
        "most": max(weights.values(), default=0),
    }
    return Part(len(weights) + 2 * len(pages), tuple(findings)), figures


def weigh(page: bytes) -> int:
    """Bytes of a page after the strongest Brotli compression, as it is sent."""
    return len(brotli.compress(page, quality=11))


def _requests(page: Page, source: Source) -> Iterator[Finding]:
    styled = _IN_CSS.findall(page.file.read_text("utf-8"))
    for address in [*source.requests, *styled]:
        if host(address):
            message = f"the page asks another host: {address}"
            remedy = "serve the file from this site or leave it out"
            yield Finding("budgets", "other-host", page.address, address, message, remedy)
    for address in source.blocking:
        message = f"nothing is shown before {address} has come"
        remedy = "put it into the page, or load it with defer"
        yield Finding("budgets", "render-blocking", page.address, address, message, remedy)
