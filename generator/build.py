"""Staged pages → HTML: runs MkDocs with Material's machinery and our own templates."""

import logging
from collections.abc import Iterable
from pathlib import Path

import material
import rcssmin
import rjsmin
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.errors import BuildError
from generator.settings import Settings
from generator.views.page import Page

_ICONS = Path(material.__file__).parent / "templates" / ".icons" / "material"


def build(pages: Iterable[Page], docs: Path, out: Path, settings: Settings) -> None:
    """Build the staged folder `docs` into `out`. Raises BuildError."""
    by_url = {page.url: page for page in pages}
    icons = sorted({icon for page in by_url.values() for icon in page.icons})
    extra = {
        "site_pages": by_url,
        "css": stylesheet(settings.overrides / "css"),
        "early": early_script(settings.overrides / "scripts"),
        "symbols": {icon: _symbol(icon) for icon in icons},
    }
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        config = load_config(
            str(settings.root / "mkdocs.yml"),
            docs_dir=str(docs),
            site_dir=str(out),
            extra=extra,
        )
        mkdocs_build(config)
    except MkDocsException as error:
        raise BuildError(f"build: {error}") from error


def stylesheet(folder: Path) -> str:
    """All style sheets as one minified text, the same on every page."""
    parts = (path.read_text("utf-8") for path in sorted(folder.glob("*.css")))
    return str(rcssmin.cssmin("\n".join(parts)))


def early_script(folder: Path) -> str:
    """The script that stands in every page, minified: the text a security policy hashes."""
    return str(rjsmin.jsmin((folder / "early.js").read_text("utf-8")))


def _symbol(icon: str) -> str:
    """A Material icon as an SVG symbol that pages refer to by its name."""
    try:
        svg = (_ICONS / f"{icon}.svg").read_text("utf-8")
    except FileNotFoundError as error:
        raise BuildError(f"build: Material has no icon '{icon}'") from error
    inner = svg[svg.index(">") + 1 : svg.rindex("</svg>")]
    return f'<symbol id="i-{icon}" viewBox="0 0 24 24">{inner}</symbol>'
