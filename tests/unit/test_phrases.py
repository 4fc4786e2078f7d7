"""Money, terms, dates, sources and phones as each language writes them."""

from datetime import date

import pytest

from generator.locales import Locale, locales
from generator.model import Amount, Cost, Law, Term
from generator.phrases import Phone, Phrases
from generator.settings import ROOT
from generator.words import Words, read_words

WORDS = read_words(ROOT / "overrides" / "words.yml")
LOCALES = {locale.code: locale for locale in locales(lambda text: text)}
BRV = Amount(since=date(2025, 8, 1), soum=412_000, source=("https://example.org",))


def phrases(code: str) -> Phrases:
    locale: Locale = LOCALES[code]
    return Phrases(locale, Words(WORDS, locale), BRV)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("code", "cost", "shown"),
    [
        ("uz", {"free": True}, ("Bepul", "")),
        ("uz", {"brv": "0.045"}, ("18 540 soʻm", "BHMning 4,5 foizi")),
        ("ru", {"brv": "0.045"}, ("18 540 сумов", "4,5 % БРВ")),
        ("en", {"brv": "0.045"}, ("18,540 soum", "4.5% of the BRV")),
        ("ru", {"brv": "2"}, ("824 000 сумов", "2 БРВ")),
        ("en", {"brv": "10"}, ("4,120,000 soum", "10 × BRV")),
        ("uz", {"soum": "45000", "lowest": "true"}, ("45 000 soʻmdan", "")),
        ("en", {"soum": "45000", "lowest": "true"}, ("from 45,000 soum", "")),
    ],
)
def test_cost(code: str, cost: dict[str, str], shown: tuple[str, str]) -> None:
    amount, note = phrases(code).cost(Cost.model_validate(cost))
    assert (plain(amount), plain(note)) == shown


@pytest.mark.parametrize(
    ("code", "number", "unit", "shown"),
    [
        ("ru", 1, "working_days", "1 рабочий день"),
        ("ru", 3, "working_days", "3 рабочих дня"),
        ("ru", 10, "days", "10 дней"),
        ("ru", 21, "days", "21 день"),
        ("en", 1, "months", "1 month"),
        ("uz", 3, "working_days", "3 ish kuni"),
        ("uz", 15, "minutes", "15 daqiqa"),
    ],
)
def test_term(code: str, number: int, unit: str, shown: str) -> None:
    term = Term.model_validate({"number": number, "unit": unit})
    assert plain(phrases(code).term(term)[0]) == shown


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("uz", "2020-03-24", "2020-yil 24-mart"),
        ("ru", "2020-03-24", "24 марта 2020 года"),
        ("en", "2020-03-24", "24 March 2020"),
        ("ru", "2020-03", "март 2020 года"),
        ("uz", "2026", "2026-yil"),
        ("en", "about 2022", "about 2022"),
        ("ru", "undated", "без даты"),
        ("uz", "2020-03", "2020-yil mart"),
        ("ru", "after 2018-07", "после июля 2018 года"),
        ("ru", "before 2024", "до 2024 года"),
        ("uz", "after 2016-07", "2016-yil iyuldan keyin"),
    ],
)
def test_dates(code: str, value: str, shown: str) -> None:
    assert phrases(code).partial_date(value) == shown


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        ("1148", "1148"),
        ("71 244-98-98", "+998712449898"),
        ("+998 71 202-02-10", "+998712020210"),
        ("0 800 210-00-00", "08002100000"),
        ("71 210-11-06 (ext. 600)", "+998712101106"),
    ],
)
def test_phones_dial(number: str, dialled: str) -> None:
    phone = phrases("uz").phone(number)
    assert isinstance(phone, Phone)
    assert phone.dialled == dialled


def test_sources_have_names_people_can_read() -> None:
    assert phrases("en").source("https://www.my.gov.uz/uz/service/63") == "my.gov.uz"
    assert phrases("ru").source("national-report-2020, annex 2").endswith("приложение 2")


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("ru", "2020-03", "Действовало с марта 2020 года. Дата окончания в источниках не найдена."),
        ("en", "2020-03-24", "In force from 24 March 2020. The sources give no end date."),
        ("uz", "2020", "2020-yildan amal qilgan. Tugash sanasi manbalarda topilmadi."),
    ],
)
def test_dates_bend_inside_a_sentence(code: str, value: str, shown: str) -> None:
    assert phrases(code).partial_date(value, "valid_since") == shown


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [("uz", "UP-228", "PF-228"), ("ru", "PP-353", "ПП-353"), ("ru", "ZRU-600", "ЗРУ-600"),
     ("en", "UP-228", "UP-228"), ("uz", "550", "550")],
)  # fmt: skip
def test_acts_are_numbered_as_each_language_does(code: str, number: str, shown: str) -> None:
    law = Law.model_validate(
        {
            "id": "x",
            "kind": "law",
            "number": number,
            "title": {"uz": "A", "ru": "Б", "en": "C"},
            "source": "https://example.org",
        }
    )
    assert shown in phrases(code).law(law)


def test_a_law_is_cited_with_number_and_date() -> None:
    law = Law.model_validate(
        {
            "id": "x",
            "kind": "cabinet-resolution",
            "number": "550",
            "date": "2023-10-20",
            "title": {"uz": "A", "ru": "Б", "en": "C"},
            "source": "https://example.org",
        }
    )
    assert phrases("uz").law(law) == "Vazirlar Mahkamasi qarori, 550-son, 2023-yil 20-oktabr"


def test_every_word_stands_in_three_languages() -> None:
    for key, languages in WORDS.items():
        assert set(languages) == {"uz", "ru", "en"}, key
