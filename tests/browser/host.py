"""A host as `deploy/` describes it: compressed pages, validators, parts of files; it can fail."""

import hashlib
import http.server
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import brotli

TYPES = {
    ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json",
    ".svg": "image/svg+xml", ".png": "image/png", ".txt": "text/plain", ".opus": "audio/ogg",
    ".webmanifest": "application/manifest+json",
}  # fmt: skip


NOTHING = "(?!)"
"""A pattern that no path has."""


@dataclass
class Host:
    """Where the site is served, what was asked of it, and how it behaves."""

    site: Path
    address: str = ""
    sent: list[tuple[str, int, int]] = field(default_factory=list)
    """Path, status and bytes of every answer's body."""
    down: str = NOTHING
    """A pattern of paths that are answered with 503."""
    slow: float = 0
    """Seconds before an answer."""


@contextmanager
def serve(site: Path) -> Iterator[Host]:
    """The tree behind the link `site`, on a free port."""
    host = Host(site)

    class Handler(_Handler):
        served = host

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host.address = f"http://127.0.0.1:{server.server_port}"
    yield host
    server.shutdown()


class _Handler(http.server.BaseHTTPRequestHandler):
    served: Host
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        time.sleep(self.served.slow)
        file = self.served.site.resolve() / path.lstrip("/")
        file = file / "index.html" if path.endswith("/") else file
        if re.search(self.served.down, path):
            self._send(503, b"", {})
        elif not file.is_file():
            self._send(
                404, (self.served.site / "404.html").read_bytes(), {"Content-Type": TYPES[".html"]}
            )
        else:
            self._found(file)

    def _found(self, file: Path) -> None:
        content, kind = file.read_bytes(), TYPES.get(file.suffix, "application/octet-stream")
        tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
        long = "max-age=31536000, immutable" if re.search(r"-[0-9a-f]{10}\.", file.name) else ""
        headers = {
            "Content-Type": kind, "ETag": tag, "Vary": "Accept-Encoding",
            "Cache-Control": f"public, {long or 'max-age=0, must-revalidate'}",
        }  # fmt: skip
        part = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        if self.headers.get("If-None-Match") == tag:
            self._send(304, b"", headers)
        elif part:
            first, last = int(part[1]), int(part[2] or len(content) - 1)
            place = f"bytes {first}-{last}/{len(content)}"
            self._send(206, content[first : last + 1], headers | {"Content-Range": place})
        elif kind.startswith("audio"):
            self._send(200, content, headers | {"Accept-Ranges": "bytes"})
        else:
            self._send(200, _packed(content), headers | {"Content-Encoding": "br"})

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.served.sent.append((self.path, status, len(body)))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@lru_cache(1000)
def _packed(content: bytes) -> bytes:
    return bytes(brotli.compress(content, quality=11))
