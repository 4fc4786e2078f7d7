"""The register as open data: one JSON file, one CSV table a language."""

import csv
import io
import json

from generator.locales import Locale
from generator.model import Passport, Register

COLUMNS = (
    "id", "sphere", "name", "summary", "free", "soum", "brv", "term_number", "term_unit",
    "online", "eds", "audience", "organizations", "laws", "status", "portal_id",
    "published_items", "reviewed",
)  # fmt: skip


def files(register: Register, locales: tuple[Locale, ...]) -> dict[str, bytes]:
    """File name → bytes of every download of the data page."""
    tables = {
        f"services-{locale.code}.csv": _table(register, locale).encode("utf-8-sig")
        for locale in locales
    }
    return {"services.json": _json(register).encode(), **tables}


def _json(register: Register) -> str:
    services = [p.model_dump(mode="json", exclude_none=True) for p in register.passports]
    spheres = [s.model_dump(mode="json") for s in register.spheres]
    return json.dumps(
        {"spheres": spheres, "services": services}, ensure_ascii=False, separators=(",", ":")
    )


def _table(register: Register, locale: Locale) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(passport, locale) for passport in register.passports)
    return text.getvalue()


def _row(passport: Passport, locale: Locale) -> list[object]:
    cost, term, online = passport.cost, passport.term, passport.online
    return [
        passport.id,
        passport.sphere,
        locale.text(passport.name),
        locale.text(passport.summary),
        None if cost is None else cost.free,
        None if cost is None else cost.soum,
        None if cost is None else cost.brv,
        None if term is None else term.number,
        None if term is None else term.unit,
        "unknown" if online is None else online.mode,
        "unknown" if online is None else online.eds,
        None if passport.audience is None else passport.audience.who,
        " ".join(passport.organizations or ()),
        " ".join(passport.laws or ()),
        passport.status,
        passport.portal_id,
        len(passport.published()),
        passport.reviewed,
    ]
