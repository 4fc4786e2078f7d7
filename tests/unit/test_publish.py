"""A release becomes current in one step, and old ones go."""

from pathlib import Path

from generator.publish import publish


def tree(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text, "utf-8")
    return folder


def test_the_link_follows_the_newest_release(tmp_path: Path) -> None:
    releases, site = tmp_path / "releases", tmp_path / "site"
    for text in ("one", "two"):
        release = publish(tree(tmp_path / "tree", text), releases, site)
        assert (site / "index.html").read_text("utf-8") == text
        assert site.resolve() == release


def test_the_same_tree_is_the_same_release(tmp_path: Path) -> None:
    releases, site = tmp_path / "releases", tmp_path / "site"
    first = publish(tree(tmp_path / "tree", "one"), releases, site)
    second = publish(tree(tmp_path / "tree", "one"), releases, site)
    assert first == second
    assert len(list(releases.iterdir())) == 1


def test_old_releases_are_pruned_but_never_the_current(tmp_path: Path) -> None:
    releases, site = tmp_path / "releases", tmp_path / "site"
    for number in range(6):
        publish(tree(tmp_path / "tree", str(number)), releases, site)
    assert len(list(releases.iterdir())) == 3
    assert (site / "index.html").read_text("utf-8") == "5"
