"""Runs the API and the site as one process on the loopback interface."""

import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import uvicorn

from generator.errors import SearchError
from generator.settings import Settings
from search.api.app import Service, create_app
from search.api.logs import log_to_stderr
from search.server import Servers, servers


@contextmanager
def running_search(settings: Settings) -> Iterator[Servers]:
    """The engine; without one the site is served all the same, and says that search is away.

    A polite end (SIGTERM) becomes an exit, so that a local engine is ended politely too.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with ExitStack() as stack:
        try:
            yield stack.enter_context(servers(settings))
        except SearchError as error:
            print(error, file=sys.stderr)  # noqa: T201 - the site must come up, the reader must know
            yield Servers((), "")


def run(service: Service, port: int) -> None:
    """Serve at http://127.0.0.1:port until interrupted."""
    log_to_stderr()
    uvicorn.run(
        create_app(service), host="127.0.0.1", port=port, log_level="warning",
        access_log=False,  # it would write every query
        timeout_graceful_shutdown=2,
    )  # fmt: skip
