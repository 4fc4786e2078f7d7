"""Planted relations between two lists, and what the real register knows."""

import random
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.comparing.compare import Knowledge, compare, knowledge
from generator.comparing.pairs import Comparison
from generator.load import load
from generator.model import Register
from generator.settings import ROOT
from generator.tables.columns import Headed, headed
from generator.tables.table import Sheet, row_of
from generator.validate import validate


@dataclass(frozen=True)
class Relation:
    """One planted relation; a service that one list lacks has an empty name there."""

    kind: str
    first: str
    second: str


def planted(name: str) -> tuple[Relation, ...]:
    """The relations of a file beside this one."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    parts = ([part.strip() for part in line.split("|")] for line in lines if line[:1] != "#")
    return tuple(Relation(*three) for three in parts)


def listed(names: list[str], heading: str = "Xizmat nomi") -> tuple[Headed, ...]:
    """A list with one column, in an order of its own."""
    random.Random(len(names)).shuffle(names)  # noqa: S311  # the same order each time
    rows = tuple(row_of(number, (text,)) for number, text in enumerate([heading, *names], 1))
    return headed([Sheet("", rows)])


def compared(relations: tuple[Relation, ...], known: Knowledge) -> Comparison:
    first = listed([one.first for one in relations if one.first])
    return compare(first, listed([one.second for one in relations if one.second]), known)


def found(relations: tuple[Relation, ...], result: Comparison) -> tuple[list[Relation], list[str]]:
    """Relations that were found, of the right kind, and pairs that nobody planted."""
    pairs = {(_one(p.ours.shown), _one(p.theirs.shown)): p.kind for p in result.pairs}
    alone = {_one(one.shown) for one in (*result.only_ours, *result.only_theirs)}
    true = {(_one(r.first), _one(r.second)) for r in relations}
    right = [
        r
        for r in relations
        if (pairs.get((_one(r.first), _one(r.second))) == r.kind)
        or (r.kind == "missing" and _one(r.first or r.second) in alone)
    ]
    return right, [f"{a} | {b}" for a, b in pairs if (a, b) not in true]


def _one(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="session")
def real() -> Register:
    register = validate(load(ROOT / "content"), ROOT).register
    assert register
    return register


@pytest.fixture(scope="session")
def known(real: Register) -> Knowledge:
    return knowledge(real)
