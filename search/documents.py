"""Register → documents of the index, one per entry and language. Pure.

A document holds what a result shows, what filters ask, and what is searched: stems, with the
small words left out. Readers of Uzbek Cyrillic search the Uzbek documents; what they are shown
stands beside the Latin.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Protocol

from generator.locales import Locale
from generator.model import LANGUAGES, Passport, Register
from generator.phrases import Phrases
from generator.words import Table, Words
from search.index_settings import soft_stems
from search.searchable import Entry, Prose, entries
from search.synonyms import Group, Synonyms, by_stem, content_stems, telling_stems, whole
from search.vocabulary import Spoken, Vocabulary

LEXICON_KEY = "lexicon"
Document = dict[str, Any]
Official = Mapping[str, Sequence[tuple[frozenset[str], Group]]]

_LONGEST_NAME = 50
_MEANS_ALL = 0.25  # how fast an everyday word fades as a name says more than it; measured
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
    official = {each: by_stem(given.synonyms[each]) for each in LANGUAGES}
    made: list[Document] = []
    for entry in entries(register, given.prose, given.words["covid_title"]):
        spoken = {each: _spoken(entry, each, official[each]) for each in LANGUAGES}
        for language in LANGUAGES:
            shown = _shown(entry, language, given, phrases)
            made.append(_document(entry, language, spoken, shown))
        vocabulary.add(entry, spoken, _called(entry, spoken))
    # As text: the engine would make a field of every word, and each search would read them all.
    lexicon = json.dumps(vocabulary.table(), ensure_ascii=False, separators=(",", ":"))
    made.append({"key": LEXICON_KEY, "kind": LEXICON_KEY, "lexicon": lexicon})
    return made


def _document(
    entry: Entry,
    language: str,
    spoken: dict[str, Spoken],
    shown: dict[str, dict[str, str]],
) -> Document:
    name, summary = getattr(entry.name, language), getattr(entry.summary, language)
    keywords = entry.keywords.get(language, ())
    return {
        "key": f"{entry.key}-{language}",
        "id": entry.id,
        "kind": entry.kind,
        "lang": language,
        "path": entry.path,
        "order": entry.order + min(_LONGEST_NAME, len(telling_stems(name, language))),
        **entry.filters,
        "shown": shown,
        "name": _telling((name,), language),
        "keywords": _stems(keywords, language),
        "everyday": _stems((said for said in spoken[language] if said not in keywords), language),
        "other_names": _others(
            language, lambda other: _telling((getattr(entry.name, other),), other)
        ),
        "other_words": _others(language, lambda other: _stems(spoken[other], other)),
        "summary": _telling((summary,), language),
        "text": _telling((getattr(text, language) for text in entry.texts), language),
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


def _spoken(entry: Entry, language: str, official: Official) -> Spoken:
    """Keywords, and everyday words whose official words are in the name or in it and a keyword.

    Everyday words say the less of a service the more its name says besides: `svet` is rather
    the connection to electric networks than the technical conditions for it.
    """
    keywords = entry.keywords.get(language, ())
    found = dict.fromkeys(keywords, 1.0)
    if entry.kind == "page":
        return found
    soft = soft_stems()[language]
    name = frozenset(content_stems(getattr(entry.name, language), language))
    for called in (name, *(name.union(content_stems(text, language)) for text in keywords)):
        for phrase, group in chain.from_iterable(official.get(each, ()) for each in called):
            if phrase <= called:
                share = (len(phrase - soft) / max(1, len(called - soft))) ** _MEANS_ALL
                for word in group.everyday:
                    found[word] = max(share, found.get(word, 0.0))
    return found


def _called(entry: Entry, spoken: dict[str, Spoken]) -> dict[str, float]:
    """Names and spoken phrases, whole, with their soft words and without."""
    made: dict[str, float] = {}
    for language in LANGUAGES:
        for text, share in {getattr(entry.name, language): 1.0, **spoken[language]}.items():
            for stems in (telling_stems(text, language), content_stems(text, language)):
                if stems:
                    made[whole(stems)] = max(share, made.get(whole(stems), 0.0))
    return made


def _others(language: str, stems_of: Callable[[str], list[str]]) -> list[str]:
    return [stems for other in LANGUAGES if other != language for stems in stems_of(other)]


def _stems(texts: Iterable[str], language: str) -> list[str]:
    stemmed = (" ".join(content_stems(text, language)) for text in texts)
    return list(dict.fromkeys(text for text in stemmed if text))


def _telling(texts: Iterable[str], language: str) -> list[str]:
    stemmed = (" ".join(telling_stems(text, language)) for text in texts)
    return list(dict.fromkeys(text for text in stemmed if text))
