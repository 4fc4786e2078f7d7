"""Lists of pages that are kept together, their sizes, and the manifests."""

import json
from typing import Any

import brotli
import rjsmin

from generator.exports.offline import offline
from generator.locales import locales
from generator.settings import ROOT
from generator.views.page import Link, Page, Site
from generator.views.services import GroupOfServices, ServiceCard, SphereBody
from generator.words import Words, read_words

VARIANTS = locales(str.upper)
RUSSIAN = VARIANTS[2]
WORDS = Words(read_words(ROOT / "overrides" / "words.yml"), RUSSIAN)
SITE = Site(RUSSIAN, VARIANTS, WORDS, "/x/", "", "/x/public/search-ru-1.js", "/x/public/keep-1.js")


def sphere(*services: str) -> Page:
    cards = tuple(ServiceCard(Link(f"/x/ru/services/{s}/", s), ()) for s in services)
    body = SphereBody((GroupOfServices("other", "", cards),), "", "", "")
    return Page(SITE, "sphere.html", "spheres/taxes/", "Налоги", "О налогах", body)


def made(*pages: Page, **sizes: int) -> dict[str, Any]:
    weights = {"ru/spheres/taxes/index.html": 6000}
    weights |= {f"ru/services/{name}/index.html": size for name, size in sizes.items()}
    return {path: json.loads(body) for path, body in offline(pages, weights).items()}


def test_a_sphere_s_list_names_its_pages_once_and_weighs_exactly_them() -> None:
    files = made(sphere("a", "b", "a"), a=7100, b=5456, other=9999)
    assert files["ru/spheres/taxes/keep.json"] == {
        "pages": ["/x/ru/spheres/taxes/", "/x/ru/services/a/", "/x/ru/services/b/"],
        "bytes": 18600,
        "own": 6000,
    }


def test_a_sphere_without_services_has_nothing_to_keep() -> None:
    assert made(sphere()) == {}


def test_a_variant_has_its_words_its_search_and_its_manifest() -> None:
    files = made(Page(SITE, "offline.html", "offline/", "На телефоне", "", None))
    always = files["ru/offline/keep.json"]
    assert always["pages"] == ["/x/ru/offline/", "/x/public/keep-1.js"]
    assert "{date}" in always["known"]
    assert files["ru/search/keep.json"]["pages"] == [
        "/x/ru/search/", "/x/public/search-ru-1.js", "/x/public/names-ru.json"
    ]  # fmt: skip
    manifest = files["ru/manifest.webmanifest"]
    assert (manifest["lang"], manifest["start_url"], manifest["scope"]) == ("ru", "/x/ru/", "/x/")
    shown = {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]}
    assert shown == {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}
    for icon in manifest["icons"]:
        assert (ROOT / "overrides" / icon["src"].removeprefix("/x/")).is_file()


def test_the_worker_is_light() -> None:
    text = (ROOT / "overrides" / "scripts" / "offline" / "worker.js").read_text("utf-8")
    assert len(brotli.compress(rjsmin.jsmin(text).encode())) <= 2048
