"""Russian numbers in the case and gender that their sentence asks for.

Texts show the case twice: by the preposition before a number and by the noun behind it
(`за 2 рабочих дня`, `до 2 рабочих дней`, `о 2 днях`).  Both are read here; what shows neither
is nominative.
"""

import re
from dataclasses import dataclass
from typing import Literal

from num2words import num2words

Case = Literal["n", "g", "d", "a", "i", "p"]
Gender = Literal["m", "f", "n"]

_BEFORE: dict[Case, str] = {
    "g": "до от с со из после около свыше больше меньше более менее старше моложе младше выше ниже"
    " дольше дороже дешевле дальше длиннее раньше позднее позже ближе без для у кроме вместо против"
    " среди течение размере возрасте возраста достижении исполнения достижения ранее помимо порядка"
    " стоимостью сверх нет",
    "d": "к ко благодаря",
    "a": "за на через в во спустя стоит стоят стоил стоила стоило стоили платит платят платили"
    " платите заплатите заплатить платить составляет составляют составил составила составляла",
    "i": "между над перед под",
    "p": "о об при",
}
_CASE_OF = {word: case for case, words in _BEFORE.items() for word in words.split()}
_ADJECTIVE = re.compile("(?:[ыи]х|[ыи]е|[ыи]ми|[ыи]й|ого|его|ому|ему|ой|ую|юю|ая|яя|ое)$")
_NOT_A_NOUN = re.compile(
    "(?:и|или|а|но|ко?|до|от|со?|из|во?|на|за|по|об?|при|для|без|у|под|над|через|как|не|то|что|чем"
    "|если|же|ли|бы|уже|ещё|может|нет|есть|был|была|было|были)$"
)
_LABELS = re.compile(
    "(?:стать[а-я]{1,3}|пункт[а-я]{0,3}|приложени[а-я]{1,2}|част[а-я]{1,3}|глав[а-я]{1,2}|форм[а-я]"
    "|раздел[а-я]{0,2}|услуг[а-я]{0,2}|номер[а-я]{0,3}|тип[а-я]{0,2}|уровн[а-я]{1,2}|уровень"
    "|подпункт[а-я]{0,2}|страниц[а-я]{1,2}|категори[а-я]{1,2}|дом[а-я]?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Frame:
    """What stands around a number: the word before it and up to three words behind it."""

    before: str
    behind: tuple[str, ...]

    @property
    def head(self) -> str:
        """The noun that is counted, behind its adjectives; empty if there is none."""
        if _LABELS.match(self.before):
            return ""
        for word in self.behind:
            if _NOT_A_NOUN.match(word):
                return ""
            if not _ADJECTIVE.search(word):
                return word
        return self.behind[-1] if self.behind else ""

    @property
    def asked(self) -> Case:
        """The case that the word before asks for."""
        return _CASE_OF.get(self.before.lower(), "n")


def frame(match: re.Match[str]) -> Frame:
    """Read what stands around a match, as far as no mark comes between."""
    before = re.search(r"([А-Яа-яёЁ]+) $", match.string[: match.start()])
    rest = re.sub(r"^ (?:кв|куб)\.", "", match.string[match.end() :])
    behind = re.match(r"(?:[ -]?[А-Яа-яёЁA-Z-]+){1,3}", rest)
    return Frame(before[1] if before else "", tuple(behind[0].split()) if behind else ())


def cardinal(number: int, case: Case = "n", gender: Gender = "m") -> str:
    """Say how many."""
    return str(num2words(number, lang="ru", case=case, gender=gender, animate=False))


def ordinal(number: int, case: Case = "n", gender: Gender = "m") -> str:
    """Say which."""
    return str(num2words(number, lang="ru", to="ordinal", case=case, gender=gender, animate=False))


def fraction(whole: int, places: str, case: Case = "n") -> str:
    """Say a decimal: ноль целых пять десятых, до одной целой двух десятых."""
    case = case if case in "ga" else "n"
    part = int(places)
    size = ordinal(10 ** len(places), "n", "f").removesuffix("ая")
    said = [cardinal(whole, case, "f"), "цел" + _feminine(whole, case)]
    return " ".join([*said, cardinal(part, case, "f"), size + _feminine(part, case)])


def _feminine(number: int, case: Case) -> str:
    """The ending of целая and десятая behind a number."""
    if not _ends_in_one(number):
        return "ых"
    return {"n": "ая", "a": "ую"}.get(case, "ой")


def _ends_in_one(number: int) -> bool:
    return re.search("(?<!1)1$", str(number)) is not None


def _ends_in_few(number: int) -> bool:
    return re.search("(?<!1)[234]$", str(number)) is not None


def counting(number: int, around: Frame) -> str:
    """Say a whole number as its noun and preposition ask."""
    head, case = around.head, around.asked
    if not head and _LABELS.match(around.before):
        return cardinal(number)
    for ending, oblique in _OBLIQUE.items():
        if head.endswith(ending):
            return cardinal(number, oblique)
    if _ends_in_one(number):
        return cardinal(number, *_first(_BEHIND_ONE, case, head))
    if _ends_in_few(number):
        return cardinal(number, *_first(_BEHIND_FEW, case, head))
    return cardinal(number, case if case in "gda" else "n")


_OBLIQUE: dict[str, Case] = {
    "ам": "d",
    "ям": "d",
    "ами": "i",
    "ями": "i",
    "ью": "i",
    "ах": "p",
    "ях": "p",
}
_MASCULINE = (
    "(?:дня|часа|года|месяца|раза|рубля|сума|доллара|квартала|этажа|экземпляра|вида|метра|процента"
    "|человека|километра|кубометра|срока|товара|документа|заявителя|учредителя|ребёнка)$"
)
# A preposition's case and the counted noun → the number's case and gender; the first that fits.
_Table = tuple[tuple[str, Case, Gender], ...]
_BEHIND_ONE: _Table = (
    ("^d .*[ую]$", "d", "m"),  # к 1 дню
    ("[ую]$", "a", "f"),  # за 1 услугу
    ("[ыи]$", "g", "f"),  # из 221 услуги
    (_MASCULINE, "g", "m"),  # срок 1 месяца
    ("^g .*[ая]$", "g", "m"),  # до 1 класса
    ("[ая]$", "n", "f"),  # 1 услуга
    ("^[pa] .*[оеё]м$", "p", "m"),  # в 1 документе о том
    ("[оеё]м$", "i", "m"),  # с 1 документом
    ("^g .*[ое]$", "g", "n"),
    ("^d .*[ое]$", "d", "n"),
    ("[ое]$", "n", "n"),  # 1 заявление
    ("^g ", "g", "m"),  # от 1
    ("^d ", "d", "m"),
    ("", "n", "m"),  # 1 день
)
_BEHIND_FEW: _Table = (
    ("^g ", "g", "m"),  # до 2
    ("^d ", "d", "m"),
    ("[ыи]$", "n", "f"),  # 2 услуги
    ("[аяо]$|[^а-яё]$", "n", "m"),  # 2 дня
    ("", "g", "m"),  # получение 2 справок
)


def _first(table: _Table, case: Case, head: str) -> tuple[Case, Gender]:
    place = f"{case} {head}"
    return next((found, gender) for shape, found, gender in table if re.search(shape, place))


@dataclass(frozen=True)
class Unit:
    """The forms of a counted unit: one, its genitive, a few, many."""

    one: str
    genitive: str
    few: str
    many: str
    gender: Gender = "m"

    def after(self, number: int, case: Case) -> str:
        """The form that stands behind a whole number in this case."""
        if case in "gdp":
            return self.genitive if _ends_in_one(number) and case == "g" else self.many
        if _ends_in_one(number):
            return self._accusative() if case == "a" else self.one
        return self.few if _ends_in_few(number) else self.many

    def _accusative(self) -> str:
        if self.gender != "f":
            return self.one
        words = (re.sub("ая$", "ую", re.sub("(?<!а)а$", "у", word)) for word in self.one.split())
        return " ".join(words)
