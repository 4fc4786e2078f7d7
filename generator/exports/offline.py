"""What the service worker asks for: lists of pages that are kept together, and the manifests."""

import json
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urldefrag

from generator.exports.names import names_file
from generator.views.guides import LifeEventBody
from generator.views.page import Page, Site
from generator.views.services import SphereBody

LIST = "keep.json"
_ICONS = (("icon-192.png", 192, "any"), ("icon-512.png", 512, "any"),
          ("icon-maskable-512.png", 512, "maskable"))  # fmt: skip
_COLOUR = "#00434f"


def offline(pages: Iterable[Page], sizes: Mapping[str, int]) -> dict[str, bytes]:
    """File below the site's folder → content, for every variant of `pages`.

    `sizes` has the compressed bytes of each page's file, all by the same measure.
    """
    files: dict[str, bytes] = {}
    for page in pages:
        site = page.site
        if linked := tuple(_services(page)):
            files[f"{page.url}{LIST}"] = _chosen(page, linked, sizes)
        elif page.path == "offline/":
            files[f"{page.url}{LIST}"] = _always(page)
            names = f"{site.base}public/{names_file(site.locale)}"
            searching = [site.href("search/"), site.search_script, names]
            files[f"{site.locale.prefix}search/{LIST}"] = _json({"pages": searching})
            files[f"{site.locale.prefix}manifest.webmanifest"] = _manifest(site)
    return files


def _services(page: Page) -> Iterator[str]:
    """Addresses of the services to which a sphere's or a life event's page leads."""
    body = page.body
    if isinstance(body, SphereBody):
        for group in body.groups:
            yield from (service.link.href for service in group.services)
    elif isinstance(body, LifeEventBody):
        for stage in body.stages:
            yield from (task.service.link.href for task in stage.tasks)


def _chosen(page: Page, linked: Iterable[str], sizes: Mapping[str, int]) -> bytes:
    """A page and the services it leads to; `bytes` is what all weigh, `own` the page alone.

    Sums are rounded, so that a comma in a passport does not change its sphere's list.
    """
    base = page.site.base
    addresses = dict.fromkeys((base + page.url, *(urldefrag(each).url for each in linked)))
    total = sum(sizes[f"{each.removeprefix(base)}index.html"] for each in addresses)
    own = sizes[f"{page.url}index.html"]
    return _json({"pages": list(addresses), "bytes": _rounded(total), "own": _rounded(own)})


def _always(page: Page) -> bytes:
    """What is kept with the first page that is read, and what the worker says of kept pages."""
    site = page.site
    return _json(
        {
            "pages": [site.href(page.path), site.keep_script],
            "lang": site.locale.tag,
            "known": site.words("offline_known", date="{date}"),
            "unknown": site.words("offline_unknown"),
        }
    )


def _manifest(site: Site) -> bytes:
    """The web app manifest of one variant: the site can be put among the apps of a phone."""
    icons = [
        {"src": f"{site.base}public/{name}", "sizes": f"{size}x{size}", "type": "image/png",
         "purpose": purpose}
        for name, size, purpose in _ICONS
    ]  # fmt: skip
    name = site.words("site_name")
    return _json(
        {"name": f"{name} — {site.words('site_title')}", "short_name": name,
         "description": site.words("site_sentence"), "lang": site.locale.tag, "dir": "ltr",
         "id": site.base, "start_url": site.href(""), "scope": site.base,
         "display": "minimal-ui", "background_color": _COLOUR, "theme_color": _COLOUR,
         "icons": icons}
    )  # fmt: skip


def _rounded(size: int) -> int:
    """Two or three digits of a size: less than one per cent away from it."""
    step = 10 ** max(0, len(str(size)) - 3)
    return int(round(size / step) * step)


def _json(value: Mapping[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
