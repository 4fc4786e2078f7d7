"""Plain language: figures that can be counted by hand, hints, and the gate for summaries."""

import pytest

from generator import plain


def rules(hints: tuple[plain.Hint, ...]) -> set[str]:
    return {hint.rule for hint in hints}


def test_flesch_kincaid_of_a_sentence_of_six_short_words() -> None:
    figures = plain.measure("The cat sat on the mat.", "en")
    assert (figures.sentences, figures.words, figures.longest) == (1, 6, 6)
    assert figures.scale == "grade"
    assert figures.score == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)


def test_oborneva_of_a_sentence_of_three_words_with_six_syllables() -> None:
    figures = plain.measure("Мама мыла раму.", "ru")
    assert figures.scale == "ease"
    assert figures.score == pytest.approx(206.835 - 1.3 * 3 - 60.1 * 2)


def test_uzbek_measure_is_the_same_in_both_scripts() -> None:
    latin = plain.measure("Men maktabga boraman.", "uz")
    assert latin.score == pytest.approx(198.825 - 2.61 * 3 - 40.175 * 7 / 3)
    assert plain.measure("Мен мактабга бораман.", "uz") == latin


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1), ("service", 2), ("services", 3), ("apply", 2), ("paid", 1), ("needed", 2),
        ("passport", 2), ("table", 2), ("free", 1), ("certificate", 4), ("online", 2),
        ("closed", 1), ("matches", 2), ("times", 1), ("112", 1),
    ],
)  # fmt: skip
def test_english_syllables(word: str, count: int) -> None:
    assert plain.syllables(word, "en") == count


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Go to my.gov.uz. Apply there.", "en", 2),
        ("See No. 134 of 2019. It is short.", "en", 2),
        ("It costs 4.5 % of the BRV.", "en", 1),
        ("Срок — 5 дней. 2026 год уже начался.", "ru", 2),
        ("По ул. Навои, д. 5, работает центр. Приходите.", "ru", 2),
        ("Alisher A. Navoiy shoir edi. U Hirotda yashagan.", "uz", 2),
        ("2025-yil 1-noyabrdan nafaqa beriladi. 18 oy ishlang.", "uz", 2),
        ("Birinchi qator\nIkkinchi qator", "uz", 2),
        ("Is it free? Yes! It is…", "en", 3),
    ],
)
def test_sentences_end_where_a_reader_says(text: str, language: str, count: int) -> None:
    assert len(plain.sentences(text, language)) == count


def test_a_number_with_groups_and_an_address_are_one_word_each() -> None:
    assert plain.words("412 000 soʻm my.gov.uz portalida") == (
        "412 000", "soʻm", "my.gov.uz", "portalida",
    )  # fmt: skip


def test_an_empty_text_is_the_easiest() -> None:
    assert plain.measure("", "en").score == 0
    assert plain.measure(" ", "ru").score == 100
    assert plain.gate("", "uz") == ()


def test_gate_lets_a_plain_summary_pass() -> None:
    assert plain.gate("Ask for the paper on the portal. It is free. You wait 5 days.", "en") == ()


def test_gate_stops_a_sentence_of_twenty_one_words_but_not_of_twenty() -> None:
    assert "sentence" in rules(plain.gate(" ".join(["soʻz"] * 21) + ".", "uz"))
    twenty = f"{' '.join(['soʻz'] * 20)}. Qisqa gap."
    assert plain.gate(twenty, "uz") == ()


def test_gate_stops_an_average_above_fourteen_words() -> None:
    assert rules(plain.gate(" ".join(["слово"] * 15) + ".", "ru")) == {"average"}
    assert plain.gate(" ".join(["слово"] * 14) + ".", "ru") == ()


def test_gate_stops_english_above_school_year_eight() -> None:
    hints = plain.gate("Registration necessitates documentation.", "en")
    assert rules(hints) == {"grade"}
    assert all(hint.remedy and hint.sentence for hint in hints)


@pytest.mark.parametrize(
    ("text", "language", "rule", "named"),
    [
        ("You pay prior to the visit.", "en", "officialese", "prior to"),
        ("Выдача осуществляется завтра.", "ru", "officialese", "осуществля"),
        ("Toʻlov qonunga muvofiq boʻladi.", "uz", "officialese", "ga muvofiq"),
        ("The form is signed by the head.", "en", "passive", "is signed"),
        ("Заявление будет рассмотрено завтра.", "ru", "passive", "будет рассмотрено"),
        ("Maʼlumotnoma ertaga beriladi.", "uz", "passive", "beriladi"),
        ("Ask the ABCD about it.", "en", "abbreviation", "ABCD"),
        ("Перерегистрируйтесь завтра.", "ru", "long-word", "Перерегистрируйтесь"),
    ],
)
def test_a_hint_names_the_words_and_the_sentence(
    text: str, language: str, rule: str, named: str
) -> None:
    hints = [hint for hint in plain.review(text, language) if hint.rule == rule]
    assert [named in hint.message for hint in hints] == [True]
    assert hints[0].sentence == text


def test_plain_words_get_no_hint() -> None:
    assert plain.review("You pay nothing. Go to the centre.", "en") == ()
    assert plain.review("Вы ничего не платите. Идите в центр.", "ru") == ()
    assert plain.review("Siz pul toʻlamaysiz. Markazga boring.", "uz") == ()


def test_an_abbreviation_is_explained_by_the_glossary_or_in_brackets() -> None:
    assert plain.review("Show your STIR.", "en", explained=["STIR"]) == ()
    assert plain.review("STIRini koʻrsating.", "uz", explained=["STIR"]) == ()
    assert plain.review("Show your tax number (ABCD). The ABCD is long.", "en") == ()
    assert plain.review("Group II may come.", "en") == ()
