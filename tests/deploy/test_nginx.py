"""What a reader gets from a real nginx with our configuration."""

import re
import socket
import ssl
from pathlib import Path

import brotli
import httpx
import pytest
from served import Served

SHORT = "public, max-age=60, must-revalidate"
FOR_EVER = "public, max-age=31536000, immutable"


def raw(client: httpx.Client, path: str, encoding: str) -> tuple[httpx.Response, bytes]:
    with client.stream("GET", path, headers={"Accept-Encoding": encoding}) as answer:
        return answer, b"".join(answer.iter_raw())


def test_a_page_comes_as_brotli_made_before(client: httpx.Client, tree: Path) -> None:
    answer, body = raw(client, "/", "gzip, br")
    assert answer.headers["content-encoding"] == "br"
    assert body == (tree / "index.html.br").read_bytes()
    assert brotli.decompress(body) == (tree / "index.html").read_bytes()
    assert "accept-encoding" in answer.headers["vary"].lower()
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_gzip_for_older_readers_and_plain_for_the_oldest(client: httpx.Client) -> None:
    zipped, body = raw(client, "/", "gzip")
    assert zipped.headers["content-encoding"] == "gzip"
    plain, whole = raw(client, "/", "identity")
    assert "content-encoding" not in plain.headers
    assert len(body) < len(whole) / 2


def test_hashed_names_are_kept_for_ever_and_pages_are_asked_for_again(
    client: httpx.Client, tree: Path
) -> None:
    names = [
        path for path in (tree / "public").iterdir() if re.search(r"-[0-9a-f]{10}\.", path.name)
    ]
    hashed = [path.name for path in names if path.suffix in (".js", ".json")]
    assert hashed
    for name in hashed:
        assert client.get(f"/public/{name}").headers["cache-control"] == FOR_EVER
    page = client.get("/")
    assert page.headers["cache-control"] == SHORT
    again = client.get("/", headers={"If-None-Match": page.headers["etag"]})
    assert again.status_code == 304
    assert client.get("/public/icon.svg").headers["cache-control"] == SHORT


@pytest.mark.parametrize("path", ["/", "/nothing-here/", "/api/v1/search?q=a", "/search/?q=a"])
def test_security_headers_stand_on_every_answer(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "max-age=63072000" in headers["strict-transport-security"]
    assert "geolocation=()" in headers["permissions-policy"]
    assert "/" not in headers["server"], "the version is nobody's business"
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "*" not in policy
    assert not re.search(r"https?:", policy), "no third party"
    assert policy.startswith("default-src 'none'")


def test_one_value_of_each_header(client: httpx.Client) -> None:
    for path in ("/", "/api/v1/search?q=a"):
        names = [name for name, _ in client.get(path).headers.multi_items()]
        assert len(names) == len(set(names)), path


def test_a_wrong_address_gets_the_site_s_own_page(client: httpx.Client) -> None:
    answer = client.get("/services/nothing-here/")
    assert answer.status_code == 404
    assert 'action="/search/"' in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert client.get("/.git/config").status_code == 404


def test_a_moved_address_redirects_for_good(client: httpx.Client) -> None:
    answer = client.get("/services/old-name/")
    assert (answer.status_code, answer.headers["location"]) == (301, "/services/passport/")


def test_plain_http_only_sends_on(nginx: Served) -> None:
    answer = httpx.get(f"{nginx.plain}/a-z/?x=1")
    assert answer.status_code == 301
    assert answer.headers["location"] == "https://127.0.0.1/a-z/?x=1"


def test_http_2_is_spoken(nginx: Served) -> None:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_alpn_protocols(["h2", "http/1.1"])
    with (
        socket.create_connection(("127.0.0.1", nginx.port)) as plain,
        context.wrap_socket(plain) as line,
    ):
        assert line.selected_alpn_protocol() == "h2"
        assert line.version() in ("TLSv1.2", "TLSv1.3")


def test_only_questions_go_to_the_api(client: httpx.Client) -> None:
    assert client.get("/api/v1/search?q=x").text == "asked /api/v1/search?q=x"
    assert client.get("/search/?q=pasport").text == "asked /search/?q=pasport"
    assert client.get("/ru/search/?q=x&online=automatic").text.startswith("asked /ru/search/")
    assert "<form" in client.get("/search/").text
    assert client.get("/api/v1/search?q=x").headers["cache-control"] == "public, max-age=300"


def test_types_that_browsers_insist_on(client: httpx.Client, tree: Path) -> None:
    script = next((tree / "public").glob("search-uz-*.js"))
    assert "javascript" in client.get(f"/public/{script.name}").headers["content-type"]
    table = client.get("/data/services-en.csv")
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert table.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in client.get("/").headers


def test_nobody_writes(client: httpx.Client) -> None:
    assert client.post("/").status_code in (403, 405)


def test_without_the_api_the_search_page_still_comes(nginx: Served, client: httpx.Client) -> None:
    """Last here: the API stays away."""
    nginx.api.stop()
    answer = client.get("/search/?q=pasport")
    assert "<form" in answer.text
    assert client.get("/api/v1/search?q=x").status_code == 502
