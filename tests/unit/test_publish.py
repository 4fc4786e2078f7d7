"""A release becomes current in one step, can be taken back, and old ones go."""

import hashlib
from pathlib import Path

import pytest

from generator.errors import BuildError
from generator.publish import documents_of, new_tree, prune, publish, publishing, roll_back


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    folder = tmp_path / "releases"
    folder.mkdir()
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def release(text: str, releases: Path, site: Path) -> Path:
    tree = releases / ".new"
    tree.mkdir()
    (tree / "index.html").write_text(text, "utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    made = publish(tree, releases, site, {"index.html": digest})
    prune(releases, site)
    return made


def names(releases: Path) -> list[str]:
    return sorted(path.name for path in releases.iterdir() if path.is_dir())


def shown(site: Path) -> str:
    return (site / "index.html").read_text("utf-8")


def test_the_link_follows_the_newest_release(releases: Path, site: Path) -> None:
    for text in ("one", "two"):
        made = release(text, releases, site)
        assert shown(site) == text
        assert site.resolve() == made


def test_old_releases_are_pruned_but_never_the_current(releases: Path, site: Path) -> None:
    for number in range(6):
        release(str(number), releases, site)
    assert len(names(releases)) == 3
    assert shown(site) == "5"


def test_a_release_is_taken_back_one_by_one_until_none_is_left(releases: Path, site: Path) -> None:
    for text in ("one", "two", "three"):
        release(text, releases, site)
    roll_back(releases, site)
    assert shown(site) == "two"
    roll_back(releases, site)
    assert shown(site) == "one"
    with pytest.raises(BuildError, match="no release before"):
        roll_back(releases, site)
    assert shown(site) == "one"


def test_a_rejected_release_is_never_the_one_before(releases: Path, site: Path) -> None:
    for text in ("good", "bad"):
        release(text, releases, site)
    roll_back(releases, site)
    release("mended", releases, site)
    roll_back(releases, site)
    assert shown(site) == "good"


def test_what_a_killed_publisher_left_is_removed(releases: Path, site: Path) -> None:
    release("one", releases, site)
    (releases / "99990101T000000.000000Z-0123456789abcdef").mkdir()
    (releases / ".gone-half").mkdir()
    made = release("two", releases, site)
    assert len(names(releases)) == 2
    assert shown(site) == "two"
    assert made.name in names(releases)


def test_two_publishers_are_kept_apart(releases: Path) -> None:
    with (
        publishing(releases),
        pytest.raises(BuildError, match="another publisher"),
        publishing(releases, 0.1),
    ):
        pass
    with publishing(releases, 0.1):
        pass


def test_documents_stand_beside_their_release_and_go_with_it(releases: Path, site: Path) -> None:
    made = [release("0", releases, site)]
    documents_of(made[0]).write_text("[]", "utf-8")
    assert not any(path.name.endswith(".json") for path in site.resolve().iterdir())
    for number in range(1, 4):
        made.append(release(str(number), releases, site))
        assert documents_of(made[0]).exists() == made[0].exists()
    assert not documents_of(made[0]).exists()


def test_the_next_release_starts_as_the_oldest_but_never_as_the_one_before(
    releases: Path, site: Path
) -> None:
    for number in range(3):
        made = release(str(number), releases, site)
    for _ in range(2):  # a build that fails costs no release that one could return to
        with new_tree(releases, made) as tree:
            assert not tree.exists() or (tree / "index.html").read_text("utf-8") == "0"
    assert len(names(releases)) == 2
    roll_back(releases, site)
    assert shown(site) == "1"
