"""An OpenSearch 1.1 description, by which a browser adds the site's search to its own."""

from xml.sax.saxutils import escape, quoteattr

from generator.views.page import Site


def opensearch(site: Site) -> bytes:
    """The description of one variant; needs the address of the site (`SITE_URL`)."""
    name = escape(f"{site.words('site_name')} ({site.locale.endonym})")
    template = f"{site.origin}{site.href('search/')}?q={{searchTerms}}"
    icon = f"{site.origin}{site.base}public/icon.svg"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{name}</ShortName>
<Description>{escape(site.words("search_title"))}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Language>{site.locale.tag}</Language>
<Image type="image/svg+xml">{escape(icon)}</Image>
<Url type="text/html" template={quoteattr(template)}/>
</OpenSearchDescription>
""".encode()
