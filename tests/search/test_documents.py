"""Documents hold what a result shows, what filters ask and what people say."""

from collections import Counter

from generator.model import Register
from search.documents import LEXICON_KEY, Document
from search.index import stamped
from search.index_settings import engine_settings, search_config
from search.stems import stem
from search.synonyms import Synonyms, content_stems, engine_synonyms


def by_key(made: list[Document]) -> dict[str, Document]:
    return {document["key"]: document for document in made}


def test_one_document_a_thing_and_language(made: list[Document], register: Register) -> None:
    services = [document for document in made if document["kind"] == "service"]
    assert len(services) == 3 * len(register.passports)
    kinds = Counter(document["kind"] for document in made if document.get("lang") == "ru")
    assert kinds["guidance"] == len(register.guidance)
    assert kinds["page"] > len(register.glossary)
    assert len(by_key(made)) == len(made)


def test_a_name_is_shown_as_the_register_has_it(made: list[Document], register: Register) -> None:
    documents = by_key(made)
    for passport in register.passports:
        shown = documents[f"service-{passport.id}-uz"]["shown"]
        assert shown["uz"]["name"] == passport.name.uz
        assert set(shown) == {"uz", "uz-cyrl"}
        assert not set(shown["uz-cyrl"]["name"]) & set("ʻʼ")
        assert documents[f"service-{passport.id}-ru"]["shown"]["ru"]["name"] == passport.name.ru


def test_what_is_not_published_is_not_said(made: list[Document], register: Register) -> None:
    documents = by_key(made)
    for passport in register.passports:
        document = documents[f"service-{passport.id}-en"]
        online = passport.online
        known = online is not None and online.mode != "unknown"
        assert ("online" in document) == ("online" in document["shown"]["en"]) == known
        assert ("cost" in document["shown"]["en"]) == (passport.cost is not None)
        assert document.get("eds") != "unknown"


def test_names_of_other_languages_are_searched(made: list[Document]) -> None:
    document = by_key(made)["service-drivers-licence-en"]
    assert any("водительск" in words for words in document["other_names"])
    assert any(stem("haydovchilik", "uz") in words.split() for words in document["other_names"])


def test_everyday_words_stand_with_the_services_they_lead_to(made: list[Document]) -> None:
    documents = by_key(made)
    assert "метрик" in documents["service-birth-certificate-ru"]["everyday"]
    assert "svet" in documents["service-connection-to-electric-networks-uz"]["everyday"]
    assert "метрик" not in documents["service-utilities-ru"]["everyday"]


def test_small_words_are_not_searched(made: list[Document]) -> None:
    for document in made[:60]:
        for text in (*document.get("name", ()), *document["summary"]):
            assert not set(text.split()) & {"и", "va", "the", "uchun", "для"}


def test_there_are_everyday_words_in_every_language(synonyms: Synonyms) -> None:
    assert sum(map(len, synonyms.values())) >= 120
    assert all(len(groups) >= 40 for groups in synonyms.values())


def test_nearly_every_group_leads_somewhere(made: list[Document], synonyms: Synonyms) -> None:
    """A name that was changed leaves official words behind that no service has."""
    lost = []
    for language, groups in synonyms.items():
        everyday = {
            words
            for document in made
            if document.get("lang") == language
            for words in document["everyday"]
        }
        lost += [
            group.official
            for group in groups
            if not any(" ".join(content_stems(w, language)) in everyday for w in group.everyday)
        ]
    assert len(lost) <= 0.03 * sum(map(len, synonyms.values())), lost


def test_settings_name_only_fields_that_documents_have(
    made: list[Document], synonyms: Synonyms
) -> None:
    fields = set().union(*map(set, made))
    config = search_config()
    assert {*config.searchable, *config.filters} <= fields
    assert set(config.facets) <= set(config.filters)
    settings = engine_settings(engine_synonyms(synonyms))
    assert settings["synonyms"]
    assert settings["stopWords"]


def test_the_same_content_gives_the_same_digests(made: list[Document], synonyms: Synonyms) -> None:
    settings = engine_settings(engine_synonyms(synonyms))
    assert stamped(made, settings) == stamped(made, settings)
    changed = stamped(made, {**settings, "stopWords": []})
    assert changed[-1]["key"] == LEXICON_KEY
    assert changed[-1]["digest"] != stamped(made, settings)[-1]["digest"]
    assert changed[:-1] == stamped(made, settings)[:-1]
