"""The comparison where it is hardest: services that nobody knows, lists that share none."""

import pytest

from generator.comparing.compare import Knowledge, compare, knowledge
from generator.model import LANGUAGES, Register
from tests.comparing.conftest import compared, found, known, listed, planted, real

__all__ = ["known", "real"]


@pytest.mark.parametrize("name", ["first.txt", "second.txt"])
def test_services_that_the_register_does_not_have_are_found_too(real: Register, name: str) -> None:
    relations = planted(name)
    texts = {text for one in relations for text in (one.first, one.second)}
    others = tuple(
        p for p in real.passports if not texts & {getattr(p.name, code) for code in LANGUAGES}
    )
    assert len(others) < len(real.passports) - 60
    without = knowledge(real.model_copy(update={"passports": others}))
    right, invented = found(relations, compared(relations, without))
    assert len(right) >= 88, set(relations) - set(right)
    assert invented == []


@pytest.mark.parametrize(("first", "second"), [("uz", "uz"), ("uz", "ru"), ("ru", "en")])
def test_lists_that_share_no_service_have_no_pair(
    real: Register, known: Knowledge, first: str, second: str
) -> None:
    ours = [getattr(p.name, first) for p in real.passports[::2]]
    theirs = [getattr(p.name, second) for p in real.passports[1::2]]
    assert compare(listed(ours), listed(theirs), known).pairs == ()
