"""Addresses of renamed services: a small page each for plain hosts, a list for servers."""

import json
from html import escape

from generator.locales import Locale
from generator.model import Moved
from generator.views.page import Site


def addresses(moved: tuple[Moved, ...], base: str, locales: tuple[Locale, ...]) -> dict[str, str]:
    """Old address → new address, in every variant."""
    return {
        f"{base}{locale.prefix}services/{each.id}/": f"{base}{locale.prefix}services/{each.to}/"
        for locale in locales
        for each in moved
    }


def table(moved: tuple[Moved, ...]) -> bytes:
    """JSON with former id → present id, for the page that wrong addresses get."""
    return json.dumps({each.id: each.to for each in moved}, separators=(",", ":")).encode()


def redirects(moved: tuple[Moved, ...], site: Site) -> dict[str, bytes]:
    """File below the site's folder → a page that sends the reader on, in one variant."""
    return {
        f"{site.locale.prefix}services/{each.id}/index.html": _page(each, site) for each in moved
    }


def _page(moved: Moved, site: Site) -> bytes:
    new = escape(site.href(f"services/{moved.to}/"))
    title = escape(site.words("moved"))
    return f"""<!doctype html>
<html lang="{site.locale.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0;url={new}">
<link rel="canonical" href="{escape(site.origin)}{new}">
</head>
<body><main><h1>{title}</h1>
<p><a href="{new}">{escape(site.words("moved_to"))}</a></p></main></body>
</html>
""".encode()
