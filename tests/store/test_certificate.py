"""Another certificate: only headquarters' own, of this very device, later than the one held; all or nothing."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.signing import SigningKey
from tests.helpers.laptop import NODE, NOON, Laptop


def another(laptop: Laptop, key: SigningKey = NODE, **changed: Any) -> wire.Certificate:
    changed = {"role": "coordinator", "at": NOON + 1, **changed}
    return wire.make_certificate(msgspec.structs.replace(laptop.store.certified, **changed), key.sign)


def cursor(laptop: Laptop) -> str | None:
    return laptop.store.exchange.standing().cursor


def test_a_later_certificate_is_kept_and_all_is_told_and_compared_anew(laptop: Laptop) -> None:
    exchange = laptop.store.exchange
    assert exchange.certified() == NOON
    assert not exchange.standing().is_to_compare
    exchange.take_certificate(another(laptop), NOON + 5)
    standing = exchange.standing()
    assert (standing.cursor, standing.is_to_compare, exchange.certified()) == (None, True, NOON + 1)
    assert laptop.store.certified.role == "coordinator"
    [(anchor,)] = laptop.store._connection.exec_driver_sql("SELECT anchor FROM sync_state").all()
    assert anchor == NOON + 5
    assert laptop.reopen().certified.role == "coordinator"


def test_who_got_another_role_writes_by_it_from_then_on(laptop: Laptop) -> None:
    with pytest.raises(Trouble) as caught:
        laptop.store.book.erased("ff" * 16)
    assert caught.value.problem is Problem.NOT_PERMITTED
    laptop.store.exchange.take_certificate(another(laptop), NOON + 5)
    with pytest.raises(KeyError):
        laptop.store.book.erased("ff" * 16)


@pytest.mark.parametrize("at", [NOON, NOON - 1])
def test_one_that_is_no_later_changes_nothing(laptop: Laptop, at: int) -> None:
    laptop.told()
    laptop.store.exchange.take_certificate(another(laptop, at=at), NOON + 5)
    assert (cursor(laptop), laptop.store.exchange.certified(), laptop.store.certified.role) == ("c", NOON, "promoter")


@pytest.mark.parametrize(
    "changed",
    [
        {"key": SigningKey(b"x" * 32)},
        {"device": "00" * 8},
        {"scope": "0c" * 16},
        {"user": "0c" * 16},
        {"node": "00" * 8},
    ],
)
def test_a_false_one_is_refused_and_changes_nothing(laptop: Laptop, changed: dict[str, Any]) -> None:
    laptop.told()
    with pytest.raises(Trouble) as caught:
        laptop.store.exchange.take_certificate(another(laptop, **changed), NOON + 5)
    assert caught.value.problem is Problem.SIGNATURE_WRONG
    assert (cursor(laptop), laptop.store.exchange.certified(), laptop.store.certified.role) == ("c", NOON, "promoter")
    # another key in it, under headquarters' own signature
    body = msgspec.structs.replace(laptop.store.certified, key=b"k" * 32, at=NOON + 1)
    with pytest.raises(Trouble):
        laptop.store.exchange.take_certificate(wire.make_certificate(body, NODE.sign), NOON + 5)
