"""How queries are read. Words are of the real content, so that the readings are real."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Register
from search.query.lexicon import Lexicon
from search.query.reading import clean, read

VARIANTS = ("uz", "uz-cyrl", "ru", "en")


@pytest.mark.parametrize(
    ("typed", "variant", "how", "used"),
    [
        ("паспорт", "ru", "typed", "паспорт"),
        ("gfcgjhn", "ru", "layout", "паспорт"),
        ("gfcgjhn", "uz", "layout", "pasport"),
        ("зфызщке", "uz", "layout", "pasport"),
        ("cghfdrf j hj;ltybb", "ru", "layout", "справка о рождении"),
        ("электр энергия", "uz", "script", "elektr energiya"),
        ("электр энергия", "uz-cyrl", "typed", "электр энергия"),
        ("razreshenie na vyezdnuyu torgovlyu", "ru", "script", "разрешение на выездную торговлю"),
        ("birth certificate", "ru", "language", "birth certificate"),
        ("справка о рождении", "en", "language", "справка о рождении"),
        ("воддительское удостоверение", "ru", "typo", "водительского удостоверение"),
        ("metrka", "uz", "synonym", "tugʻilganlik haqida maʼlumotnoma"),
    ],
)
def test_a_query_is_read_as_it_was_meant(
    typed: str, variant: str, how: str, used: str, lexicon: Lexicon
) -> None:
    ladder = read(typed, variant, lexicon)
    assert (ladder.readings[0].how, ladder.readings[0].used) == (how, used)
    assert ladder.typed == typed


@pytest.mark.parametrize(
    ("one", "other", "variant"),
    [
        ("yo'l jarimasi", "yoʻl jarimasi", "uz"),
        ("yo‘l jarimasi", "yo`l jarimasi", "uz"),
        ("ҳайдовчилик гувоҳномаси", "haydovchilik guvohnomasi", "uz"),
        ("хайдовчилик гувохномаси", "ҳайдовчилик гувоҳномаси", "uz-cyrl"),
        ("загран паспорт", "загран  ПАСПОРТ", "ru"),
        ("свидетельство о рождении ребенка", "свидетельство о рождении ребёнка", "ru"),
        ("gfcgjhn lkz dstplf", "паспорт для выезда", "ru"),
        ("how do I get a birth certificate?", "birth certificate", "en"),
        ("qayerda va qanday metrka", "metrka", "uz"),
    ],
)
def test_spellings_of_one_question_ask_for_the_same_words(
    one: str, other: str, variant: str, lexicon: Lexicon
) -> None:
    first, second = (read(text, variant, lexicon).readings[0].terms for text in (one, other))
    assert first[: len(second) - 1] == second[: len(second) - 1]
    assert first
    assert second


def test_a_sure_reading_is_one_question_to_the_engine(lexicon: Lexicon) -> None:
    assert len(read("справка о рождении", "ru", lexicon).readings) == 1


def test_a_typing_mistake_keeps_what_was_typed_as_the_last_rung(lexicon: Lexicon) -> None:
    ladder = read("воддительское удостоверение", "ru", lexicon)
    assert ladder.readings[-1].terms == ("воддительское", "удостоверение")


def test_unknown_words_are_asked_as_typed(lexicon: Lexicon) -> None:
    (only,) = read("hippopotamus", "en", lexicon).readings
    assert (only.how, only.terms) == ("typed", ("hippopotamus",))


def test_words_that_belong_together_win_over_a_lone_rare_one(lexicon: Lexicon) -> None:
    terms = read("almashtirish kerak gaz hisoblagichini", "uz", lexicon).readings[0].terms
    assert {"gaz", "hisoblagich"} <= set(terms)


@pytest.mark.parametrize("language", ["uz", "ru", "en"])
def test_whatever_the_site_explains_is_found_by_its_name(
    language: str, register: Register, lexicon: Lexicon
) -> None:
    """Life events, lessons, guides, COVID-19 sections and terms are among the first results."""
    named = {
        **{f"page-{event.id}": event.name for event in register.life_events},
        **{f"page-{guide.id}": guide.name for guide in register.audiences},
        **{f"page-{lesson.id}": lesson.title for lesson in register.lessons},
        **{f"guidance-{section.id}": section.title for section in register.guidance},
        **{f"page-glossary-{term.id}": term.term for term in register.glossary},
    }
    lost = [key for key, name in named.items()
            if key not in read(getattr(name, language), language, lexicon).likely]  # fmt: skip
    assert not lost


@pytest.mark.parametrize(
    ("typed", "variant", "first"),
    [
        ("what is oneid", "en", "page-what-is-oneid"),
        ("apostil nima", "uz", "page-glossary-apostille"),
        ("апостил нима?", "uz-cyrl", "page-glossary-apostille"),
        ("что такое апостиль", "ru", "page-glossary-apostille"),
        ("apostil", "uz", "service-apostille-official-documents"),
        ("what is my tax number", "en", "service-definition-of-tin"),
    ],
)
def test_who_asks_what_a_word_means_gets_it_explained(
    typed: str, variant: str, first: str, lexicon: Lexicon
) -> None:
    assert read(typed, variant, lexicon).likely[0] == first


def test_of_equals_the_one_goes_first_that_most_people_need(lexicon: Lexicon) -> None:
    likely = read("mehnat daftarchasi", "uz", lexicon).likely
    assert likely[0] == "service-work-record-book-extract"


def test_an_unfinished_word_is_completed(lexicon: Lexicon) -> None:
    begun, whole = (
        read(typed, "ru", lexicon)
        for typed in ("водительское удостов", "водительское удостоверение")
    )
    assert begun.readings[0].terms == whole.readings[0].terms
    assert begun.likely[0] == whole.likely[0]


def test_the_engine_gets_no_more_words_than_it_reads(lexicon: Lexicon) -> None:
    long = " ".join(["паспорт справка регистрация налог"] * 30)
    assert all(len(reading.terms) <= 10 for reading in read(long, "ru", lexicon).readings)


@pytest.mark.parametrize("typed", ["", "   ", "\x00\x1f", "…", "''", "–"])
def test_nothing_typed_is_no_error(typed: str, lexicon: Lexicon) -> None:
    for variant in VARIANTS:
        assert read(typed, variant, lexicon).readings


def test_what_cannot_be_seen_is_left_out() -> None:
    assert clean("a\x00b\u200bc\ud800d\n e") == "a b c d e"


@given(st.text(max_size=60), st.sampled_from(VARIANTS))
def test_any_text_can_be_read(lexicon: Lexicon, text: str, variant: str) -> None:
    ladder = read(text, variant, lexicon)
    assert ladder.readings
    assert all(reading.used or not ladder.typed for reading in ladder.readings)
