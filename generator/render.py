"""Views → the HTML of every page: out of the cache, and what is not there made by MkDocs."""

import shutil
from collections.abc import Mapping

from generator.build import build, look
from generator.progress import Progress
from generator.release.cache import Cache, Stored, key_of
from generator.release.checks import PageFacts, page_facts
from generator.settings import Settings
from generator.stage import stage
from generator.views.page import Page


def rendered(
    made: tuple[Page, ...], settings: Settings, cache: Cache, progress: Progress
) -> dict[str, Stored]:
    """Every page, from the cache where neither its view nor the look of the site changed."""
    theme = look(settings)
    files: dict[str, Stored] = {}
    missing: list[tuple[Page, str]] = []
    for page in made:
        key = key_of(theme, page.url, page.site.search_script, page.digest)
        if found := cache.find(key):
            files[f"{page.url}index.html"] = found
        else:
            missing.append((page, key))
    progress.note(f"{len(missing):,} made, {len(files):,} kept")
    homes = [page for page in made if not page.path]
    lost = key_of(theme, "404", *(home.site.search_script for home in homes))
    if missing or not cache.find(lost):
        files |= _made(missing, homes, lost, settings, cache, progress)
    return {**files, "404.html": cache.table("made")[lost]}


def _made(
    missing: list[tuple[Page, str]],
    homes: list[Page],
    lost: str,
    settings: Settings,
    cache: Cache,
    progress: Progress,
) -> dict[str, Stored]:
    """Pages made by MkDocs and kept under their keys; `lost` is the key of the 404 page."""
    docs, tree = settings.work / "docs", settings.work / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    progress.expect(len(missing))
    stage((page for page, _ in missing), docs)
    build([page for page, _ in missing], homes, docs, tree, settings, progress.tick)
    files = {}
    for page, key in missing:
        content = (tree / page.url / "index.html").read_bytes()
        files[f"{page.url}index.html"] = cache.put(key, content)
    cache.put(lost, (tree / "404.html").read_bytes())
    return files


def facts(files: Mapping[str, Stored], cache: Cache) -> dict[str, PageFacts | None]:
    """What the checks need to know of every file; pages are read once."""
    known = cache.table("facts")
    told: dict[str, PageFacts | None] = {}
    for path, stored in files.items():
        if path.endswith(".html") and stored.digest not in known:
            known[stored.digest] = page_facts(path, cache.read(stored))
        told[path] = known.get(stored.digest)
    return told
