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
    return {"services.json": _json(register), **tables}


def passports(register: Register, locales: tuple[Locale, ...], site: str) -> dict[str, bytes]:
    """File below the site's folder → one passport with the bodies and laws it names.

    `site` is the full address of the site's folder, or its path where the host is not known.
    """
    bodies = {each.id: each.model_dump(mode="json", exclude_none=True)
              for each in register.organizations}  # fmt: skip
    laws = {each.id: each.model_dump(mode="json", exclude_none=True) for each in register.laws}
    files = {}
    for passport in register.passports:
        folder = f"services/{passport.id}/"
        whole = {
            "addresses": {each.tag: f"{site}{each.prefix}{folder}" for each in locales},
            **passport.model_dump(mode="json", exclude_none=True),
        }
        for name, entries in (("organizations", bodies), ("laws", laws)):
            if name in whole:
                whole[name] = [entries[each] for each in whole[name]]
        files[f"{folder}passport.json"] = _packed(whole)
    return files


def _json(register: Register) -> bytes:
    services = [p.model_dump(mode="json", exclude_none=True) for p in register.passports]
    spheres = [s.model_dump(mode="json") for s in register.spheres]
    return _packed({"spheres": spheres, "services": services})


def _packed(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


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
