"""The API: answers, filters, caches, errors, the page without scripts, the site."""

import gzip
import json
import time
from pathlib import Path

import brotli
import httpx
import pytest
import schemathesis
import yaml
from engines import Meili, api_before, get
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings

from generator.settings import ROOT, Settings
from search.api.answers import SearchAnswer, SuggestAnswer

VARIANTS = ("uz", "uz-cyrl", "ru", "en")
PREFIXES = {"uz": "/", "uz-cyrl": "/uz-cyrl/", "ru": "/ru/", "en": "/en/"}


def search(api: str, q: str, **more: object) -> dict[str, object]:
    response = get(f"{api}/api/v1/search", params={"q": q, **more})
    assert response.status_code == httpx.codes.OK, response.text
    return response.json()


@pytest.mark.parametrize(
    ("typed", "variant", "wanted"),
    [
        ("metrka", "uz", "birth-certificate"),
        ("ҳайдовчилик гувоҳномаси", "uz-cyrl", "drivers-licence"),
        ("cghfdrf j hj;ltybb", "ru", "birth-certificate"),
        ("haydovchilik guvohnomasi", "ru", "drivers-licence"),
        ("drivers lisence", "en", "drivers-licence"),
        ("свет провести", "ru", "connection-to-electric-networks"),
    ],
)
def test_a_service_is_found_however_it_is_typed(
    typed: str, variant: str, wanted: str, api: str
) -> None:
    answer = search(api, typed, lang=variant)
    SearchAnswer.model_validate(answer)
    first = answer["hits"][0]
    assert first["id"] == wanted
    assert first["url"] == f"{PREFIXES[variant]}services/{wanted}/"


def test_filters_narrow_and_facets_count(api: str) -> None:
    every = search(api, "", lang="en", limit=1)
    free = search(api, "", lang="en", free="true", limit=50, online="automatic")
    assert 0 < free["total"] < every["total"]
    assert every["facets"]["free"]["true"] >= free["total"]
    assert free["facets"]["online"] == {"automatic": free["total"]}
    assert search(api, "", lang="en", sphere="no-such-sphere")["total"] == 0


def test_pages_of_results_follow_each_other(api: str) -> None:
    ids = [
        hit["id"]
        for offset in (0, 5)
        for hit in search(api, "", lang="ru", limit=5, offset=offset)["hits"]
    ]
    assert len(ids) == len(set(ids)) == 10


@pytest.mark.parametrize("filters", [{}, {"free": "true"}, {"sphere": "taxes"}])
def test_pages_hold_every_result_once(filters: dict[str, str], api: str) -> None:
    """The likeliest results go first, in an order of their own; none is lost or comes twice."""
    first = search(api, "soliq", lang="uz", limit=7, **filters)
    ids: list[str] = []
    for offset in range(0, first["total"], 7):
        page = search(api, "soliq", lang="uz", limit=7, offset=offset, **filters)
        ids += [f"{hit['kind']} {hit['id']}" for hit in page["hits"]]
    assert len(ids) == len(set(ids)) == first["total"] > 14
    spheres = first["facets"]["sphere"]
    assert sum(spheres.values()) == sum(each.startswith("service") for each in ids)


def test_a_form_may_send_its_empty_fields(api: str) -> None:
    empty = dict.fromkeys(("sphere", "audience", "online", "eds", "free", "limit", "offset"), "")
    assert search(api, "паспорт", lang="", **empty)["total"]


def test_summaries_come_only_when_asked_for(api: str) -> None:
    assert "summary" not in search(api, "metrka")["hits"][0]
    assert search(api, "metrka", summaries="true")["hits"][0]["summary"]


def test_suggestions_come_while_typing(api: str) -> None:
    response = get(f"{api}/api/v1/suggest", params={"q": "haydovchi", "lang": "uz"})
    answer = SuggestAnswer.model_validate(response.json())
    assert answer.suggestions[0].id == "drivers-licence"
    assert len(answer.suggestions) <= 8
    assert get(f"{api}/api/v1/suggest").json() == {"suggestions": []}


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(
    ("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)]
)
def test_ten_results_are_light(variant: str, encoding: str, unpack: object, api: str) -> None:
    words = {"uz": "soliq", "uz-cyrl": "маълумотнома", "ru": "справка", "en": "certificate"}
    for q in ("", words[variant]):
        with httpx.stream(
            "GET", f"{api}/api/v1/search", params={"q": q, "lang": variant},
            headers={"Accept-Encoding": encoding},
        ) as response:  # fmt: skip
            body = b"".join(response.iter_raw())
        assert response.headers["content-encoding"] == encoding
        assert len(json.loads(unpack(body))["hits"]) == 10
        assert len(body) <= 1500


def test_every_answer_is_light(api: str) -> None:
    """Every labelled question, in the encoding that all take; brotli is lighter still."""
    questions = yaml.safe_load((ROOT / "tests/search/queries.yml").read_text("utf-8"))
    with httpx.Client(headers={"Accept-Encoding": "gzip"}, timeout=10) as client:
        for question in questions:
            asked = {"q": question["q"], "lang": question["lang"]}
            with client.stream("GET", f"{api}/api/v1/search", params=asked) as response:
                assert len(b"".join(response.iter_raw())) <= 1500, question["q"]


def test_a_cache_may_hold_answers(api: str) -> None:
    address = f"{api}/api/v1/search?q=pasport"
    first = get(address)
    assert first.headers["cache-control"].startswith("public, max-age=")
    assert "Accept-Encoding" in first.headers["vary"]
    again = get(address, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == httpx.codes.NOT_MODIFIED
    assert not again.content


def test_pages_of_other_hosts_may_ask(api: str) -> None:
    origin = {"Origin": "https://elsewhere.example"}
    response = get(f"{api}/api/v1/search?q=pasport", headers=origin)
    assert response.headers["access-control-allow-origin"] == "*"
    asked = {**origin, "Access-Control-Request-Method": "DELETE"}
    assert httpx.options(f"{api}/api/v1/search", headers=asked).status_code == 400


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=51",
        "offset=-1",
        "lang=de",
        "online=maybe",
        "free=1",
        "sphere=A%20OR%20B",
        "q=" + "a" * 201,
    ],
)
def test_a_wrong_parameter_is_a_problem_that_names_it(query: str, api: str) -> None:
    response = get(f"{api}/api/v1/search?{query}")
    assert response.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["errors"][0]["parameter"] == query.partition("=")[0]
    assert response.headers["cache-control"] == "no-store"


HOSTILE = [
    "%F0%28%8C%28", "%ED%A0%80", "%00%01%1F", "..%2F..%2Fetc%2Fpasswd",
    "%22%20OR%20lang%20%3D%20ru%20OR%20%22", "lang%20%3D%20%22ru%22%20AND%20NOT%20x",
    "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%7B%22q%22%3A1%7D", "%25%25%25", "a" * 200,
    "%D9%85%D8%B1%D8%AD%D8%A8%D8%A7", "%F0%9F%92%A9" * 20, "-" * 200, "%22" * 100,
    "%E2%80%AE%D0%B0",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_questions_get_an_answer(typed: str, api: str) -> None:
    for path in ("api/v1/search", "api/v1/suggest"):
        response = get(f"{api}/{path}?q={typed}")
        assert response.status_code == httpx.codes.OK, response.text


@pytest.mark.parametrize("name", ["sphere", "online", "audience", "eds", "free"])
@pytest.mark.parametrize("value", ['x" OR kind = "lexicon', "x' OR 1=1", "a\\", "\ud7ff", "../"])
def test_filters_take_no_syntax(name: str, value: str, api: str) -> None:
    response = get(f"{api}/api/v1/search", params={"q": "", name: value})
    assert response.status_code == httpx.codes.UNPROCESSABLE_ENTITY


@pytest.mark.parametrize("length", [10_000, 40_000])
def test_a_very_long_question_is_refused(length: int, api: str) -> None:
    for prefix in ("/api/v1/search", "/api/v1/suggest"):
        response = get(f"{api}{prefix}?q={'я' * (length // 10)}{'a' * length}")
        assert 400 <= response.status_code < 500


@pytest.mark.parametrize("typed", ["身份证 护照", "여권 신청", "パスポート", "…?!", "💩"])
def test_other_alphabets_find_nothing_and_at_once(typed: str, api: str) -> None:
    answer = search(api, typed)
    assert (answer["total"], answer["hits"], answer["facets"]) == (0, [], {})


def test_the_words_of_the_lexicon_are_no_result(api: str) -> None:
    for variant in VARIANTS:
        assert all(hit["id"] != "lexicon" for hit in search(api, "lexicon", lang=variant)["hits"])


def test_no_answer_of_the_openapi_surprises(api: str) -> None:
    """What the description allows is answered as it says; what it forbids is refused."""
    schema = schemathesis.openapi.from_url(f"{api}/openapi.json")
    asked = set()
    for result in schema.get_all_operations():
        operation = result.ok()
        asked.add(operation.path)

        @given(case=operation.as_strategy())
        @hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=[*HealthCheck])
        def ask(case: schemathesis.Case) -> None:
            response = case.call(base_url=api, timeout=10)
            if response.status_code == httpx.codes.SERVICE_UNAVAILABLE:
                time.sleep(0.5)  # as `get` does
                response = case.call(base_url=api, timeout=10)
            case.validate_response(response)

        ask()
    assert asked == {"/api/v1/search", "/api/v1/suggest", "/healthz", "/readyz"}


def test_examples_of_the_openapi_are_right(api: str) -> None:
    schemas = get(f"{api}/openapi.json").json()["components"]["schemas"]
    SearchAnswer.model_validate(schemas["SearchAnswer"]["example"])
    SuggestAnswer.model_validate(schemas["SuggestAnswer"]["example"])


def test_health(api: str) -> None:
    assert get(f"{api}/healthz").json() == {"status": "ok"}
    assert get(f"{api}/readyz").json() == {"status": "ready"}


@pytest.mark.parametrize("variant", VARIANTS)
def test_without_scripts_the_page_is_filled(variant: str, api: str) -> None:
    address = f"{api}{PREFIXES[variant]}search/"
    page = get(address, params={"q": "метрика <b>", "sphere": "certificates", "free": ""}).text
    assert '<ol class="results"' in page
    assert f'href="{PREFIXES[variant]}services/birth-certificate/"' in page
    assert 'value="метрика &lt;b&gt;"' in page
    assert "<b>" not in page.partition("<main")[2]
    assert '<option value="certificates" selected' in page
    assert 'id="result-count"' in page
    bare = get(address).text
    assert "<!-- results -->" in bare
    assert 'id="result-count"' not in bare


def test_without_scripts_a_wrong_facet_is_passed_over(api: str) -> None:
    page = get(f"{api}/ru/search/?q=справка&online=maybe&sphere=%22&offset=x")
    assert page.status_code == httpx.codes.OK
    assert '<ol class="results"' in page.text


def test_without_scripts_more_results_are_a_link_away(api: str) -> None:
    first = get(f"{api}/ru/search/?q=справка").text
    assert 'rel="next"' in first
    link = first.partition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
    second = get(f"{api}/ru/search/{link}").text
    assert 'start="11"' in second


def test_the_site_stands_beside(api: str, site: Path) -> None:
    home = get(f"{api}/")
    assert home.text == (site / "index.html").read_text("utf-8")
    assert home.headers["content-encoding"] in ("gzip", "br")
    again = get(f"{api}/", headers={"If-None-Match": home.headers["etag"]})
    assert again.status_code == httpx.codes.NOT_MODIFIED
    assert get(f"{api}/ru").headers["location"] == "/ru/"
    missing = get(f"{api}/no/such/page/")
    assert missing.status_code == httpx.codes.NOT_FOUND
    assert missing.headers["content-type"].startswith("text/html")
    assert httpx.post(f"{api}/").status_code == httpx.codes.METHOD_NOT_ALLOWED


@pytest.mark.parametrize(
    "path",
    [
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%00",
        "/%ff%fe",
        "/" + "a" * 5000,
        "//etc/passwd",
    ],
)
def test_nothing_outside_the_site_is_served(path: str, api: str) -> None:
    response = get(f"{api}{path}")
    assert response.status_code == httpx.codes.NOT_FOUND
    assert "root:x:" not in response.text


def test_no_redirect_leads_to_another_host(api: str) -> None:
    location = get(f"{api}//ru").headers.get("location", "/")
    assert not location.startswith("//")


def test_a_new_site_is_served_from_its_switch_on(
    api: str, site: Path, settings: Settings, tmp_path: Path
) -> None:
    old = site.resolve()
    other = tmp_path / "other"
    other.mkdir()
    (other / "index.html").write_text("new", "utf-8")
    beside = site.with_name("switching")
    beside.symlink_to(other)
    beside.replace(site)
    try:
        assert get(f"{api}/").text == "new"
    finally:
        beside.symlink_to(old)
        beside.replace(site)
    assert settings.site == site


def test_who_asks_too_much_is_told_to_wait(meili: Meili, site: Path, settings: Settings) -> None:
    with api_before((meili.url,), site, settings, rate=1) as slow, httpx.Client() as client:
        answers = [client.get(f"{slow}/api/v1/suggest?q=a") for _ in range(14)]
        refused = [answer for answer in answers if answer.status_code != httpx.codes.OK]
        assert len(refused) >= 2
        assert {answer.status_code for answer in refused} == {429}
        assert refused[0].headers["retry-after"] == "1"
        assert refused[0].json()["title"] == "Too Many Requests"


def test_the_log_holds_no_question(meili: Meili, site: Path, settings: Settings) -> None:
    with api_before((meili.url,), site, settings) as address:
        get(f"{address}/api/v1/search", params={"q": "sirli soʻz metrka", "limit": 3})
        get(f"{address}/search/", params={"q": "sirli soʻz"})
        port = address.rpartition(":")[2]
    lines = (settings.work / f"api-{port}.log").read_text("utf-8")
    assert "sirli" not in lines
    assert "127.0.0.1" not in lines.replace(meili.url, "")
    requests = [json.loads(line) for line in lines.splitlines() if '"request"' in line]
    assert {request["route"] for request in requests} >= {"/search", "/search/"}
    assert all(request["milliseconds"] > 0 for request in requests)
