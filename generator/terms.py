"""Glossary terms linked where they stand on a page: the first of each. Pure.

Words bend: Uzbek and Russian ones by their endings (`BHMning`, `электронной подписью`), so a
term is looked for by its stem and the endings of its language.
"""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import escape

from generator.locales import Locale
from generator.model import GlossaryTerm

_SENTENCE = re.compile(r'(<span id="[\w-]+">|<dd>[^<]*<small>)([^<]+)(?=</s)')
"""What is said stands in such elements: never a heading, a link or a label."""
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_ABBREVIATION = re.compile(r"[^\W\d_]*[A-ZА-ЯЁЎҚҒҲ][^\W\d_]?[A-ZА-ЯЁЎҚҒҲ][\w-]*")
_QUOTED = re.compile("[“«]([^“”«»]+)[”»]")

_UZBEK = ("lar", "imiz", "ingiz", "ning", "dan", "siz", "lik", "dir", "im", "ing", "si", "ni",
          "ga", "ka", "qa", "da", "gi", "cha", "li", "i")  # fmt: skip
_UZBEK_LAST = {"k": ("k", "g"), "q": ("q", "gʻ")}
_RUSSIAN = re.compile("(?:[аяеёоуюыиьй]|[ыио]й|[ая]я|[ое]е|ые|ие|ия|ие)$")
_RUSSIAN_ENDINGS = (
    "ами|ями|ого|его|ому|ему|ыми|ими|иями|иях|иям|ией|ием|ии|ию|ия|ие|ий|ой|ей|ом|ем|ам|ям|ах|"
    "ях|ов|ев|ый|ым|им|ых|их|ая|яя|ое|ее|ые|ую|юю|ью|а|я|ы|и|е|у|ю|о|ь|й|"
)
_SHORTEST_BENT = 3
_START = 3
"""Letters of a stem that no ending changes: enough to know that a page lacks a term."""


@dataclass(frozen=True)
class Form:
    """One way to say a term: the letters it begins with, and its words with their endings."""

    term: str
    start: str
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Terms:
    """The glossary of one variant, ready to be linked; `href` is the glossary's address."""

    href: str
    forms: tuple[Form, ...]
    digest: str
    """Changes with what is linked, and where to."""

    def linked(self, html: str) -> str:
        """A page whose sentences link the first occurrence of each term."""
        spoken = [match.span(2) for match in _SENTENCE.finditer(html)]
        text = _outside_blanked(html, spoken)
        folded = text.lower()
        taken: list[tuple[int, int]] = []
        found: dict[str, tuple[int, int]] = {}
        for form in self.forms:
            if form.start in folded:
                spans = (match.span() for match in form.pattern.finditer(text))
                free = [span for span in spans if not _overlaps(span, taken)]
                taken += free
                for span in free:
                    found[form.term] = min(span, found.get(form.term, span))
        return self._with_links(html, found)

    def _with_links(self, html: str, found: dict[str, tuple[int, int]]) -> str:
        parts, done = [], 0
        for term, (start, end) in sorted(found.items(), key=lambda each: each[1]):
            link = f'<a href="{self.href}#{term}">{html[start:end]}</a>'
            parts += [html[done:start], link]
            done = end
        return "".join([*parts, html[done:]])


def terms(glossary: Iterable[GlossaryTerm], locale: Locale, href: str) -> Terms:
    """The glossary in the words of one variant; longer forms are found first."""
    forms: dict[str, str] = {}
    for entry in glossary:
        if locale.language not in entry.unlinked:
            for words in _forms(locale.text(entry.term)):
                forms.setdefault(words, entry.id)
            for words in getattr(entry.forms, locale.language):
                forms.setdefault(locale.script(words), entry.id)
    ordered = sorted(forms.items(), key=lambda each: (-len(each[0]), each[0]))
    bend = _BENT[locale.language]
    made = tuple(_form(words, term, locale, bend) for words, term in ordered)
    said = repr((href, [(form.term, form.pattern.pattern) for form in made]))
    return Terms(href, made, hashlib.sha256(said.encode()).hexdigest())


def _forms(term: str) -> tuple[str, ...]:
    """`Base value (BRV)` → both of its names; other words in brackets only explain."""
    inside = (part.strip() for group in _BRACKETS.findall(term) for part in group.split(","))
    named = _BRACKETS.sub("", term)
    quoted = _QUOTED.fullmatch(named)
    return (
        quoted[1] if quoted else named,
        *(part for part in inside if _ABBREVIATION.fullmatch(part)),
    )


def _form(words: str, term: str, locale: Locale, bend: "_Bend") -> Form:
    written = str(escape(words))
    exact = bool(_ABBREVIATION.fullmatch(words))
    pattern = rf"(?<![\w-]){bend(written, locale)}(?![\w-])"
    start = re.sub(r"\W", " ", written.lower()).split()[0][:_START]
    return Form(term, start, re.compile(pattern, 0 if exact else re.IGNORECASE))


_Bend = Callable[[str, Locale], str]


def _english(words: str, locale: Locale) -> str:  # noqa: ARG001  # one shape for all languages
    return rf"{_spaced(words)}(?:s|es)?"


def _russian(words: str, locale: Locale) -> str:  # noqa: ARG001  # one shape for all languages
    return r"\s+".join(map(_russian_word, words.split()))


def _russian_word(word: str) -> str:
    stem = _RUSSIAN.sub("", word)
    if word.isupper() or len(stem) < _SHORTEST_BENT:
        return re.escape(word)
    return rf"{re.escape(stem)}(?:{_RUSSIAN_ENDINGS})"


def _uzbek(words: str, locale: Locale) -> str:
    endings = "|".join(re.escape(locale.script(ending)) for ending in _UZBEK)
    for last, variants in _UZBEK_LAST.items():
        written = locale.script(last)
        if words.endswith(written):
            either = "|".join(map(locale.script, variants))
            return rf"{_spaced(words.removesuffix(written))}(?:{either})-?(?:{endings})*"
    return rf"{_spaced(words)}-?(?:{endings})*"


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


_BENT: dict[str, _Bend] = {"uz": _uzbek, "ru": _russian, "en": _english}


def _outside_blanked(html: str, kept: Iterable[tuple[int, int]]) -> str:
    """The page with nothing but the `kept` stretches, each where it was."""
    parts, done = [], 0
    for start, end in kept:
        parts += ["\0" * (start - done), html[start:end]]
        done = end
    return "".join(parts)


def _overlaps(span: tuple[int, int], taken: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)
