"""Laptops with the encrypted register, the real engine and a headquarters: in the end all hold the same bytes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from chasqui_desktop.book import PeopleFilter, Post
from chasqui_desktop.store import journal
from chasqui_desktop.store.connection import transaction
from chasqui_sync import wire
from chasqui_sync.core.problems import Trouble
from chasqui_sync.engine import Engine
from chasqui_sync.signing import VerifyingKey
from tests.engine.laptops import FaultyRoad
from tests.helpers.laptop import NODE, Laptop, World, answers, reference_states
from tests.helpers.reference_headquarters import ReferenceHeadquarters, ReferenceRoad

WHICH = st.integers(0, 1)
FATES = st.lists(st.sampled_from(["ok", "ok", "request", "answer"]), max_size=4)
ROUNDS_TO_DRAIN = 4


class BusyRoad(ReferenceRoad):
    """A road during which the promoter goes on saving: after the other side has answered, before it is heard."""

    def __init__(self, headquarters: ReferenceHeadquarters, device: str) -> None:
        super().__init__(headquarters, device)
        self.meanwhile: list[Callable[[], None]] = []

    def push(self, batch: bytes, after: str | None, *, begun: int = 0) -> wire.Answer:
        """Send a batch."""
        return self._heard(super().push(batch, after, begun=begun))

    def fetch(self, after: str, *, whole: bool = False, most: int | None = None) -> wire.Answer:
        """Ask for a page."""
        return self._heard(super().fetch(after, whole=whole, most=most))

    def _heard(self, answer: wire.Answer) -> wire.Answer:
        while self.meanwhile:
            self.meanwhile.pop()()
        return answer


class InTheField:
    """A laptop with its register and a road that may lose things; the engine starts anew for each round."""

    def __init__(self, headquarters: ReferenceHeadquarters, folder: Path, number: int) -> None:
        self.laptop = Laptop(folder / str(number), World(number), bytes([number + 1]) * 32)
        headquarters.enrol(self.laptop.key.public)
        self.busy = BusyRoad(headquarters, self.laptop.key.id)
        self.road = FaultyRoad(self.busy)
        self._seconds = self._stopwatch()
        self.round()

    def round(self, fates: list[str] | None = None, stopped: Callable[[], bool] = lambda: False) -> None:
        """Do one round; what the line loses is a matter for the next."""
        self.road.faults(*(fates or []))
        world = self.laptop.world
        engine = Engine(
            self.laptop.store.exchange,
            self.road,
            self.laptop.key.sign,
            VerifyingKey(NODE.public).verify,
            lambda: world.now,
            lambda: next(self._seconds),
            "0.1.0",
        )  # fmt: skip - what touches the world
        with suppress(Trouble):
            engine.round(lambda _: None, stopped)

    def only_push(self) -> None:
        """Do no more than one exchange after the greeting."""
        before = len(self.road.carried)
        self.round(stopped=lambda: "push" in self.road.carried[before:])

    def held(self) -> dict[str, bytes]:
        """Give the bytes of every record on this laptop."""
        with transaction(self.laptop.store._connection) as connection:
            rows = connection.exec_driver_sql("SELECT id, state FROM record").all()
        return {name: bytes(raw) for name, raw in rows}

    def people(self) -> list[str]:
        """Name the people on this laptop's list."""
        return [row.record for row in self.laptop.store.book.people("", PeopleFilter.ALL, 0, 1000).rows]

    def _stopwatch(self) -> Iterator[float]:
        now = 0.0
        while True:
            yield now
            now += 0.1


class Register(RuleBasedStateMachine):
    """Anything may happen in any order; at the end the line is good for a few rounds."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="cq-")
        self.headquarters = ReferenceHeadquarters(NODE, page_size=3)
        memory = self.headquarters.memory
        memory.states = {state.id: state for state in reference_states()}
        memory.position = len(memory.states)
        self.backup = self.headquarters.backup()
        self.laptops = [InTheField(self.headquarters, Path(self.folder.name), number) for number in range(2)]

    @rule(which=WHICH, surname=st.sampled_from(["Rondón", "Ñahui", "Quispe"]))
    def register(self, which: int, surname: str) -> None:
        """Save a person; her laptop shows her at once, found by name, counted as waiting."""
        book = self.laptops[which].laptop.store.book
        before = book.counts()
        saved = book.register(answers("Ana", surname))
        assert book.person(saved.record).post is Post.LAPTOP
        assert saved.record in {row.record for row in book.people(surname.lower(), PeopleFilter.ALL, 0, 999).rows}
        assert book.counts().laptop == before.laptop + 1

    @rule(which=WHICH, whose=st.integers(0, 9), value=st.sampled_from(["a", "b", "c"]), knows=st.booleans())
    def amend(self, which: int, whose: int, value: str, knows: bool) -> None:
        """Change a person, also somebody else's; her laptop shows what was written."""
        people = self.laptops[which].people()
        if people:
            book = self.laptops[which].laptop.store.book
            record = people[whose % len(people)]
            seen = book.person(record).heads if knows else {}
            book.amend(record, {"main_need": value}, seen)
            if knows:
                assert book.person(record).fields["main_need"] == value

    @rule(which=WHICH, fates=FATES)
    def exchange(self, which: int, fates: list[str]) -> None:
        """Try a round on a line that may lose requests or answers."""
        self.laptops[which].round(fates)

    @rule(which=WHICH, whose=st.integers(0, 9), value=st.sampled_from(["d", "e"]))
    def amend_while_an_answer_is_on_its_way(self, which: int, whose: int, value: str) -> None:
        """Change a person after headquarters has answered without it; her laptop goes on showing the change."""
        one = self.laptops[which]
        people = one.people()
        if not people:
            return
        book = one.laptop.store.book
        record = people[whose % len(people)]
        written: list[bool] = []

        def amend() -> None:
            book.amend(record, {"email": value}, book.person(record).heads)
            written.append(True)

        # something of hers is in the batch, so that its page tells of her
        book.amend(record, {"sector": value}, book.person(record).heads)
        one.busy.meanwhile = [amend]
        one.only_push()
        one.busy.meanwhile = []
        if written:
            assert book.person(record).fields["email"] == value

    @rule(which=WHICH)
    def lock_and_unlock(self, which: int) -> None:
        """Close the register and open it again."""
        self.laptops[which].laptop.reopen()

    @rule(which=WHICH, hours=st.integers(-50, 50))
    def turn_the_clock(self, which: int, hours: int) -> None:
        """Set a laptop's clock, rightly or not."""
        self.laptops[which].laptop.world.now += hours * 3_600_000

    @rule()
    def back_up(self) -> None:
        """Make a backup of headquarters."""
        self.backup = self.headquarters.backup()

    @rule()
    def restore(self) -> None:
        """Put headquarters back to its backup."""
        self.headquarters.restore(self.backup)

    @invariant()
    def journals_are_whole(self) -> None:
        """Hold every journal to its chain."""
        for one in self.laptops:
            with transaction(one.laptop.store._connection) as connection:
                assert journal.is_whole(connection)

    def teardown(self) -> None:
        """Drain, and compare what everybody holds."""
        try:
            for _ in range(ROUNDS_TO_DRAIN):
                for one in self.laptops:
                    one.round()
            told = {name: wire.encode(state) for name, state in self.headquarters.memory.states.items()}
            for one in self.laptops:
                assert one.held() == told
                incarnation = one.laptop.incarnation
                kept = self.headquarters.memory.journals.get((one.laptop.key.id, incarnation))
                run = one.laptop.store.exchange.run_after(incarnation, 0, 10_000, 2**40)
                assert (kept.operations if kept else []) == (run.operations if run else [])
                assert one.laptop.store.book.counts().at_risk == 0
        finally:
            for one in self.laptops:
                one.laptop.store.close()
            self.folder.cleanup()


@pytest.mark.slow
def test_whatever_happens_everybody_holds_the_same_in_the_end() -> None:
    run_state_machine_as_test(Register, settings=settings(max_examples=40, stateful_step_count=25))
