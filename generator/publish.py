"""A built tree → a release that becomes current in one step; `site` is a link to it."""

import hashlib
import os
import shutil
from pathlib import Path

_KEPT = 3


def publish(tree: Path, releases: Path, site: Path) -> Path:
    """Move `tree` among the releases, point `site` at it and prune old ones.

    Returns the release. A reader of `site` sees the old tree or the new one, never a mix.
    """
    releases.mkdir(exist_ok=True)
    release = releases / digest(tree)
    if release.exists():
        shutil.rmtree(tree)
    else:
        tree.rename(release)
    os.utime(release)
    _point(site, release)
    _prune(releases, release)
    return release


def digest(tree: Path) -> str:
    """Name of a tree made from its file names and bytes: 16 hexadecimal digits of SHA-256."""
    total = hashlib.sha256()
    for path in sorted(path for path in tree.rglob("*") if path.is_file()):
        total.update(str(path.relative_to(tree)).encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


def _point(site: Path, release: Path) -> None:
    beside = site.with_name(f".{site.name}-{os.getpid()}")
    beside.unlink(missing_ok=True)
    beside.symlink_to(os.path.relpath(release, site.parent))
    if site.is_dir() and not site.is_symlink():
        shutil.rmtree(site)
    beside.replace(site)


def _prune(releases: Path, current: Path) -> None:
    others = [path for path in releases.iterdir() if path.is_dir() and path != current]
    others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in others[_KEPT - 1 :]:
        shutil.rmtree(path)
