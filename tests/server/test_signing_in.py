"""Who is asking: signatures, challenges, one-time codes. Whoever fails has changed nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server.devices import Person
from chasqui_sync.server.storage import Outcome, Storage
from chasqui_sync.server.tables import enrolment
from chasqui_sync.signing import SigningKey, VerifyingKey
from tests.helpers.storage import JHON, MILAGROS, PARTNER, Device, Surroundings, everything

MILAGROS_TORRES = Person(MILAGROS, "Milagros Torres", "promoter", PARTNER)


@pytest.fixture
def laptop(store: Storage) -> Device:
    device = Device(store, 1)
    device.journal.save(device.operation(1))
    return device


def refusal(outcome: Outcome[wire.Answer]) -> Problem:
    assert outcome.result is None
    assert outcome.trouble is not None
    return outcome.trouble.problem


def test_a_replayed_request_changes_nothing_and_tells_the_challenge_that_stands(store: Storage, laptop: Device) -> None:
    request = laptop.request("POST", "/v1/batches", laptop.journal.batch())
    accepted = store.push(request, None)
    before = everything(store)
    for _ in range(20):
        replayed = store.push(request, None)
        assert refusal(replayed) is Problem.CHALLENGE_USED
        assert replayed.challenge == accepted.challenge
    assert everything(store) == before


@pytest.mark.parametrize(
    "change",
    [
        {"method": "PUT"},
        {"target": "/v1/batches?after="},
        {"body": b"another body"},
    ],
)
def test_a_signature_stands_for_method_path_query_and_body(
    store: Storage, laptop: Device, change: dict[str, str | bytes]
) -> None:
    request = laptop.request("POST", "/v1/batches", laptop.journal.batch())
    before = everything(store)
    outcome = store.push(request._replace(**change), None)  # type: ignore[arg-type] # the parameter names what it changes
    assert refusal(outcome) is Problem.SIGNATURE_WRONG
    assert outcome.challenge == laptop.challenge
    assert everything(store) == before


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        (None, Problem.UNSIGNED),
        ("", Problem.UNSIGNED),
        ("Basic eDp5", Problem.UNSIGNED),
        ("Chasqui a.b", Problem.UNSIGNED),
        ("Chasqui a.b.z!", Problem.UNSIGNED),
        ("Chasqui 0123456789abcdef.00.00", Problem.DEVICE_UNKNOWN),
        ("Chasqui \0.00.00", Problem.DEVICE_UNKNOWN),
        ("Chasqui {device}.{challenge}.00", Problem.SIGNATURE_WRONG),
        ("Chasqui {device}.{challenge}." + "00" * 64, Problem.SIGNATURE_WRONG),
        ("Chasqui {device}..", Problem.SIGNATURE_WRONG),
    ],
)
def test_who_does_not_sign_as_a_known_device_changes_nothing(
    store: Storage, laptop: Device, header: str | None, problem: Problem
) -> None:
    request = laptop.request("POST", "/v1/batches", laptop.journal.batch())
    written = header and header.format(device=laptop.key.id, challenge=laptop.challenge)
    before = everything(store)
    assert refusal(store.push(request._replace(authorization=written), None)) is problem
    assert everything(store) == before
    assert laptop.receipt(laptop.journal.batch()).upto == 1


def test_another_devices_signature_is_wrong(store: Storage, laptop: Device) -> None:
    other = Device(store, 2, JHON)
    body = laptop.journal.batch()
    signature = other.key.sign(wire.request_to_sign("POST", "/v1/batches", body, laptop.challenge))
    request = laptop.request("POST", "/v1/batches", body)
    forged = request._replace(authorization=wire.authorization(laptop.key.id, laptop.challenge, signature))
    assert refusal(store.push(forged, None)) is Problem.SIGNATURE_WRONG


def test_a_request_refused_after_its_proof_uses_the_challenge_up_and_gives_the_next(
    store: Storage, laptop: Device
) -> None:
    used = laptop.challenge
    before = everything(store, "device")
    outcome = laptop.push(b"no batch")
    assert refusal(outcome) is Problem.BATCH_CORRUPT
    assert outcome.challenge not in {None, used}
    assert everything(store, "device") == before
    assert laptop.receipt(laptop.journal.batch()).upto == 1


def test_a_code_enrols_one_laptop_and_its_certificate_says_who_works_there(
    store: Storage, around: Surroundings
) -> None:
    code = store.offer_code(MILAGROS_TORRES, 10)
    key = SigningKey(b"k" * 32)
    answer = store.enrol(wire.Enrolment(code=code, key=key.public))
    body = wire.read_certificate(answer.certificate, VerifyingKey(answer.node_key).verify)
    assert (body.device, body.key, body.at) == (key.id, key.public, around.now)
    assert (body.user, body.user_name, body.role, body.scope) == (MILAGROS, "Milagros Torres", "promoter", PARTNER)
    with store.database.reading() as connection:
        row = connection.execute(select(enrolment)).one()
    assert row.device == key.id
    assert code.replace("-", "").encode() not in row.code_hash


def test_the_same_laptop_whose_answer_was_lost_gets_the_same_certificate_again(store: Storage) -> None:
    wish = wire.Enrolment(code=store.offer_code(MILAGROS_TORRES, 10), key=SigningKey(b"k" * 32).public)
    first = store.enrol(wish)
    before = everything(store)
    assert wire.encode(store.enrol(wish)) == wire.encode(first)
    assert everything(store) == before


def test_a_code_is_read_as_it_is_dictated(store: Storage) -> None:
    for seed in range(5):
        code = store.offer_code(MILAGROS_TORRES, 10)
        spoken = " " + code.lower().replace("0", "o").replace("1", "l").replace("-", " ")
        store.enrol(wire.Enrolment(code=spoken, key=SigningKey(bytes([seed]) * 32).public))


def test_a_used_late_wrong_or_unknown_code_enrols_nobody(store: Storage, around: Surroundings) -> None:
    used, late = store.offer_code(MILAGROS_TORRES, 10), store.offer_code(MILAGROS_TORRES, 5)
    store.enrol(wire.Enrolment(code=used, key=SigningKey(b"u" * 32).public))
    around.now += 5 * 60_000 + 1
    before = everything(store)
    for code in (used, late, used[:-1] + ("A" if used[-1] != "A" else "B"), "0000-0000-000", "", "Ñ" * 11):
        with pytest.raises(Trouble) as caught:
            store.enrol(wire.Enrolment(code=code, key=SigningKey(b"n" * 32).public))
        assert caught.value.problem is Problem.ENROLMENT_CODE
    assert everything(store) == before


def test_a_key_that_is_enrolled_is_not_enrolled_for_somebody_else(store: Storage, laptop: Device) -> None:
    code = store.offer_code(Person(JHON, "Jhon Castro", "promoter", PARTNER), 10)
    with pytest.raises(Trouble) as caught:
        store.enrol(wire.Enrolment(code=code, key=laptop.key.public))
    assert caught.value.problem is Problem.DEVICE_TAKEN


def test_a_key_that_is_none_is_refused(store: Storage) -> None:
    with pytest.raises(Trouble) as caught:
        store.enrol(wire.Enrolment(code=store.offer_code(MILAGROS_TORRES, 10), key=b"short"))
    assert caught.value.problem is Problem.BODY_UNREADABLE
