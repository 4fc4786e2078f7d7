"""A stand-in for the search API: the built site and answers by the contract, from real names."""

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from generator import uzbek
from generator.model import Passport, Register

fold = functools.cache(uzbek.fold)
"""Kept, so that an answer comes within the second a browser waits, also on a busy machine."""

_LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбю"
_LAYOUT = str.maketrans(_LATIN_KEYS, _RUSSIAN_KEYS)


@dataclass
class SearchSite:
    """Where the site and its API answer, and what the API was asked."""

    address: str = ""
    asked: list[str] = field(default_factory=list)


@contextmanager
def serve(site: Path, register: Register) -> Iterator[SearchSite]:
    """The site with the stand-in beside it, on a free port."""
    found = SearchSite()
    handler = functools.partial(_Handler, found, register, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found.address = f"http://127.0.0.1:{server.server_port}"
    yield found
    server.shutdown()


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(
        self, found: SearchSite, register: Register, *arguments: object, **options: object
    ) -> None:
        self._found = found
        self._register = register
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path != "/api/v1/search":
            super().do_GET()
            return
        asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
        self._found.asked.append(asked["q"])
        body = json.dumps(_answer(self._register, asked)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def _answer(register: Register, asked: dict[str, str]) -> dict[str, object]:
    lang = asked["lang"]
    used, how = asked["q"], "typed"
    hits = _matching(register, lang, used)
    if not hits and (turned := used.translate(_LAYOUT)) != used:
        hits = _matching(register, lang, turned)
        used, how = (turned, "layout") if hits else (used, how)
    hits = [passport for passport in hits if _passes(passport, asked)]
    words = {word for p in register.passports for word in fold(_name(p, lang)).split()}
    close = get_close_matches(fold(used), words, 1) if not hits else []
    offset, limit = int(asked.get("offset", 0)), int(asked.get("limit", 10))
    return {
        "reading": {"typed": asked["q"], "used": used, "how": how},
        "total": len(hits),
        "hits": [_hit(passport, lang) for passport in hits[offset : offset + limit]],
        "facets": {"sphere": _counts(hits)},
        "suggestion": close[0] if close else None,
    }


def _matching(register: Register, lang: str, query: str) -> list[Passport]:
    words = fold(query).split()
    return [p for p in register.passports if all(w in fold(_name(p, lang)) for w in words)]


def _passes(passport: Passport, asked: dict[str, str]) -> bool:
    free = passport.cost is not None and bool(passport.cost.free)
    return passport.sphere == asked.get("sphere", passport.sphere) and ("free" not in asked or free)


def _name(passport: Passport, lang: str) -> str:
    return str(getattr(passport.name, "uz" if lang == "uz-cyrl" else lang))


def _hit(passport: Passport, lang: str) -> dict[str, str]:
    prefix = "" if lang == "uz" else f"/{lang}"
    return {
        "id": passport.id,
        "kind": "service",
        "url": f"{prefix}/services/{passport.id}/",
        "name": _name(passport, lang),
        "cost": "18 540 soʻm",
    }


def _counts(hits: list[Passport]) -> dict[str, int]:
    spheres = [passport.sphere for passport in hits]
    return {sphere: spheres.count(sphere) for sphere in spheres}
