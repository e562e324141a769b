"""Who gets what from each route: a table of routes and callers, and no route without a line in it.

Everybody registered carries a word of her own, which is looked for in the answers' bytes as they are inflated.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import requests
from starlette.routing import Route

from chasqui_sync import wire
from chasqui_sync.core.blobs import digest
from chasqui_sync.core.problems import Problem
from chasqui_sync.server.app import build_app
from chasqui_sync.signing import SigningKey
from tests.helpers.server import LEAST, Laptop, ServerProcess, answer_of
from tests.helpers.storage import new_storage

CALLERS = ("promoter", "coordinator", "headquarters", "auditor", "revoked", "left", "stranger")
OWN, OFFICE, ALL, NOBODY = {"milagros"}, {"milagros", "jhon"}, {"milagros", "jhon", "rosa"}, set[str]()
WORD = re.compile(rb"canario-([a-z]+)")


class Line(NamedTuple):
    """How a route is asked, and what each caller gets: status and whose registrations."""

    ask: Callable[[Laptop], requests.Response]
    gets: dict[str, tuple[int, set[str]]]


def alike(status: int, **others: int) -> dict[str, tuple[int, set[str]]]:
    """Nobody's registration for anybody."""
    return {caller: (others.get(caller, status), NOBODY) for caller in CALLERS}


READ = {
    "promoter": (200, OWN),
    "coordinator": (200, OFFICE),
    "headquarters": (200, ALL),
    "auditor": (200, NOBODY),
    "revoked": (403, NOBODY),
    "left": (403, NOBODY),
    "stranger": (401, NOBODY),
}
NUMBERS = itertools.count(100)
HELLO = wire.Hello(version="t", schema=1, incarnation="none", seq=0, clock=0)


def push(laptop: Laptop) -> requests.Response:
    """Send a batch with somebody in it, in another office's name, and ask for the page."""
    journal = laptop.another_journal()
    journal.save(laptop.operation(laptop.record(next(NUMBERS)), scope="0" * 32))
    return laptop.push(journal.batch(), "")


def enrol(laptop: Laptop) -> requests.Response:
    """Try a code that was never given."""
    wish = wire.encode(wire.Enrolment(code="8H2K-4TQ9-0ZC", key=laptop.key.public))
    return laptop.ask("POST", "/v1/enrol", wish)


SIGNED = b"signed"

TABLE = {
    "POST /v1/enrol": Line(enrol, alike(403)),
    "POST /v1/hello": Line(lambda each: each.ask("POST", "/v1/hello", wire.encode(HELLO)), alike(200, stranger=401)),
    "POST /v1/batches": Line(push, {**READ, "revoked": (200, NOBODY), "left": (200, NOBODY)}),
    "GET /v1/records": Line(lambda each: each.ask("GET", "/v1/records?after="), READ),
    # nobody reads one, and a closed laptop has to let go of what was signed on it
    "PUT /v1/blobs/{sha256}": Line(
        lambda each: each.ask("PUT", f"/v1/blobs/{digest(SIGNED)}?record={'0' * 32}&size=6&offset=0", SIGNED),
        alike(200, stranger=401),
    ),
    "GET /v1/digest": Line(lambda each: each.ask("GET", "/v1/digest?after="), READ),
    "GET /v1/erasures": Line(
        lambda each: each.ask("GET", "/v1/erasures"),
        alike(403, coordinator=200, headquarters=200, stranger=401),
    ),
    "POST /v1/recovery": Line(
        lambda each: each.ask("POST", "/v1/recovery", wire.encode(wire.Recovery(sealed=b"x"))),
        alike(200, revoked=403, left=403, stranger=401),
    ),
    "GET /v1/health": Line(lambda each: each.ask("GET", "/v1/health"), alike(200)),
    "GET /v1/openapi.json": Line(lambda each: each.ask("GET", "/v1/openapi.json"), alike(200)),
}


def test_no_route_is_without_a_line(tmp_path: Path) -> None:
    store, _ = new_storage(f"sqlite:///{tmp_path / 'headquarters.db'}")
    routes = [route for route in build_app(store).routes if isinstance(route, Route)]
    assert len(routes) == len(build_app(store).routes)
    # HEAD is what Starlette makes of each GET
    there = {f"{method} {route.path}" for route in routes for method in (route.methods or set()) - {"HEAD"}}
    store.database.close()
    assert there == set(TABLE)
    assert all(set(line.gets) == set(CALLERS) for line in TABLE.values())


@pytest.fixture(scope="module")
def callers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Laptop]]:
    """Two offices, whose promoters have each registered somebody; then one laptop for each kind of caller."""
    folder = tmp_path_factory.mktemp("routes")
    process = ServerProcess(folder)
    process.prepare()
    process.start()
    (folder / "more.json").write_text('{"partners": [{"key": "callao", "name": "Oficina Callao"}]}', encoding="utf-8")
    process.ask("load", str(folder / "more.json"))
    lima = ("--partner", "Oficina Lima Norte")
    for name, role, office in (
        ("Rosa", "promoter", ("--partner", "Oficina Callao")),
        ("Edda", "headquarters", ()),
        ("Abel", "auditor", ()),
        ("Wilma", "headquarters", ()),
        ("Luz", "coordinator", lima),
    ):
        process.ask("users", "add", name, "--role", role, *office)
    owners = {
        name: process.enrolled(staff, name.encode().ljust(32))
        for name, staff in (("milagros", "Milagros Torres"), ("jhon", "Jhon Castro"), ("rosa", "Rosa"))
    }
    for name, laptop in owners.items():
        journal = laptop.another_journal()
        journal.save(laptop.operation(laptop.record(1), fields={**LEAST, "email": f"canario-{name}@x.pe"}))
        assert laptop.push(journal.batch()).status_code == 200
    found = {
        "promoter": owners["milagros"],
        "coordinator": process.enrolled("Patricia Vega", b"1" * 32),
        "headquarters": process.enrolled("Edda", b"2" * 32),
        "auditor": process.enrolled("Abel", b"3" * 32),
        "revoked": process.enrolled("Wilma", b"4" * 32),
        "left": process.enrolled("Luz", b"5" * 32),
        "stranger": process.enrolled("Edda", b"6" * 32),
    }
    process.ask("revoke", found["revoked"].key.id)
    process.ask("users", "close", "Luz")
    # it signs with a key that nobody enrolled
    found["stranger"].key = SigningKey(b"7" * 32)
    yield found
    for laptop in [*owners.values(), *found.values()]:
        laptop.close()
    process.stop()


@pytest.mark.parametrize("caller", CALLERS)
@pytest.mark.parametrize("route", TABLE)
def test_a_route_gives_each_caller_what_is_theirs_and_no_more(
    callers: dict[str, Laptop], route: str, caller: str
) -> None:
    line = TABLE[route]
    answer = line.ask(callers[caller])
    content = answer.content
    if answer.headers.get("Content-Type") == wire.ANSWER_TYPE:
        content = wire.inflate(content, 10**7)
    assert (answer.status_code, {word.decode() for word in WORD.findall(content)}) == line.gets[caller]


@pytest.mark.parametrize(
    ("caller", "problem"),
    [
        ("promoter", Problem.SCOPE_OUTSIDE),
        ("coordinator", Problem.SCOPE_OUTSIDE),
        ("headquarters", None),
        ("auditor", Problem.SCOPE_OUTSIDE),
        ("revoked", Problem.DEVICE_REVOKED),
    ],
)
def test_only_headquarters_writes_in_another_offices_name(
    callers: dict[str, Laptop], caller: str, problem: Problem | None
) -> None:
    assert verdicts(push(callers[caller])) == ([(1, problem.number)] if problem else [])


@pytest.mark.parametrize("kind", ["entrepreneur", "refusal", "view"])
def test_an_auditor_writes_nothing_also_in_her_own_name(callers: dict[str, Laptop], kind: str) -> None:
    auditor = callers["auditor"]
    journal = auditor.another_journal()
    fields = {"entrepreneur": LEAST, "refusal": {"edition": "1", "outreach_point": "2", "day": "2026-11-26"}}
    journal.save(auditor.operation(auditor.record(7), kind=kind, fields=fields.get(kind, {"of": "0" * 32, "why": "x"})))
    assert verdicts(auditor.push(journal.batch())) == [(1, Problem.NOT_PERMITTED.number)]


def test_a_promoter_writes_neither_staff_nor_anything_else_that_is_headquarters_to_say(
    callers: dict[str, Laptop],
) -> None:
    promoter = callers["promoter"]
    journal = promoter.another_journal()
    kinds = ("staff", "partner", "edition", "outreach_point")
    journal.save(
        *(promoter.operation(promoter.record(at), kind=kind, fields={"name": "x"}) for at, kind in enumerate(kinds))
    )
    assert verdicts(promoter.push(journal.batch())) == [(seq, Problem.SCOPE_OUTSIDE.number) for seq in range(1, 5)]


def verdicts(answer: requests.Response) -> list[tuple[int, int]]:
    """Read a receipt's verdicts."""
    receipt = answer_of(answer).receipt
    assert receipt is not None
    return wire.decode(bytes(receipt.body), wire.ReceiptBody).verdicts
