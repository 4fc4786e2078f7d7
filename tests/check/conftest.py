"""A small content folder without a single finding, to be broken in one place at a time."""

import copy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.check import Checked
from generator.editing import checking
from generator.settings import read_settings

TODAY = date(2026, 11, 21)
SPHERES = ("health-care", "transport")
NAMES = (
    ("clinic-visit", "Shifokorga yozilish", "Запись к врачу", "Booking a doctor"),
    ("bus-card", "Avtobus kartasi", "Проездной на автобус", "A bus card"),
    ("dog-licence", "Itni roʻyxatga olish", "Регистрация собаки", "Registering a dog"),
    ("tree-permit", "Daraxt ekish ruxsati", "Разрешение на посадку дерева", "A tree permit"),
    ("library-ticket", "Kutubxona chiptasi", "Читательский билет", "A library ticket"),
    ("water-meter", "Suv hisoblagichi", "Счётчик воды", "A water meter"),
)
EMPTY = (
    "laws", "directory", "glossary", "statistics", "timeline", "life-events", "audiences",
    "lessons", "wanted", "usage", "moved",
)  # fmt: skip


def said(uz: str, ru: str, en: str) -> dict[str, str]:
    return {"uz": uz, "ru": ru, "en": en}


def passport(identifier: str, uz: str, ru: str, en: str) -> dict[str, Any]:
    """All thirteen items, in step."""
    return {
        "id": identifier,
        "name": said(uz, ru, en),
        "summary": said(f"{uz} 2 kunda.", f"{ru} за 2 дня.", f"{en} in 2 days."),
        "description": said(f"{uz} haqida.", f"О чём: {ru}.", f"About: {en}."),
        "steps": [{"channel": "portal", **said("Ariza bering.", "Подайте заявку.", "Apply.")}],
        "documents": [{"ref": "passport"}],
        "laws": [],
        "organizations": ["office"],
        "cost": {"soum": 412000, "text": said(
            "Narxi 412 000 soʻm.", "Цена 412 000 сумов.", "The price is 412,000 soum.")},
        "term": {"number": 2, "unit": "days"},
        "audience": {"who": "both"},
        "result": said(f"Natija: {uz}.", f"Итог: {ru}.", f"Result: {en}."),
        "online": {"mode": "automatic", "eds": "required"},
        "benefits": [],
        "reapply": said("Istalgan vaqtda.", "В любое время.", "At any time."),
        "refusal": {"reasons": [said("Ariza toʻliq emas.", "Заявка неполна.", "Not complete.")]},
        "reviewed": "2026-11-01",
        "review_by": "2027-11-01",
        "source": "https://my.gov.uz/uz/service/1",
        "as_of": "2026",
    }  # fmt: skip


class Folder:
    """The folder; `of` names a passport or a list, `place` is the way to a value."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for number, (identifier, *name) in enumerate(NAMES):
            self.write(self._passport(identifier, number), passport(identifier, *name))
        sphere = {"icon": "heart", "report_total": 1, "report_individuals": 1,
                  "report_legal_entities": 1, "report_automatic": 1, "report_eds": 1}  # fmt: skip
        words = {"health-care": ("Sogʻliq", "Здоровье", "Health"),
                 "transport": ("Yoʻl", "Дорога", "Roads")}  # fmt: skip
        self.write("spheres.yml", [
            {"id": i, "name": said(*words[i]), "summary": said(*words[i]), **sphere}
            for i in SPHERES
        ])  # fmt: skip
        self.write("organizations.yml", [{
            "id": "office", "name": said("Idora", "Контора", "The office"),
            "source": "https://my.gov.uz/"}])  # fmt: skip
        paper = {"id": "passport", **said("Pasport", "Паспорт", "A passport")}
        self.write("vocabulary.yml", {"documents": [paper], "steps": []})
        brv = {"since": "2025-08-01", "soum": 412000, "source": "https://lex.uz/"}
        self.write("amounts.yml", {"brv": [brv]})
        for name in EMPTY:
            self.write(f"{name}.yml", [])

    def check(self) -> Checked:
        """Everything that is found."""
        settings = replace(read_settings(), content=self.root, root=self.root)
        return checking.findings(settings, TODAY)

    def path(self, of: str) -> Path:
        found = sorted(self.root.glob(f"services/*/{of}.yml"))
        return found[0] if found else self.root / f"{of}.yml"

    def data(self, of: str) -> Any:
        return yaml.safe_load(self.path(of).read_text("utf-8"))

    def write(self, name: str, data: Any) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.dump(data, allow_unicode=True, sort_keys=False, width=999), "utf-8")

    def put(self, of: str, place: str, value: Any) -> None:
        """Write a value at `cost.text.uz`; None takes it away."""
        data = copy.deepcopy(self.data(of))
        *way, last = [int(step) if step.isdigit() else step for step in place.split(".")]
        inner = data
        for step in way:
            inner = inner[step]
        if value is None:
            del inner[last]
        elif isinstance(inner, list) and last == len(inner):
            inner.append(value)
        else:
            inner[last] = value
        self.write(str(self.path(of).relative_to(self.root)), data)

    def put_words(self, of: str, place: str, uz: str, ru: str, en: str) -> None:
        for code, text in said(uz, ru, en).items():
            self.put(of, f"{place}.{code}", text)

    def replace(self, of: str, old: str, new: str) -> None:
        text = self.path(of).read_text("utf-8")
        assert old in text
        self.path(of).write_text(text.replace(old, new, 1), "utf-8")

    @staticmethod
    def _passport(identifier: str, number: int) -> str:
        return f"services/{SPHERES[number % len(SPHERES)]}/{identifier}.yml"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "content")
