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

_QUICK, _STRONGEST = 5, 11  # Brotli qualities: 0.6 ms and 20 ms a page

_IN_CSS = re.compile(r"(?:@import\s+|url\()\s*['\"]?((?:https?:)?//[^'\")\s;]+)")


def examine(pages: Sequence[Page], sources: Sequence[Source]) -> Part:
    """Weigh the passports and read what every page asks for; the weights are its figures.

    A quick compression is never smaller than the strongest one: what is within its budget after
    the quick one needs no other. Only the rest is compressed as it will be sent.
    """
    findings: list[Finding] = []
    passports = [page for page in pages if page.type == "passport"]
    weights = {page: weigh(page, most=PASSPORT_MOST) for page in passports}
    # The lighter half decides about the median.
    for page in sorted(weights, key=weights.__getitem__)[: len(weights) // 2 + 1]:
        weights[page] = weigh(page, most=PASSPORT_MEDIAN)
    for page, weight in weights.items():
        if weight > PASSPORT_MOST:
            findings.append(_too_heavy("page-weight", page.address, weight, PASSPORT_MOST))
    median = statistics.median(weights.values()) if weights else 0
    if median > PASSPORT_MEDIAN:
        findings.append(_too_heavy("median-weight", "all passports", median, PASSPORT_MEDIAN))
    for page, source in zip(pages, sources, strict=True):
        findings += _requests(page, source)
    figures: dict[str, object] = {
        "passports": len(weights),
        "median_at_most": round(median),
        "heaviest_at_most": max(weights.values(), default=0),
    }
    return Part(len(weights) + 2 * len(pages), tuple(findings), figures)


def weigh(page: Page, most: int) -> int:
    """Bytes of a page as it is sent, or an upper bound of them that is at most `most`."""
    content = page.file.read_bytes()
    quick = len(brotli.compress(content, quality=_QUICK))
    return quick if quick <= most else len(brotli.compress(content, quality=_STRONGEST))


def _too_heavy(rule: str, page: str, weight: float, most: int) -> Finding:
    message = f"{weight:,.0f} bytes compressed, at most {most:,} wanted"
    remedy = "shorten texts, drop what every page repeats, put long lists on a page of their own"
    return Finding("budgets", rule, page, "page", message, remedy)


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
