"""The OpenSearch description of a variant."""

from xml.etree import ElementTree as ET

from generator.exports.opensearch import opensearch
from generator.locales import locales
from generator.settings import ROOT
from generator.views.page import Site
from generator.words import Words, read_words

_NAMESPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_a_browser_can_add_the_search() -> None:
    variants = locales(lambda text: text)
    russian = variants[2]
    words = Words(read_words(ROOT / "overrides/words.yml"), russian)
    site = Site(russian, variants, words, "/folder/", "https://xizmat.example")
    root = ET.fromstring(opensearch(site))  # noqa: S314  # our own text
    assert root.tag == f"{_NAMESPACE}OpenSearchDescription"
    address = root.find(f"{_NAMESPACE}Url")
    assert address is not None
    assert address.get("template") == "https://xizmat.example/folder/ru/search/?q={searchTerms}"
    assert len(root.findtext(f"{_NAMESPACE}ShortName") or "") <= 16
