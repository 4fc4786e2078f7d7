"""What changed is made again and nothing else, and the tree is the one a clean build makes."""

import gzip
from dataclasses import replace
from pathlib import Path

import brotli
import pytest

from generator import pipeline
from generator.errors import BuildError, ContentError
from generator.progress import Progress
from generator.release import compress
from generator.settings import Settings
from tests.conftest import in_folder
from tests.edits import add, change, move, rename, services


def tree(settings: Settings) -> dict[str, bytes]:
    root = settings.site.resolve()
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_clean_and_incremental_builds_are_the_same_bytes(
    small_content: Path, tmp_path: Path
) -> None:
    settings = in_folder(tmp_path, small_content)
    cache = pipeline.open_cache(settings)
    pipeline.make_site(settings, cache=cache)
    wanted = (small_content / "wanted.yml").read_text("utf-8")
    files = [path for path in services(small_content) if path.stem not in wanted]
    edits = (
        lambda: change(files[1]),
        lambda: add(files[2], "brand-new-service"),
        lambda: rename(files[3], "renamed-service"),
        lambda: move(files[4], "notice-board"),
        files[5].unlink,
    )
    for number, edit in enumerate(edits):
        edit()
        pipeline.make_site(settings, cache=cache)
        clean = in_folder(tmp_path / f"clean{number}", small_content)
        pipeline.make_site(clean)
        assert tree(settings) == tree(clean)
        assert settings.site.resolve().name[-16:] == clean.site.resolve().name[-16:]


def test_one_field_makes_its_own_files_again_and_no_others(
    small_content: Path, tmp_path: Path
) -> None:
    settings = in_folder(tmp_path, small_content)
    pipeline.make_site(settings)
    before = tree(settings)
    path = services(small_content)[1]
    text = path.read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith("review_by: "))
    path.write_text(text.replace(line, "review_by: '2031-01-02'"), "utf-8")
    progress = Progress()
    pipeline.make_site(settings, progress)
    after = tree(settings)
    changed = {name for name in after if after[name] != before.get(name)}
    assert set(progress.made) == changed
    page = f"services/{path.stem}/index.html"
    own = {
        page,
        f"uz-cyrl/{page}",
        f"ru/{page}",
        f"en/{page}",
        f"services/{path.stem}/passport.json",
    }
    assert changed == own | {"data/services.json", "release.txt"}
    assert all(name in progress.table() for name in changed)


def test_a_compressed_site_stays_so_and_each_twin_says_what_its_file_says(
    small_content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compress, "_BEST", 1)  # a test has no minutes to spend
    settings = in_folder(tmp_path, small_content)
    pipeline.make_site(settings)
    assert not any(name.endswith(".br") for name in tree(settings))
    pipeline.make_site(settings, compressed=True)
    change(services(small_content)[1])
    progress = Progress()
    pipeline.make_site(settings, progress)
    made = tree(settings)
    pages = [name for name in made if name.endswith(".html")]
    assert len(pages) > 100
    for name in pages:
        assert brotli.decompress(made[f"{name}.br"]) == made[name], name
        assert gzip.decompress(made[f"{name}.gz"]) == made[name], name
    assert not [name for name in progress.made if name.endswith((".br", ".gz"))]


def test_a_wrong_register_or_a_dead_link_leaves_the_site(
    small_content: Path, tmp_path: Path
) -> None:
    settings = in_folder(tmp_path, small_content)
    pipeline.make_site(settings)
    before = settings.site.resolve()
    page = small_content / "pages" / "accessibility.ru.md"
    good = page.read_text("utf-8")
    page.write_text(f"{good}\n[нет](/ru/nowhere/)\n", "utf-8")
    with pytest.raises(BuildError, match=r"check: ru/accessibility/index.html: .*/ru/nowhere/"):
        pipeline.make_site(settings)
    page.write_text(good, "utf-8")
    services(small_content)[0].write_text("id: [", "utf-8")
    with pytest.raises(ContentError):
        pipeline.make_site(settings)
    assert settings.site.resolve() == before
    assert [p for p in settings.releases.iterdir() if p.is_dir()] == [before]


def test_a_failed_write_names_stage_and_file(small_content: Path, tmp_path: Path) -> None:
    settings = in_folder(tmp_path, small_content)
    (tmp_path / "work").write_text("a file where a folder belongs", "utf-8")
    with pytest.raises(BuildError, match=r"content: .*work"):
        pipeline.make_site(replace(settings, work=tmp_path / "work"))
