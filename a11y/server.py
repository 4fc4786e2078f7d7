"""A small static server on a free loopback port that compresses as the real one does."""

import gzip
import mimetypes
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import brotli

_TEXT = ("text/", "image/svg", "application/json", "application/javascript", "application/xml")
_ENCODERS = {"br": partial(brotli.compress, quality=5), "gzip": partial(gzip.compress, mtime=0)}


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve the tree while the block runs; gives the origin, such as `http://127.0.0.1:40123`."""
    handler = type("Handler", (_Handler,), {"root": site.resolve()})
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes early is no fault of the site."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    root: Path

    def do_GET(self) -> None:
        file = self._file()
        if file is None:
            missing = self.root / "404.html"
            body = missing.read_bytes() if missing.exists() else b"not found"
            self._answer(HTTPStatus.NOT_FOUND, "text/html", body)
        else:
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            self._answer(HTTPStatus.OK, kind, file.read_bytes())

    def do_HEAD(self) -> None:
        self.do_GET()

    def _file(self) -> Path | None:
        """The file asked for, or None when it is missing or outside the tree."""
        asked = (self.root / unquote(urlsplit(self.path).path).lstrip("/")).resolve()
        if asked.is_dir():
            asked /= "index.html"
        return asked if asked.is_file() and asked.is_relative_to(self.root) else None

    def _answer(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        if kind.startswith(_TEXT):
            accepted = self.headers.get("Accept-Encoding", "")
            name = next((name for name in _ENCODERS if name in accepted), None)
            if name:
                body = _ENCODERS[name](body)
                self.send_header("Content-Encoding", name)
            kind += "; charset=utf-8"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base's name
        """Say nothing: the audit reports findings, not requests."""
