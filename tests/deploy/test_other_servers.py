"""Caddy serves as nginx does; systemd and compose understand what is written for them."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import brotli
import httpx
import pytest
import yaml
from served import MOVED, StandIn, free_port

from generator.release import deploy
from generator.settings import ROOT

PATH = f"{os.environ['PATH']}:/usr/sbin"


@pytest.fixture(scope="module")
def place(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> deploy.Place:
    folder = tmp_path_factory.mktemp("other")
    return deploy.Place(
        "xizmat.example", Path("/srv/xizmat"), tree, "443", "80", folder, folder, "127.0.0.1:8123"
    )


@pytest.fixture(scope="module")
def filled(place: deploy.Place, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of `deploy/` for a usual host."""
    out = tmp_path_factory.mktemp("filled")
    deploy.fill(ROOT / "deploy", out, place.root, place, MOVED)
    return out


@pytest.fixture(scope="module")
def caddy(place: deploy.Place, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A real Caddy on loopback, without a certificate."""
    out, api = tmp_path_factory.mktemp("caddy"), StandIn()
    address = f"http://127.0.0.1:{free_port()}"
    here = replace(place, host=address, api=f"127.0.0.1:{api.port}")
    deploy.fill(ROOT / "deploy", out, here.root, here, MOVED)
    text = (out / "Caddyfile").read_text("utf-8")
    (out / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + text, "utf-8")
    with (out / "log").open("wb") as log:
        process = subprocess.Popen(
            ["caddy", "run", "--config", out / "Caddyfile"], stdout=log, stderr=log,
            env={**os.environ, "PATH": PATH, "HOME": str(out)},
        )  # fmt: skip
    with httpx.Client(base_url=address, headers={"Accept-Encoding": "br"}) as client:
        for _ in range(100):
            try:
                client.get("/")
                break
            except httpx.TransportError:
                time.sleep(0.1)
        else:
            pytest.fail((out / "log").read_text("utf-8"))
        yield client
    process.terminate()
    process.wait(10)


def test_caddy_understands_the_file(filled: Path) -> None:
    command = ["caddy", "adapt", "--validate", "--config", filled / "Caddyfile"]
    ran = subprocess.run(command, capture_output=True, env={"PATH": PATH, "HOME": str(filled)},
                         text=True, check=False)  # fmt: skip
    assert ran.returncode == 0, ran.stderr


def test_caddy_hands_out_what_was_compressed_before(caddy: httpx.Client, tree: Path) -> None:
    with caddy.stream("GET", "/") as answer:
        body = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "br"
    assert brotli.decompress(body) == (tree / "index.html").read_bytes()
    headers = answer.headers
    assert headers["content-security-policy"] == deploy.policy(tree)
    assert "max-age=63072000" in headers["strict-transport-security"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "server" not in headers
    assert headers["cache-control"] == "public, max-age=60, must-revalidate"


def test_caddy_keeps_hashed_names_for_ever(caddy: httpx.Client, tree: Path) -> None:
    script = next((tree / "public").glob("search-uz-*.js")).name
    kept = caddy.get(f"/public/{script}").headers["cache-control"]
    assert kept == "public, max-age=31536000, immutable"


def test_caddy_sends_on_what_moved_and_says_what_is_not_there(caddy: httpx.Client) -> None:
    moved = caddy.get("/services/old-name/")
    assert (moved.status_code, moved.headers["location"]) == (301, "/services/passport/")
    lost = caddy.get("/services/nothing-here/")
    assert lost.status_code == 404
    assert 'action="/search/"' in lost.text
    assert caddy.get("/.git/config").status_code == 404


def test_caddy_sends_only_questions_to_the_api(caddy: httpx.Client) -> None:
    assert caddy.get("/api/v1/search?q=x").text == "asked /api/v1/search?q=x"
    assert caddy.get("/search/?q=pasport").text == "asked /search/?q=pasport"
    assert "<form" in caddy.get("/search/").text


def test_systemd_understands_the_unit_and_finds_it_confined(filled: Path) -> None:
    unit = filled / "xizmat.service"
    text = unit.read_text("utf-8")
    assert "/srv/xizmat/.venv/bin/xizmat serve --only" in text
    assert "PORT=8123 " in text
    unit.write_text(text.replace("/srv/xizmat/.venv/bin/xizmat", sys.executable), "utf-8")
    for command in (["verify"], ["security", "--offline=true", "--threshold=20"]):
        ran = subprocess.run(["systemd-analyze", *command, unit], capture_output=True, text=True,
                             check=False)  # fmt: skip
        assert ran.returncode == 0, ran.stdout + ran.stderr


def test_compose_understands_its_file(filled: Path) -> None:
    command = [
        sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec",
        filled / "compose.yml",
    ]  # fmt: skip
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    services = yaml.safe_load((filled / "compose.yml").read_text("utf-8"))["services"]
    assert services["meilisearch"]["environment"]["MEILI_LOG_LEVEL"] == "WARN"
    assert services["api"]["environment"]["PORT"] == "8123"
    assert "/srv/xizmat:/srv/xizmat:ro" in services["api"]["volumes"]
