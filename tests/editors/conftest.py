"""A small repository under git, and the editors' form that saves to it."""

import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator import pipeline
from generator.editors import build, serve
from generator.settings import ROOT
from tests.conftest import LISTS_OF_IDS, in_folder

FORMED = "content/services/certificates/birth-certificate.yml"
"""A passport with nearly every kind of field."""


@dataclass(frozen=True)
class Repository:
    """A folder under git that holds a small copy of the content."""

    root: Path

    def git(self, *arguments: str) -> str:
        """Run git in the folder; what it says."""
        command = ["git", "-C", str(self.root), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(small_content: Path) -> Repository:
    """The dozen passports of `small_content` and a rich one, committed on `main`."""
    path = small_content.parent / FORMED
    path.parent.mkdir(parents=True, exist_ok=True)
    text = LISTS_OF_IDS.sub(r"\1\2: []\n", (ROOT / FORMED).read_text("utf-8"))
    path.write_text(text.replace("  - newborn papers\n", "  - '0123'\n  - 'yes'\n"), "utf-8")
    made = Repository(small_content.parent)
    made.git("init", "-q", "-b", "main")
    made.git("config", "user.name", "Editor")
    made.git("config", "user.email", "editor@example.org")
    made.git("add", ".")
    made.git("commit", "-qm", "First")
    return made


@pytest.fixture
def form(repository: Repository, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the form that saves to the repository."""
    modules = ROOT / "node_modules"
    register = pipeline.check(in_folder(repository.root / ".made", repository.root / "content"))
    port, out = serve.free_port(), tmp_path_factory.mktemp("form") / "pages"
    with serve.local(repository.root, modules, port) as back_end:
        build.write(out, register, back_end, modules)
        server = serve.server(out, port)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{port}"
        server.shutdown()
