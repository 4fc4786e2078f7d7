"""Sentences of the built pages: what reaches the reader is short, whoever wrote it.

This is the last net. Words, grades and spelling are judged where texts are written.
"""

import re
from collections.abc import Iterator, Sequence

from a11y.findings import Finding, Part
from a11y.pages import Page
from a11y.source import Source, Text

LEAD_MOST = 20
"""Words in a sentence of a page's summary."""

TEXT_MOST = 45
"""Words in any other sentence; official citations need more than a summary."""

_SENTENCE = re.compile(
    r"(?<=[.!?…])[»”\"')]*\s+(?=[«“\"'(]*[A-ZА-ЯЁЎҚҒҲʻ])"  # a capital begins a sentence
    r"|(?<=[^\W\d_]{4}[.!?])\s+(?=\d)"  # so does a number, unless after an abbreviation: No. 5
    r"|\n+"
)
_WORD = re.compile(r"\w+(?:[-–’ʻʼ'.,/:@]\w+)*")


def examine(pages: Sequence[Page], sources: Sequence[Source]) -> Part:
    """Find sentences that are too long, and pages that declare a wrong language."""
    findings: list[Finding] = []
    checks = 0
    for page, source in zip(pages, sources, strict=True):
        checks += 1 + len(source.texts)
        if source.lang != page.lang:
            findings.append(_language(page, source.lang))
        for text in source.texts:
            findings += _long_sentences(page, text)
    return Part(checks, tuple(findings))


def sentences(text: str) -> list[str]:
    """Split at the end of sentences; a small letter begins none."""
    lines = re.sub(r"[^\S\n]+", " ", re.sub(r"[ \t\r]*\n\s*", "\n", text))
    return [part.strip() for part in _SENTENCE.split(lines) if part.strip()]


def _long_sentences(page: Page, text: Text) -> Iterator[Finding]:
    most = LEAD_MOST if text.lead else TEXT_MOST
    for sentence in sentences(text.words):
        count = len(_WORD.findall(sentence))
        if count > most:
            kind = "summary" if text.lead else "text"
            yield Finding(
                "reading",
                "long-sentence",
                page.address,
                f"“{sentence[:60].rstrip()}…”",
                f"a sentence of the {kind} has {count} words, at most {most} wanted",
                "say one thing a sentence, to “you”, with verbs instead of office words",
            )


def _language(page: Page, lang: str) -> Finding:
    return Finding(
        "reading",
        "page-language",
        page.address,
        "html",
        f"the page says lang=“{lang}”, its variant is “{page.lang}”",
        f"write <html lang=“{page.lang}”>: a voice reads the page by it",
    )
