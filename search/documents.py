"""Register → documents of the index, one per entry and language. Pure.

A document holds what a result shows, what filters ask, and what is searched: stems, with the
small words left out. Readers of Uzbek Cyrillic search the Uzbek documents; what they are shown
stands beside the Latin.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from generator.locales import Locale
from generator.model import LANGUAGES, Passport, Register
from generator.phrases import Phrases
from generator.words import Table, Words
from search.entries import Entry, Prose, entries
from search.synonyms import Synonyms, content_stems, telling_stems, whole
from search.vocabulary import Vocabulary

LEXICON_KEY = "lexicon"
Document = dict[str, Any]

_LONGEST_NAME = 50
_AT_A_GLANCE = ("cost", "term", "online")


class Cell(Protocol):
    """One cell of a passport's at-a-glance panel."""

    @property
    def key(self) -> str: ...  # noqa: D102 - the panel's own words
    @property
    def value(self) -> str: ...  # noqa: D102
    @property
    def known(self) -> bool: ...  # noqa: D102


@dataclass(frozen=True)
class SearchInput:
    """What documents are made from besides the register; `glance` makes the panel's phrases."""

    locales: tuple[Locale, ...]
    words: Table
    prose: Prose
    synonyms: Synonyms
    glance: Callable[[Passport, Phrases], Sequence[Cell]]


def documents(register: Register, given: SearchInput) -> list[Document]:
    """Every document, and last the lexicon: the words by which queries are understood."""
    vocabulary = Vocabulary(given.locales, given.synonyms)
    phrases = tuple(
        Phrases(locale, Words(given.words, locale), register.brv[0]) for locale in given.locales
    )
    made: list[Document] = []
    found = entries(register, given.prose, given.words["covid_title"])
    for number, entry in enumerate(found):
        spoken = {
            each: (*entry.keywords.get(each, ()), *_everyday(entry, each, given.synonyms))
            for each in LANGUAGES
        }
        for language in LANGUAGES:
            shown = _shown(entry, language, given, phrases)
            made.append(_document(entry, language, spoken, shown))
            vocabulary.add(number, entry, language, spoken[language])
    # As text: the engine would make a field of every word, and each search would read them all.
    lexicon = json.dumps(vocabulary.table(), ensure_ascii=False, separators=(",", ":"))
    made.append({"key": LEXICON_KEY, "kind": LEXICON_KEY, "lexicon": lexicon})
    return made


def _document(
    entry: Entry,
    language: str,
    spoken: dict[str, tuple[str, ...]],
    shown: dict[str, dict[str, str]],
) -> Document:
    name, summary = getattr(entry.name, language), getattr(entry.summary, language)
    keywords = entry.keywords.get(language, ())
    searched = {
        "keywords": _stems(keywords, language),
        "everyday": _stems(spoken[language][len(keywords) :], language),
        "other_names": _others(
            language, lambda other: _telling((getattr(entry.name, other),), other)
        ),
        "other_words": _others(language, lambda other: _stems(spoken[other], other)),
        "summary": _telling((summary,), language),
        "text": _telling((getattr(text, language) for text in entry.texts), language),
    }
    if entry.kind == "service":
        searched["whole"] = _whole(entry, language, spoken)
    if entry.kind == "page":  # a page is no rival of a service
        searched["summary"] = [*_telling((name,), language), *searched["summary"]]
        searched["text"] += searched.pop("other_names")
    else:
        searched["name"] = _telling((name,), language)
    return {
        "key": f"{entry.kind}-{entry.id}-{language}",
        "id": entry.id,
        "kind": entry.kind,
        "lang": language,
        "path": entry.path,
        "order": entry.order + min(_LONGEST_NAME, len(telling_stems(name, language))),
        **entry.filters,
        "shown": shown,
        **searched,
    }


def _shown(
    entry: Entry, language: str, given: SearchInput, phrases: tuple[Phrases, ...]
) -> dict[str, dict[str, str]]:
    """What a result shows, by variant of the language; what is not published is left out."""
    shown = {}
    for each in phrases:
        if each.locale.language != language:
            continue
        say = each.locale.text
        texts = {"name": say(entry.name), "summary": say(entry.summary)}
        cells = given.glance(entry.passport, each) if entry.passport else ()
        glance = {cell.key: cell.value for cell in cells if cell.known}
        facts = {key: glance[key] for key in _AT_A_GLANCE if key in glance}
        shown[each.locale.code] = texts | facts
    return shown


def _everyday(entry: Entry, language: str, synonyms: Synonyms) -> tuple[str, ...]:
    """Everyday words whose official words are in the name, or in it and a keyword together."""
    if entry.kind == "page":
        return ()
    name = frozenset(content_stems(getattr(entry.name, language), language))
    keywords = entry.keywords.get(language, ())
    called = [name, *(name.union(content_stems(text, language)) for text in keywords)]
    found = (
        word
        for group in synonyms[language]
        if any(map(group.fits, called))
        for word in group.everyday
    )
    return tuple(dict.fromkeys(found))


def _whole(entry: Entry, language: str, spoken: dict[str, tuple[str, ...]]) -> list[str]:
    """Names and spoken phrases as one word each, the document's language first.

    Each stands with its soft words and without.
    """
    phrases = (
        (each, text)
        for each in sorted(LANGUAGES, key=lambda each: each != language)
        for text in (getattr(entry.name, each), *spoken[each])
    )
    made = (
        whole(stems)
        for each, text in phrases
        for stems in (telling_stems(text, each), content_stems(text, each))
        if stems
    )
    return list(dict.fromkeys(made))


def _others(language: str, stems_of: Callable[[str], list[str]]) -> list[str]:
    return [stems for other in LANGUAGES if other != language for stems in stems_of(other)]


def _stems(texts: Iterable[str], language: str) -> list[str]:
    stemmed = (" ".join(content_stems(text, language)) for text in texts)
    return list(dict.fromkeys(text for text in stemmed if text))


def _telling(texts: Iterable[str], language: str) -> list[str]:
    stemmed = (" ".join(telling_stems(text, language)) for text in texts)
    return list(dict.fromkeys(text for text in stemmed if text))
