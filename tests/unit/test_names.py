"""The list of names: complete, light, and full enough to be searched."""

import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import brotli
import pytest

from generator.exports.names import names
from generator.locales import locales
from generator.model import LANGUAGES, Register
from generator.settings import ROOT

VARIANTS = {locale.code: locale for locale in locales(lambda text: text)}


def enlarged(register: Register, count: int) -> Register:
    """A register of `count` services: real ones, then as many again in which rare words are new."""
    text = " ".join(f"{p.id} {p.name} {p.keywords}" for p in register.passports)
    often = Counter(re.findall(r"[^\W\d_]+", text))

    def other_words(text: str, turn: int) -> str:
        return re.sub(
            r"[^\W\d_]+",
            lambda word: word[0] if often[word[0]] > 2 or not turn else _shifted(word[0], turn),
            text,
        )

    passports = []
    for number in range(count):
        turn, place = divmod(number, len(register.passports))
        made = register.passports[place]
        names_, keywords = made.name, made.keywords
        passports.append(
            made.model_copy(
                update={
                    "id": other_words(made.id, turn) + (f"-{turn}" if turn else ""),
                    "name": names_.model_copy(
                        update={x: other_words(getattr(names_, x), turn) for x in LANGUAGES}
                    ),
                    "keywords": keywords.model_copy(
                        update={
                            x: tuple(other_words(k, turn) for k in getattr(keywords, x))
                            for x in LANGUAGES
                        }
                    ),
                }
            )
        )
    return register.model_copy(update={"passports": tuple(passports)})


def _shifted(word: str, turn: int) -> str:
    """A word of the same length and script that nobody has written."""
    alphabets = ("abdefghijklmnopqrstuvxyz", "абвгдежзийклмнопрстуфхцчшы")
    for letters in alphabets:
        word = word.translate(str.maketrans(letters, letters[turn:] + letters[:turn]))
    return word


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
