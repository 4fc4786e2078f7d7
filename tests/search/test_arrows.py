"""Search uses what lies below it, and only the benches run the whole."""

import re

from generator.settings import ROOT

ALLOWED = {"errors", "load", "locales", "model", "phrases", "settings", "uzbek", "words"}
IMPORT = re.compile(r"^from generator(?:\.(\w+)| import (\w+))", re.MULTILINE)


def test_search_imports_only_what_lies_below() -> None:
    for path in (ROOT / "search").rglob("*.py"):
        found = set(IMPORT.findall(path.read_text("utf-8")))
        rooms = {first or second for first, second in found}
        allowed = ALLOWED | ({"pipeline"} if path.parent.name == "bench" else set())
        assert rooms <= allowed, path


def test_only_settings_read_the_environment() -> None:
    for path in (ROOT / "search").rglob("*.py"):
        if path.parent.name != "bench":  # it starts a server with settings of its own
            assert "os.environ" not in path.read_text("utf-8"), path
