"""The built site over HTTP on the loopback interface."""

from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles


def serve(site: Path, port: int) -> None:
    """Serve `site` at http://127.0.0.1:port until interrupted; follows the link at each request."""
    files = StaticFiles(directory=site, html=True, follow_symlink=True)
    app = Starlette(
        routes=[Mount("/", files)], middleware=[Middleware(GZipMiddleware, minimum_size=500)]
    )
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning")
