"""Glossary terms linked where they stand on a page: the first of each. Pure.

Words bend: Uzbek and Russian ones by their endings (`BHMning`, `электронной подписью`), so a
term is looked for by its stem and the endings of its language.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import escape

from generator.locales import Locale
from generator.model import GlossaryTerm

_SENTENCE = re.compile(r'(<span id="(?!documents-)[\w-]+">|<dd>[^<]*<small>)([^<]+)(?=</s)')
"""What is said stands in such elements: never in a heading or a link. Papers are left out: their
words are the labels of boxes to tick.
"""
_GROUPS = 3
"""Parts into which the pattern splits a page: what is before, the tag, the words."""
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
_APART = "\0"
"""Stands between the sentences while terms are looked for."""


@dataclass(frozen=True)
class Form:
    """One way to say a term: the letters it begins with, and its words with their endings.

    An `exact` one, an abbreviation, is looked for as it is written, others in small letters.
    """

    term: str
    start: str
    pattern: re.Pattern[str]
    exact: bool

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where it stands; most are ruled out by `start`, which is quick to find."""
        place = text.find(self.start)
        while place >= 0:
            if match := self.pattern.match(text, place):
                yield match.span()
            place = text.find(self.start, place + 1)


@dataclass(frozen=True)
class Terms:
    """The glossary of one variant, ready to be linked; `href` is the glossary's address."""

    href: str
    forms: tuple[Form, ...]
    digest: str
    """Changes with what is linked, and where to."""

    def linked(self, html: str) -> str:
        """A page whose sentences link the first occurrence of each term."""
        parts = _SENTENCE.split(html)
        if len(parts) == 1:
            return html
        text = _APART.join(parts[2::_GROUPS])
        links = self._links(text)
        parts[2::_GROUPS] = _with(links, text).split(_APART)
        return "".join(parts)

    def _links(self, text: str) -> list[tuple[int, int, str]]:
        """Begin, end and opening tag of each link, in the order of the text."""
        folded = text.lower()
        taken: list[tuple[int, int]] = []
        found: dict[str, tuple[int, int]] = {}
        for form in self.forms:
            spans = form.spans(text if form.exact else folded)
            free = [span for span in spans if not _overlaps(span, taken)]
            taken += free
            for span in free:
                found[form.term] = min(span, found.get(form.term, span))
        return sorted((*span, f'<a href="{self.href}#{term}">') for term, span in found.items())


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
    exact = bool(_ABBREVIATION.fullmatch(words))
    written = str(escape(words if exact else words.lower()))
    start, rest = bend(written, locale)
    pattern = _compiled(rf"(?<![\w-]){re.escape(start)}{rest}(?![\w-])")
    return Form(term, start, pattern, exact)


@lru_cache(2**12)
def _compiled(pattern: str) -> re.Pattern[str]:
    """A glossary in four variants has more patterns than `re` remembers from build to build."""
    return re.compile(pattern)


_Bend = Callable[[str, Locale], tuple[str, str]]
"""Words → the letters that no ending changes, and a pattern of what may follow them."""


def _english(words: str, locale: Locale) -> tuple[str, str]:  # noqa: ARG001  # one shape for all
    return words, "(?:s|es)?"


def _russian(words: str, locale: Locale) -> tuple[str, str]:  # noqa: ARG001  # one shape for all
    first, *others = map(_russian_word, words.split())
    followed = (rf"\s+{re.escape(stem)}{ending}" for stem, ending in others)
    return first[0], "".join((first[1], *followed))


def _russian_word(word: str) -> tuple[str, str]:
    stem = _RUSSIAN.sub("", word)
    if word.isupper() or len(stem) < _SHORTEST_BENT:
        return word, ""
    return stem, f"(?:{_RUSSIAN_ENDINGS})"


def _uzbek(words: str, locale: Locale) -> tuple[str, str]:
    endings = "|".join(re.escape(locale.script(ending)) for ending in _UZBEK)
    for last, variants in _UZBEK_LAST.items():
        written = locale.script(last)
        if words.endswith(written):
            either = "|".join(map(locale.script, variants))
            return words.removesuffix(written), rf"(?:{either})-?(?:{endings})*"
    return words, rf"-?(?:{endings})*"


_BENT: dict[str, _Bend] = {"uz": _uzbek, "ru": _russian, "en": _english}


def _with(links: Iterable[tuple[int, int, str]], text: str) -> str:
    parts, done = [], 0
    for start, end, tag in links:
        parts += [text[done:start], tag, text[start:end], "</a>"]
        done = end
    return "".join([*parts, text[done:]])


def _overlaps(span: tuple[int, int], taken: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)
