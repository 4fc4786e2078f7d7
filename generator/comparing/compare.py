"""Two table files and the register → their comparison. Pure but for what it is given."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from generator.comparing.dictionary import Dictionary, learn
from generator.comparing.likeness import Likeness
from generator.comparing.names import Reader
from generator.comparing.pairs import Comparison, Listed, nearest, pair_up
from generator.model import LANGUAGES, Localized, Register
from generator.tables.columns import Headed, key
from search.index_settings import folded_stop_words, soft_stems
from search.stems import stem

_ENOUGH = 3
"""Services of one name in both lists, from which can be told whether their numbers agree."""
_AGREE = 0.8


@dataclass(frozen=True)
class Knowledge:
    """What the register teaches: its words, its services, its spheres."""

    reader: Reader
    dictionary: Dictionary
    services: tuple[Listed, ...]
    spheres: Mapping[str, str]
    """Name of a sphere as it is compared → id."""


def knowledge(register: Register) -> Knowledge:
    """Learn from a register; takes about two seconds."""
    soft = {
        code: soft_stems()[code] | {stem(word, code) for word in folded_stop_words()[code]}
        for code in LANGUAGES
    }
    names = [{code: getattr(p.name, code) for code in LANGUAGES} for p in register.passports]
    reader = Reader(names, soft)
    services = tuple(
        Listed(place, tuple(reader.read(name[code]) for code in LANGUAGES), passport.sphere, "",
               frozenset({passport.id}))
        for place, (passport, name) in enumerate(zip(register.passports, names, strict=True))
    )  # fmt: skip
    spheres = {key(getattr(s.name, c)): s.id for s in register.spheres for c in LANGUAGES}
    spheres |= {key(sphere.id): sphere.id for sphere in register.spheres}
    return Knowledge(reader, learn(_texts(register), soft), services, spheres)


def compare(ours: Iterable[Headed], theirs: Iterable[Headed], knowledge: Knowledge) -> Comparison:
    """What the two lists share, and what only one of them has."""
    lists = [_listed(sheets, knowledge) for sheets in (ours, theirs)]
    if not _numbers_agree(*lists):
        lists = [[replace(listed, number="") for listed in listing] for listing in lists]
    lists = [_recognised(listing, knowledge) for listing in lists]
    names = [[name for listed in listing for name in listed.names] for listing in lists]
    return pair_up(lists[0], lists[1], Likeness(knowledge.dictionary, *names))


def _listed(sheets: Iterable[Headed], knowledge: Knowledge) -> list[Listed]:
    found = []
    for headed in sheets:
        places = [headed.columns[f"name.{c}"] for c in LANGUAGES if f"name.{c}" in headed.columns]
        sphere, number = headed.columns.get("sphere"), headed.columns.get("portal_id")
        for row in headed.rows:
            texts = [" ".join(row.cell(place).split()) for place in places]
            names = tuple(knowledge.reader.read(text) for text in texts if text)
            if names:
                said = "" if sphere is None else row.cell(sphere)
                number_said = "" if number is None else row.cell(number)
                known = knowledge.spheres.get(key(said), said)
                found.append(Listed(row.number, names, known, number_said))
    return found


def _numbers_agree(ours: Sequence[Listed], theirs: Sequence[Listed]) -> bool:
    """Whether both lists number services alike; each portal may have numbers of its own."""
    numbers = {name.key: listed.number for listed in theirs for name in listed.names}
    both = [
        listed.number == numbers[name.key]
        for listed in ours
        for name in listed.names
        if listed.number and numbers.get(name.key)
    ]
    return len(both) >= _ENOUGH and sum(both) >= _AGREE * len(both)


def _recognised(listing: Sequence[Listed], knowledge: Knowledge) -> list[Listed]:
    """The list with the services of the register that it speaks of, and their spheres."""
    names: dict[str, set[str]] = defaultdict(set)
    for service in knowledge.services:
        for name in service.names:
            names[name.key] |= service.known
    named = [
        replace(one, known=frozenset(chain(*(names.get(name.key, ()) for name in one.names))))
        for one in listing
    ]
    own = [name for one in named for name in one.names]
    registered = [name for service in knowledge.services for name in service.names]
    likeness = Likeness(knowledge.dictionary, own, registered)
    near = nearest([replace(one, known=frozenset()) for one in named], knowledge.services, likeness)
    spheres = {next(iter(s.known)): s.sphere for s in knowledge.services}
    result = []
    for place, one in enumerate(named):
        ids = one.known or (knowledge.services[near[place]].known if place in near else frozenset())
        sphere = one.sphere or next((spheres[i] for i in sorted(ids)), "")
        result.append(replace(one, near=ids - one.known, sphere=sphere))
    return result


def _texts(register: Register) -> Iterable[Localized]:
    """Texts that stand in three languages: names and short texts teach the most."""
    for passport in register.passports:
        yield passport.name
        yield passport.summary
        if passport.result:
            yield passport.result
    for listed in (register.organizations, register.spheres):
        yield from (entry.name for entry in listed)
    yield from (*register.documents, *register.steps)
    yield from (term.term for term in register.glossary)
