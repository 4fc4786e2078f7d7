"""A remote register comes whole and unchanged, or the copy of before stays."""

import hashlib
import io
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.errors import FetchError
from generator.remote import Limits, fetch

Reply = Callable[[BaseHTTPRequestHandler], None]


class Remote:
    """A server whose reply a test chooses."""

    def __init__(self) -> None:
        self.reply: Reply = lambda request: request.send_error(404)
        remote = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                try:
                    remote.reply(self)
                except ConnectionError:
                    self.close_connection = True

            def log_message(self, *_: object) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/register."
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def remote() -> Iterator[Remote]:
    made = Remote()
    yield made
    made.server.shutdown()
    made.server.server_close()


def sends(content: bytes, *, etag: str = "", claims: int | None = None) -> Reply:
    def reply(request: BaseHTTPRequestHandler) -> None:
        if etag and request.headers.get("If-None-Match") == etag:
            request.send_response(304)
            request.end_headers()
            return
        request.send_response(200)
        request.send_header("Content-Length", str(len(content) if claims is None else claims))
        if etag:
            request.send_header("ETag", etag)
        request.end_headers()
        request.wfile.write(content)

    return reply


def endless(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    while True:
        request.wfile.write(b"x" * 65536)


def slow(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    for _ in range(100):
        request.wfile.write(b"x" * 65536)
        time.sleep(0.05)


def workbook() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return file.getvalue()


def test_a_register_is_fetched_once_and_again_only_when_it_changed(
    remote: Remote, tmp_path: Path
) -> None:
    remote.reply = sends(b'{"services": []}', etag='"one"')
    first = fetch(f"{remote.address}json", tmp_path)
    assert first.changed
    assert not fetch(f"{remote.address}json", tmp_path).changed
    remote.reply = sends(b'{"services": [1]}', etag='"two"')
    again = fetch(f"{remote.address}json", tmp_path)
    assert again.changed
    assert again.path.read_bytes() == b'{"services": [1]}'


@pytest.mark.parametrize(
    ("kind", "reply", "said"),
    [
        ("json", sends(b"[]", claims=10_000_000_000), "more than 100,000 bytes"),
        ("json", endless, "more than 100,000 bytes"),
        ("csv", slow, "not whole after|more than"),
        ("json", sends(b'{"services": ['), "not a whole json"),
        ("xlsx", sends(workbook()[:-30]), "not a whole xlsx"),
        ("csv", sends(b"\xff\xfe\x00"), "not a whole csv"),
        ("json", lambda request: request.send_error(500), "500"),
        ("json", lambda request: request.send_error(404), "404"),
    ],
)
def test_a_bad_answer_is_named_and_the_old_copy_stays(
    remote: Remote, tmp_path: Path, kind: str, reply: Reply, said: str
) -> None:
    good = workbook() if kind == "xlsx" else b"[1]"
    remote.reply = sends(good)
    address = f"{remote.address}{kind}"
    path = fetch(address, tmp_path).path
    remote.reply = reply
    with pytest.raises(FetchError, match=said):
        fetch(address, tmp_path, limits=Limits(100_000, 2))
    assert path.read_bytes() == good


def test_a_vanished_remote_is_named(remote: Remote, tmp_path: Path) -> None:
    remote.server.shutdown()
    remote.server.server_close()
    with pytest.raises(FetchError, match="sync: http://127"):
        fetch(f"{remote.address}json", tmp_path, limits=Limits(1000, 1))


def test_a_wrong_hash_is_refused(remote: Remote, tmp_path: Path) -> None:
    remote.reply = sends(b"[]")
    right = hashlib.sha256(b"[]").hexdigest()
    assert fetch(f"{remote.address}json", tmp_path, right).changed
    with pytest.raises(FetchError, match="SHA-256"):
        fetch(f"{remote.address}json", tmp_path, "0" * 64)


@pytest.mark.parametrize("address", ["register.json", "file:///etc/passwd", "https://a.uz/x.pdf"])
def test_only_addresses_of_known_tables_are_asked(address: str, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="give an http"):
        fetch(address, tmp_path)
