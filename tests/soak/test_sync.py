"""A register at an address is published as a whole site, or the site stays."""

from pathlib import Path

import pytest

from generator import cli
from tests.conftest import in_folder
from tests.imports.conftest import APPLE, workbook
from tests.imports.test_sync import server
from tests.unit.test_remote import Remote, sends

__all__ = ["server"]


def test_what_was_fetched_is_published(
    small_content: Path,
    tmp_path: Path,
    server: Remote,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = in_folder(tmp_path / "real", small_content)
    monkeypatch.setattr(cli, "read_settings", lambda: settings)
    row = (*APPLE[:1], "Transport", *APPLE[2:])
    server.reply = sends(workbook(tmp_path / "list.xlsx", [row]).read_bytes())
    assert cli.main(["sync", f"{server.address}xlsx", "--write"]) == 0
    page = (settings.site / "ru/services/apple-garden/index.html").read_text("utf-8")
    assert "Яблоневый сад" in page
    release = settings.site.resolve()
    server.reply = sends(b"PK\x03\x04 cut off")
    assert cli.main(["sync", f"{server.address}xlsx", "--write"]) == 1
    assert settings.site.resolve() == release
