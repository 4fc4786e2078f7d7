"""The search API, and the site beside it: `GET /api/v1/search`, `/api/v1/suggest`, pages."""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware

from generator.words import Words
from search.api import parameters
from search.api.answers import SearchAnswer, SuggestAnswer
from search.api.engine import AwayError, Engine
from search.api.finder import Finder
from search.api.logs import LogRequests
from search.api.parameters import filters_of
from search.api.problems import Problem, problem
from search.api.rate_limit import RateLimit
from search.api.replies import reply
from search.api.results_page import PLACE, away, filled, results
from search.api.site_files import SiteFiles

_CACHE = "public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400"
_LIMIT = 10
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {
        "model": Problem,
        "description": description,
        "content": {
            "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
        },
    }
    for status, description in (
        (422, "A parameter is not as it should be."),
        (429, "Too many questions; `Retry-After` says how many seconds to wait."),
        (503, "The search engine is away; `Retry-After` says when to ask again."),
    )
}
_TOO_MANY = "Too many questions at once. Wait a second and ask again."
_AWAY = "Search is away for a moment. The list of names and the pages are still there."


@dataclass(frozen=True)
class Service:
    """What the API serves: engine, site and how it speaks."""

    urls: Sequence[str]
    key: str
    site: Path
    base: str
    """Folder of the site on its host, with slashes."""
    words: Mapping[str, Words]
    """Variant → its interface words."""
    rate: int


def create_app(service: Service) -> FastAPI:
    """The application; it opens and closes its connections with its lifespan."""
    finder = Finder(Engine(service.urls, service.key), service.base)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await finder.open()
        yield
        await finder.close()

    app = FastAPI(
        title="Xizmat search", version="1", lifespan=lifespan,
        description="Finds public services of Uzbekistan however people type.",
        docs_url=None, redoc_url=None,  # their pages load scripts of a third party
        redirect_slashes=False,
    )  # fmt: skip
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(AwayError, _away)
    app.add_middleware(
        CORSMiddleware, allow_origins=["*"], allow_methods=["GET"], expose_headers=["ETag"]
    )
    app.add_middleware(LogRequests)
    rate = RateLimit(service.rate)
    app.include_router(_health(finder))
    app.include_router(_questions(finder, rate), prefix=f"{service.base}api/v1")
    app.include_router(_pages(finder, rate, service), prefix=service.base.rstrip("/"))
    return app


def _questions(finder: Finder, rate: RateLimit) -> APIRouter:
    router = APIRouter(responses=_PROBLEMS)

    @router.get("/search", response_model=SearchAnswer, summary="Find services")
    async def search(
        request: Request,
        q: parameters.Text = "",
        lang: parameters.Variant = "uz",
        sphere: parameters.Sphere = "",
        audience: parameters.Audience = "",
        online: parameters.Online = "",
        eds: parameters.Signature = "",
        free: parameters.Free = "",
        limit: parameters.Limit = _LIMIT,
        offset: parameters.Offset = 0,
        summaries: parameters.Summaries = "false",
    ) -> Response:
        """Services, guidance and pages for a question. An empty question finds everything."""
        if _wait(request, rate):
            return problem(429, _TOO_MANY, headers={"Retry-After": "1"})
        chosen = filters_of(sphere, audience, online, eds, free)
        answer = await finder.search(
            q, lang or "uz", chosen, limit=limit or _LIMIT, offset=offset or 0,
            summaries=summaries == "true",
        )  # fmt: skip
        request.state.noted = {"how": answer["reading"]["how"], "total": answer["total"]}
        return _json(request, answer)

    @router.get("/suggest", response_model=SuggestAnswer, summary="Complete while typing")
    async def suggest(
        request: Request, q: parameters.Text = "", lang: parameters.Variant = "uz"
    ) -> Response:
        """At most eight results for a question that is still being typed."""
        if _wait(request, rate):
            return problem(429, _TOO_MANY, headers={"Retry-After": "1"})
        return _json(request, await finder.suggest(q, lang or "uz"))

    return router


def _health(finder: Finder) -> APIRouter:
    router = APIRouter(tags=["health"])

    @router.get("/healthz", summary="The process answers")
    async def healthz() -> dict[str, str]:
        return {"status": "ok"}

    @router.get("/readyz", summary="Search answers", responses={503: _PROBLEMS[503]})
    async def readyz() -> dict[str, str]:
        await finder.refresh()
        return {"status": "ready"}

    return router


def _pages(finder: Finder, rate: RateLimit, service: Service) -> APIRouter:
    router = APIRouter(include_in_schema=False)
    files = SiteFiles(service.site)

    def search_page(variant: str) -> None:
        prefix = "" if variant == "uz" else f"/{variant}"

        @router.get(f"{prefix}/search/")
        async def page(request: Request) -> Response:
            return await _search_page(request, variant, finder, rate, files, service)

    for variant in service.words:
        search_page(variant)

    @router.api_route("/{path:path}", methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"])
    async def file(request: Request, path: str) -> Response:
        if path.startswith("api/"):
            return problem(404, "There is no such question; see /openapi.json.")
        return files.answer(request, path)

    return router


async def _search_page(
    request: Request,
    variant: str,
    finder: Finder,
    rate: RateLimit,
    files: SiteFiles,
    service: Service,
) -> Response:
    """The built search page; with `q`, filled."""
    prefix = "" if variant == "uz" else f"{variant}/"
    file = files.find(f"{prefix}search/")
    asked = {name: value for name, value in request.query_params.items() if value}
    if file is None or not asked.get("q", "").strip():
        return files.answer(request, f"{prefix}search/")
    page = file.read_text("utf-8")
    if PLACE not in page:
        return files.answer(request, f"{prefix}search/")
    words, typed = service.words[variant], asked["q"][: parameters.LONGEST]
    chosen, offset = parameters.lenient(asked)
    kept = {"q": typed, **{name: asked[name] for name in chosen}}
    shown = {name: asked[name] for name in chosen}
    if _wait(request, rate):
        return reply(request, filled(page, typed, shown, away(words)).encode(), "text/html",
                     cache="no-store", status=429)  # fmt: skip
    try:
        answer = await finder.search(typed, variant, chosen, limit=_LIMIT, offset=offset)
    except AwayError:
        body = filled(page, typed, shown, away(words)).encode()
        return reply(request, body, "text/html", cache="no-store", status=503)
    found = results(answer, words, kept, _LIMIT, offset)
    return reply(request, filled(page, typed, shown, found).encode(), "text/html", cache=_CACHE)


def _wait(request: Request, rate: RateLimit) -> int:
    return rate.wait(request.client.host if request.client else "")


def _json(request: Request, answer: Mapping[str, Any]) -> Response:
    bare = {key: value for key, value in answer.items() if value is not None}
    body = json.dumps(bare, ensure_ascii=False, separators=(",", ":")).encode()
    return reply(request, body, "application/json", cache=_CACHE)


async def _invalid(_: Request, error: Exception) -> Response:
    found = error.errors() if isinstance(error, RequestValidationError) else []
    first = {str(each["loc"][1]): each["msg"] for each in reversed(found)}
    errors = [{"parameter": name, "message": message} for name, message in first.items()]
    return problem(422, "A parameter is not as it should be.", errors=errors)


async def _refused(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    return problem(status, "This cannot be asked; see /openapi.json.", headers=headers)


async def _away(_: Request, error: Exception) -> Response:  # noqa: ARG001 - the signature is set
    return problem(503, _AWAY, headers={"Retry-After": "1"})
