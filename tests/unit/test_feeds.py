"""Feeds tell of reviews, in each variant, for all, for a sphere and for a service."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

from generator.exports.feeds import feeds
from generator.exports.security_txt import security_txt
from generator.exports.sitemap import sitemap
from generator.locales import locales
from generator.settings import ROOT
from generator.views.page import Link, Page, Site
from generator.words import Words, read_words

ATOM = "{http://www.w3.org/2005/Atom}"
VARIANTS = locales(str.upper)
RUSSIAN = VARIANTS[2]
SITE = Site(
    RUSSIAN, VARIANTS, Words(read_words(ROOT / "overrides" / "words.yml"), RUSSIAN),
    "/x/", "https://a.example",
)  # fmt: skip
HOME = Page(SITE, "home.html", "", "Дом", "Всё", None)
SPHERE = Page(SITE, "sphere.html", "spheres/taxes/", "Налоги", "О налогах", None)


def service(name: str, day: int) -> Page:
    crumbs = (Link("/x/ru/", "Дом"), Link("/x/ru/spheres/taxes/", "Налоги"))
    path = f"services/{name}/"
    return Page(
        SITE, "passport.html", path, f"{name} <&>", "Сводка", None, crumbs,
        reviewed=date(2026, 11, day),
    )  # fmt: skip


def read(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314 - our own text


def test_a_service_stands_in_three_feeds_newest_first() -> None:
    made = feeds([HOME, SPHERE, service("old", 1), service("new", 20)])
    assert set(made) == {
        "ru/feed.xml", "ru/spheres/taxes/feed.xml",
        "ru/services/old/feed.xml", "ru/services/new/feed.xml",
    }  # fmt: skip
    for name in ("ru/feed.xml", "ru/spheres/taxes/feed.xml"):
        titles = [entry.findtext(f"{ATOM}title") for entry in read(made[name]).iter(f"{ATOM}entry")]
        assert titles == ["new <&>", "old <&>"]
    own = read(made["ru/services/new/feed.xml"])
    assert own.findtext(f"{ATOM}updated") == "2026-11-20T00:00:00+05:00"
    link = own.find(f"{ATOM}entry/{ATOM}link")
    assert link is not None
    assert link.get("href") == "https://a.example/x/ru/services/new/"


def test_a_new_review_is_a_new_entry_of_the_same_feed() -> None:
    before = read(feeds([HOME, SPHERE, service("a", 1)])["ru/feed.xml"])
    after = read(feeds([HOME, SPHERE, service("a", 2)])["ru/feed.xml"])
    assert before.findtext(f"{ATOM}id") == after.findtext(f"{ATOM}id")
    identity = f"{ATOM}entry/{ATOM}id"
    assert before.findtext(identity) != after.findtext(identity)


def test_the_sitemap_tells_the_day_of_review_and_no_other() -> None:
    text = sitemap([HOME, service("a", 7)])
    assert text.count("<lastmod>") == 1
    assert "services/a/</loc><lastmod>2026-11-07</lastmod>" in text


def test_security_txt_expires_within_a_year_of_the_content() -> None:
    text = security_txt("https://c.example/o/r", "", "/", date(2026, 11, 21)).decode()
    assert "Contact: https://c.example/o/r/issues\n" in text
    assert "Expires: 2027-11-20T00:00:00Z\n" in text


def test_entries_without_a_date_are_in_no_feed() -> None:
    assert feeds([HOME, replace(service("a", 1), reviewed=None)]) == {}
