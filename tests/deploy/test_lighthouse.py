"""Best practices, as Lighthouse sees them behind the real nginx: headers, policy, console."""

import json
import os
import subprocess
from pathlib import Path

from served import Served

from a11y.browsers import FLAGS, chromium
from generator.settings import ROOT


def test_best_practices_are_full_on_a_passport(nginx: Served, tree: Path) -> None:
    path = f"services/{min(page.name for page in (tree / 'services').glob('*-*'))}/"
    flags = ("--headless=new", "--ignore-certificate-errors", *FLAGS)
    run = subprocess.run(
        ["node", ROOT / "node_modules/lighthouse/cli/index.js", f"{nginx.address}/{path}",
         "--output=json", "--quiet", "--only-categories=best-practices",
         f"--chrome-flags={' '.join(flags)}"],
        env={**os.environ, "CHROME_PATH": chromium()}, capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    report = json.loads(run.stdout)
    lost = [name for name, audit in report["audits"].items() if audit["score"] == 0]
    assert report["categories"]["best-practices"]["score"] == 1, lost
