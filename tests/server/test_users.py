"""Who works with the register: joining, another name, another role or office, leaving."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem
from chasqui_sync.server import audit, devices, retrying, staff
from chasqui_sync.server.storage import Storage
from chasqui_sync.signing import SigningKey
from tests.helpers.server import Laptop, ServerProcess
from tests.helpers.storage import (
    JHON,
    MILAGROS,
    NOW,
    PARTNER,
    Device,
    Surroundings,
    record_id,
    reference,
    states,
)

CLOSED_AT = NOW + 60_000


@pytest.fixture
def headquarters(tmp_path: Path) -> Iterator[ServerProcess]:
    process = ServerProcess(tmp_path)
    process.prepare()
    process.start()
    yield process
    process.stop()


def listed(headquarters: ServerProcess, *words: str) -> dict[str, dict[str, Any]]:
    found = [json.loads(line) for line in headquarters.ask("users", "list", *words).splitlines()]
    return {each["name"]: each for each in found}


def trail(headquarters: ServerProcess) -> list[tuple[str, str, str]]:
    lines = [json.loads(line) for line in headquarters.ask("audit").splitlines()]
    return [(each["act"], each["subject"], each["reason"]) for each in lines]


def test_somebody_joins_is_called_otherwise_gets_another_role_and_leaves(headquarters: ServerProcess) -> None:
    before = listed(headquarters)
    office = before["Milagros Torres"]["partner"]
    added = json.loads(
        headquarters.ask("users", "add", "Rosa Ñaupari", "--role", "promoter", "--partner", "oficina lima norte")
    )["added"]
    laptop = headquarters.enrolled("Rosa Ñaupari", b"1" * 32)
    assert laptop.certificate.user == added
    expected = {"staff": added, "role": "promoter", "partner": office, "left": None, "laptops": 1}
    assert listed(headquarters)["Rosa Ñaupari"] == {"name": "Rosa Ñaupari", **expected}
    headquarters.ask("users", "rename", "Rosa Ñaupari", "Rosa Ñaupari Quispe")
    headquarters.ask("users", "change", added, "--role", "coordinator", "--reason", "she leads now")
    [her] = [each for each in listed(headquarters).values() if each["staff"] == added]
    assert (her["name"], her["role"]) == ("Rosa Ñaupari Quispe", "coordinator")
    closed = json.loads(headquarters.ask("users", "close", added, "--reason", "contract ended"))
    assert closed == {"closed": added, "laptops": [laptop.key.id]}
    assert set(listed(headquarters)) == set(before)
    assert listed(headquarters, "--all")["Rosa Ñaupari Quispe"]["left"] > time.time() * 1000 - 60_000
    assert headquarters.run("enrol", "--staff", added).returncode != 0
    assert trail(headquarters) == [
        ("user-add", added, ""),
        ("enrol", added, ""),
        ("user-rename", added, ""),
        ("user-role", added, "she leads now"),
        ("user-close", added, "contract ended"),
    ]
    laptop.close()


def test_a_role_that_was_changed_is_the_laptops_role_at_its_next_request(headquarters: ServerProcess) -> None:
    jhon = headquarters.enrolled("Jhon Castro", b"1" * 32)
    milagros = headquarters.enrolled("Milagros Torres", b"2" * 32)
    jhon.journal.save(jhon.operation(jhon.record(1)))
    jhon.push(jhon.journal.batch())
    assert jhon.record(1) not in seen_by(milagros)
    headquarters.ask("users", "change", "Milagros Torres", "--role", "coordinator")
    assert jhon.record(1) in seen_by(milagros)
    headquarters.ask("users", "change", "Milagros Torres", "--role", "promoter")
    assert jhon.record(1) not in seen_by(milagros)


def seen_by(laptop: Laptop) -> set[str]:
    return {wire.state_of(raw).id for page in laptop.pages() for raw in page.records}


def test_in_another_office_somebody_is_a_person_anew_and_sees_nothing_of_the_first(
    headquarters: ServerProcess, tmp_path: Path
) -> None:
    file = tmp_path / "more.json"
    file.write_text(json.dumps({"partners": [{"key": "callao", "name": "Oficina Callao"}]}))
    headquarters.ask("load", str(file))
    jhon = headquarters.enrolled("Jhon Castro", b"1" * 32)
    jhon.journal.save(jhon.operation(jhon.record(1)))
    jhon.push(jhon.journal.batch())
    told = json.loads(headquarters.ask("users", "change", "Jhon Castro", "--partner", "Oficina Callao"))
    assert (told["closed"], told["laptops"]) == (jhon.certificate.user, [jhon.key.id])
    assert jhon.ask("GET", "/v1/records?after=").status_code == 403
    again = headquarters.enrolled("Jhon Castro", b"2" * 32)
    assert (again.certificate.user, again.certificate.scope) == (
        told["added"],
        listed(headquarters)["Jhon Castro"]["partner"],
    )
    assert again.certificate.scope != jhon.certificate.scope
    assert jhon.record(1) not in seen_by(again)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "Rosa", "--role", "promoter"), "works for an office"),
        (("add", "Rosa", "--role", "promoter", "--partner", "nowhere"), "0 offices of that name"),
        (("rename", "nobody", "Rosa"), "0 people of that name"),
        (("close", "nobody"), "0 people of that name"),
        (("change", "Jhon Castro"), "Give --role, --partner or both"),
        (("change", "Jhon Castro", "--partner", "Oficina Lima Norte"), "works for that office already"),
        (("change", "Jhon Castro", "--role", "promoter"), "has that role already"),
        (("change", "nobody", "--role", "promoter"), "0 people of that name"),
        (("change", "Jhon Castro", "--role", "queen"), "is not one of"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    headquarters: ServerProcess, words: tuple[str, ...], said: str
) -> None:
    before = headquarters.status()
    done = headquarters.run("users", *words)
    assert done.returncode != 0
    assert said in done.stderr
    assert headquarters.status() == before


def test_who_works_for_no_office_is_made_no_promoter_without_one(headquarters: ServerProcess) -> None:
    headquarters.ask("users", "add", "Rosa Ñaupari", "--role", "headquarters")
    before = headquarters.status(), trail(headquarters)
    done = headquarters.run("users", "change", "Rosa Ñaupari", "--role", "promoter")
    assert done.returncode != 0
    assert "works for an office" in done.stderr
    assert (headquarters.status(), trail(headquarters)) == before


def test_a_codes_owner_who_left_enrols_nothing_with_it(headquarters: ServerProcess) -> None:
    code = headquarters.ask("enrol", "--staff", "Jhon Castro").strip()
    headquarters.ask("users", "close", "Jhon Castro")
    with pytest.raises(AssertionError, match="enrolment-code"):
        Laptop(headquarters.address, SigningKey(b"1" * 32), code)


@pytest.fixture
def milagros(store: Storage) -> str:
    made = reference(1, "staff", name="Milagros Torres", role="promoter", partner=PARTNER)
    written = msgspec.structs.replace(made, record=MILAGROS, scope=PARTNER, user=store.here.key.id)
    assert store.write([written]).verdicts == []
    return MILAGROS


def close(store: Storage, who: str, at: int = CLOSED_AT) -> list[str]:
    with store.database.reading() as connection:
        [state] = staff.find(connection, who, also_left=True)
    return staff.close(store, state, staff.Act("patricia", "left", at))


def test_what_was_written_before_somebody_left_counts_and_what_came_after_stands_apart_with_a_sentence(
    store: Storage, around: Surroundings, milagros: str, say: Callable[[str], None]
) -> None:
    laptop = Device(store, 1, milagros)
    times = [CLOSED_AT + step * 1000 for step in (-5, 0, -4, 7, -3, 1)]
    for number, at in enumerate(times, 1):
        laptop.journal.save(msgspec.structs.replace(laptop.operation(number), saved_at=at))
    assert close(store, milagros) == [laptop.key.id]
    around.now = CLOSED_AT + 60_000
    receipt = laptop.receipt(laptop.journal.batch())
    left = Problem.USER_LEFT.number
    assert receipt.verdicts == [(2, left), (4, left), (6, left)]
    there = [number for number in range(1, 7) if record_id(number) in states(store)]
    say(f"closed user: 6 operations, {len(there)} from before counted, {len(receipt.verdicts)} from after set apart")
    assert there == [1, 3, 5]
    assert laptop.push(laptop.journal.batch(), "").result is not None
    assert laptop.fetch().trouble is not None
    hello = wire.Hello(version="t", schema=1, incarnation="1", seq=6, clock=0)
    greeted = store.hello(laptop.request("POST", "/v1/hello", wire.encode(hello)))
    assert greeted.result is not None
    assert greeted.result.status == wire.WIPE
    told = retrying.release(
        store, retrying.of_device(store, laptop.key.id), lambda name: audit.Entry(NOW, "p", "release", name, "hers")
    )
    assert told.folded == 3


def test_a_clock_set_back_does_not_bring_an_operation_before_what_headquarters_had_told(
    store: Storage, around: Surroundings, milagros: str
) -> None:
    laptop = Device(store, 1, milagros)
    close(store, milagros)
    around.now = CLOSED_AT + 60_000
    laptop.journal.save(laptop.operation(1, anchor=CLOSED_AT + 1))
    assert laptop.receipt(laptop.journal.batch()).verdicts == [(1, Problem.USER_LEFT.number)]


def test_closing_again_changes_nothing_and_another_persons_laptop_works_on(store: Storage, milagros: str) -> None:
    laptop, other = Device(store, 1, milagros), Device(store, 2, JHON)
    close(store, milagros)
    before = states(store)[milagros].fields
    assert close(store, milagros, CLOSED_AT + 5000) == []
    assert states(store)[milagros].fields == before
    assert before["left"] == CLOSED_AT
    assert other.page() is not None
    assert laptop.fetch().trouble is not None


def test_a_closed_laptop_that_is_revoked_too_folds_nothing_more(store: Storage, milagros: str) -> None:
    laptop = Device(store, 1, milagros)
    laptop.journal.save(laptop.operation(1))
    close(store, milagros)
    with store.database.writing() as connection:
        devices.revoke(connection, laptop.key.id)
    assert laptop.receipt(laptop.journal.batch()).verdicts == [(1, Problem.DEVICE_REVOKED.number)]
