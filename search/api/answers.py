"""What the API answers, as typed models."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from search.query.spellings import How

Variant = Literal["uz", "uz-cyrl", "ru", "en"]
Kind = Literal["service", "guidance", "page"]


class ReadingModel(BaseModel):
    """How the question was read."""

    typed: str
    used: str = Field(description="What was searched, in words to show.")
    how: How


class Hit(BaseModel):
    """One result; what is not published, or asked for, is left out."""

    id: str
    kind: Kind
    url: str
    name: str
    cost: str | None = None
    term: str | None = None
    online: str | None = None
    summary: str | None = None


class SearchAnswer(BaseModel):
    """Results, and how many there are by facet."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "reading": {"typed": "gfcgjhn", "used": "паспорт", "how": "layout"},
                "total": 1,
                "hits": [
                    {
                        "id": "foreign-travel-passport",
                        "kind": "service",
                        "url": "/ru/services/foreign-travel-passport/",
                        "name": "Оформление паспорта для выезда за границу",
                    }
                ],
                "facets": {"sphere": {"citizenship": 1}},
                "suggestion": None,
            }
        }
    )

    reading: ReadingModel
    total: int
    hits: list[Hit]
    facets: dict[str, dict[str, int]]
    suggestion: str | None = Field(None, description="A better spelling: did you mean this?")


class Suggestion(BaseModel):
    """A result for a box that completes while one types."""

    id: str
    kind: Kind
    url: str
    name: str


class SuggestAnswer(BaseModel):
    """At most eight results."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "suggestions": [
                    {
                        "id": "utilities", "kind": "service", "url": "/en/services/utilities/",
                        "name": "Utilities",
                    }
                ]
            }
        }
    )  # fmt: skip

    suggestions: list[Suggestion]
