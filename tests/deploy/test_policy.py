"""The Content-Security-Policy in a browser: pages do all they do, strange scripts do nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from served import Served

from generator.errors import DeployError
from generator.release import deploy

KINDS = [
    "", "services/", "a-z/", "search/", "settings/", "covid-19/", "agencies/", "laws/",
    "directory/", "glossary/", "statistics/", "data/", "learn/", "accessibility/", "404.html",
]  # fmt: skip
FOLDERS = ["services", "spheres", "life", "for", "learn", "covid-19"]
LISTEN = "window.broken = []; addEventListener('securitypolicyviolation', (event) => broken.push(event.blockedURI + ' ' + event.violatedDirective));"  # noqa: E501


@pytest.fixture
def reader(browser: Browser, nginx: Served) -> Iterator[Page]:
    context = browser.new_context(base_url=nginx.address, ignore_https_errors=True)
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


def test_no_page_breaks_the_policy(reader: Page, tree: Path) -> None:
    first = [
        f"{folder}/{min(path.name for path in (tree / folder).iterdir() if path.is_dir())}/"
        for folder in FOLDERS
    ]
    for path in [*KINDS, *first]:
        said: list[str] = []
        reader.on("console", lambda message, said=said: said.append(message.text))
        answer = reader.goto(f"/{path}")
        assert answer is not None
        assert answer.headers["content-security-policy"]
        colour = reader.evaluate(
            "getComputedStyle(document.querySelector('.head')).backgroundColor"
        )
        assert colour != "rgba(0, 0, 0, 0)", f"{path} has no style"
        assert reader.evaluate("broken") == [], path
        assert not [text for text in said if "Content Security Policy" in text], path


def test_the_search_box_works_under_the_policy(reader: Page) -> None:
    reader.goto("/")
    reader.locator("input[name=q]").first.focus()
    reader.locator("[role=combobox]").wait_for()
    assert reader.evaluate("broken") == []


def test_an_injected_script_does_not_run(reader: Page) -> None:
    reader.goto("/")
    reader.evaluate(
        """() => {
          const script = document.createElement('script');
          script.textContent = 'window.stolen = 1';
          document.body.append(script);
          const image = document.createElement('div');
          image.innerHTML = '<img src=x onerror="window.stolen = 2"><p style="color:red">';
          document.body.append(image);
        }"""
    )
    reader.wait_for_timeout(300)
    assert reader.evaluate("window.stolen") is None
    broken = " ".join(reader.evaluate("broken"))
    assert "script-src" in broken
    assert "style-src" in broken


def test_a_tree_with_two_scripts_gets_no_policy(tmp_path: Path) -> None:
    page = "<style>a</style><script>{}</script>"
    for number in (1, 2):
        (tmp_path / f"{number}.html").write_text(page.format(number), "utf-8")
    with pytest.raises(DeployError, match="2 different inline <script>"):
        deploy.policy(tmp_path)
