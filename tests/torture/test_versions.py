"""Laptops of every version that ever spoke, as recorded, before today's headquarters: all arrives, once, unchanged."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from requests import Response

from chasqui_resources.dictionaries import dictionaries
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem
from chasqui_sync.signing import SigningKey
from tests.helpers.server import Laptop, ServerProcess
from tests.torture.record_client import CLIENTS, day, person
from tests.torture.telling import Say, Tally

RECORDED = {
    "0.1.0": "e10fa83ff7d09ee03d35cf5bad7fbb04d5e7670f2e98e786bc795a056f216009",
    "first": "c858259c0ba1318f571bb1c496a2a9f60c474dd091918a400293da1bb4502400",
    "newer": "4eca3e31ebddbd6660e0ca1329bfe6a7cab54123c527a94e14ec6d2ac188f9dc",
}
"""SHA-256 of each recording. They are added to, never changed."""
KNOWN = wire.Dictionaries(dictionaries())
APART = [(9, Problem.KIND_UNKNOWN.number), (10, Problem.ACTION_UNKNOWN.number), (11, Problem.SCHEMA_NEWER.number)]


class Recording(NamedTuple):
    """A client of some version: its key, how it writes signatures, and its requests byte for byte."""

    key: SigningKey
    hex: bool
    requests: list[tuple[str, str, bytes]]

    @classmethod
    def read(cls, name: str) -> Recording:
        """Read it from its file."""
        told = json.loads((CLIENTS / f"{name}.json").read_bytes())
        requests = [(method, target, base64.b64decode(body)) for method, target, body in told["requests"]]
        return cls(SigningKey(told["key"].encode().ljust(32)[:32]), told["hex"], requests)


@pytest.fixture(params=["sqlite", "postgres"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ServerProcess]:
    url = request.getfixturevalue("postgres_url") if request.param == "postgres" else None
    process = ServerProcess(tmp_path, url)
    process.prepare()
    process.start()
    yield process
    process.stop()


def test_no_recording_has_changed_gone_or_come_unlisted() -> None:
    there = {path.stem: hashlib.sha256(path.read_bytes()).hexdigest() for path in CLIENTS.glob("*.json")}
    assert there == RECORDED


@pytest.mark.parametrize("name", RECORDED)
def test_a_recorded_client_is_understood_today(name: str, office: ServerProcess, say: Say) -> None:
    recording = Recording.read(name)
    laptop = Laptop(office.address, recording.key, office.ask("enrol", "--staff", "Milagros Torres").strip())
    # a client says everything twice: the answers to the first may all have been lost
    receipts = [_receipts(laptop, recording) for _ in range(2)]
    assert receipts[0] == receipts[1]
    tally = Tally(f"client {name} on {'postgres' if office.database else 'sqlite'}", 8)
    tally.tried = tally.saved = receipts[0][-1].upto
    assert [verdict for body in receipts[0] for verdict in body.verdicts] == (APART if name == "newer" else [])
    held = {state.id: state for page in laptop.pages() for state in map(wire.state_of, page.records)}
    for record, fields in _expected(recording.key, name).items():
        if record not in held:
            tally.note("arrival", f"{record} is not there")
        elif held[record].fields != fields:
            tally.note("own writes", f"{held[record].fields} is not {fields}")
    if office.status()["records"]["entrepreneur"] != 3:
        tally.note("once", f"{office.status()['records']} of 3")
    laptop.close()
    tally.told(say)


def _receipts(laptop: Laptop, recording: Recording) -> list[wire.ReceiptBody]:
    answers = [_said(laptop, *request, in_hex=recording.hex) for request in recording.requests]
    assert [answer.status_code for answer in answers] == [200] * len(answers), [answer.text for answer in answers]
    found = []
    for (_, target, _), answer in zip(recording.requests, answers, strict=True):
        if target.startswith("/v1/batches"):
            receipt = wire.decode(wire.inflate(answer.content, 1 << 20, KNOWN), wire.Answer).receipt
            assert receipt is not None
            found.append(wire.decode(bytes(receipt.body), wire.ReceiptBody))
    return found


def _said(laptop: Laptop, method: str, target: str, body: bytes, *, in_hex: bool) -> Response:
    signature = laptop.key.sign(wire.request_to_sign(method, target, body, laptop.challenge))
    headers = {"Authorization": wire.authorization(laptop.key.id, laptop.challenge, signature)}
    if in_hex:
        headers["Authorization"] = f"Chasqui {laptop.key.id}.{laptop.challenge}.{signature.hex()}"
    answer = laptop.send(method, target, body, headers)
    laptop.challenge = answer.headers.get(wire.CHALLENGE_HEADER, laptop.challenge)
    return answer


def _expected(key: SigningKey, name: str) -> dict[str, dict[str, Any]]:
    """Say by hand what the day leaves; the third person was deleted."""
    ana, rosa, luz = (one["record"] for one in day(key)[:3])
    more = {"main_need": "capital"} if name == "newer" else {}
    news = {"deep": [1, 2.5, None, {"ñ": "😀"}]}
    return {
        ana: {**person(1, of_a_newer_version=news), "business_name": "Chicha Ana", "given_names": "Ñusta Ana"},
        rosa: {**person(2, languages=["es", "qu"]), "consent_programme": False, **more},
        luz: person(3),
    }
