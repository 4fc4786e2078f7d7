"""Bodies as they go to the reader: compressed, with a validator, and 304 when they have it."""

import gzip
import hashlib

import brotli
from starlette.requests import Request
from starlette.responses import Response

_SMALLEST = 400  # bytes that are not worth compressing
_BROTLI_QUALITY = 5  # 0.3 ms for ten results; higher saves little
_GZIP_LEVEL = 6


def reply(
    request: Request, body: bytes, media_type: str, *, cache: str, status: int = 200
) -> Response:
    """The body for this reader; its entity tag is made of its bytes."""
    tag = f'W/"{hashlib.blake2b(body, digest_size=9).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": cache, "Vary": "Accept-Encoding"}
    if status == 200 and has(request, tag):  # noqa: PLR2004 - OK
        return Response(None, 304, headers)
    encoding = accepted(request) if len(body) >= _SMALLEST else ""
    if encoding:
        body = compressed(body, encoding)
        headers["Content-Encoding"] = encoding
    return Response(body, status, headers, media_type)


def has(request: Request, tag: str) -> bool:
    """Whether the reader holds this version already."""
    held = request.headers.get("if-none-match", "")
    bare = tag.removeprefix("W/")
    return any(each.strip().removeprefix("W/") in (bare, "*") for each in held.split(","))


def accepted(request: Request) -> str:
    """The best encoding that the reader takes: `br`, `gzip` or none."""
    offers = {}
    for offer in request.headers.get("accept-encoding", "").lower().split(","):
        name, _, parameters = offer.strip().partition(";")
        offers[name] = parameters.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return next((name for name in ("br", "gzip") if offers.get(name)), "")


def compressed(body: bytes, encoding: str) -> bytes:
    """The body in `br` or `gzip`; the same bytes for the same body."""
    if encoding == "br":
        return bytes(brotli.compress(body, quality=_BROTLI_QUALITY))
    return gzip.compress(body, _GZIP_LEVEL, mtime=0)
