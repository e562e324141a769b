"""Requests played again, batches forged or altered, pulls out of scope: many tried, no effect."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator

import msgspec
import pytest

from chasqui_sync import wire
from chasqui_sync.core.operations import EVERYONE
from chasqui_sync.core.problems import Problem
from chasqui_sync.server.storage import Outcome, Request, Storage
from chasqui_sync.signing import SigningKey
from tests.helpers.storage import JHON, MILAGROS, OTHER_PARTNER, PARTNER, PATRICIA, Device, everything

REPLAYS = 1_000
FORGED = 1_000
PULLS = 50
THIRD_PARTNER = "019a8f3c2b4d7e5f8a1b2c3d4e5f60cc"


def at_work(store: Storage, seed: int = 1, user: str = MILAGROS, **who: str) -> Device:
    device = Device(store, seed, user, **who)
    device.journal.save(*(device.operation(seed * 100 + number) for number in range(10)))
    return device


def test_of_a_thousand_requests_played_again_none_has_an_effect(store: Storage, say: Callable[[str], None]) -> None:
    laptop = at_work(store)
    heard: list[tuple[Request, str | None]] = []
    for first in range(1, 11):
        pushed = laptop.request("POST", "/v1/batches?after=", laptop.journal.batch(first, first))
        laptop.challenge = store.push(pushed, "").challenge or ""
        fetched = laptop.request("GET", "/v1/records")
        laptop.challenge = store.fetch(fetched, "").challenge or ""
        heard += [(pushed, ""), (fetched, None)]
    before = everything(store)
    chance, ended = random.Random(3), Counter[str]()
    for _ in range(REPLAYS):
        request, after = chance.choice(heard)
        outcome = store.push(request, after) if request.method == "POST" else store.fetch(request, "")
        assert outcome.result is None
        assert outcome.trouble is not None
        ended[outcome.trouble.problem.slug] += 1
    effects = int(everything(store) != before)
    say(f"replays: tried {REPLAYS}, effects {effects} ({dict(ended)})")
    assert (sum(ended.values()), effects) == (REPLAYS, 0)


def forged(laptop: Device, other: Device, chance: random.Random) -> Iterator[bytes]:
    """Give batches that are not what the device signed, or not its own, or not signed by it."""
    whole = laptop.journal.batch(1, 5)
    stranger = SigningKey(b"x" * 32)
    operations = laptop.journal.operations
    while True:
        at = chance.randrange(len(whole))
        yield whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :]
        yield whole[:at]
        yield whole + chance.randbytes(chance.randint(1, 20))
        # signed by another key, in this device's name
        yield wire.pack_batch(
            laptop.key.id, "1", 1, laptop.journal.head(0), operations[: chance.randint(1, 9)], stranger.sign
        )
        # another device's journal, rightly signed
        yield other.journal.batch(1, chance.randint(1, 9))
        # a gap, and a chain that does not begin where it says
        yield laptop.journal.batch(chance.randint(2, 9))
        yield wire.pack_batch(laptop.key.id, "1", 1, chance.randbytes(32), operations[:3], laptop.key.sign)


def test_of_a_thousand_batches_forged_or_altered_none_has_an_effect(store: Storage, say: Callable[[str], None]) -> None:
    laptop, other = at_work(store), at_work(store, 2, JHON)
    chance, ended, accepted = random.Random(4), Counter[str](), 0
    before = everything(store, "device", "fork")
    batches = forged(laptop, other, chance)
    for _ in range(FORGED):
        outcome = laptop.push(next(batches))
        accepted += outcome.result is not None
        ended[outcome.trouble.problem.slug if outcome.trouble else "accepted"] += 1
    effects = int(everything(store, "device", "fork") != before)
    say(f"forged or altered batches: tried {FORGED}, accepted {accepted}, effects {effects} ({dict(ended)})")
    assert (sum(ended.values()), accepted, effects) == (FORGED, 0, 0)
    assert laptop.receipt(laptop.journal.batch()).upto == 10


@pytest.mark.parametrize(
    ("role", "user", "scope"),
    [
        ("promoter", MILAGROS, PARTNER),
        ("coordinator", PATRICIA, THIRD_PARTNER),
        ("auditor", PATRICIA, EVERYONE),
        ("auditor", PATRICIA, PARTNER),
    ],
)
def test_of_fifty_pulls_out_of_scope_none_brings_a_record(
    store: Storage, say: Callable[[str], None], role: str, user: str, scope: str
) -> None:
    writers = [
        at_work(store, 2, JHON),
        at_work(store, 3, PATRICIA, scope=OTHER_PARTNER),
        at_work(store, 4, PATRICIA, scope=OTHER_PARTNER, role="coordinator"),
    ]
    for writer in writers:
        writer.receipt(writer.journal.batch())
    office = Device(store, 5, PATRICIA, role="headquarters", scope="*")
    all_of_it = office.page()
    assert len(all_of_it.records) == 30
    curious = Device(store, 9, user, scope, role)
    epoch, _, end = all_of_it.cursor.partition(".")
    chance, tried, brought = random.Random(6), 0, 0
    everybody = sorted({int(wire.state_of(raw).id[30:], 16) for raw in all_of_it.records})
    for number in range(PULLS):
        cursors = ["", f"{epoch}.0", f"{epoch}.{chance.randint(0, int(end))}", "another.3", f"{epoch}.{10**9}"]
        outcome = pulled(curious, number % 4, cursors[number % len(cursors)], everybody)
        tried += 1
        if outcome.result is not None:
            assert outcome.result.page is not None
            brought += len(outcome.result.page.records) + len(outcome.result.page.echoes)
        else:
            assert outcome.trouble is not None
            assert outcome.trouble.problem is Problem.CURSOR_UNKNOWN
    say(f"pulls out of scope by {role}: tried {tried}, records {brought}")
    assert (tried, brought) == (PULLS, 0)


def pulled(curious: Device, way: int, cursor: str, buckets: list[int]) -> Outcome[wire.Answer]:
    """Pull in one of the four ways there are: fetched, by bucket, beside the digest, and with a push."""
    if way == 0:
        return curious.fetch(cursor, most=10**6)
    if way == 3:
        curious.journal.save(curious.operation(1, action="set", fields={"email": "x@y.pe"}))
        return curious.push(curious.journal.batch(len(curious.journal.operations)), cursor)
    request = curious.request("GET", "/v1/records")
    outcome = (
        curious.store.fetch(request, cursor, buckets=buckets) if way == 1 else curious.store.compare(request, cursor)
    )
    curious.challenge = outcome.challenge or ""
    return outcome


def test_a_page_that_comes_with_a_push_is_no_wider_than_one_that_is_fetched(store: Storage) -> None:
    jhon = at_work(store, 2, JHON)
    jhon.receipt(jhon.journal.batch())
    curious = at_work(store, 9)
    answer = curious.push(curious.journal.batch(), "").result
    assert answer is not None
    assert answer.page is not None
    theirs = {msgspec.json.decode(bytes(raw))["fields"].get("promoter") for raw in answer.page.records}
    assert theirs == {MILAGROS}
