"""axe-core over pages in looks, through axe-selenium-python with the axe-core of npm."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_selenium_python import Axe
from selenium.webdriver import Chrome

from a11y.browsers import selenium_browser
from a11y.findings import Finding, Part
from a11y.looks import Look, put_on
from a11y.pages import Page

AXE = Path(__file__).resolve().parent.parent / "node_modules" / "axe-core" / "axe.min.js"
_OPTIONS = json.dumps({"resultTypes": ["violations"]})
_SHOWN = 3


@contextmanager
def session() -> Iterator[Chrome]:
    """A browser in which every page that is opened has axe."""
    with selenium_browser() as driver:
        source = {"source": AXE.read_text("utf-8")}
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", source)
        yield driver


def examine(driver: Chrome, origin: str, page: Page, looks: Iterable[Look]) -> Part:
    """Open `page` and run every axe rule in each look; `checks` counts rules that had a say."""
    driver.get(origin + page.address)
    checks = 0
    findings: list[Finding] = []
    for look in looks:
        if put_on(driver, look):
            results = _run(driver)
            checks += len(results["passes"]) + len(results["violations"])
            findings += _findings(results["violations"], page, look)
        else:
            findings.append(_not_worn(page, look))
    return Part(checks, tuple(findings))


def _run(driver: Chrome) -> dict[str, Any]:
    results: dict[str, Any] = Axe(driver, str(AXE)).run(options=_OPTIONS)
    return results


def _findings(violations: list[dict[str, Any]], page: Page, look: Look) -> Iterator[Finding]:
    for violation in violations:
        nodes = violation["nodes"]
        for node in nodes[:_SHOWN]:
            where = " ".join(map(str, node["target"]))
            more = f" (and {len(nodes) - _SHOWN} more)" if len(nodes) > _SHOWN else ""
            detail = (node["any"] + node["all"] + node["none"])[:1]
            message = detail[0]["message"] if detail else violation["description"]
            yield Finding(
                "axe",
                violation["id"],
                page.address,
                where,
                f"{violation['impact']}: {message}{more}",
                f"{violation['help']}; {violation['helpUrl'].split('?')[0]}",
                look.name,
            )


def _not_worn(page: Page, look: Look) -> Finding:
    return Finding(
        "axe",
        "look-not-worn",
        page.address,
        "html",
        f"the page does not change into the look '{look.name}'",
        "see that the style sheet and the early script of the page know this look",
        look.name,
    )
