"""Glossary terms are linked where they stand: whole words, bent, once a page, never in a link."""

import re

import pytest
import yaml

from generator.locales import locales
from generator.model import GlossaryTerm, Localized
from generator.settings import ROOT
from generator.terms import Terms, terms
from generator.uzbek import exceptions_from, to_cyrillic

WORDS = {
    "brv": ("Bazaviy hisoblash miqdori (BHM)", "Базовая расчётная величина (БРВ)",
            "Base calculation value (BRV)"),
    "eds": ("Elektron raqamli imzo (ERI)", "Электронная цифровая подпись (ЭЦП)",
            "Electronic digital signature (EDS)"),
    "key": ("ERI kaliti", "Ключ ЭЦП", "EDS key"),
    "reception": ("Xalq qabulxonasi", "Народная приёмная", "People's Reception"),
    "inson": ("“Inson” markazi", "Центр «Инсон»", "Inson centre"),
    "record": ("Mehnat daftarchasi (elektron)", "Трудовая книжка", "Work record book (electronic)"),
    "permit": ("Ruxsatnoma", "Разрешение", "Permit"),
}  # fmt: skip
GLOSSARY = [
    GlossaryTerm(id=key, term=Localized(uz=uz, ru=ru, en=en),
                 definition=Localized(uz=uz, ru=ru, en=en))
    for key, (uz, ru, en) in WORDS.items()
]  # fmt: skip


def variant(code: str) -> Terms:
    letters = yaml.safe_load((ROOT / "content" / "cyrillic.yml").read_text("utf-8"))
    exceptions = exceptions_from(letters)
    found = locales(lambda text: to_cyrillic(text, exceptions))
    locale = next(each for each in found if each.code == code)
    return terms(GLOSSARY, locale, "/g/")


def linked(code: str, text: str) -> list[str]:
    """`id: words` of every link in a sentence."""
    html = variant(code).linked(f'<p><span id="s-1">{text}</span></p>')
    found = re.findall(r'<a href="/g/#([a-z]+)">([^<]+)</a>', html)
    assert re.sub(r"</?a\b[^>]*>", "", html) == f'<p><span id="s-1">{text}</span></p>'
    return [f"{term}: {words}" for term, words in found]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("uz", "Narxi BHMning 5 foizi.", ["brv: BHMning"]),
        ("uz", "Elektron raqamli imzoni oling.", ["eds: Elektron raqamli imzoni"]),
        ("uz", "ERIsiz boʻlmaydi, BHM bor.", ["eds: ERIsiz", "brv: BHM"]),
        ("uz", "Ruxsatnomalaringizni koʻring.", ["permit: Ruxsatnomalaringizni"]),
        ("uz", "“Inson” markaziga boring.", ["inson: “Inson” markaziga"]),
        ("uz", "SERI raqami va ERIM soʻzi.", []),
        ("uz-cyrl", "Нархи БҲМнинг 5 фоизи.", ["brv: БҲМнинг"]),
        ("uz-cyrl", "Электрон рақамли имзони олинг.", ["eds: Электрон рақамли имзони"]),
        ("uz-cyrl", "Меҳнат дафтарчасидан кўчирма.", ["record: Меҳнат дафтарчасидан"]),
        ("ru", "Подпишите электронной цифровой подписью.",
         ["eds: электронной цифровой подписью"]),
        ("ru", "Сведения из трудовых книжек и БРВ.", ["brv: БРВ"]),
        ("ru", "Запись в трудовой книжке.", ["record: трудовой книжке"]),
        ("ru", "Разрешения и разрешением; разрешимый.", ["permit: Разрешения"]),
        ("ru", "Обратитесь в Народную приёмную.", ["reception: Народную приёмную"]),
        ("en", "Two permits; a permitted use.", ["permit: permits"]),
        ("en", "Go to the People&#39;s Reception.", ["reception: People&#39;s Reception"]),
        ("en", "An electronic paper.", []),
    ],
)  # fmt: skip
def test_a_term_is_found_with_its_endings(code: str, text: str, expected: list[str]) -> None:
    assert linked(code, text) == expected


def test_only_the_first_of_each_term_is_linked() -> None:
    assert linked("en", "The BRV, again the BRV, the base calculation value.") == ["brv: BRV"]


def test_a_longer_term_keeps_its_words() -> None:
    assert linked("en", "EDS keys and more EDS keys.") == ["key: EDS keys"]
    assert linked("en", "EDS keys, then an EDS.") == ["key: EDS keys", "eds: EDS"]


@pytest.mark.parametrize(
    "html",
    [
        "<h2 id='x'>BRV</h2>",
        '<a href="/x/">BRV</a>',
        "<label><span>BRV</span></label>",
        '<label><span id="documents-1-1">BRV</span></label>',
        '<span id="s-1"><a href="/x/">BRV</a></span>',
        '<meta content="BRV">',
    ],
)
def test_nothing_else_of_a_page_changes(html: str) -> None:
    assert variant("en").linked(html) == html


def test_a_word_that_means_other_things_is_left_alone() -> None:
    common = GLOSSARY[6].model_copy(update={"unlinked": ("en",)})
    english = next(each for each in locales(str) if each.code == "en")
    html = '<span id="s-1">They permit it: a permit.</span>'
    assert terms([common], english, "/g/").linked(html) == html


def test_what_is_linked_shows_in_the_digest() -> None:
    """A page is made again when the glossary changes."""
    assert variant("en").digest != variant("ru").digest
    assert variant("en").digest == variant("en").digest
