"""Pages → the docs folder that MkDocs builds: a stub a page that names its template."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.views.page import Page
from generator.views.site import ProseBody


def stage(pages: Iterable[Page], docs: Path) -> None:
    """Write one stub a page into the empty folder `docs`."""
    shutil.rmtree(docs, ignore_errors=True)
    for page in pages:
        path = docs / _source(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_stub(page), "utf-8")


def _source(page: Page) -> str:
    """`services/x/` in Russian → `services/x/index.ru.md`."""
    return f"{page.path}index.{page.site.locale.code}.md"


def _stub(page: Page) -> str:
    markdown = page.body.markdown if isinstance(page.body, ProseBody) else ""
    return f"---\ntemplate: {page.template}\n---\n{markdown}\n"
