"""Words of one meaning meet: endings, apostrophes, spelling by ear."""

import pytest

from search.stems import sound, stem, words


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("uz", ("nafaqa", "nafaqasi", "nafaqani", "nafaqalar", "nafaqamni")),
        ("uz", ("soliq", "soligʻi", "soliqni", "solig‘idan")),
        ("uz", ("uylar", "uylarga", "uylarning")),
        ("uz", ("oʻzgartirish", "o'zgartirishim", "ozgartirganlik", "oʻzgartirmoqchiman")),
        ("uz", ("hisoblagich", "hisoblagichlarini", "hisoblagichimni")),
        ("uz", ("advokat", "advokatlik", "advokatligi")),
        ("uz", ("xususiylashtirish", "xususiylashtirilgan", "xususiylashtirilganligi")),
        ("ru", ("продлить", "продление", "продления")),
        ("ru", ("регистрация", "регистрировать")),
        ("ru", ("паспорт", "паспорта", "паспортом")),
        ("ru", ("ребёнок", "ребенок")),
        ("en", ("licence", "licences", "license")),
        ("en", ("registration", "registrations")),
    ],
)
def test_forms_of_a_word_share_a_stem(language: str, forms: tuple[str, ...]) -> None:
    assert len({stem(form, language) for form in forms}) == 1


@pytest.mark.parametrize("pair", [("bola", "bol"), ("gaz", "gazeta"), ("soliq", "suv")])
def test_other_words_keep_apart(pair: tuple[str, str]) -> None:
    assert stem(pair[0], "uz") != stem(pair[1], "uz")


def test_words_spelled_by_ear_sound_the_same() -> None:
    assert sound("royxat") == sound("ruyhat") == sound("royyxat")
    assert sound("свидетельство") == sound("свидетелство")


def test_a_text_falls_into_words() -> None:
    assert words("E-imzo, o`qish: 3 ta (QR-kod)!") == (
        "e",
        "imzo",
        "oʻqish",
        "3",
        "ta",
        "qr",
        "kod",
    )
