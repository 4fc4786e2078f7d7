"""The list of names: complete, light, and full enough to be searched."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import brotli
import pytest

from generator.exports.names import names
from generator.locales import locales
from generator.model import Register
from generator.settings import ROOT

VARIANTS = {locale.code: locale for locale in locales(lambda text: text)}


def enlarged(register: Register, count: int) -> Register:
    """A register of `count` services: real ones, then mixtures of their words."""
    passports = list(register.passports[:count])
    while len(passports) < count:
        number = len(passports)
        one, other = (
            register.passports[number * step % len(register.passports)] for step in (7, 31)
        )
        halves = {
            language: " ".join(
                getattr(one.name, language).split()[::2]
                + getattr(other.name, language).split()[1::2]
            )
            for language in ("uz", "ru", "en")
        }
        passports.append(
            other.model_copy(
                update={
                    "id": "-".join(one.id.split("-")[:2] + other.id.split("-")[1:]) + f"-{number}",
                    "name": one.name.model_copy(update=halves),
                }
            )
        )
    return register.model_copy(update={"passports": tuple(passports)})


@pytest.mark.parametrize("code", VARIANTS)
@pytest.mark.parametrize(("count", "allowed"), [(100, 3_750), (400, 15_000), (850, 30_000)])
def test_the_list_keeps_to_its_weight(
    register: Register, code: str, count: int, allowed: int
) -> None:
    content = names(enlarged(register, count), VARIANTS[code])
    assert len(json.loads(content)["ids"].split(" ")) == count
    assert len(brotli.compress(content)) <= allowed


@pytest.mark.parametrize("code", ["uz", "ru", "en"])
def test_every_service_is_in_the_list_by_its_name(register: Register, code: str) -> None:
    listed = json.loads(names(register, VARIANTS[code]))
    ids, texts = listed["ids"].split(" "), listed["names"].split("\n")
    assert dict(zip(ids, texts, strict=True)) == {
        passport.id: getattr(passport.name, code) for passport in register.passports
    }
    assert len(listed["words"].split("\n")) == len(ids)


def test_everyday_words_are_in_the_list(register: Register) -> None:
    listed = json.loads(names(register, VARIANTS["uz"]))
    words = dict(zip(listed["ids"].split(" "), listed["words"].split("\n"), strict=True))
    assert "prava" in words["drivers-licence"].split()
    assert "metrka" in words["birth-certificate"].split()


def searched(site: Path, lang: str, query: str) -> list[str]:
    node = shutil.which("node")
    assert node
    done = subprocess.run(
        [node, "tests/search/fallback.mjs", str(site)],
        input=json.dumps({"q": query, "lang": lang}),
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return list(json.loads(done.stdout)["ids"])


@pytest.mark.parametrize(
    ("lang", "query", "right"),
    [
        ("uz", "bogʻcha navbati", "preschool-queue-check"),
        ("uz", "BOG'CHA NAVBATI", "preschool-queue-check"),
        ("uz", "bogcha navbat", "preschool-queue-check"),
        ("uz", "боғча навбати", "preschool-queue-check"),
        ("uz", "тугилганлик хакида маълумотнома", "birth-certificate"),
        ("uz", "haydovchlik guvonomasi", "drivers-licence"),
        ("uz", "guvohnoma haydovchilik", "drivers-licence"),
        ("uz-cyrl", "хайдовчилик гувохномаси", "drivers-licence"),
        ("uz-cyrl", "haydovchilik guvohnomasi", "drivers-licence"),
        ("ru", "водителское удостоверение", "drivers-licence"),
        ("ru", "cghfdrf j hj;ltybb", "birth-certificate"),
        ("ru", "spravka o rozhdenii", "birth-certificate"),
        ("ru", "учёба справка", "student-status-certificate"),
        ("ru", "учеба справка", "student-status-certificate"),
        ("en", "brith certificate", "birth-certificate"),
        ("en", "ишкер сукешашсфеу", "birth-certificate"),
        ("en", "passport for travelling abroad", "foreign-travel-passport"),
    ],
)
def test_the_list_is_searched_however_one_types(
    site: Path, lang: str, query: str, right: str
) -> None:
    assert searched(site, lang, query)[0] == right


@pytest.mark.parametrize("query", ["", " ", "!?", "…", "ʻʼ", "\\", "(", "\U0001f600", "x" * 200])
def test_what_means_nothing_finds_nothing(site: Path, query: str) -> None:
    assert searched(site, "uz", query) == []


def test_the_spelling_of_the_browser_agrees_with_the_letters_of_uzbek() -> None:
    """Every Cyrillic letter of our languages is spelled, so none falls out of a word."""
    script = (ROOT / "overrides/scripts/search/1-names.js").read_text("utf-8")
    letters, spelled = re.findall(r'const (?:LETTERS|SPELLED) = "(.+)";', script)
    assert len(letters) == len(spelled)
    longer = set(re.findall(r"([а-яё]): \"", script))
    assert set("абвгдеёжзийклмнопрстуфхцчшщыэюяўқғҳ") <= set(letters) | longer
