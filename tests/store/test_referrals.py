"""Referrals: only who holds the key reads them; that they were received comes back, what was in them does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from chasqui_desktop.store.referring import standing
from chasqui_desktop.store.store import Store
from chasqui_desktop.vault.protection import ProtectionKeys
from chasqui_sync import wire
from chasqui_sync.core.fold import Head, State, fold
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.records import SUPPORT_QUESTIONS, VIEW
from chasqui_sync.sealing import seal
from tests.helpers.laptop import NOON, PARTNER, USER, Laptop, World, answers, reference_states
from tests.vault.test_protection import pem

COORDINATOR = "05" * 16
NOTE = "canaria azul"


@pytest.fixture
def promoter(tmp_path: Path) -> Laptop:
    laptop = Laptop(tmp_path / "promoter")
    laptop.told(*reference_states())
    return laptop


@pytest.fixture
def focal(tmp_path: Path) -> Laptop:
    laptop = Laptop(tmp_path / "focal", World(2), b"f" * 32, COORDINATOR, "coordinator")
    laptop.told(*reference_states())
    return laptop


def keys_of(laptop: Laptop, *, brought: bool = True) -> ProtectionKeys:
    keys = ProtectionKeys(
        laptop.opened.register.parent, laptop.opened.protection_key, laptop.world.surroundings().randomness
    )
    if brought:
        keys.bring(pem(), "")
    return keys


def asked(laptop: Laptop, given: str, **said: Any) -> str:
    return laptop.store.book.register(answers(given, support_asked=True, support_answers=said)).record


def states(laptop: Laptop, *names: str, at: int = 100) -> list[State]:
    """Give records as headquarters would tell them."""
    found = []
    with laptop.store._connection.begin():
        for place, name in enumerate(names, at):
            row = laptop.store._connection.exec_driver_sql("SELECT state FROM record WHERE id = ?", (name,))
            raw = row.scalar_one()
            found.append(msgspec.structs.replace(wire.state_of(msgspec.Raw(raw)), at=place))
    return found


def test_of_those_who_were_asked_the_list_tells_of_who_needs_something(promoter: Laptop, focal: Laptop) -> None:
    needs = asked(promoter, "Rosa", food="yes", shelter="no", accepts_referral=True, note=NOTE)
    no_need = asked(promoter, "Ana", food="no", shelter="unsaid")
    not_asked = promoter.store.book.register(answers("Eva", support_asked=False)).record
    focal.told(*states(promoter, needs, no_need, not_asked))
    told = focal.store.book.referrals(keys_of(focal))
    assert [row.record for row in told.rows] == [needs]
    assert told.closed == 0
    assert (told.rows[0].sealed_by, told.rows[0].received_at) == (USER, None)
    opened = focal.store.book.referral(needs, keys_of(focal))
    assert (opened.needs, opened.unsaid, opened.accepts, opened.note) == (("food",), (), True, NOTE)


def test_without_the_key_nothing_is_told_of_anybody_and_all_are_counted(promoter: Laptop, focal: Laptop) -> None:
    names = [asked(promoter, "Rosa", food="yes"), asked(promoter, "Ana", food="no")]
    focal.told(*states(promoter, *names))
    keys = keys_of(focal, brought=False)
    told = focal.store.book.referrals(keys)
    assert (told.rows, told.closed) == ((), 2)
    for name in names:
        with pytest.raises(Trouble) as caught:
            focal.store.book.referral(name, keys)
        assert caught.value.problem is Problem.KEY_MISSING


def test_two_hundred_sealed_are_read_back_by_nobody_on_the_laptop_that_sealed_them(
    promoter: Laptop, focal: Laptop, say: Callable[[str], None]
) -> None:
    names = [
        asked(promoter, f"Rosa {at}", **{SUPPORT_QUESTIONS[at % 6]: "yes"}, note=f"{NOTE} {at}") for at in range(200)
    ]
    focal.told(*states(promoter, *names))
    keys, none = keys_of(focal), keys_of(promoter, brought=False)
    read_back = sum(1 for name in names if _is_read(promoter.store, name, none))
    opened = sum(1 for at, name in enumerate(names) if focal.store.book.referral(name, keys).note == f"{NOTE} {at}")
    held = promoter.store._connection.connection.driver_connection
    assert held is not None
    with_note = sum(1 for row in held.execute("SELECT operation FROM journal") if NOTE.encode() in row[0])
    say(f"sealed: tried {len(names)}, read back where sealed {read_back}, opened by the focal point {opened}")
    assert (read_back, with_note, opened) == (0, 0, 200)


def _is_read(store: Store, name: str, keys: ProtectionKeys) -> bool:
    try:
        store.book.referral(name, keys)
    except Trouble:
        return False
    return True


def test_acknowledged_is_a_state_that_comes_back_without_what_was_in_it(promoter: Laptop, focal: Laptop) -> None:
    name = asked(promoter, "Rosa", food="yes", note=NOTE)
    [sent] = states(promoter, name)
    focal.told(sent)
    assert promoter.store.book.person(name).fields.get("support_received") is None
    focal.world.now = NOON + 5000
    focal.store.book.acknowledge(name)
    focal.store.book.acknowledge(name)
    run = focal.store.exchange.run_after(focal.incarnation, 0, 100, 2**40)
    assert run is not None
    [written] = run.operations
    assert NOTE.encode() not in written
    assert b"food" not in written
    operation = wire.decode_operation(written)
    assert (operation.scope, operation.user, list(operation.fields)) == (PARTNER, COORDINATOR, ["support_received"])
    promoter.told(msgspec.structs.replace(fold(sent, operation, "focal.1.1"), at=300), cursor="d")
    [now] = states(promoter, name)
    known = standing(now)
    assert known is not None
    assert known.received_at == NOON + 5000
    assert focal.store.book.referrals(keys_of(focal)).rows[0].received_at == NOON + 5000


def test_that_a_referral_was_opened_is_written_down_once(promoter: Laptop, focal: Laptop) -> None:
    name = asked(promoter, "Rosa", food="yes", note=NOTE)
    focal.told(*states(promoter, name))
    keys = keys_of(focal)
    focal.store.book.referrals(keys)
    for _again in range(2):
        focal.store.book.referral(name, keys)
    run = focal.store.exchange.run_after(focal.incarnation, 0, 100, 2**40)
    assert run is not None
    [view] = [wire.decode_operation(data) for data in run.operations]
    assert (view.kind, view.fields) == (VIEW, {"of": name, "why": "referral"})


def test_what_is_sealed_anew_has_not_been_received_yet(promoter: Laptop, focal: Laptop) -> None:
    name = asked(promoter, "Rosa", food="yes")
    [sent] = states(promoter, name)
    focal.told(sent)
    focal.store.book.acknowledge(name)
    [received] = states(focal, name)
    edition = reference_states()[0].fields
    anew = msgspec.to_builtins(seal({"food": "yes", "health": "yes"}, name, edition["protection_key"]))
    changed = msgspec.structs.replace(received, fields={**received.fields, "support": anew})
    known = standing(changed)
    assert known is not None
    assert known.received_at is None


def test_what_waits_comes_first_and_the_longest_waiting_before_all(promoter: Laptop, focal: Laptop) -> None:
    names = []
    for hour in range(3):
        promoter.world.now = NOON + hour * 3_600_000
        names.append(asked(promoter, f"Rosa {hour}", food="yes"))
    focal.told(*states(promoter, *names))
    focal.store.book.acknowledge(names[0])
    assert [row.record for row in focal.store.book.referrals(keys_of(focal)).rows] == [names[1], names[2], names[0]]


def test_where_reading_is_closed_no_referral_is_told_opened_or_acknowledged(promoter: Laptop, focal: Laptop) -> None:
    name = asked(promoter, "Rosa", food="yes")
    focal.told(*states(promoter, name))
    keys = keys_of(focal)
    focal.store.book.contact(wire.READ_LOCKED)
    assert focal.store.book.referrals(keys).rows == ()
    for act in (lambda: focal.store.book.referral(name, keys), lambda: focal.store.book.acknowledge(name)):
        with pytest.raises(Trouble) as caught:
            act()
        assert caught.value.problem is Problem.READING_CLOSED


def test_headquarters_acknowledges_in_the_scope_of_whoever_sealed(promoter: Laptop, tmp_path: Path) -> None:
    name = asked(promoter, "Rosa", food="yes")
    far = Laptop(tmp_path / "far", World(3), b"h" * 32, COORDINATOR, "headquarters")
    far.told(*reference_states())
    far.told(*[msgspec.structs.replace(one, scope="aa" * 16) for one in states(promoter, name)])
    far.store.book.acknowledge(name)
    run = far.store.exchange.run_after(far.incarnation, 0, 100, 2**40)
    assert run is not None
    assert wire.decode_operation(run.operations[0]).scope == "aa" * 16


@pytest.mark.parametrize(
    "support", [None, "", 7, [], {}, {"key": 1}, {"key": "k", "sealed": "no base64!"}, {"key": "k", "sealed": 5}]
)
def test_odd_documents_keep_no_list_from_opening(focal: Laptop, support: object) -> None:
    fields = {"code": "GE26-X", "support": support, "support_received": [{"of": 1}, "x"]}
    odd = State(id="0a" * 16, kind="entrepreneur", scope=PARTNER, fields=fields, head=Head("a.1.1", NOON), at=50)
    focal.told(odd)
    assert focal.store.book.referrals(keys_of(focal)).rows == ()


def test_the_list_reads_only_records_with_something_sealed(focal: Laptop) -> None:
    with focal.store._connection.begin():
        plan = focal.store._connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT record.state FROM record WHERE record.sealed = 1"
        ).all()
    assert "ix_record_sealed" in str(plan)
