"""A real nginx on loopback with the files of `deploy/`."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from served import MOVED, NGINX, Served, StandIn, free_port

from generator.release import compress, deploy
from generator.settings import ROOT


@pytest.fixture(scope="session")
def tree(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A part of the built tree, one page of each kind and its files, compressed."""
    whole, out = site.resolve(), tmp_path_factory.mktemp("deploy") / "site"
    out.mkdir()
    services = sorted((whole / "services").iterdir())
    for path in whole.iterdir():
        if path.name in ("services", "ru", "en", "uz-cyrl"):
            continue
        copy = shutil.copytree if path.is_dir() else shutil.copy
        copy(path, out / path.name)
    for path in (*services[:5], whole / "services" / "index.html", whole / "ru" / "search"):
        target = out / path.relative_to(whole)
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if path.is_dir() else shutil.copy)(path, target)
    for path in [path for path in out.rglob("*") if path.is_file()]:
        if compress.is_text(path.name, path.stat().st_size):
            for ending, body in compress.pack(path).items():
                path.with_name(path.name + ending).write_bytes(body)
    return out


@pytest.fixture(scope="session")
def nginx(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("nginx")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=127.0.0.1", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    port, plain, api = free_port(), free_port(), StandIn()
    place = deploy.Place(
        "127.0.0.1", ROOT, tree, f"127.0.0.1:{port}", f"127.0.0.1:{plain}",
        folder / "cert.pem", folder / "key.pem", f"127.0.0.1:{api.port}",
    )  # fmt: skip
    deploy.fill(ROOT / "deploy", folder / "filled", tree, place, MOVED)
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, user=user), "utf-8")
    process = subprocess.Popen(
        ["nginx", "-e", folder / "error.log", "-c", folder / "nginx.conf"],
        env={**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin"},
    )
    address = f"https://127.0.0.1:{port}"
    _await(address, folder)
    yield Served(address, f"http://127.0.0.1:{plain}", port, folder, api)
    process.terminate()
    process.wait(10)


@pytest.fixture
def client(nginx: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=nginx.address, verify=False, timeout=10) as client:  # noqa: S501
        yield client


def _await(address: str, folder: Path) -> None:
    for _ in range(100):
        try:
            httpx.get(address, verify=False)  # noqa: S501 - our own certificate of this minute
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    log = folder / "error.log"
    pytest.fail(log.read_text("utf-8") if log.exists() else "nginx did not start")
