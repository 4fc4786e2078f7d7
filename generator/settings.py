"""From the environment: where things lie and how the site is addressed."""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.errors import SettingError

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    """Places and addresses of one run."""

    root: Path
    content: Path
    overrides: Path
    work: Path
    audio: Path
    releases: Path
    site: Path
    site_url: str
    search_url: str
    port: int
    meili_urls: tuple[str, ...]
    meili_key: str
    search_rate: int
    repository: str = ""
    """Web address of the repository, for `security.txt`."""
    edit_backend: str = ""
    """Where the editors' form saves: Decap's `backend` as YAML; empty is this very repository."""

    @property
    def base(self) -> str:
        """Folder of the site on its host, with slashes: `/` or `/xizmat/`."""
        return urlsplit(self.site_url).path.rstrip("/") + "/"

    @property
    def origin(self) -> str:
        """Scheme and host of the site, empty when `SITE_URL` is not set."""
        parts = urlsplit(self.site_url)
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""

    @property
    def search_api(self) -> str:
        """Address of the search that pages ask: beside the site when `SEARCH_URL` is not set."""
        folder = f"{self.search_url.rstrip('/')}/" if self.search_url else self.base
        return f"{folder}api/v1/search"


def read_settings(root: Path = ROOT) -> Settings:
    """Settings from the environment: `SITE_URL`, `SEARCH_URL`, `PORT`, `REPOSITORY_URL`.

    Search has `MEILI_URL` (one address, or replicas by commas), `MEILI_KEY`, and `SEARCH_RATE`
    (questions a second that one reader may ask; 0 is any number). The editors' form has
    `EDIT_BACKEND`. Raises SettingError for what should be a number and is none.
    """
    return Settings(
        root=root,
        content=root / "content",
        overrides=root / "overrides",
        work=root / ".work",
        audio=root / ".work" / "audio",
        releases=root / "releases",
        site=root / "site",
        site_url=os.environ.get("SITE_URL", ""),
        search_url=os.environ.get("SEARCH_URL", ""),
        port=_number("PORT", 8000),
        meili_urls=tuple(
            url.strip().rstrip("/")
            for url in os.environ.get("MEILI_URL", "").split(",")
            if url.strip()
        ),
        meili_key=os.environ.get("MEILI_KEY", ""),
        search_rate=_number("SEARCH_RATE", 200),
        repository=os.environ.get("REPOSITORY_URL", ""),
        edit_backend=os.environ.get("EDIT_BACKEND", ""),
    )


def _number(name: str, usual: int) -> int:
    value = os.environ.get(name, "").strip()
    if value and not value.isdigit():
        raise SettingError(f"{name} must be a number such as {usual}, not '{value}'")
    return int(value or usual)
