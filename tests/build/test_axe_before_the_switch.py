"""A template that shuts somebody out never becomes current where axe looks first."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator import pipeline
from generator.errors import BuildError
from generator.settings import ROOT, Settings
from tests.conftest import in_folder


def with_own_templates(settings: Settings, root: Path) -> Settings:
    root.mkdir()
    shutil.copytree(settings.overrides, root / "overrides")
    for name in ("generator", "mkdocs.yml", "node_modules"):
        (root / name).symlink_to(ROOT / name)
    return replace(settings, root=root, overrides=root / "overrides")


def test_a_field_without_a_label_keeps_the_old_site(small_content: Path, tmp_path: Path) -> None:
    settings = with_own_templates(in_folder(tmp_path, small_content), tmp_path / "root")
    first = pipeline.make_site(settings)
    page = settings.overrides / "settings.html"
    good = page.read_text("utf-8")

    page.write_text(good.replace("<h1", '<input name="secret"><h1'), "utf-8")
    with pytest.raises(BuildError) as found:
        pipeline.make_site(settings, examined=True)
    assert "/settings/: axe label" in str(found.value)
    assert "remedy: " in str(found.value)
    assert settings.site.resolve() == first.resolve()
    assert len(list(settings.releases.glob("2*Z-*[!n]"))) == 1

    page.write_text(good.replace("<h1", '<input name="secret" aria-label="Secret"><h1'), "utf-8")
    pipeline.make_site(settings, examined=True)
    assert 'aria-label="Secret"' in (settings.site / "en/settings/index.html").read_text("utf-8")
