"""The built site over HTTP: the files of the tree that the link `site` names at this moment."""

import mimetypes
import os
import stat
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from search.api.problems import problem
from search.api.replies import accepted, compressed, has

_CACHE = "public, max-age=0, must-revalidate"
_TEXTS = ("text/", "application/json", "application/xml", "image/svg", "application/javascript")
_TYPES = {".opus": "audio/ogg", ".vtt": "text/vtt", ".md": "text/markdown"}
_SMALLEST, _LARGEST = 400, 4_000_000  # bytes worth compressing while the reader waits


class SiteFiles:
    """Answers with files; what is not there gets the site's own page with status 404."""

    def __init__(self, site: Path) -> None:
        self._site = site

    def answer(self, request: Request, path: str) -> Response:
        """The file for a path below the site."""
        if request.method not in ("GET", "HEAD"):
            return problem(
                405, "Only GET and HEAD are answered here.", headers={"Allow": "GET, HEAD"}
            )
        file = self.find(path)
        if file is None:
            return self._missing(request)
        if file.name == "index.html" and path and not path.endswith(("/", "index.html")):
            # One slash in front: two would name another host.
            place = "/" + request.url.path.strip("/") + "/"
            return RedirectResponse(place + _query(request), 301)
        return _file(request, file)

    def find(self, path: str) -> Path | None:
        """The file for a path below the site, its index.html for a folder; None outside it."""
        root = os.path.realpath(self._site)
        try:
            wanted = os.path.realpath(os.path.join(root, path.lstrip("/")))  # noqa: PTH118
            if os.path.commonpath((root, wanted)) != root:
                return None
            if os.path.isdir(wanted):  # noqa: PTH112
                wanted = os.path.join(wanted, "index.html")  # noqa: PTH118
            found = Path(wanted)
            return found if stat.S_ISREG(found.stat().st_mode) else None
        except (OSError, ValueError):  # too long, no such file, a zero byte, a lone surrogate
            return None

    def _missing(self, request: Request) -> Response:
        page = self.find("/404.html")
        if page is None:
            return problem(404, "There is no such page.")
        return _file(request, page, status=404)


def _file(request: Request, file: Path, *, status: int = 200) -> Response:
    found = file.stat()
    kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
    kind = kind or "application/octet-stream"
    encoding = accepted(request) if _worth_it(kind, found.st_size) else ""
    tag = f'W/"{found.st_mtime_ns:x}-{found.st_size:x}"'
    headers = {"ETag": tag, "Cache-Control": _CACHE, "Vary": "Accept-Encoding"}
    if status == 200 and has(request, tag):  # noqa: PLR2004 - OK
        return Response(None, 304, headers)
    if not encoding:
        return FileResponse(file, status, headers, kind)
    body = _packed(file, found.st_mtime_ns, encoding)
    return Response(body, status, {**headers, "Content-Encoding": encoding}, kind)


def _worth_it(kind: str, size: int) -> bool:
    return kind.startswith(_TEXTS) and _SMALLEST <= size <= _LARGEST


@lru_cache(maxsize=512)
def _packed(file: Path, changed: int, encoding: str) -> bytes:  # noqa: ARG001 - part of the key
    return compressed(file.read_bytes(), encoding)


def _query(request: Request) -> str:
    return f"?{request.url.query}" if request.url.query else ""
