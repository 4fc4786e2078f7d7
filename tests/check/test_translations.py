"""A changed Uzbek text marks exactly its translations; confirming or changing them clears it."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator import pipeline
from generator.editing import translating
from generator.errors import ConfirmError
from generator.settings import Settings
from generator.translations import confirmed, outdated, read_store, recorded, written
from tests.check.conftest import NAMES, Folder, passport
from tests.conftest import in_folder

ENTRIES = {name[0]: passport(*name) for name in NAMES}
STORE = recorded(ENTRIES, {})


def changed(**texts: str) -> dict[str, object]:
    result = {**passport(*NAMES[1])["result"], **texts}
    return {**ENTRIES, "bus-card": {**ENTRIES["bus-card"], "result": result}}


def waiting(entries: dict[str, object]) -> set[tuple[str, str, str]]:
    return {(work.id, work.field, work.language) for work in outdated(entries, STORE)}


def test_a_changed_text_marks_exactly_its_two_translations() -> None:
    assert waiting(ENTRIES) == set()
    marked = {("bus-card", "result", "ru"), ("bus-card", "result", "en")}
    assert waiting(changed(uz="Yangi natija.")) == marked


def test_a_translation_that_changed_too_is_in_step() -> None:
    assert waiting(changed(uz="Yangi.", ru="Новое.")) == {("bus-card", "result", "en")}
    assert waiting(changed(ru="Исправлено.")) == set()


def test_confirming_clears_one_language_and_stays_after_writing() -> None:
    entries = changed(uz="Yangi natija.")
    store = confirmed(entries, STORE, "bus-card", "result", "ru")
    again = read_store(yaml.safe_load(yaml.safe_dump(written(store))))
    assert [work.language for work in outdated(entries, again)] == ["en"]
    both = confirmed(entries, again, "bus-card", "result", "en")
    assert list(outdated(entries, both)) == []


def test_recording_forgets_no_work() -> None:
    entries = changed(uz="Yangi natija.")
    assert [w.language for w in outdated(entries, recorded(entries, STORE))] == ["ru", "en"]


def test_a_new_step_marks_nothing() -> None:
    new = {"uz": "Kuting.", "ru": "Ждите.", "en": "Wait."}
    steps = [new, *ENTRIES["bus-card"]["steps"]]
    entries = {**ENTRIES, "bus-card": {**ENTRIES["bus-card"], "steps": steps}}
    assert waiting(entries) == set()


def test_what_is_not_there_cannot_be_confirmed() -> None:
    with pytest.raises(ConfirmError, match="tram"):
        confirmed(ENTRIES, STORE, "tram", "result", "ru")
    with pytest.raises(ConfirmError, match=r"price"):
        confirmed(ENTRIES, STORE, "bus-card", "price", "ru")


def test_it_is_a_warning_with_the_command_that_clears_it(folder: Folder) -> None:
    folder.write("translations.yml", written(STORE))
    folder.put("bus-card", "result.uz", "Yangi natija.")
    problems = folder.check().problems
    assert [(p.code, p.field) for p in problems] == [
        ("translation-outdated", "result.ru"), ("translation-outdated", "result.en"),
    ]  # fmt: skip
    assert "confirm bus-card --field result --lang ru" in problems[0].remedy
    assert len({problems[0].said(code).message for code in ("uz", "ru", "en")}) == 3


def test_the_page_shows_the_notice_and_drops_it(small_content: Path, tmp_path: Path) -> None:
    settings = replace(in_folder(tmp_path, small_content))
    translating.record_translations(settings)
    path = min((small_content / "services").glob("*/*.yml"))
    data = yaml.safe_load(path.read_text("utf-8"))
    text = path.read_text("utf-8")
    new = f"{data['summary']['uz']} Oson."
    path.write_text(text.replace(data["summary"]["uz"], new, 1), "utf-8")
    assert _noticed(settings, path.stem) == {"ru", "en"}
    translating.confirm_translation(settings, path.stem, "summary", "ru")
    assert _noticed(settings, path.stem) == {"en"}
    translating.confirm_translation(settings, path.stem, "summary", "en")
    assert _noticed(settings, path.stem) == set()


def _noticed(settings: Settings, identifier: str) -> set[str]:
    """Variants whose page says that its translation waits."""
    pipeline.make_site(settings)
    said = {"": "", "uz-cyrl": "янгиланмоқда", "ru": "перевод ещё", "en": "being updated"}
    said[""] = "yangilanmoqda"
    pages = {
        code: (settings.site / code / "services" / identifier / "index.html").read_text("utf-8")
        for code in said
    }
    return {code for code, phrase in said.items() if phrase in pages[code]}
