"""What every entry is made of: texts in three languages, dates, sources, sourced statements."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

LANGUAGES = ("uz", "ru", "en")

REPORTS = (
    "national-report-2020",
    "un-egov-questionnaire-2019",
    "virtual-reception-nomination",
    "undp-news-2016",
)
"""Printed reports that a source may name, followed by a page, section or annex."""

_TAG = re.compile(r"<[a-zA-Z/!?]")
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SOURCE = re.compile(rf"https?://\S+|(?:{'|'.join(REPORTS)})(?:, .+)?|(?:press|channel): .+")
_AS_OF = re.compile(r"(?:(?:about|after|before) )?(\d{4})(?:-(\d\d))?(?:-(\d\d))?|undated")


def _plain(text: str) -> str:
    if _TAG.search(text):
        raise PydanticCustomError("text-html", "HTML is not allowed in a text")
    if "\t" in text:
        raise PydanticCustomError("text-tab", "a tab is not allowed in a text")
    return text


def _identifier(text: str) -> str:
    if not _KEBAB.fullmatch(text):
        raise PydanticCustomError("id-form", "an id is small Latin letters, digits and hyphens")
    return text


def _source(text: str) -> str:
    if not _SOURCE.fullmatch(text):
        raise PydanticCustomError(
            "source-form", "a source is a web address or the name of a report"
        )
    return text


def _partial_date(text: str) -> str:
    match = _AS_OF.fullmatch(text)
    if not match:
        raise PydanticCustomError(
            "date-form", "not a date: write 2026, 2026-11, 2026-11-21, 'about 2022' or undated"
        )
    if match[1]:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    return text


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _matching(form: re.Pattern[str]) -> WithJsonSchema:
    """What a validator asks of a string, for the JSON Schema."""
    return WithJsonSchema({"type": "string", "pattern": f"^(?:{form.pattern})$"})


_ONE_SOURCE = {"type": "string", "pattern": f"^(?:{_SOURCE.pattern})$"}

Text = Annotated[str, Field(min_length=1), AfterValidator(_plain)]
Identifier = Annotated[str, AfterValidator(_identifier), _matching(_KEBAB)]
Source = Annotated[str, AfterValidator(_source), _matching(_SOURCE)]
Sources = Annotated[
    tuple[Source, ...],
    BeforeValidator(_listed),
    Field(min_length=1),
    WithJsonSchema(
        {"anyOf": [_ONE_SOURCE, {"type": "array", "items": _ONE_SOURCE, "minItems": 1}]}
    ),
]
PartialDate = Annotated[str, AfterValidator(_partial_date), _matching(_AS_OF)]
WebAddress = Annotated[str, Field(pattern=r"^https?://\S+$")]


class Frozen(BaseModel):
    """A value: cannot change, refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Localized(Frozen):
    """The same meaning in the three languages; Uzbek Cyrillic is made from `uz`."""

    uz: Text = Field(description="In Uzbek, with the letters oʻ gʻ and the sign ʼ.")
    ru: Text = Field(description="In Russian: the same meaning, not word for word.")
    en: Text = Field(description="In English: the same meaning, not word for word.")


class Fact(Frozen):
    """What every fact carries: where it was read and of when it speaks."""

    source: Sources | None = Field(None, description="Web address or report; else the passport's.")
    as_of: PartialDate | None = Field(None, description="Of when the source speaks.")
    caution: Localized | None = Field(None, description="A word of care shown beside the fact.")


class Statement(Fact, Localized):
    """A sourced sentence or two; `also` holds further statements on the same matter."""

    also: tuple["Statement", ...] = Field(
        (), description="Further statements on the same matter, each with its source."
    )
