"""What the API may be asked, checked: anything else is a problem, so no value can carry syntax.

A form without scripts sends its empty fields too; an empty value is no value.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from fastapi import Query
from pydantic import Field

LONGEST = 200
"""Letters of a question."""
_LARGEST_OFFSET = 1000

Text = Annotated[
    str,
    Query(max_length=LONGEST, description="What people type: any script, layout or spelling."),
]
Variant = Annotated[
    Literal["uz", "uz-cyrl", "ru", "en", ""],
    Query(description="Variant of the site; uz if empty."),
]
Sphere = Annotated[
    str, Query(max_length=64, pattern="^[a-z0-9-]*$", description="Id of a sphere of services.")
]
Audience = Annotated[
    Literal["individuals", "legal-entities", ""], Query(description="Who may have the service.")
]
Online = Annotated[
    Literal["automatic", "semi-automatic", "none", ""],
    Query(description="How the portal gives the service."),
]
Signature = Annotated[
    Literal["required", "not-required", ""],
    Query(description="Whether an electronic signature is needed."),
]
Free = Annotated[Literal["true", "false", ""], Query(description="Free of charge, or not.")]
Limit = Annotated[
    Annotated[int, Field(ge=1, le=50)] | Literal[""], Query(description="How many results.")
]
Offset = Annotated[
    Annotated[int, Field(ge=0, le=_LARGEST_OFFSET)] | Literal[""],
    Query(description="How many to pass over."),
]
Summaries = Annotated[Literal["true", "false", ""], Query(description="Also the summaries.")]


def filters_of(
    sphere: str, audience: str, online: str, eds: str, free: str
) -> dict[str, str | bool]:
    """The facets that were chosen."""
    named = {"sphere": sphere, "audience": audience, "online": online, "eds": eds}
    chosen: dict[str, str | bool] = {name: value for name, value in named.items() if value}
    return {**chosen, "free": free == "true"} if free else chosen


def lenient(asked: Mapping[str, str]) -> tuple[dict[str, str | bool], int]:
    """Facets and offset of an address that somebody may have changed: what is wrong is left out."""
    allowed = {"audience": Audience, "online": Online, "eds": Signature, "free": Free}
    chosen = {
        name: asked[name]
        for name, parameter in allowed.items()
        if asked.get(name) in get_args(get_args(parameter)[0])
    }
    if re.fullmatch("[a-z0-9-]{1,64}", asked.get("sphere", "")):
        chosen["sphere"] = asked["sphere"]
    offset = asked.get("offset", "")
    usable = offset.isascii() and offset.isdigit() and int(offset) <= _LARGEST_OFFSET
    wanted = (chosen.get(name, "") for name in ("sphere", "audience", "online", "eds", "free"))
    return filters_of(*wanted), int(offset) if usable else 0
