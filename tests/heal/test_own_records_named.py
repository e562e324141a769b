"""Own records come back by name alone, and are headquarters' bytes on the laptop all the same."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chasqui_desktop.store.connection import transaction
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server.storage import Storage
from tests.helpers.field import StorageRoad, Traveller, new_headquarters
from tests.helpers.storage import raw_states

Keep = Callable[[Traveller], Traveller]
DAY = 86_400_000
acts = st.tuples(
    st.sampled_from(["register", "register", "register", "amend", "round", "round"]),
    st.integers(0, 1),
    st.sampled_from([0, 1, 1000, -400 * DAY, 400 * DAY]),
)


class Seen(StorageRoad):
    """Counts what came named and what came as a state."""

    named = carried = 0
    meanwhile: Callable[[], object] = staticmethod(lambda: None)
    spoil: dict[str, object] = {}  # noqa: RUF012 - set by a test on one road alone

    def push(self, batch: bytes, after: str | None, *, begun: int = 0) -> wire.Answer:
        return self._seen(super().push(batch, after, begun=begun))

    def fetch(self, after: str, *, whole: bool = False, most: int | None = None) -> wire.Answer:
        return self._seen(super().fetch(after, whole=whole, most=most))

    def _seen(self, answer: wire.Answer) -> wire.Answer:
        page = answer.page
        meanwhile, self.meanwhile = self.meanwhile, lambda: None
        meanwhile()
        if page is None:
            return answer
        self.named += sum(echo.count for echo in page.echoes)
        self.carried += len(page.records)
        spoilt = [msgspec.structs.replace(echo, **self.spoil) for echo in page.echoes]
        return msgspec.structs.replace(answer, page=msgspec.structs.replace(page, echoes=spoilt))


def people(one: Traveller) -> list[bytes]:
    return [raw for raw in one.held().values() if b'"kind":"entrepreneur"' in raw]


def saved_at(one: Traveller) -> set[int]:
    with transaction(one.laptop.store._connection) as connection:
        rows = connection.exec_driver_sql("SELECT saved_at FROM record WHERE kind = 'entrepreneur'")
        return set(rows.scalars())


def watched(one: Traveller) -> Seen:
    """Put the counting road under a traveller's engine."""
    road = Seen(one.office, one.laptop.key)
    one.road = road
    engine = one._engine
    engine._road = engine._greeter._road = engine._incoming._road = road
    return road


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(acts, max_size=14))
def test_whatever_is_written_with_whatever_clock_a_laptop_holds_headquarters_bytes(
    plan: list[tuple[str, int, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = new_headquarters(f"sqlite:///{folder}/headquarters.db")
        travellers = [Traveller.enrolled(office, Path(folder), number) for number in (1, 2)]
        names = itertools.count()
        for act, which, later in plan:
            one = travellers[which]
            one.laptop.world.now += later
            held = [row for row in one.held() if row in raw_states(office)]
            if act == "register":
                one.register(f"Ana {next(names)}")
            elif act == "round":
                one.round()
            elif people := [row for row in held if b'"entrepreneur"' in one.held()[row]]:
                one.amend(people[-1], email=f"a{next(names)}@b.pe")
        for one in [*travellers, *travellers]:
            one.drain(6)
        for one in travellers:
            one.settled()
            assert one.held().keys() == raw_states(office).keys()
            one.close()
        office.database.close()


def test_a_registration_comes_back_named_and_what_others_touched_comes_as_a_state(
    office: Storage, tmp_path: Path, travels: Keep
) -> None:
    one, other = (travels(Traveller.enrolled(office, tmp_path, number)) for number in (1, 2))
    road = watched(one)
    first, *_ = one.register("Ana", "Luz", "Inés")
    one.round()
    assert (road.named, road.carried) == (3, 0)
    other.round()
    other.amend(first, email="a@b.pe")
    other.round()
    one.round()
    assert (road.named, road.carried) == (3, 1)
    one.settled()


def test_a_clock_years_ahead_still_needs_no_state(office: Storage, tmp_path: Path, travels: Keep) -> None:
    one = travels(Traveller.enrolled(office, tmp_path))
    one.laptop.world.now += 900 * DAY
    road = watched(one)
    one.register("Ana", "Luz")
    one.round()
    assert (road.named, road.carried) == (2, 0)
    one.settled()
    received = {wire.state_of(msgspec.Raw(raw)).head.time for raw in people(one)}
    assert saved_at(one) == received, "lists are in the order of headquarters' clock"


def test_who_was_amended_before_her_name_came_back_keeps_both(office: Storage, tmp_path: Path, travels: Keep) -> None:
    one = travels(Traveller.enrolled(office, tmp_path))
    road = watched(one)
    ana, _ = one.register("Ana", "Luz")
    road.meanwhile = lambda: one.amend(ana, given_names="Anabel")
    one.round()
    assert one.names() == ["Anabel", "Luz"]
    one.drain()
    one.settled()
    assert one.names() == ["Anabel", "Luz"]


@pytest.mark.parametrize(
    "spoil", [{"digest": "00" * 16}, {"first": 7}, {"count": 9}, {"at": 1}, {"incarnation": "another"}]
)
def test_what_cannot_be_made_alike_is_fetched_as_it_is(
    office: Storage, tmp_path: Path, travels: Keep, spoil: dict[str, object]
) -> None:
    one = travels(Traveller.enrolled(office, tmp_path))
    road = watched(one)
    one.register("Ana", "Luz")
    road.spoil = spoil
    road.requests.clear()
    one.round()
    # and that it could not be made here is a doubt: all that is held is compared
    assert road.requests == ["/v1/batches", "/v1/records", "/v1/digest"]
    assert (road.named, road.carried) == (2, 2)
    one.settled()


def test_who_names_where_states_were_asked_for_is_not_believed(office: Storage, tmp_path: Path, travels: Keep) -> None:
    one = travels(Traveller.enrolled(office, tmp_path))
    road = watched(one)
    one.register("Ana")
    road.spoil = {"digest": "00" * 16}
    road.fetch = lambda after, **_: Seen.fetch(road, after)  # type: ignore[method-assign]  # names them again
    with pytest.raises(Trouble) as caught:
        one.round()
    assert caught.value.problem is Problem.ANSWER_UNREADABLE
    assert one.laptop.store.exchange.standing().waiting == 0, "the receipt is good"
