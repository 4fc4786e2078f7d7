"""A summary for a service of which a list says no more than its name and a few facts."""

from collections.abc import Callable, Mapping
from typing import Any

from generator.model import LANGUAGES, Cost, Localized, Term
from generator.phrases import Phrases

_SENTENCES = {
    "sphere": {
        "uz": "Bu xizmat “{sphere}” sohasiga kiradi.",
        "ru": "Услуга относится к сфере «{sphere}».",
        "en": "This service is in the sphere “{sphere}”.",
    },
    "free": {"uz": "U bepul.", "ru": "Она бесплатна.", "en": "It is free."},
    "cost": {"uz": "Narxi: {cost}.", "ru": "Стоимость: {cost}.", "en": "Price: {cost}."},
    "term": {"uz": "Muddati: {term}.", "ru": "Срок: {term}.", "en": "Time: {term}."},
}


def summariser(
    phrases: Mapping[str, Phrases], spheres: Mapping[str, Localized]
) -> Callable[[Mapping[str, Any], str], dict[str, str]]:
    """What makes a summary: the sphere, the price and the term, of nothing but facts."""

    def summarise(passport: Mapping[str, Any], sphere: str) -> dict[str, str]:
        return {
            code: " ".join(_sentences(passport, spheres[sphere], phrases[code], code))
            for code in LANGUAGES
        }

    return summarise


def _sentences(
    passport: Mapping[str, Any], sphere: Localized, phrases: Phrases, code: str
) -> list[str]:
    said = [_SENTENCES["sphere"][code].format(sphere=getattr(sphere, code))]
    cost, term = _numbers(passport.get("cost")), _numbers(passport.get("term"))
    if cost.get("free") == "true":
        said.append(_SENTENCES["free"][code])
    elif cost.keys() & {"soum", "brv"}:
        price = Cost.model_validate(cost)
        share = phrases.brv_share(price.brv) if price.brv else phrases.money(price.soum or 0)
        said.append(_SENTENCES["cost"][code].format(cost=share))
    if term.get("unit"):
        shown = phrases.term(Term.model_validate(term))[0].lower()
        said.append(_SENTENCES["term"][code].format(term=shown))
    return [" ".join(sentence.split()) for sentence in said]


def _numbers(fact: Any) -> dict[str, str]:
    """The numbers of a raw fact, without its words and sources."""
    kept = ("free", "soum", "brv", "number", "unit")
    return {key: fact[key] for key in kept if key in fact} if isinstance(fact, dict) else {}
