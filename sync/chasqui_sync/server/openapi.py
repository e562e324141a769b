"""The OpenAPI 3.1 document, made from the messages themselves."""

from __future__ import annotations

from typing import Any

import msgspec

from chasqui_sync import wire

_MESSAGES = (
    wire.Enrolment,
    wire.EnrolmentAnswer,
    wire.Hello,
    wire.HelloAnswer,
    wire.Answer,
    wire.BlobAnswer,
    wire.Erasures,
    wire.Recovery,
    wire.Left,
    wire.ProblemDocument,
)
_REF = "#/components/schemas/{name}"
_BYTES = "application/octet-stream"
_SIGNED: list[dict[str, list[str]]] = [{"signature": []}]
_ASKED = [
    {"name": name, "in": "query", "schema": {"type": kind}, "description": description}
    for name, kind, description in (
        ("after", "string", "A cursor; empty for the first page."),
        ("know", "integer", "The number of a zstd dictionary the caller carries: the answer may be written with it."),
        ("echo", "integer", "1: records the caller made alone may be named in the page's echoes, not carried."),
        ("most", "integer", "How many records the page may hold; of `/v1/records` alone."),
    )
]
_FROM = {
    "name": "from",
    "in": "query",
    "schema": {"type": "integer"},
    "description": "So many bytes came before, as the greeting's `begun` said: the body is the rest.",
}

_BUCKETS = {
    "name": "buckets",
    "in": "query",
    "schema": {"type": "string"},
    "description": "Two hex digits each: only records whose ids end so, to mend what a digest shows to differ.",
}
_BLOB = [
    {"name": "sha256", "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[0-9a-f]{64}$"}},
    *(
        {"name": name, "in": "query", "required": True, "schema": {"type": kind}, "description": description}
        for name, kind, description in (
            ("record", "string", "The record that names the blob."),
            ("size", "integer", "The bytes of the whole blob."),
            ("offset", "integer", "Which of them the body begins with: 0 for the first."),
        )
    ),
]


def document() -> bytes:
    """Give the document as JSON."""
    _, schemas = msgspec.json.schema_components(_MESSAGES, schema_hook=_anything, ref_template=_REF)
    return msgspec.json.encode(
        {
            "openapi": "3.1.0",
            "info": {"title": "Chasqui headquarters", "version": str(wire.VERSION)},
            "paths": _paths(),
            "components": {
                "schemas": schemas,
                "securitySchemes": {
                    "signature": {
                        "type": "apiKey",
                        "in": "header",
                        "name": "Authorization",
                        "description": (
                            "Chasqui device.challenge.signature: Ed25519 over method, path and query, "
                            f"SHA-256 of the body and the last {wire.CHALLENGE_HEADER}."
                        ),
                    }
                },
            },
        }
    )


def _paths() -> dict[str, Any]:
    batch = {"content": {wire.BATCH_TYPE: {"schema": {"type": "string", "format": "binary"}}}, "required": True}
    return {
        "/v1/enrol": {"post": _operation("Exchange a one-time code for a certificate", "EnrolmentAnswer", "Enrolment")},
        "/v1/hello": {"post": {**_operation("Exchange greetings", "HelloAnswer", "Hello"), "security": _SIGNED}},
        "/v1/batches": {
            "post": {
                **_operation("Hand in a batch; with `after` the page goes along", "Answer"),
                "requestBody": batch,
                "parameters": [*_ASKED, _FROM],
                "security": _SIGNED,
            }
        },
        "/v1/records": {
            "get": {
                **_operation("Fetch the page after a cursor", "Answer"),
                "parameters": [*_ASKED, _BUCKETS],
                "security": _SIGNED,
            }
        },
        "/v1/blobs/{sha256}": {
            "put": {
                **_operation("Hand in bytes of a blob", "BlobAnswer"),
                "requestBody": {"content": {_BYTES: {"schema": {"type": "string", "format": "binary"}}}},
                "parameters": _BLOB,
                "security": _SIGNED,
            }
        },
        "/v1/digest": {
            "get": {
                **_operation("Fetch the page after a cursor and, with the last, a digest of all there is", "Answer"),
                "parameters": _ASKED[:2],
                "security": _SIGNED,
            }
        },
        "/v1/erasures": {
            "get": {**_operation("Tell how far erasures have come", "Erasures"), "security": _SIGNED},
        },
        "/v1/recovery": {
            "post": {
                **_operation("Leave what opens a laptop's vault without its phrase, sealed", "Left", "Recovery"),
                "security": _SIGNED,
            }
        },
        "/v1/health": {"get": _operation("Tell whether database and tables are in order")},
        "/v1/openapi.json": {"get": _operation("This document")},
    }


def _operation(summary: str, answer: str | None = None, body: str | None = None) -> dict[str, Any]:
    media_type = wire.ANSWER_TYPE if answer == "Answer" else "application/json"
    schema = _schema(answer) if answer else {"type": "object"}
    operation: dict[str, Any] = {
        "summary": summary,
        "responses": {
            "200": {"description": "Done", "content": {media_type: {"schema": schema}}},
            "default": {
                "description": "A numbered problem (RFC 9457)",
                "content": {wire.PROBLEM_TYPE: {"schema": _schema("ProblemDocument")}},
            },
        },
    }
    if body:
        operation["requestBody"] = {"content": {"application/json": {"schema": _schema(body)}}, "required": True}
    return operation


def _schema(name: str) -> dict[str, str]:
    return {"$ref": _REF.format(name=name)}


def _anything(_kind: type) -> dict[str, object]:
    """A problem's arguments are whatever its sentence needs."""
    return {"description": "A count, a time or a short word."}
