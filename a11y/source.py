"""What can be read from a page's HTML without a browser: language, requests, texts."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

_REQUESTS = {
    "script": "src", "img": "src", "iframe": "src", "source": "src", "audio": "src",
    "video": "src", "embed": "src", "track": "src", "object": "data", "input": "src",
}  # fmt: skip
"""Elements that fetch something by themselves, and the attribute that says what."""

_LINKS = {"stylesheet", "preload", "modulepreload", "icon", "manifest", "prefetch", "preconnect"}
_TEXTS = {"p", "li", "dd", "td", "figcaption", "blockquote"}
_VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
}
_PAUSES = {"small", "br", "summary", "dt", "b"}
"""Elements that begin a new line to the eye: the words before and after are no one sentence."""


@dataclass
class Text:
    """One passage of `main`; `lead` is the page's summary."""

    lead: bool
    words: str = ""


@dataclass
class Source:
    """What one page declares, asks for and says."""

    lang: str = ""
    requests: list[str] = field(default_factory=list)
    blocking: list[str] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)


def read(html: str) -> Source:
    """Read one page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.source


def host(address: str) -> str:
    """Host of an absolute web address, empty for an address on this site."""
    parts = urlsplit(address)
    return parts.netloc if parts.scheme in ("", "http", "https") else ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.source = Source()
        self._open: list[tuple[str, Text | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._request(tag, values)
        if tag == "html":
            self.source.lang = values.get("lang", "")
        if tag in _PAUSES:
            self._say("\n")
        if tag in _VOID:
            return
        text = None
        in_main = tag == "main" or any(name == "main" for name, _ in self._open)
        if in_main and tag in _TEXTS:
            classes = values.get("class", "").split()
            lead = "lead" in classes or values.get("id") == "summary"
            text = Text(lead)
            self.source.texts.append(text)
        self._open.append((tag, text))

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]
        if tag in _PAUSES:
            self._say("\n")

    def handle_data(self, data: str) -> None:
        if not any(name in ("script", "style", "svg") for name, _ in self._open):
            self._say(data)

    def _say(self, words: str) -> None:
        for _, text in reversed(self._open):
            if text:
                text.words += words
                return

    def _request(self, tag: str, values: dict[str, str]) -> None:
        address = values.get(_REQUESTS.get(tag, ""), "")
        kinds = set(values.get("rel", "").split())
        if tag == "link" and kinds & _LINKS:
            address = values.get("href", "")
            if "stylesheet" in kinds and values.get("media", "all") in ("", "all", "screen"):
                self.source.blocking.append(address)
        waits = not values.keys() & {"async", "defer"} and values.get("type") != "module"
        if tag == "script" and address and waits:
            self.source.blocking.append(address)
        if address:
            self.source.requests.append(address)
