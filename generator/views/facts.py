"""Facts as the templates show them: texts, words of care, and the sources they rest on."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from generator.model import Fact, Localized, Passport, Sources, Statement
from generator.phrases import Phrases
from generator.sentences import Sentence, sentences, split
from generator.views.page import Link


@dataclass(frozen=True)
class SourceLine:
    """One source under a group of facts: number in the page's list, short name, dates."""

    number: int
    name: str
    date: str


@dataclass(frozen=True)
class Source:
    """One entry of a page's list of sources."""

    number: int
    name: str
    url: str


@dataclass(frozen=True)
class Item:
    """A fact in words: its text, further texts on the same matter, a word of care.

    `id` begins the ids of its sentences, which the page marks and the audio follows.
    """

    id: str
    text: str
    also: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    label: str = ""
    icon: str = ""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """What is said, sentence by sentence."""
        return sentences(self.id, self.text, *self.also)

    @property
    def texts(self) -> tuple[tuple[Sentence, ...], ...]:
        """The same sentences, apart for the text and for each further text."""
        numbered = iter(self.sentences)
        lengths = (len(split(text)) for text in (self.text, *self.also))
        return tuple(tuple(islice(numbered, length)) for length in lengths)

    @property
    def warnings(self) -> tuple[tuple[Sentence, ...], ...]:
        """Each word of care, sentence by sentence."""
        return tuple(
            sentences(f"{self.id}-c{n}", text) for n, text in enumerate(self.cautions, start=1)
        )


@dataclass(frozen=True)
class Facts:
    """A group of facts that stands under one heading, with its sources."""

    items: tuple[Item, ...]
    sources: tuple[SourceLine, ...] = ()


class Ledger:
    """Numbers the sources of one page in the order in which its facts name them."""

    def __init__(self, phrases: Phrases, default: Passport | None = None) -> None:
        self._phrases = phrases
        self._default = default
        self._numbers: dict[str, int] = {}

    def lines(self, facts: Iterable[Fact]) -> tuple[SourceLine, ...]:
        """The distinct sources of `facts`, numbered."""
        dates: dict[str, dict[str, None]] = {}
        for fact in facts:
            sources, as_of = self._of(fact)
            for source in sources:
                self._number(source)
                dates.setdefault(source, {}).update({as_of: None} if as_of else {})
        return tuple(
            SourceLine(self._number(source), self._phrases.short_source(source), self._shown(named))
            for source, named in dates.items()
        )

    def sources(self) -> tuple[Source, ...]:
        """Every source named so far."""
        return tuple(
            Source(number, self._phrases.full_source(source), _url(source))
            for source, number in self._numbers.items()
        )

    def _of(self, fact: Fact) -> tuple[Sources, str | None]:
        default = self._default
        sources = fact.source or (default.source if default else None) or ()
        as_of = fact.as_of or (default.as_of if default and not fact.source else None)
        return sources, as_of

    def _number(self, source: str) -> int:
        return self._numbers.setdefault(source, len(self._numbers) + 1)

    def _shown(self, dates: Iterable[str]) -> str:
        return ", ".join(map(self._phrases.partial_date, dates))


def item(id_: str, fact: Statement, phrases: Phrases, label: str = "", icon: str = "") -> Item:
    """One statement with what else is said on the matter."""
    return explained(id_, fact, fact, fact.also, phrases, label, icon)


def explained(
    id_: str,
    fact: Fact,
    text: Localized | None,
    also: tuple[Statement, ...],
    phrases: Phrases,
    label: str = "",
    icon: str = "",
) -> Item:
    """A fact whose words may be missing because its numbers say enough."""
    say = phrases.locale.text
    cautions = [f.caution for f in (fact, *also) if f.caution]
    return Item(
        id_,
        say(text) if text else "",
        tuple(map(say, also)),
        tuple(map(say, cautions)),
        label,
        icon,
    )


def with_also(fact: Fact, also: tuple[Statement, ...]) -> tuple[Fact, ...]:
    """A fact and its further statements: everything whose source must be named."""
    return (fact, *also)


def source_links(sources: Sources, phrases: Phrases) -> tuple[Link, ...]:
    """Sources as links; a report has no address."""
    return tuple(Link(_url(source), phrases.source(source)) for source in sources)


def _url(source: str) -> str:
    return source if source.startswith("http") else ""
