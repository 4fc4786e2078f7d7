"""A passport as one text message: what fits, in which order, in which alphabet."""

from urllib.parse import parse_qs, urlsplit

import pytest

from generator.model import Register
from generator.views.message import CYRILLIC, LATIN, sms_link, text_message

ADDRESS = "https://xizmat.example/services/birth-certificate/"


def test_everything_that_fits_stands_in_order() -> None:
    text = text_message("Tugʻilganlik haqida maʼlumotnoma", ["18 540 soʻm"], "1148", ADDRESS)
    assert text == f"Tug'ilganlik haqida ma'lumotnoma: 18 540 so'm. 1148 {ADDRESS}"


def test_cyrillic_has_room_for_seventy() -> None:
    text = text_message("Справка о рождении", ["от 18 540 сум", "1 день"], "1148", ADDRESS)
    assert text == "Справка о рождении: от 18 540 сум; 1 день. 1148"


def test_a_long_name_is_cut_at_a_word_and_the_phone_stays() -> None:
    name = "Выдача разрешения на перепланировку и переустройство жилых помещений в доме"
    text = text_message(name, ["бесплатно"], "+998712025000", "")
    assert text == "Выдача разрешения на перепланировку и переустройство... +998712025000"


@pytest.mark.parametrize("text", ["A & b: 5 % (x); #1 + 1?", "Справка: 1 день", "so'm"])
def test_a_link_carries_the_text_whole(text: str) -> None:
    link = sms_link(text)
    assert " " not in link
    assert '"' not in link
    assert parse_qs(urlsplit(link).query)["body"] == [text]


def test_every_message_of_the_register_is_one_message(register: Register) -> None:
    for passport in register.passports:
        for language in ("uz", "ru", "en"):
            name = getattr(passport.name, language)
            text = text_message(name, ["от 1 854 000 сум"], "+998712025000", ADDRESS)
            assert len(text) <= CYRILLIC
            text = text_message(name, ["1 day"], "+998712025000", ADDRESS)
            assert len(text) <= (CYRILLIC if language == "ru" else LATIN)
            assert "+998712025000" in text
