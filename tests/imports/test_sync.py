"""A register at an address: what is good is published, what is bad leaves everything as it was."""

import hashlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from generator import cli, remote
from generator.commands import lists
from generator.settings import Settings
from tests.imports.conftest import APPLE, FIG, PLUM, ROWS, Importer
from tests.unit.test_remote import Remote, endless, sends


@pytest.fixture
def server() -> Iterator[Remote]:
    made = Remote()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def run(importer: Importer, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """`xizmat sync` in the small register; what it builds is only counted."""
    monkeypatch.setattr(cli, "read_settings", lambda: importer.settings)
    built: list[Settings] = []
    monkeypatch.setattr(lists, "publish_site", built.append)

    def sync(address: str, *flags: str) -> int:
        before = len(built)
        code = cli.main(["sync", address, *flags])
        assert len(built) - before == (code == 0 and "--write" in flags)
        return code

    return sync


def content(importer: Importer, *rows: tuple) -> bytes:
    return importer.list(*rows).read_bytes()


def test_a_good_list_comes_in_with_its_address_as_source(
    importer: Importer, server: Remote, run: Callable[..., int]
) -> None:
    address = f"{server.address}xlsx"
    server.reply = sends(content(importer, *ROWS), etag='"one"')
    before = importer.tree()
    assert run(address) == 0
    assert importer.tree() == before
    assert run(address, "--write") == 0
    assert importer.folder.data("apple-garden")["source"] == address
    after = importer.tree()
    assert run(address, "--write") == 0
    assert importer.tree() == after


def test_the_digest_is_held_against_the_file(
    importer: Importer, server: Remote, run: Callable[..., int]
) -> None:
    sent = content(importer, *ROWS)
    server.reply = sends(sent)
    address = f"{server.address}xlsx"
    assert run(address, "--write", "--sha256", "0" * 64) == 1
    assert "plum-orchard" not in str(importer.tree().keys())
    assert run(address, "--write", "--sha256", hashlib.sha256(sent).hexdigest()) == 0


def html(request: BaseHTTPRequestHandler) -> None:
    sends(b"<html>Please log in</html>")(request)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("vanished", "sync: http://127"),
        ("404", "404"),
        ("10 GB claimed", "more than 50,000,000 bytes"),
        ("endless", "more than 200,000 bytes"),
        ("truncated", "not a whole xlsx file"),
        ("a page", "not a whole xlsx file"),
        ("an error in the list", "unknown sphere 'Bog"),
    ],
)
def test_a_bad_list_is_named_and_everything_stays(
    importer: Importer,
    server: Remote,
    run: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    fault: str,
    said: str,
) -> None:
    good = content(importer, *ROWS)
    server.reply = sends(good)
    address = f"{server.address}xlsx"
    assert run(address, "--write") == 0
    before = importer.tree()
    if fault == "endless":
        monkeypatch.setattr(remote, "Limits", lambda: remote_limits(200_000, 5))
    bad_row = (PLUM[0], "Bogʻ", *PLUM[2:])
    server.reply = {
        "404": lambda request: request.send_error(404),
        "10 GB claimed": sends(b"PK", claims=10_000_000_000),
        "endless": endless,
        "truncated": sends(good[: len(good) // 2]),
        "a page": html,
        "an error in the list": sends(content(importer, APPLE, bad_row, FIG)),
    }.get(fault, server.reply)
    if fault == "vanished":
        server.server.shutdown()
        server.server.server_close()
    assert run(address, "--write") == 1
    out = capsys.readouterr()
    assert said in out.out + out.err
    assert "Traceback" not in out.err
    assert importer.tree() == before


remote_limits = remote.Limits
