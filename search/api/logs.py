"""One line of JSON for each request: never what was asked, nor by whom."""

import json
import logging
import sys
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log = logging.getLogger("xizmat.search")


class JsonLines(logging.Formatter):
    """A record as one line of JSON with the `fields` of its `extra`."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def log_to_stderr() -> None:
    """Send the lines of the API to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    _log.handlers = [handler]
    _log.setLevel(logging.INFO)
    _log.propagate = False


class LogRequests:
    """Middleware: logs the route, the status and the time of each answer of the API."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and log its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        status = 500

        async def note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, note)
        finally:
            route = getattr(scope.get("route"), "path", "")
            if route and "{path" not in route:  # files of the site are not worth a line
                fields = {
                    "method": scope["method"],
                    "route": route,
                    "status": status,
                    "milliseconds": round((time.perf_counter() - started) * 1000, 2),
                    **scope.get("state", {}).get("noted", {}),
                }
                _log.info("request", extra={"fields": fields})
