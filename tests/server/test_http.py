"""Headquarters as a laptop meets it: a real process, real sockets, and everything said wrongly."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import requests
from backports import zstd
from starlette.routing import Route

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem
from chasqui_sync.server.app import build_app
from chasqui_sync.server.database import Database, newest_migration
from chasqui_sync.server.storage import LIMITS, Storage
from chasqui_sync.signing import SigningKey, VerifyingKey
from tests.helpers.server import Laptop, ServerProcess, answer_of, problem_of
from tests.helpers.storage import everything, person, raw_states, record_id


@pytest.fixture(scope="module")
def headquarters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    process = ServerProcess(tmp_path_factory.mktemp("headquarters"))
    process.prepare()
    process.start()
    yield process
    process.stop()


@pytest.fixture(scope="module")
def held(headquarters: ServerProcess) -> Iterator[Storage]:
    database = Database(f"sqlite:///{headquarters.folder / 'headquarters.db'}")
    yield Storage(database, lambda: 0, bytes)
    database.close()


@pytest.fixture(scope="module")
def enrolled(headquarters: ServerProcess) -> Iterator[Laptop]:
    laptop = headquarters.enrolled("Milagros Torres", b"m" * 32)
    yield laptop
    laptop.close()


@pytest.fixture
def laptop(enrolled: Laptop) -> Laptop:
    """Give the module's laptop with a journal of its own for this test."""
    enrolled.journal = enrolled.another_journal()
    return enrolled


def save(laptop: Laptop, *numbers: int, **others: Any) -> None:
    laptop.journal.save(*(laptop.operation(laptop.record(number), **others) for number in numbers))


def test_a_batch_is_answered_with_a_receipt_and_the_page_in_one_request(held: Storage, laptop: Laptop) -> None:
    save(laptop, 1, 2)
    answer = answer_of(laptop.push(laptop.journal.batch(), after=""))
    assert answer.receipt is not None
    assert answer.page is not None
    body = wire.read_receipt(answer.receipt, VerifyingKey(laptop.node_key).verify)
    assert (body.upto, body.head) == (2, laptop.journal.head(2).hex())
    page = {wire.state_of(raw).id: bytes(raw) for raw in answer.page.records}
    assert answer.page.own[laptop.journal.incarnation] == 2
    states = raw_states(held)
    assert all(page[laptop.record(number)] == states[laptop.record(number)] for number in (1, 2))


@pytest.mark.parametrize(("said", "given"), [("&most=2", 2), ("&most=0", 1), ("&most=x", None), ("&most=-3", None)])
def test_a_page_holds_as_many_records_as_the_query_says(laptop: Laptop, said: str, given: int | None) -> None:
    page = answer_of(laptop.ask("GET", f"/v1/records?after={said}")).page
    assert page is not None
    assert len(page.records) == given or (given is None and page.complete)


def test_a_first_fill_brings_what_a_promoter_needs_and_nobody_elses_name(laptop: Laptop) -> None:
    records = [wire.state_of(raw) for page in laptop.pages() for raw in page.records]
    reference = [(each.kind, each.fields["name"]) for each in records if each.kind != "entrepreneur"]
    assert len([kind for kind, _ in reference if kind == "outreach_point"]) == 6
    assert ("edition", "2026-II") in reference
    assert ("partner", "Oficina Lima Norte") in reference
    assert [name for kind, name in reference if kind == "staff"] == ["Milagros Torres"]


def test_a_greeting_tells_what_is_known_and_what_is_taken(laptop: Laptop) -> None:
    save(laptop, 1)
    laptop.push(laptop.journal.batch())
    hello = wire.Hello(version="1", schema=1, incarnation=laptop.journal.incarnation, seq=1, clock=5)
    response = laptop.ask("POST", "/v1/hello", wire.encode(hello))
    answer = wire.decode(response.content, wire.HelloAnswer)
    assert answer.journals[laptop.journal.incarnation] == (1, laptop.journal.head(1).hex())
    assert (answer.status, answer.limits, answer.node_key) == ("active", LIMITS, laptop.node_key)


def test_the_same_batch_again_gets_the_same_receipt(laptop: Laptop) -> None:
    save(laptop, 1, 2, 3)
    receipts = [answer_of(laptop.push(laptop.journal.batch(1, 2))).receipt for _ in range(3)]
    assert receipts[0] is not None
    assert len({wire.encode(receipt) for receipt in receipts if receipt}) == 1


def test_gap_fork_and_foreign_journal_are_numbered_problems_that_change_nothing(held: Storage, laptop: Laptop) -> None:
    save(laptop, 1, 2, 3)
    laptop.push(laptop.journal.batch(1, 1))
    before = everything(held, "device", "fork")
    gap = laptop.push(laptop.journal.batch(3))
    assert problem_of(gap) == Problem.BATCH_GAP.number
    assert gap.json()["arguments"] == {"expected": 2}
    other = laptop.another_journal(laptop.journal.incarnation)
    other.save(laptop.operation(laptop.record(7)))
    assert problem_of(laptop.push(other.batch())) == Problem.JOURNAL_FORK.number
    stranger = SigningKey(b"?" * 32)
    operations = laptop.journal.operations
    foreign = wire.pack_batch(stranger.id, "1", 1, wire.genesis(stranger.id, "1"), operations, stranger.sign)
    assert problem_of(laptop.push(foreign)) == Problem.BATCH_FOREIGN.number
    assert everything(held, "device", "fork") == before
    assert answer_of(laptop.push(laptop.journal.batch(1))).receipt is not None


def test_verdicts_are_said_in_the_receipt_and_block_nothing(held: Storage, laptop: Laptop) -> None:
    save(laptop, 1, kind="weather")
    save(laptop, 2, schema=99)
    save(laptop, 3, fields={**person(3, ""), "ruc": "1"})
    save(laptop, 4, scope=record_id(999))
    save(laptop, 5)
    receipt = answer_of(laptop.push(laptop.journal.batch())).receipt
    assert receipt is not None
    verdicts = wire.read_receipt(receipt, VerifyingKey(laptop.node_key).verify).verdicts
    expected = (Problem.KIND_UNKNOWN, Problem.SCHEMA_NEWER, Problem.RULE_BROKEN, Problem.SCOPE_OUTSIDE)
    assert verdicts == [(seq, problem.number) for seq, problem in enumerate(expected, 1)]
    assert laptop.record(5) in raw_states(held)


def test_who_is_unknown_unsigned_or_repeats_gets_a_numbered_401_and_changes_nothing(
    held: Storage, laptop: Laptop
) -> None:
    save(laptop, 1)
    body = laptop.journal.batch()
    headers = laptop.signed("POST", "/v1/batches", body)
    unknown = SigningKey(b"?" * 32)
    signature = unknown.sign(wire.request_to_sign("POST", "/v1/batches", body, laptop.challenge))
    wrong = {
        Problem.UNSIGNED: {"Content-Type": wire.BATCH_TYPE},
        Problem.DEVICE_UNKNOWN: {
            "Content-Type": wire.BATCH_TYPE,
            "Authorization": wire.authorization(unknown.id, laptop.challenge, signature),
        },
        Problem.SIGNATURE_WRONG: {
            "Content-Type": wire.BATCH_TYPE,
            "Authorization": wire.authorization(laptop.key.id, laptop.challenge, signature),
        },
    }
    before = everything(held)
    for problem, words in wrong.items():
        response = laptop.send("POST", "/v1/batches", body, words)
        assert (response.status_code, problem_of(response)) == (401, problem.number)
        names_a_known_device = problem is Problem.SIGNATURE_WRONG
        assert response.headers.get(wire.CHALLENGE_HEADER) == (laptop.challenge if names_a_known_device else None)
    assert problem_of(laptop.send("POST", "/v1/batches", body + b" ", headers)) == Problem.SIGNATURE_WRONG.number
    assert problem_of(laptop.send("POST", "/v1/batches?after=", body, headers)) == Problem.SIGNATURE_WRONG.number
    assert everything(held) == before
    laptop.challenge = laptop.send("POST", "/v1/batches", body, headers).headers[wire.CHALLENGE_HEADER]
    before = everything(held)
    for _ in range(10):
        assert problem_of(laptop.send("POST", "/v1/batches", body, headers)) == Problem.CHALLENGE_USED.number
    assert everything(held) == before


def test_a_damaged_batch_under_a_right_signature_is_refused_wherever_it_is_damaged(
    held: Storage, laptop: Laptop
) -> None:
    save(laptop, 1, 2)
    whole = laptop.journal.batch()
    before = everything(held, "device")
    for at in range(0, len(whole), 41):
        flipped = whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :]
        for damaged in (whole[:at], flipped):
            response = laptop.push(damaged)
            assert response.status_code in {400, 403}, (at, response.text)
            problem_of(response)
    assert everything(held, "device") == before
    assert answer_of(laptop.push(whole)).receipt is not None


def test_a_batch_that_inflates_without_measure_is_refused(held: Storage, laptop: Laptop) -> None:
    save(laptop, 1)
    batch = wire.read_batch(laptop.journal.batch())
    before = everything(held, "device")
    bomb = zstd.compress(b" " * (256 * 1024 * 1024), 1)
    assert len(bomb) < LIMITS.body
    for size, problem in ((256 * 1024 * 1024, Problem.INFLATED_TOO_LARGE), (1000, Problem.INFLATED_TOO_LARGE)):
        header = msgspec.json.encode(msgspec.structs.replace(batch.header, size=size))
        signature = laptop.key.sign(wire.BATCH_DOMAIN + header)
        packed = wire.MAGIC + len(header).to_bytes(4) + header + signature + bomb
        response = laptop.push(packed)
        assert (response.status_code, problem_of(response)) == (413, problem.number)
    assert everything(held, "device") == before


def test_more_operations_than_a_request_takes_are_refused(laptop: Laptop) -> None:
    laptop.journal.operations = [b"{}"] * (LIMITS.operations + 1)
    response = laptop.push(laptop.journal.batch())
    assert (response.status_code, problem_of(response)) == (413, Problem.INFLATED_TOO_LARGE.number)


def speak(port: int, *pieces: bytes, hang_up: bool = False) -> bytes:
    """Say something on a socket of our own and give everything that is answered until it is closed."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        for piece in pieces:
            line.sendall(piece)
        if hang_up:
            line.shutdown(socket.SHUT_WR)
        heard = b""
        while piece := line.recv(65536):
            heard += piece
    return heard


def test_an_oversized_body_is_refused_before_it_is_sent(headquarters: ServerProcess, held: Storage) -> None:
    before = everything(held)
    head = b"POST /v1/batches HTTP/1.1\r\nHost: x\r\nContent-Type: " + wire.BATCH_TYPE.encode() + b"\r\n"
    told = speak(headquarters.port, head + b"Content-Length: 99999999999\r\n\r\n", hang_up=False)
    assert told.startswith(b"HTTP/1.1 413 ")
    assert b'"number":203' in told
    chunk = b"100000\r\n" + bytes(0x100000) + b"\r\n"
    one_more = b"1\r\nx\r\n"
    told = speak(headquarters.port, head + b"Transfer-Encoding: chunked\r\n\r\n", *[chunk] * 4, one_more, hang_up=False)
    assert told.startswith(b"HTTP/1.1 413 ")
    assert everything(held) == before


def test_a_request_cut_at_any_byte_changes_nothing(headquarters: ServerProcess, held: Storage, laptop: Laptop) -> None:
    save(laptop, 1)
    body = laptop.journal.batch()
    signed = {**laptop.signed("POST", "/v1/batches", body), "Host": "x", "Connection": "close"}
    signed["Content-Length"] = str(len(body))
    head = "".join(f"{name}: {value}\r\n" for name, value in signed.items())
    whole = f"POST /v1/batches HTTP/1.1\r\n{head}\r\n".encode() + body
    before = everything(held)
    for end in range(1, len(whole), 3):
        assert b"HTTP/1.1 200" not in speak(headquarters.port, whole[:end], hang_up=True)
    assert everything(held) == before
    assert speak(headquarters.port, whole).startswith(b"HTTP/1.1 200")
    laptop.ask("GET", "/v1/records")  # hear the challenge that stands now


@pytest.mark.parametrize(
    "noise",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01",
        b"GET / HTTP/1.1\r\n" + b"X: " + b"y" * 100_000 + b"\r\n\r\n",
        b"POST /v1/hello HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        (
            b"GET /v1/records?after=%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            b"Authorization: Chasqui \xff.\xff.\xff\r\n\r\n"
        ),
        b"POST /v1/enrol HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 4\r\n\r\n[[[[",
        b"POST /v1/enrol HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 8000\r\n\r\n" + b"[" * 8000,
    ],
)
def test_noise_is_refused_and_does_no_harm(headquarters: ServerProcess, held: Storage, noise: bytes) -> None:
    before = everything(held)
    told = speak(headquarters.port, noise, hang_up=b"Host" not in noise)
    assert told == b"" or told[9:10] == b"4", told
    assert everything(held) == before
    assert requests.get(f"{headquarters.address}/v1/health", timeout=10).json()["healthy"] is True


@pytest.mark.parametrize(
    ("method", "target", "problem"),
    [
        ("GET", "/", Problem.NOT_FOUND),
        ("GET", "/v1/nothing", Problem.NOT_FOUND),
        ("PUT", "/v1/batches", Problem.METHOD_NOT_ALLOWED),
        ("GET", "/v1/records?after=nonsense", Problem.CURSOR_UNKNOWN),
        ("POST", "/v1/hello", Problem.BODY_UNREADABLE),
    ],
)
def test_what_is_asked_wrongly_gets_its_number(laptop: Laptop, method: str, target: str, problem: Problem) -> None:
    response = laptop.ask(method, target)
    assert (response.status_code, problem_of(response)) == (problem.status, problem.number)


def test_a_batch_of_another_media_type_is_refused(laptop: Laptop) -> None:
    headers = {**laptop.signed("POST", "/v1/batches", b"{}"), "Content-Type": "application/json"}
    response = laptop.send("POST", "/v1/batches", b"{}", headers)
    assert problem_of(response) == Problem.MEDIA_TYPE.number


def test_health_needs_no_signature_and_tells_the_migration(headquarters: ServerProcess) -> None:
    response = requests.get(f"{headquarters.address}/v1/health", timeout=10)
    told = response.json()
    assert (response.status_code, told["healthy"], told["migration"]) == (200, True, newest_migration())


def test_the_openapi_document_names_every_route_and_resolves_every_reference(
    headquarters: ServerProcess, held: Storage
) -> None:
    document = requests.get(f"{headquarters.address}/v1/openapi.json", timeout=10).json()
    assert document["openapi"] == "3.1.0"
    routes = {
        (route.path, method.lower())
        for route in build_app(held).routes
        if isinstance(route, Route)
        for method in (route.methods or set()) - {"HEAD"}
    }
    assert {(path, method) for path, methods in document["paths"].items() for method in methods} == routes
    named = set(_references(document))
    assert named <= {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
    assert len(named) >= 6


def _references(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for name, value in part.items():
            if name == "$ref":
                yield value
            else:
                yield from _references(value)
    elif isinstance(part, list):
        for value in part:
            yield from _references(value)


def test_nothing_anybody_typed_is_ever_in_the_log(headquarters: ServerProcess, laptop: Laptop) -> None:
    canary = "CANARYxyzzy"
    fields = {name: f"{canary}{name}" for name in ("given_names", "paternal_surname", "email", "business_name")}
    save(laptop, 1, fields={**person(1, ""), **fields, "code": canary})
    save(laptop, 2, fields={"given_names": {"wrong": canary}})
    assert laptop.push(laptop.journal.batch()).status_code == 200
    laptop.ask("GET", f"/v1/records?after={canary}")
    laptop.ask("GET", f"/v1/{canary}")
    laptop.ask("POST", "/v1/hello", canary.encode())
    requests.post(f"{headquarters.address}/v1/enrol", data=f'{{"code":"{canary}"}}', timeout=10)
    requests.post(f"{headquarters.address}/v1/hello", headers={"Authorization": f"Chasqui {canary}.a.00"}, timeout=10)
    requests.request(canary, f"{headquarters.address}/v1/hello", timeout=10)
    log = headquarters.log()
    assert canary.casefold() not in log.casefold()
    assert "Milagros" not in log
    lines = [json.loads(line) for line in log.splitlines()]
    assert {"method", "route", "status", "problem", "device", "ms", "received", "sent"} <= set(lines[-1])
    assert {line["route"] for line in lines if line["event"] == "request"} <= {
        "unknown",
        *(f"/v1/{name}" for name in ("enrol", "hello", "batches", "records", "health", "openapi.json")),
    }


def test_the_database_and_its_folder_are_for_the_owners_eyes_only(headquarters: ServerProcess) -> None:
    private: list[Path] = [*headquarters.folder.glob("*.db*"), *headquarters.folder.glob("*.pem")]
    assert len(private) >= 4
    assert {oct(file.stat().st_mode & 0o077) for file in private} == {"0o0"}
