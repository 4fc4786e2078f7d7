"""Errors of the API as problem details (RFC 9457)."""

import json
from collections.abc import Mapping
from http import HTTPStatus

from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"


class Problem(BaseModel):
    """Problem details; `errors` names the parameters at fault."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "type": "about:blank",
                "title": "Unprocessable Content",
                "status": 422,
                "detail": "A parameter is not as it should be.",
                "errors": [{"parameter": "limit", "message": "Input should be at most 50"}],
            }
        }
    )

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[dict[str, str]] | None = Field(None)


def problem(
    status: int,
    detail: str,
    *,
    errors: list[dict[str, str]] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """A response that says what is wrong; never kept by a cache."""
    found = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, errors=errors)
    body = json.dumps(found.model_dump(exclude_none=True), ensure_ascii=False).encode()
    return Response(body, status, {"Cache-Control": "no-store", **(headers or {})}, MEDIA_TYPE)
