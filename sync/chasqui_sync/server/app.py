"""The routes. Each one reads a request, hands it to the storage and writes its answer; nothing else."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from chasqui_sync import wire
from chasqui_sync.core.blobs import MOST_BYTES
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server import storage
from chasqui_sync.server.blobs import Piece
from chasqui_sync.server.database import newest_migration
from chasqui_sync.server.intake import Begun, read_body
from chasqui_sync.server.logs import RequestLog, log
from chasqui_sync.server.openapi import document
from chasqui_sync.server.storage import Outcome, Storage
from chasqui_sync.server.tries import Tries
from chasqui_sync.server.turns import Turns

_JSON = "application/json"
_SMALL_BODY = 16 * 1024
_GUARDED = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""On whatever a browser could be brought to ask for. An answer to a signature goes without: no browser can sign,
no shared cache may keep it (RFC 9111 section 3.5), and each would cost every registration its bytes."""
_BLOBS = "/v1/blobs/{sha256}"
_NUMBER = re.compile("[0-9]{1,10}")
_BY_STATUS = {404: Problem.NOT_FOUND, 405: Problem.METHOD_NOT_ALLOWED}


def build_app(store: Storage, stopwatch: Callable[[], float] = time.monotonic) -> Starlette:
    """Build headquarters' ASGI application over a storage."""
    routes = _Routes(store, Tries(stopwatch))
    listed = [
        Route("/v1/enrol", routes.enrol, methods=["POST"]),
        Route("/v1/hello", routes.hello, methods=["POST"]),
        Route("/v1/batches", routes.batches, methods=["POST"]),
        Route("/v1/records", routes.records, methods=["GET"]),
        Route(_BLOBS, routes.blob, methods=["PUT"]),
        Route("/v1/digest", routes.digest, methods=["GET"]),
        Route("/v1/erasures", routes.erasures, methods=["GET"]),
        Route("/v1/recovery", routes.recovery, methods=["POST"]),
        Route("/v1/health", routes.health, methods=["GET"]),
        Route("/v1/openapi.json", routes.openapi, methods=["GET"]),
    ]
    return Starlette(
        routes=listed,
        middleware=[Middleware(RequestLog, routes=frozenset(route.path for route in listed))],
        exception_handlers={Trouble: _say_trouble, HTTPException: _say_http, Exception: _say_unforeseen},
    )


class _Routes:
    """The endpoints, over one storage. Whatever touches the database runs in a thread."""

    def __init__(self, store: Storage, tries: Tries) -> None:
        self._store = store
        self._tries = tries
        self._turns = Turns()
        self._begun = Begun()

    async def enrol(self, request: Request) -> Response:
        body = await read_body(request, _SMALL_BODY)
        origin = request.client.host if request.client else ""
        return await self._turns.take(lambda: self._enrol(body, origin))

    async def hello(self, request: Request) -> Response:
        signed = await self._signed(request, _SMALL_BODY)

        def write(answer: wire.HelloAnswer) -> Response:
            return _as_json(msgspec.structs.replace(answer, begun=self._begun.told(request.state.device)))

        return await self._turns.take(lambda: _answer(request, self._store.hello(signed), write))

    async def batches(self, request: Request) -> Response:
        if request.headers.get("content-type", wire.BATCH_TYPE) != wire.BATCH_TYPE:
            raise Trouble(Problem.MEDIA_TYPE)
        after = request.query_params.get("after")
        async with self._turns.room(request):
            signed = await self._whole(request)
            return await self._turns.take(
                lambda: _answer(
                    request, self._store.push(signed, after, echoes=_echoes(request)), self._writing(request)
                )
            )

    async def records(self, request: Request) -> Response:
        signed = await self._signed(request, 0)
        after = request.query_params.get("after", "")
        echoes, most = _echoes(request), _number(request, "most")
        return await self._turns.take(
            lambda: _answer(
                request,
                self._store.fetch(signed, after, echoes=echoes, most=most, buckets=_buckets(request)),
                self._writing(request),
            )
        )

    async def blob(self, request: Request) -> Response:
        signed = await self._signed(request, MOST_BYTES)
        piece = Piece(
            request.query_params.get("record", ""),
            request.path_params["sha256"],
            _number(request, "size") or 0,
            _number(request, "offset") or 0,
            signed.body,
        )  # fmt: skip - five short values
        return await self._turns.take(lambda: _answer(request, self._store.take_blob(signed, piece), _as_json))

    async def digest(self, request: Request) -> Response:
        signed = await self._signed(request, 0)
        after = request.query_params.get("after", "")
        return await self._turns.take(
            lambda: _answer(request, self._store.compare(signed, after), self._writing(request))
        )

    async def erasures(self, request: Request) -> Response:
        signed = await self._signed(request, 0)
        return await self._turns.take(lambda: _answer(request, self._store.erasures(signed), _as_json))

    async def recovery(self, request: Request) -> Response:
        signed = await self._signed(request, _SMALL_BODY)
        return await self._turns.take(lambda: _answer(request, self._store.keep_recovery(signed), _as_json))

    async def health(self, _request: Request) -> Response:
        return await self._turns.take(self._health)

    async def openapi(self, _request: Request) -> Response:
        return Response(document(), headers=_GUARDED, media_type=_JSON)

    async def _whole(self, request: Request) -> storage.Request:
        """Read a batch; of one whose beginning came before, the rest."""
        told = request.query_params.get("from", "0")
        begun = int(told) if _NUMBER.fullmatch(told) else 0
        name = ""
        with suppress(Trouble):  # the storage says so, once the body is read
            name, _, _ = wire.read_authorization(request.headers.get("authorization"))
        body = await self._begun.read(request, self._store.limits.body, name, begun)
        return _request(request, body[begun:], body[:begun])

    async def _signed(self, request: Request, most: int) -> storage.Request:
        return _request(request, await read_body(request, most))

    def _writing(self, request: Request) -> Callable[[msgspec.Struct], Response]:
        """Write answers with the dictionary the caller says it knows, where it is known here too.

        Then without their type, which would be a tenth of a small one: who knows the one knows the other.
        """
        told = _number(request, "know")
        dictionary = None if told is None else self._store.dictionaries.find(told)
        media_type = wire.ANSWER_TYPE if dictionary is None else None
        return lambda message: Response(wire.deflate(wire.encode(message), dictionary), media_type=media_type)

    def _enrol(self, body: bytes, origin: str) -> Response:
        self._tries.check(origin)
        wish = wire.decode(body, wire.Enrolment)
        try:
            answer = self._store.enrol(wish)
        except Trouble as trouble:
            if trouble.problem is Problem.ENROLMENT_CODE:
                self._tries.wrong(origin)
            raise
        return Response(wire.encode(answer), headers=_GUARDED, media_type=_JSON)

    def _health(self) -> Response:
        at_head = self._store.database.is_at_head()
        told = {"healthy": at_head, "migration": newest_migration(), "epoch": self._store.here.epoch}
        return Response(
            msgspec.json.encode(told), status_code=200 if at_head else 503, headers=_GUARDED, media_type=_JSON
        )


def _request(request: Request, body: bytes, begun: bytes = b"") -> storage.Request:
    query = request.scope["query_string"].decode("latin-1")
    path = request.scope["raw_path"].decode("latin-1")
    target = f"{path}?{query}" if query else path
    return storage.Request(request.method, target, body, request.headers.get("authorization"), begun)


def _echoes(request: Request) -> bool:
    return request.query_params.get("echo") == "1"


def _number(request: Request, name: str) -> int | None:
    """Read a number of the query, None where there is none."""
    told = request.query_params.get(name, "")
    return int(told) if _NUMBER.fullmatch(told) else None


def _buckets(request: Request) -> list[int]:
    """Read the buckets that are asked for, two hex digits each. Raises Trouble(CURSOR_UNKNOWN) for what is none."""
    try:
        # each once: the question to the database grows with them
        return sorted(set(bytes.fromhex(request.query_params.get("buckets", ""))))
    except ValueError as error:
        raise Trouble(Problem.CURSOR_UNKNOWN) from error


def _as_json(message: msgspec.Struct) -> Response:
    return Response(wire.encode(message), media_type=_JSON)


def _answer(request: Request, outcome: Outcome[Any], write: Callable[[Any], Response]) -> Response:
    request.state.device = outcome.device
    response = _problem(request, outcome.trouble) if outcome.trouble else write(outcome.result)
    if outcome.challenge is not None:
        response.headers[wire.CHALLENGE_HEADER] = outcome.challenge
    return response


def _problem(request: Request, trouble: Trouble, status: int | None = None) -> Response:
    """Write a problem document (RFC 9457)."""
    request.state.problem = trouble.problem.number
    if trouble.problem is Problem.JOURNAL_FORK:
        log.warning("fork", device=getattr(request.state, "device", None))
    told = wire.problem_document(trouble.problem, trouble.arguments)
    status = status or told.status
    content = wire.encode(msgspec.structs.replace(told, status=status))
    headers = {**_GUARDED, **({"WWW-Authenticate": "Chasqui"} if status == 401 else {})}
    if status == 413:
        # the rest of the body is not worth reading
        headers["Connection"] = "close"
    return Response(content, status_code=status, headers=headers, media_type=wire.PROBLEM_TYPE)


async def _say_trouble(request: Request, error: Exception) -> Response:
    assert isinstance(error, Trouble)
    return _problem(request, error)


async def _say_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _problem(request, Trouble(_BY_STATUS.get(error.status_code, Problem.NOT_FOUND)))


async def _say_unforeseen(request: Request, _error: Exception) -> Response:
    """Show nothing of the inside; RequestLog has written down where it was."""
    return _problem(request, Trouble(Problem.HEADQUARTERS_TROUBLE), status=500)
