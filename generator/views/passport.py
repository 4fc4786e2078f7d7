"""A passport's page."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model import ITEMS, Explained, Organization, Passport, Register, Statement
from generator.phrases import Phone, Phrases
from generator.views.facts import Facts, Ledger, explained, item, with_also
from generator.views.glance import CARD_ICONS, Glance, glance
from generator.views.message import sms_link, text_message
from generator.views.page import Link, Page, Site
from generator.views.passport_body import (
    HOTLINE,
    Contact,
    Desk,
    LawLine,
    OfficialName,
    PassportBody,
)

_CHANNEL_ICONS = {
    "portal": "monitor", "app": "cellphone", "centre": "office-building",
    "agency": "bank", "phone": "phone", "post": "email-outline",
}  # fmt: skip


def _icons(passport: Passport) -> frozenset[str]:
    """Only what the page shows: each icon weighs about forty bytes."""
    channels = {step.channel for step in passport.steps or () if step.channel}
    return CARD_ICONS | {_CHANNEL_ICONS[channel] for channel in channels}


class PassportPages:
    """Makes the pages of all passports of one variant."""

    def __init__(
        self,
        register: Register,
        site: Site,
        phrases: Phrases,
        waiting: Mapping[tuple[str, str], tuple[str, ...]] | None = None,
    ) -> None:
        self._site = site
        self._waiting = waiting or {}
        self._phrases = phrases
        self._passports = {passport.id: passport for passport in register.passports}
        self._spheres = {sphere.id: sphere for sphere in register.spheres}
        self._organizations = {entry.id: entry for entry in register.organizations}
        self._laws = {law.id: law for law in register.laws}

    def page(self, passport: Passport) -> Page:
        """The page of one passport."""
        site, say = self._site, self._phrases.locale.text
        sphere = self._spheres[passport.sphere]
        return Page(
            site,
            "passport.html",
            f"services/{passport.id}/",
            say(passport.name),
            say(passport.summary),
            self._body(passport),
            (
                Link(site.href(""), site.words("home")),
                Link(site.href("services/"), site.words("services")),
                Link(site.href(f"spheres/{sphere.id}/"), say(sphere.name)),
            ),
            _icons(passport),
            reviewed=passport.reviewed,
        )

    def _body(self, passport: Passport) -> PassportBody:
        phrases, words = self._phrases, self._phrases.words
        ledger = Ledger(phrases, passport)
        status, refusal = passport.status, passport.refusal
        facts = {
            "description": self._one("description", passport.description, ledger),
            "steps": self._steps(passport, ledger),
            "documents": self._many("documents", passport.documents, ledger),
            "cost": self._cost(passport, ledger),
            "term": self._explained("term", passport.term, ledger),
            "online": self._explained("online", passport.online, ledger),
            "audience": self._explained("audience", passport.audience, ledger),
            "result": self._one("result", passport.result, ledger),
            "benefits": self._many("benefits", passport.benefits, ledger),
            "reapply": self._one("reapply", passport.reapply, ledger),
            "refusal": self._many("refusal", refusal.reasons, ledger) if refusal else None,
            "refusal_then": self._one("then", refusal.then, ledger) if refusal else None,
            "notes": self._notes(passport, ledger),
        }
        published = passport.published()
        at_a_glance = glance(passport, phrases)
        desks = self._desks(passport.organizations or ())
        return PassportBody(
            notice="" if status == "offered" else words(f"{status}_notice"),
            outdated=self._outdated(passport),
            glance=at_a_glance,
            official_name=self._official_name(passport),
            desks=desks,
            portal=f"https://my.gov.uz/uz/service/{passport.portal_id}"
            if passport.portal_id
            else "",
            laws=self._law_lines(passport.laws),
            related=self._related(passport),
            unpublished=self._unpublished(passport),
            published_count=len(published),
            sources=ledger.sources(),
            reviewed=phrases.date(passport.reviewed),
            review_by=phrases.date(passport.review_by),
            message=self._message(passport, at_a_glance, desks),
            **facts,
        )

    def _message(
        self, passport: Passport, cells: tuple[Glance, ...], desks: tuple[Desk, ...]
    ) -> str:
        """The gist as a text message: what it costs, how long it takes, whom to call, where."""
        facts = (c.value for c in cells if c.key in ("cost", "term") and c.known and not c.more)
        phones = (phone.dialled for desk in desks for phone in desk.phones)
        link = self.link(passport)
        address = f"{self._site.origin}{link.href}" if self._site.origin else ""
        return sms_link(text_message(link.text, facts, next(phones, HOTLINE), address))

    def _outdated(self, passport: Passport) -> str:
        waits = (passport.id, self._site.locale.language) in self._waiting
        uzbek = self._site.locales[0]
        return self._site.href(f"services/{passport.id}/", uzbek) if waits else ""

    def _one(self, key: str, fact: Statement | None, ledger: Ledger) -> Facts | None:
        return None if fact is None else self._many(key, (fact,), ledger)

    def _many(self, key: str, facts: Sequence[Statement] | None, ledger: Ledger) -> Facts | None:
        if facts is None:
            return None
        named = [part for fact in facts for part in with_also(fact, fact.also)]
        items = (item(f"{key}-{n}", fact, self._phrases) for n, fact in enumerate(facts, start=1))
        return Facts(tuple(items), ledger.lines(named))

    def _steps(self, passport: Passport, ledger: Ledger) -> Facts | None:
        if passport.steps is None:
            return None
        items = []
        for n, step in enumerate(passport.steps, start=1):
            label = self._phrases.words(f"channel_{step.channel}") if step.channel else ""
            icon = _CHANNEL_ICONS[step.channel] if step.channel else ""
            items.append(item(f"steps-{n}", step, self._phrases, label, icon))
        named = [part for step in passport.steps for part in with_also(step, step.also)]
        return Facts(tuple(items), ledger.lines(named))

    def _notes(self, passport: Passport, ledger: Ledger) -> Facts | None:
        if not passport.notes:
            return None
        label = self._phrases.words
        items = [
            item(f"notes-{n}", note, self._phrases, label(f"topic_{note.topic}"))
            for n, note in enumerate(passport.notes, start=1)
        ]
        named = [part for note in passport.notes for part in with_also(note, note.also)]
        return Facts(tuple(items), ledger.lines(named))

    def _explained(self, key: str, fact: Explained | None, ledger: Ledger) -> Facts | None:
        if fact is None:
            return None
        lines = ledger.lines(with_also(fact, fact.also))
        shown = explained(f"{key}-1", fact, fact.text, fact.also, self._phrases)
        return Facts((shown,), lines)

    def _cost(self, passport: Passport, ledger: Ledger) -> Facts | None:
        cost = passport.cost
        facts = self._explained("cost", cost, ledger)
        if cost is None or facts is None:
            return None
        extra = []
        if cost.brv is not None:
            extra.append(self._phrases.brv_basis())
        if cost.online_payment is not None:
            answer = "yes" if cost.online_payment else "no"
            extra.append(self._phrases.words(f"online_payment_{answer}"))
        first = facts.items[0]
        shown = replace(first, also=(*first.also, *extra))
        return Facts((shown,), facts.sources)

    def _official_name(self, passport: Passport) -> OfficialName | None:
        """The name that offices use, where this variant shows a translation.

        An English name says nothing at an Uzbek counter: it is not shown.
        """
        official = [language for language in passport.name.official if language != "en"]
        if not official or self._site.locale.language in official:
            return None
        language = official[0]
        tag = next(each.tag for each in self._site.locales if each.language == language)
        return OfficialName(getattr(passport.name, language), tag)

    def _desks(self, ids: tuple[str, ...]) -> tuple[Desk, ...]:
        """Bodies that share their phones stand together, those without a phone last."""
        by_phones: dict[tuple[str, ...], list[Contact]] = {}
        for body in sorted((self._organizations[i] for i in ids), key=lambda b: not b.phones):
            by_phones.setdefault(body.phones, []).append(self.contact(body))
        return tuple(
            Desk(self.phones(phones), tuple(bodies)) for phones, bodies in by_phones.items()
        )

    def phones(self, numbers: tuple[str, ...]) -> tuple[Phone, ...]:
        """Numbers as people write and dial them."""
        return tuple(map(self._phrases.phone, numbers))

    def contact(self, body: Organization) -> Contact:
        """One organization as a contact box shows it."""
        say = self._phrases.locale.text
        remarks = tuple(say(text) for text in (body.hours, body.address, body.note) if text)
        return Contact(
            say(body.name),
            self._site.href(f"agencies/#{body.id}"),
            body.url or "",
            self._phrases.source(body.url) if body.url else "",
            remarks,
        )

    def _law_lines(self, ids: tuple[str, ...] | None) -> tuple[LawLine, ...] | None:
        if ids is None:
            return None
        laws = [self._laws[i] for i in ids]
        return tuple(
            LawLine(
                self._site.href(f"laws/#{law.id}"),
                self._phrases.law(law),
                self._phrases.locale.text(law.title),
            )
            for law in laws
        )

    def _related(self, passport: Passport) -> tuple[Link, ...]:
        return tuple(self.link(self._passports[i]) for i in passport.related)

    def link(self, passport: Passport) -> Link:
        """A link to a passport, under its one name."""
        text = self._phrases.locale.text(passport.name)
        return Link(self._site.href(f"services/{passport.id}/"), text)

    def _unpublished(self, passport: Passport) -> tuple[str, ...]:
        missing = (name for name in ITEMS if name not in passport.published())
        return tuple(
            self._phrases.words("laws_listed" if name == "laws" else f"{name}_item")
            for name in missing
        )
