"""A service at a glance: what it costs, how long it takes, online or not, for whom."""

from dataclasses import dataclass

from generator.model import Passport
from generator.phrases import Phrases

_GLANCE_ICONS = {
    "cost": "cash",
    "term": "clock-outline",
    "online": "monitor",
    "audience": "account",
}
CARD_ICONS = frozenset(_GLANCE_ICONS.values())
"""Icons of a service in a list."""


@dataclass(frozen=True)
class Glance:
    """One cell of the at-a-glance panel; `known` is false when nothing is published.

    `more` is true when the value only leads to the details.
    """

    key: str
    icon: str
    value: str
    note: str
    known: bool
    more: bool


def glance(passport: Passport, phrases: Phrases) -> tuple[Glance, ...]:
    """Cost, term, online and audience in a few words each."""
    words = phrases.words
    online = passport.online
    who = passport.audience.who if passport.audience else None
    values: dict[str, tuple[str, str] | None] = {
        "cost": phrases.cost(passport.cost) if passport.cost else None,
        "term": phrases.term(passport.term) if passport.term else None,
        "online": (words(online.mode), words(f"eds_{online.eds}"))
        if online and online.mode != "unknown"
        else None,
        "audience": (words(who), "")
        if who
        else (words("varies"), words("see_below"))
        if passport.audience
        else None,
    }
    return tuple(
        Glance(
            key,
            _GLANCE_ICONS[key],
            *(value or (words("unpublished"), "")),
            known=value is not None,
            more=value is not None and value[1] == words("see_below"),
        )
        for key, value in values.items()
    )
