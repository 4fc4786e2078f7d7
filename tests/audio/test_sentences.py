"""Where a sentence ends, and what a page says."""

import pytest

from generator.sentences import sentences, split


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ariza bering. Javobni kuting.", ["Ariza bering.", "Javobni kuting."]),
        ("Ariza bering. my.gov.uz saytiga kiring.", ["Ariza bering.", "my.gov.uz saytiga kiring."]),
        ("my.gov.uz portalida toʻldiring.", ["my.gov.uz portalida toʻldiring."]),
        ("Qoida 2020-yil. 5 kun amal qildi.", ["Qoida 2020-yil.", "5 kun amal qildi."]),
        ("Narxi 1.5 mln soʻm.", ["Narxi 1.5 mln soʻm."]),
        ("Cost is 4.5% of the BRV. It is fixed.", ["Cost is 4.5% of the BRV.", "It is fixed."]),
        ("See No. 797. It applies.", ["See No. 797.", "It applies."]),
        ("Is it free? No. You pay.", ["Is it free?", "No.", "You pay."]),
        ("A. Navoiy koʻchasi. 5-uy.", ["A. Navoiy koʻchasi.", "5-uy."]),
        ("По ст. 54 КоАП. «Да!» Потом.", ["По ст. 54 КоАП.", "«Да!»", "Потом."]),
        ("Смотрите (см. ст. 5). Всё.", ["Смотрите (см. ст. 5).", "Всё."]),
        ("Нархи 5 минг сўм. Ўзингиз боринг.", ["Нархи 5 минг сўм.", "Ўзингиз боринг."]),
        ("Kuting… Keyin boring!", ["Kuting…", "Keyin boring!"]),
        ("Gap nuqtasiz", ["Gap nuqtasiz"]),
        ("", []),
    ],
)
def test_a_text_is_cut_after_each_sentence(text: str, parts: list[str]) -> None:
    assert list(split(text)) == parts


def test_ids_go_on_through_the_texts_of_one_element() -> None:
    made = sentences("steps-2", "Bir. Ikki.", "", "Uch.")
    assert [(each.id, each.text) for each in made] == [
        ("steps-2-1", "Bir."),
        ("steps-2-2", "Ikki."),
        ("steps-2-3", "Uch."),
    ]
