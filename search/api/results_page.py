"""The built search page with results in its marked place, for readers without scripts. Pure."""

import html
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from generator.words import Words

PLACE = "<!-- results -->"
_FIELD = re.compile(r"<input\b[^>]*\bid=\"?q\"?[^>]*>")


def filled(page: str, typed: str, chosen: Mapping[str, str], results: str) -> str:
    """The page with the results, the typed words in its field and the chosen facets chosen."""
    page = _FIELD.sub(lambda field: _with_value(field[0], typed), page, count=1)
    for name, value in chosen.items():
        page = _with_choice(page, name, value)
    return page.replace(PLACE, results, 1)


def results(
    answer: Mapping[str, Any], words: Words, asked: Mapping[str, str], limit: int, offset: int
) -> str:
    """An answer as HTML: what was found and how the question was read, the list, more."""
    total, reading = answer["total"], answer["reading"]
    said = [words("results_count", count=total) if total else words("results_none")]
    if total and reading["how"] != "typed":
        said.append(words("results_for", query=reading["used"]))
    parts = [_status(" ".join(said))]
    if answer.get("suggestion"):
        link = html.escape("?" + urlencode({**asked, "q": answer["suggestion"]}))
        meant = html.escape(answer["suggestion"])
        parts.append(f'<p>{html.escape(words("did_you_mean"))} <a href="{link}">{meant}</a></p>')
    if answer["hits"]:
        items = "".join(map(_item, answer["hits"]))
        parts.append(f'<ol class="results" start="{offset + 1}">{items}</ol>')
    if offset + limit < total:
        link = html.escape("?" + urlencode({**asked, "offset": offset + limit}))
        parts.append(f'<p><a rel="next" href="{link}">{html.escape(words("results_more"))}</a></p>')
    return "\n".join(parts)


def away(words: Words) -> str:
    """What stands in the place of results when search is out of reach."""
    return _status(words("search_away"))


def _status(text: str) -> str:
    return f'<p role="status" id="result-count">{html.escape(text)}</p>'


def _item(hit: Mapping[str, str]) -> str:
    name, url = html.escape(hit["name"]), html.escape(hit["url"])
    facts = [html.escape(hit[key]) for key in ("cost", "term", "online") if key in hit]
    meta = f'<p class="meta">{" · ".join(facts)}</p>' if facts else ""
    return f'<li><a href="{url}">{name}</a>{meta}</li>'


def _with_value(field: str, typed: str) -> str:
    value = f'value="{html.escape(typed)}"'
    if re.search(r"\bvalue=", field):
        return re.sub(r"\bvalue=(?:\"[^\"]*\"|[^\s>]*)", lambda _: value, field, count=1)
    return field[:-1] + f" {value}>"


def _with_choice(page: str, name: str, value: str) -> str:
    """Mark the option, or the tick box, of a facet of the form."""
    quoted = re.escape(html.escape(value))
    select = re.compile(
        rf'(<select\b[^>]*\bname="{re.escape(name)}"[^>]*>'
        rf'(?:(?!</select>).)*?<option value="{quoted}")',
        re.DOTALL,
    )
    page = select.sub(r"\1 selected", page, count=1)
    tick = re.compile(rf'(<input\b[^>]*\bname="{re.escape(name)}" value="{quoted}")')
    return tick.sub(r"\1 checked", page, count=1)
