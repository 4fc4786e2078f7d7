"""Staged pages → HTML: runs MkDocs with Material's machinery and our own templates."""

import hashlib
import logging
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import jinja2
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
_FOUNDATION = ("babel", "jinja2", "markdown", "mkdocs", "mkdocs-material", "mkdocs-static-i18n",
               "pydantic", "pyyaml", "rcssmin", "rjsmin", "brotli")  # fmt: skip


def look(settings: Settings) -> str:
    """Digest of all that shapes every page besides its view: theme, words, letters, addresses."""
    total = hashlib.sha256()
    total.update(repr((settings.base, settings.origin, settings.search_api)).encode())
    shaping = (path for path in settings.overrides.rglob("*") if path.is_file())
    for path in (*sorted(shaping), settings.content / "cyrillic.yml", settings.root / "mkdocs.yml"):
        total.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def code() -> str:
    """Digest of the code that makes pages and cues: our own, and the versions below it."""
    total = hashlib.sha256()
    own = Path(__file__).parent
    for path in sorted((*own.rglob("*.py"), *(own.parent / "audio").glob("*.py"))):
        total.update(path.read_bytes())
    total.update(repr([(name, version(name)) for name in _FOUNDATION]).encode())
    return total.hexdigest()


def build(
    pages: Iterable[Page], homes: Iterable[Page], docs: Path, out: Path, settings: Settings,
    tick: Callable[[], None],
) -> None:  # fmt: skip
    """Build the staged `pages` of the folder `docs` into `out`. Raises BuildError.

    The page for wrong addresses takes its words from the `homes`; `tick` is called once a page.
    """
    by_url = {page.url: page for page in (*homes, *pages)}
    icons = sorted({icon for page in by_url.values() for icon in page.icons})
    extra = {
        "site_pages": by_url,
        "css": stylesheet(settings.overrides / "css"),
        "css_of_other_pages": stylesheet(settings.overrides / "css" / "other-pages"),
        "early": early_script(settings.overrides / "scripts", settings.base),
        "symbols": {icon: _symbol(icon) for icon in icons},
        "tick": tick,
        "environments": _environments(look(settings)),
    }
    docs.mkdir(parents=True, exist_ok=True)
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.ERROR)  # it warns of pages that are not staged because they did not change
    try:
        config = load_config(
            str(settings.root / "mkdocs.yml"),
            docs_dir=str(docs),
            site_dir=str(out),
            extra=extra,
        )
        mkdocs_build(config)
    except MkDocsException as error:
        raise BuildError(f"pages: {error}") from error
    except jinja2.TemplateError as error:
        place = f"{error.name}: " if isinstance(error, jinja2.TemplateSyntaxError) else ""
        raise BuildError(f"pages: {place}{error}") from error


@lru_cache(maxsize=1)
def _environments(theme: str) -> dict[object, jinja2.Environment]:  # noqa: ARG001 - its key
    """Jinja's environments of one `theme` (its digest), by MkDocs' locale."""
    return {}


def stylesheet(folder: Path) -> str:
    """The style sheets of one folder as one minified text."""
    parts = (path.read_text("utf-8") for path in sorted(folder.glob("*.css")))
    return str(rcssmin.cssmin("\n".join(parts)))


def early_script(folder: Path, base: str = "/") -> str:
    """The script that stands in every page, minified: the text a security policy hashes.

    `base` is the site's folder on its host.
    """
    return str(rjsmin.jsmin((folder / "early.js").read_text("utf-8"))).replace("BASE", base)


def _symbol(icon: str) -> str:
    """A Material icon as an SVG symbol that pages refer to by its name."""
    try:
        svg = (_ICONS / f"{icon}.svg").read_text("utf-8")
    except FileNotFoundError as error:
        raise BuildError(f"build: Material has no icon '{icon}'") from error
    inner = svg[svg.index(">") + 1 : svg.rindex("</svg>")]
    return f'<symbol id="i-{icon}" viewBox="0 0 24 24">{inner}</symbol>'
