"""HTML validity of the pages, by html-validate from npm with the rules of `html-validate.cjs`."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from a11y.findings import Finding, Part
from a11y.pages import Page

_HERE = Path(__file__).resolve().parent
_CLI = _HERE.parent / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
_CONFIG = _HERE / "html-validate.cjs"
_NOT_FOR = {("settings", "wcag/h32"): "a setting takes effect at once, so its form sends nothing"}
"""Page type and rule → why the rule does not hold there."""

_BATCH = 500  # files a call: the command line has a limit
_TIME_LIMIT = 300  # seconds a call; 500 pages take about four


def examine(pages: Sequence[Page]) -> Part:
    """Validate every page."""
    findings: list[Finding] = []
    for start in range(0, len(pages), _BATCH):
        findings += _validate(pages[start : start + _BATCH])
    return Part(len(pages), tuple(findings))


def _validate(pages: Sequence[Page]) -> Iterator[Finding]:
    by_file = {str(page.file): page for page in pages}
    with TemporaryDirectory() as folder:
        # Through a file: the validator ends before a long answer has gone through a pipe.
        answer = Path(folder) / "answer.json"
        command = ["node", str(_CLI), "--config", str(_CONFIG), "--formatter", f"json={answer}"]
        subprocess.run(  # noqa: S603  # our own tool over our own files
            [*command, *by_file], capture_output=True, timeout=_TIME_LIMIT, check=False
        )
        reports: list[dict[str, Any]] = json.loads(answer.read_text("utf-8"))
    for report in reports:
        page = by_file[report["filePath"]]
        for message in report["messages"]:
            if (page.type, message["ruleId"]) in _NOT_FOR:
                continue
            yield Finding(
                "markup",
                message["ruleId"],
                page.address,
                message.get("selector") or f"line {message['line']}",
                message["message"],
                f"see {message.get('ruleUrl', 'https://html-validate.org/rules/')}",
            )
