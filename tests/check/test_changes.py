"""What changes for citizens, in plain words, from a revision of git."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from generator.changes import compare
from generator.editing import checking, summary, translating
from generator.errors import RevisionError
from generator.settings import Settings
from tests.check.conftest import TODAY, Folder, passport
from tests.conftest import in_folder


@pytest.fixture
def repository(folder: Folder, settings: Settings) -> Settings:
    """The small folder under git, its translations recorded."""
    root = folder.root.parent
    for name in ("cyrillic.yml", "synonyms.yml"):
        shutil.copy(settings.content / name, folder.root / name)
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=E", "-c", "user.email=e@e",
                    "commit", "-qm", "First"]):  # fmt: skip
        subprocess.run(["git", "-C", str(root), *command], check=True)
    here = replace(in_folder(root, folder.root), root=root)
    translating.record_translations(here)
    return here


def test_sources_and_dates_are_no_change_for_citizens(folder: Folder) -> None:
    before = folder.check().register
    folder.put("bus-card", "source", "https://lex.uz/")
    folder.put("bus-card", "review_by", "2028-01-01")
    after = folder.check().register
    assert before
    assert after
    assert compare(before, after) == ()


def test_fee_term_documents_and_services_are_told(repository: Settings, folder: Folder) -> None:
    assert "Nothing changes." in summary.changes_since(repository, "HEAD", "en")
    folder.put("bus-card", "cost.soum", 500000)
    folder.put_words("bus-card", "cost.text", "500 000 soʻm.", "500 000 сумов.", "500,000 soum.")
    folder.put("bus-card", "term.number", 3)
    folder.put("bus-card", "documents", [])
    folder.put("dog-licence", "result.uz", "Yangi natija.")
    folder.path("water-meter").unlink()
    english = summary.changes_since(repository, "HEAD", "en").replace("\u00a0", " ")
    assert "- A bus card: cost changes from 412,000 soum to 500,000 soum." in english
    assert "- A bus card: term changes from 2 days to 3 days." in english
    assert "- A bus card: documents changes from 1 to 0." in english
    assert "- Removed service: A water meter." in english
    assert "- Registering a dog: still to be updated: Russian, English." in english
    assert "+- 500,000 soum." in english
    assert "-- The price is 412,000 soum." in english
    assert "Услуга убрана: Счётчик воды." in summary.changes_since(repository, "HEAD", "ru")


def test_a_revision_that_is_none_is_said_so(repository: Settings) -> None:
    with pytest.raises(RevisionError, match="nowhere"):
        summary.changes_since(repository, "nowhere", "en")
    with pytest.raises(RevisionError, match="no revision"):
        summary.changes_since(repository, "--output=x", "en")


def test_the_command_prints_markdown(repository: Settings, tmp_path: Path) -> None:
    assert tmp_path in repository.root.parents or tmp_path == repository.root
    assert summary.changes_since(repository, "HEAD", "uz").startswith("## Fuqarolar uchun")


def test_an_editor_sees_her_own_warnings_and_every_error(
    repository: Settings, folder: Folder
) -> None:
    folder.put("bus-card", "reapply", None)
    folder.put("dog-licence", "name.ru", "Регистрaция")  # a Latin letter
    for command in (["add", "."], ["-c", "user.name=E", "-c", "user.email=e@e",
                    "commit", "-qm", "Of others"]):  # fmt: skip
        subprocess.run(["git", "-C", str(repository.root), *command], check=True)
    folder.put("water-meter", "reapply", None)
    draft = passport("ferry-ticket", "Parom chiptasi", "Билет на паром", "A ferry ticket")
    folder.write("services/transport/ferry-ticket.yml", {**draft, "benefits": None})
    everything = checking.findings(repository, TODAY)
    shown = checking.since(repository, "HEAD", everything).problems
    seen = {(one.file.stem, one.severity) for one in shown}
    assert seen == {
        ("dog-licence", "error"), ("water-meter", "warning"), ("ferry-ticket", "warning"),
    }  # fmt: skip
    assert "bus-card" in {one.file.stem for one in everything.problems}
