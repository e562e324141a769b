"""Structured logs: JSON lines on the error stream, without bodies, queries, names or texts of exceptions."""

from __future__ import annotations

import logging
import sys
import time
import traceback
from typing import Any

import structlog
from starlette.datastructures import State
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log: structlog.typing.FilteringBoundLogger = structlog.get_logger()


def start_logs() -> None:
    """Write our own lines and the libraries' warnings as JSON."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(handlers=[_Library()], level=logging.WARNING, force=True)


def places_of(error: BaseException) -> list[str]:
    """Say where in the code an exception was raised; its text may hold what somebody typed."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames[-8:]]


class RequestLog:
    """ASGI layer that writes one line a request: what, how it ended, how long, how many bytes."""

    def __init__(self, app: ASGIApp, routes: frozenset[str]) -> None:
        """Take the paths that may be named: any other may be a text somebody made up."""
        self._app = app
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and count."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope.setdefault("state", {})
        counted: dict[str, Any] = {"status": 0, "received": 0, "sent": 0}

        async def hear() -> Message:
            message = await receive()
            counted["received"] += len(message.get("body", b""))
            return message

        async def say(message: Message) -> None:
            counted["status"] = message.get("status", counted["status"])
            counted["sent"] += len(message.get("body", b""))
            await send(message)

        started = time.perf_counter()
        try:
            await self._app(scope, hear, say)
        except Exception as error:
            counted["status"] = 500
            log.error("unforeseen", error=type(error).__name__, places=places_of(error))  # noqa: TRY400 - a whole trace could hold what somebody typed
            raise
        finally:
            spent = round((time.perf_counter() - started) * 1000, 1)
            state = State(scope["state"])
            log.info(
                "request",
                method=scope["method"] if scope["method"] in {"GET", "POST", "PUT", "HEAD"} else "other",
                route=self._named(scope["path"]),
                ms=spent,
                device=getattr(state, "device", None),
                problem=getattr(state, "problem", None),
                **counted,
            )

    def _named(self, path: str) -> str:
        """Name a route; of one whose last part differs from request to request that part stays out."""
        if path in self._routes:
            return path
        family = path.rpartition("/")[0] + "/{"
        return next((route for route in self._routes if route.startswith(family)), "unknown")


class _Library(logging.Handler):
    """Writes what a library warns of, without the text of an exception."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        trail = {"error": type(error).__name__, "places": places_of(error)} if error else {}
        log.warning("library", library=record.name, says=str(record.msg), **trail)
