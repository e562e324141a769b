"""Every route, fed from its own OpenAPI document with what fits it and what does not: never a fault of ours."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.core.result import Ok

from chasqui_sync import wire
from tests.helpers.server import Laptop, ServerProcess
from tests.server.test_every_route import TABLE

EXAMPLES = int(os.environ.get("CHASQUI_FUZZ", "60"))
"""Of each route, each kind of data, with and without a signature."""
SECONDS = 30
SIGNED = {
    "/v1/hello": "POST",
    "/v1/batches": "POST",
    "/v1/records": "GET",
    "/v1/digest": "GET",
    "/v1/recovery": "POST",
    f"/v1/blobs/{'0' * 64}": "PUT",
}


schemathesis.serializer.alias(wire.BATCH_TYPE, "application/octet-stream")


class Fuzz:
    """Sends what was made up, signed or not, and counts how it ended."""

    def __init__(self, address: str, laptop: Laptop) -> None:
        self.address = address
        self.laptop = laptop
        self.ended: Counter[str] = Counter()

    def send(self, case: Case[Any], *, signed: bool) -> None:
        """Send one request; what it ends with must be an answer or a numbered problem."""
        wish = requests.Request(**case.as_transport_kwargs(base_url=self.address)).prepare()
        body = wish.body.encode() if isinstance(wish.body, str) else wish.body or b""
        if signed:
            method, target = str(wish.method), str(wish.path_url)
            wish.headers["Authorization"] = self.laptop.signed(method, target, body)["Authorization"]
        answer = self.laptop.line.send(wish, timeout=SECONDS)
        self.laptop.challenge = answer.headers.get(wire.CHALLENGE_HEADER, self.laptop.challenge)
        self.ended[f"{case.method} {case.path} {answer.status_code}"] += 1
        assert answer.status_code < 500, (case.method, case.path, answer.status_code)
        if answer.status_code >= 400 and case.method != "HEAD":
            assert answer.headers["Content-Type"] == wire.PROBLEM_TYPE
            assert wire.decode(answer.content, wire.ProblemDocument).status == answer.status_code

    def feed(self, operation: Any, mode: GenerationMode, *, signed: bool) -> None:
        """Send many requests of a route, the same ones each time."""

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(
            max_examples=EXAMPLES,
            phases=[Phase.generate],
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        def each(case: Case[Any]) -> None:
            self.send(case, signed=signed)

        try:
            each()
        except Unsatisfiable:
            # a route that takes nothing has nothing that does not fit it
            assert mode is GenerationMode.NEGATIVE


def test_no_route_fails_whatever_it_is_fed(server: ServerProcess, say: Callable[[str], None]) -> None:
    fuzz = Fuzz(server.address, server.enrolled("Milagros Torres", b"1" * 32))
    told = requests.get(f"{server.address}/v1/openapi.json", timeout=SECONDS).json()
    schema = schemathesis.openapi.from_dict(told)
    routes = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    for operation in routes:
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            for signed in (False, True):
                fuzz.feed(operation, mode, signed=signed)
    tried = sum(fuzz.ended.values())
    failed = sum(count for ended, count in fuzz.ended.items() if int(ended.split()[-1]) >= 500)
    say(f"fuzzed from the OpenAPI document: {len(routes)} routes, {tried} requests, {failed} server errors")
    assert '"level": "error"' not in server.log()
    assert {f"{operation.method.upper()} {operation.path}" for operation in routes} == set(TABLE)
    assert tried > len(routes) * EXAMPLES


@pytest.mark.parametrize(("path", "method"), SIGNED.items())
def test_no_route_that_asks_for_a_signature_answers_without_the_right_one(
    server: ServerProcess, method: str, path: str
) -> None:
    laptop = server.enrolled("Milagros Torres", b"1" * 32)
    before = server.status()
    right = laptop.signed(method, path)["Authorization"]
    name, challenge, signature = right.removeprefix("Chasqui ").split(".")
    wrong = [
        None,
        "",
        "Basic YTpi",
        right[:-8],
        f"Chasqui {'0' * 16}.{challenge}.{signature}",
        f"Chasqui {name}.{'A' * len(challenge)}.{signature}",
        laptop.signed(method, path + "?after=x")["Authorization"],
        laptop.signed("PATCH", path)["Authorization"],
        laptop.signed(method, path, b"another body")["Authorization"],
    ]
    for given_as in wrong:
        headers = {} if given_as is None else {"Authorization": given_as}
        answer = laptop.line.request(method, server.address + path, headers=headers, timeout=SECONDS)
        assert answer.status_code == 401, given_as
    assert server.status() == before


@pytest.mark.parametrize("path", ["/", "/v1/health", "/v1/openapi.json", "/v1/records", "/v1/../etc/passwd"])
def test_whatever_a_browser_could_ask_for_is_kept_nowhere_and_runs_nothing(server: ServerProcess, path: str) -> None:
    answer = requests.get(server.address + path, timeout=SECONDS)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "Server" not in answer.headers
    assert "Traceback" not in answer.text
