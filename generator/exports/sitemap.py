"""The sitemap with the language variants of every page and the day of its review."""

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from generator.views.page import Page

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[Page]) -> str:
    """Sitemap XML by sitemaps.org 0.9 with `xhtml:link` alternates; needs `SITE_URL`."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<urlset xmlns="{_SITEMAP}" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for page in pages:
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{alternate.locale.tag}"'
            f" href={quoteattr(page.site.origin + alternate.href)}/>"
            for alternate in page.alternates
        )
        day = f"<lastmod>{page.reviewed}</lastmod>" if page.reviewed else ""
        lines.append(f"<url><loc>{page.canonical}</loc>{day}{links}</url>")
    return "\n".join([*lines, "</urlset>", ""])
