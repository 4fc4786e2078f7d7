"""Each kind of finding: what an editor does wrong, and what looks alike and is right."""

from collections.abc import Callable
from typing import Any

from tests.check.conftest import Folder

Edit = Callable[[Folder], object]
LONG = "Bu uzun matn bitta xizmat haqida gapiradi va boshqa hech qayerda takrorlanmasligi kerak."


def put(of: str, place: str, value: Any) -> Edit:
    return lambda folder: folder.put(of, place, value)


def words(of: str, place: str, uz: str, ru: str, en: str) -> Edit:
    return lambda folder: folder.put_words(of, place, uz, ru, en)


def text(of: str, old: str, new: str) -> Edit:
    return lambda folder: folder.replace(of, old, new)


def raw(of: str, content: bytes) -> Edit:
    return lambda folder: folder.path(of).write_bytes(content)


def move(of: str, sphere: str) -> Edit:
    def run(folder: Folder) -> None:
        target = folder.root / "services" / sphere / f"{of}.yml"
        target.parent.mkdir(exist_ok=True)
        folder.path(of).rename(target)

    return run


def twin(of: str, sphere: str) -> Edit:
    """The same file in two spheres: only its name and texts are made other."""

    def run(folder: Folder) -> None:
        data = folder.data(of)
        data["name"] = {"uz": "Boshqa xizmat", "ru": "Другая услуга", "en": "Another"}
        folder.write(f"services/{sphere}/{of}.yml", data)

    return run


def both(*edits: Edit) -> Edit:
    def run(folder: Folder) -> None:
        for edit in edits:
            edit(folder)

    return run


def say(uz: str, ru: str, en: str) -> Edit:
    return words("dog-licence", "result", uz, ru, en)


def tell(value: str) -> Edit:
    """The same word at the end of a text in the three languages."""
    return say(f"Javob: {value}", f"Ответ: {value}", f"Answer: {value}")


def office(*contacts: str) -> Edit:
    return lambda folder: folder.write("offices.yml", {"contacts": list(contacts), "names": []})


def synonyms(text: str) -> Edit:
    return lambda folder: (folder.root / "synonyms.yml").write_text(text, "utf-8")


def page(link: str) -> Edit:
    def run(folder: Folder) -> None:
        folder.write("pages/help.en.md", "")
        (folder.root / "pages" / "help.en.md").write_text(f"# Help\n\n[here]({link})\n", "utf-8")

    return run


def directory(name: tuple[str, str, str]) -> Edit:
    said = dict(zip(("uz", "ru", "en"), name, strict=True))
    entry = {"id": "office", "kind": "agency", "name": said, "what": said,
             "source": "https://my.gov.uz/"}  # fmt: skip
    return lambda folder: folder.write("directory.yml", [entry])


def sources(*numbers: int) -> Edit:
    addresses = [f"https://my.gov.uz/uz/service/{number}" for number in numbers]
    return both(put("bus-card", "cost.source", addresses), put("bus-card", "cost.as_of", "2026"))


def long_sentence(count: int) -> Edit:
    return put("tree-permit", "summary.en", " ".join(["go"] * count) + ". Go in 2 days. Go. Go.")


def section(identifier: str) -> Edit:
    said = {"uz": "Uy", "ru": "Дом", "en": "Home"}
    data = {"id": identifier, "title": said, "summary": said, "statements": [],
            "reviewed": "2026-11-01"}  # fmt: skip
    return lambda folder: folder.write(f"covid-19/{identifier}.yml", data)


SOURCE = "https://my.gov.uz/uz/service/1"
CASES: dict[str, tuple[Edit, Edit]] = {
    "file-encoding": (raw("bus-card", b"id: \xff\n"), put("bus-card", "result.ru", "Ёж")),
    "file-tab": (text("bus-card", "  uz: ", "\tuz: "), text("bus-card", "  uz: ", "  uz:  ")),
    "file-yaml": (text("bus-card", "name:", "name: ["), put("bus-card", "result.en", "name: [")),
    "key-doubled": (
        text("bus-card", "id: bus-card", "id: bus-card\nid: bus-card"),
        text("bus-card", "id: bus-card", "id: 'bus-card'"),
    ),
    "file-missing": (lambda f: f.path("glossary").unlink(), lambda f: f.write("glossary.yml", [])),
    "file-empty": (lambda f: f.write("services/transport/x.yml", []), put("bus-card", "laws", [])),
    "shape-wrong": (put("bus-card", "laws", 5), put("bus-card", "laws", [])),
    "list-empty": (put("bus-card", "cost.source", []), put("bus-card", "cost.text", None)),
    "field-missing": (put("bus-card", "summary.ru", None), put("bus-card", "cost.text", None)),
    "field-unknown": (put("bus-card", "price", 5), put("bus-card", "status", "planned")),
    "word-unknown": (put("bus-card", "status", "soon"), put("bus-card", "status", "withdrawn")),
    "text-empty": (put("bus-card", "result.ru", ""), put("bus-card", "result.ru", "Да")),
    "text-html": (put("bus-card", "result.ru", "<b>Да</b>"), put("bus-card", "result.ru", "a < b")),
    "text-tab": (put("bus-card", "result.ru", "Да\tнет"), put("bus-card", "result.ru", "Да нет")),
    "date-form": (put("bus-card", "as_of", "2026-13"), put("bus-card", "as_of", "about 2022")),
    "day-form": (
        put("bus-card", "reviewed", "2026-13-45"), put("bus-card", "reviewed", "2026-11-02"),
    ),
    "address-form": (
        put("bus-card", "sign_language_video", "film"),
        put("bus-card", "sign_language_video", "https://my.gov.uz/film"),
    ),
    "value-wrong": (put("bus-card", "portal_id", "many"), put("bus-card", "portal_id", 77)),
    "id-form": (put("bus-card", "laws", ["Law 5"]), put("bus-card", "laws", [])),
    "id-file": (put("bus-card", "id", "bus"), put("bus-card", "id", "bus-card")),
    "id-doubled": (twin("bus-card", "health-care"), put("bus-card", "keywords", {"en": ["bus"]})),
    "id-unknown": (
        put("bus-card", "related", ["tram-card"]), put("bus-card", "related", ["dog-licence"]),
    ),
    "moved-there": (
        lambda f: f.write("moved.yml", [{"id": "bus-card", "to": "dog-licence"}]),
        lambda f: f.write("moved.yml", [{"id": "bus-pass", "to": "bus-card"}]),
    ),
    "reference-unknown": (
        put("bus-card", "documents.0", {"ref": "visa", "uz": "Viza", "ru": "Виза", "en": "Visa"}),
        put("bus-card", "documents.0", {"uz": "Viza", "ru": "Виза", "en": "Visa"}),
    ),
    "sphere-unknown": (move("bus-card", "gardening"), move("bus-card", "health-care")),
    "sphere-in-file": (put("bus-card", "sphere", "transport"), move("bus-card", "health-care")),
    "group-unknown": (
        put("bus-card", "group", "buses"),
        both(
            put("spheres", "1.groups", [{"id": "buses", "name": {"uz": "A", "ru": "Б", "en": "C"}}]),  # noqa: E501
            put("bus-card", "group", "buses"),
        ),
    ),
    "section-unknown": (section("at-home"), section("protect-yourself")),
    "source-form": (put("bus-card", "source", "a friend"), put("bus-card", "source", [SOURCE])),
    "fact-unsourced": (
        both(
            put("bus-card", "source", None),
            *(put("bus-card", f"{name}.{key}", value)
              for key, value in (("source", SOURCE), ("as_of", "2026"))
              for name in
              ("description", "steps.0", "documents.0", "cost", "term", "audience", "result",
               "online", "refusal.reasons.0")),
        ),
        both(
            put("bus-card", "reapply.source", "national-report-2020, page 5"),
            put("bus-card", "reapply.as_of", "2020"),
        ),
    ),
    "cost-two-prices": (put("bus-card", "cost.brv", 1), put("bus-card", "cost.soum", 5)),
    "cost-free-priced": (put("bus-card", "cost.free", True), put("bus-card", "cost.free", False)),
    "cost-nothing": (
        put("bus-card", "cost", {"online_payment": True}), put("bus-card", "cost", {"free": True}),
    ),
    "term-unit": (put("bus-card", "term.unit", None), put("bus-card", "term", {"unit": "instant"})),
    "term-nothing": (
        put("bus-card", "term", {}), put("bus-card", "term", {"number": 3, "unit": "months"}),
    ),
    "audience-nothing": (
        put("bus-card", "audience", {}), put("bus-card", "audience", {"who": "individuals"}),
    ),
    "summary-sentence": (long_sentence(21), long_sentence(20)),
    "summary-average": (
        put("tree-permit", "summary.en", f"{'go ' * 15}in 2 days."),
        put("tree-permit", "summary.en", f"{'go ' * 11}in 2 days."),
    ),
    "summary-grade": (
        put("tree-permit", "summary.en", "Authorities administer authorisation applications in 2 days."),  # noqa: E501
        put("tree-permit", "summary.en", "The city says yes or no in 2 days."),
    ),
    "synonyms-form": (
        synonyms("uz:\n- everyday: [nalog]\n"),
        synonyms("uz:\n- everyday: [nalog]\n  official: [soliq]\n"),
    ),
    "items-missing": (put("bus-card", "reapply", None), put("bus-card", "laws", [])),
    "name-form": (put("bus-card", "name.en", "A bus card."), put("bus-card", "name.en", "Bus card")),  # noqa: E501
    "name-same": (
        put("bus-card", "name.uz", "Shifokorga yozilish"),
        put("bus-card", "name.uz", "Shifokorga kirish"),
    ),
    "name-near": (
        put("bus-card", "name.ru", "Запись к врача"), put("bus-card", "name.ru", "Запись в школу"),
    ),
    "name-untranslated": (
        put("bus-card", "name.en", "Avtobus kartasi"), put("bus-card", "name.en", "Bus card"),
    ),
    "name-differs": (
        directory(("Idora", "Контора", "An office")), directory(("Idora", "Контора", "The office")),
    ),
    "numbers-differ": (
        say("5 kun.", "Дни.", "5 days."),
        say("4,5 % 18:00 da, 2 kun, 3-mart.", "4,5 % в 18:00, два дня, 3 марта.",
            "4.5% at 6 pm, two days, 3 March."),
    ),
    "units-differ": (
        say("30 kun.", "30 месяцев.", "30 days."), say("30 kun.", "30 дней.", "30 of them."),
    ),
    "as-of-missing": (
        put("bus-card", "result.source", SOURCE),
        both(put("bus-card", "result.source", SOURCE), put("bus-card", "result.as_of", "2025")),
    ),
    "money-undated": (
        both(put("bus-card", "cost.source", SOURCE), put("bus-card", "cost.as_of", "undated")),
        put("bus-card", "term.as_of", "undated"),
    ),
    "review-passed": (
        put("bus-card", "review_by", "2026-11-20"), put("bus-card", "review_by", "2026-11-21"),
    ),
    "personal-passport": (tell("AB 1234567."), tell("PQ-5252.")),
    "personal-card": (tell("8600 1234 5678 9012"), tell("8600 1234 5678 9013")),
    "personal-pinfl": (tell("31234567890123"), tell("20208000123456789012")),
    "personal-phone": (
        tell("+998 90 123-45-67"),
        both(tell("+998 90 123-45-67"), office("+998 (90) 1234567")),
    ),
    "personal-email": (
        tell("karim.aliyev@mail.uz"),
        both(say("karim@uzinfocom.uz, info@my.gov.uz.", "karim@uzinfocom.uz.", "karim@uzinfocom.uz."),  # noqa: E501
             office("karim@uzinfocom.uz")),
    ),
    "personal-name": (
        say("Ismoilov Ismoil, 71 200-00-00.", "Он, 71 200-00-00.", "He, 71 200-00-00."),
        say("Islom Karimov koʻchasi, 71 200-00-00.", "Улица, 71 200-00-00.",
            "A street, 71 200-00-00."),
    ),
    "portal-doubled": (
        both(put("bus-card", "portal_id", 9), put("dog-licence", "portal_id", 9)),
        both(put("bus-card", "portal_id", 9), put("dog-licence", "portal_id", 8)),
    ),
    "link-http": (
        put("bus-card", "source", "http://my.gov.uz/x"), put("bus-card", "source", "https://lex.uz"),
    ),
    "link-dead": (page("../services/tram-card/"), page("../services/bus-card/")),
    "abbreviation-unknown": (
        say("KLMN bering.", "Дайте это.", "Give it."),
        both(
            say("KLMN bering.", "Дайте это.", "Give it."),
            lambda f: f.write("glossary.yml", [{"id": "klmn",
                "term": {"uz": "Kalit (KLMN)", "ru": "Ключ", "en": "Key"},
                "definition": {"uz": "Kalit.", "ru": "Ключ.", "en": "A key."}}]),
        ),
    ),
    "services-hidden": (sources(11, 12, 13), sources(11, 12)),
    "text-copied": (
        both(put("bus-card", "result.uz", LONG), put("dog-licence", "result.uz", LONG)),
        both(put("bus-card", "result.uz", LONG), put("dog-licence", "result.uz", LONG[20:])),
    ),
    "letters-apostrophe": (
        put("bus-card", "result.uz", "To‘lov"), put("bus-card", "result.uz", "Toʻlov"),
    ),
    "letters-mixed": (
        put("bus-card", "result.uz", "Хizmat"), put("bus-card", "result.uz", "Xizmat"),
    ),
    "letters-cyrillic": (
        put("bus-card", "result.uz", "Хизмат tayyor"), put("bus-card", "result.ru", "Хизмат готов"),
    ),
}  # fmt: skip
