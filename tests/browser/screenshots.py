"""Pictures of every page type for README and for the eyes of a reviewer.

python tests/browser/screenshots.py http://127.0.0.1:8000 folder
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PAGES = {
    "home": "",
    "spheres": "services/",
    "sphere": "spheres/certificates/",
    "passport": "services/birth-certificate/",
    "a-z": "a-z/",
    "covid-19": "covid-19/",
    "guidance": "covid-19/protect-yourself/",
    "agencies": "agencies/",
    "laws": "laws/",
    "directory": "directory/",
    "glossary": "glossary/",
    "statistics": "statistics/",
    "data": "data/",
    "accessibility": "accessibility/",
    "404": "404.html",
}
LOOKS = [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]


def main(address: str, folder: Path) -> None:
    """Take a picture of the first screens of every page type in every look."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        for width, scheme in LOOKS:
            context = browser.new_context(
                base_url=address, viewport={"width": width, "height": 1600}, color_scheme=scheme
            )
            page = context.new_page()
            for name, path in PAGES.items():
                page.goto(f"/{path}")
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
