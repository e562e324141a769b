"""What promoters do: each act leaves one operation with a mark of its own."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from chasqui_desktop.book import PeopleFilter
from chasqui_desktop.store import journal, records
from chasqui_desktop.store.connection import transaction
from chasqui_desktop.store.registering import Pen
from chasqui_desktop.store.store import Store
from chasqui_sync import wire
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.state import JOINED, RECORD, State
from chasqui_sync.signing import SigningKey
from tests.simulation.laptop import SimulatedLaptop
from tests.simulation.ledger import MARK, Meant
from tests.simulation.states import state_of

FREE_FIELDS = ("main_need", "business_name", "address_reference", "sector", "paternal_surname")
"""Fields whose values are any text; few values, so that people who edit apart sometimes write the same."""
VALUES = ("a", "b", "c", None)
SETS = ("languages", "devices")
ITEMS = ("es", "qu", "ay", "shp")


class Acts:
    """Does acts on laptops as their promoters would, choosing by ``chance``."""

    def __init__(self, chance: random.Random, edition: str, point: str) -> None:
        self._chance = chance
        self._edition = edition
        self._point = point
        self.about: str | None = None
        self._marks: Iterator[int] = itertools.count(1)

    def somebody(self, laptop: SimulatedLaptop) -> str | None:
        """Choose a person on a laptop's list: the one all this is about, if she is there."""
        people = _people(laptop.store)
        if self.about in people:
            return self.about
        return self._chance.choice(people) if people else None

    def is_seen_by(self, laptop: SimulatedLaptop) -> bool:
        """Tell whether the person all this is about is on a laptop's list."""
        return self.about in _people(laptop.store)

    def register(self, laptop: SimulatedLaptop) -> bool:
        """Register a person."""
        mark = self._mark()
        signature = _signed(*mark.values())
        fields = {
            "given_names": f"Ana {self._chance.choice('ABC')}",
            "document": {"scheme": "dni", "number": f"{self._chance.randrange(10**8):08}"},
            "edition": self._edition,
            "outreach_point": self._point,
            "consent": {"version": "v3.2", "language": "es", "how": "signature" if signature else "spoken", "at": 1},
            "consent_programme": True,
            "consent_photos": True,
            **mark,
        }
        return laptop.save(lambda store, _: store.book.register(fields, signature=signature), Meant(None, {}))

    def amend(self, laptop: SimulatedLaptop, *only: str, blindly: bool = False) -> bool:
        """Change some fields of a person who is on this laptop's screen, or these; ``blindly`` names nothing seen."""
        record = self.somebody(laptop)
        if record is None:
            return False
        chosen = only or self._chance.sample(FREE_FIELDS, self._chance.choice([1, 1, 2]))
        fields = {field: self._chance.choice(VALUES) for field in chosen}
        return self._set(laptop, record, {**fields, **self._mark()}, blindly=blindly)

    def hand_over(self, laptop: SimulatedLaptop, promoter: str) -> bool:
        """Give a person into another promoter's caseload."""
        record = self.somebody(laptop)
        return record is not None and self._set(laptop, record, {"promoter": promoter, **self._mark()})

    def choose(self, laptop: SimulatedLaptop) -> bool:
        """Add to a multiple choice, or take from it."""
        record = self.somebody(laptop)
        if record is None:
            return False
        action, field = self._chance.choice(["add", "add", "remove"]), self._chance.choice(SETS)
        items = self._chance.sample(ITEMS, 2)
        mark = {name: [number] for name, number in self._mark().items()}
        fields = {field: items, **mark}
        return self._write(laptop, action, record, fields, _seen(laptop.store, record, [field]))

    def withdraw(self, laptop: SimulatedLaptop) -> bool:
        """Write down that a person withdraws a consent."""
        record = self.somebody(laptop)
        if record is None:
            return False
        field = "consent_photos"
        fields = {field: False, **self._mark()}
        return self._write(laptop, "withdraw", record, fields, _seen(laptop.store, record, [field]))

    def agree(self, laptop: SimulatedLaptop) -> bool:
        """Write down that a person agrees to something."""
        record = self.somebody(laptop)
        field = "consent_photos"
        return record is not None and self._set(laptop, record, {field: True, **self._mark()})

    def delete(self, laptop: SimulatedLaptop) -> bool:
        """Delete a person."""
        record = self.somebody(laptop)
        if record is None:
            return False
        return self._write(
            laptop, "delete", record, self._mark(), {RECORD: " ".join(_state(laptop.store, record).writers())}
        )

    def join(self, laptop: SimulatedLaptop) -> bool:
        """Say that two people on a laptop's list are one person."""
        people = _people(laptop.store)
        if len(people) < 2:
            return False
        one, other = self._chance.sample(people, 2)
        return self._write(laptop, "merge", one, {"into": other, **self._mark()}, {})

    def part(self, laptop: SimulatedLaptop) -> bool:
        """Take back that somebody on a laptop is one person with another."""
        joined = [(name, state) for name, raw in laptop.states().items() if (state := state_of(raw)).joined_into()]
        if not joined:
            return False
        record, state = self._chance.choice(sorted(joined, key=lambda one: one[0][12:]))
        seen = {JOINED: state.seen_fates("merge") or ""}
        return self._write(laptop, "unmerge", record, self._mark(), seen)

    def settle(self, laptop: SimulatedLaptop) -> bool:
        """Settle a conflict that is on this laptop's screen, having seen all rivals."""
        states = {record: _state(laptop.store, record) for record in _people(laptop.store)}
        disputed = sorted((record, field) for record, state in states.items() for field in state.open)
        if not disputed:
            return False
        record, field = self._chance.choice(disputed)
        state = states[record]
        value = self._chance.choice([state.fields[field], *(rival.value for rival in state.open[field])])
        seen = state.seen_of(field, rivals=True)
        return self._write(laptop, "resolve", record, {field: value, **self._mark()}, {field: seen} if seen else {})

    def refuse(self, laptop: SimulatedLaptop) -> bool:
        """Count somebody who did not want to register."""
        return laptop.save(lambda store, _: store.book.refuse(self._edition, self._point), Meant(None, {}))

    def break_a_rule(self, laptop: SimulatedLaptop) -> bool:
        """Save what an older program let pass and headquarters' rules do not: it is set apart there."""
        record = self.somebody(laptop)
        return record is not None and self._set(laptop, record, {"dependants": "many", **self._mark()})

    def mend(self, laptop: SimulatedLaptop) -> bool:
        """Correct what broke a rule."""
        record = self.somebody(laptop)
        return record is not None and self._set(laptop, record, {"dependants": 2, **self._mark()})

    def trespass(self, laptop: SimulatedLaptop) -> bool:
        """Write into another office's scope, as no honest laptop does: it is set apart."""
        return self._append(laptop, "entrepreneur", 1, "create", "0c" * 16)

    def of_newer_program(self, laptop: SimulatedLaptop) -> bool:
        """Save what this version cannot read, as a newer program on this laptop did before it was put back."""
        kind, schema, action = self._chance.choice(
            [("weather", 1, "create"), ("entrepreneur", 9, "create"), ("entrepreneur", 1, "unheard")]
        )
        return self._append(laptop, kind, schema, action, laptop.person.scope)

    def forged(self, laptop: SimulatedLaptop, stranger: SigningKey) -> bytes:
        """Make a batch that would fit behind a laptop's journal, signed by somebody else."""
        standing = laptop.store.exchange.standing()
        operation = Operation(
            kind="entrepreneur",
            record=f"{self._chance.getrandbits(128):032x}",
            action="create",
            fields=self._mark(),
            user=laptop.person.staff,
            scope=laptop.person.scope,
            saved_at=laptop.clock.read(),
        )  # fmt: skip - seven short values
        return wire.pack_batch(
            standing.device,
            standing.incarnation,
            standing.receipted + 1,
            laptop.store.exchange.heads(standing.incarnation, [standing.receipted])[standing.receipted],
            [wire.encode_operation(operation)],
            stranger.sign,
        )

    def _append(self, laptop: SimulatedLaptop, kind: str, schema: int, action: str, scope: str) -> bool:
        fields = self._mark()

        def write(store: Store, pen: Pen) -> None:
            with transaction(store._connection) as connection:
                operation = Operation(
                    kind=kind,
                    record=pen.new_record(),
                    action=action,
                    fields=fields,
                    user=laptop.person.staff,
                    scope=scope,
                    schema=schema,
                    saved_at=laptop.clock.read(),
                )  # fmt: skip - eight short values
                journal.append(connection, operation, wire.encode_operation(operation))

        return laptop.save(write, Meant(fields, {}))

    def _set(self, laptop: SimulatedLaptop, record: str, fields: dict[str, Any], *, blindly: bool = False) -> bool:
        seen = {} if blindly else _seen(laptop.store, record, list(fields))
        meant = Meant(fields, {} if blindly else _writers(laptop, record, fields))
        return laptop.save(lambda store, _: store.book.amend(record, fields, seen), meant)

    def _write(
        self, laptop: SimulatedLaptop, action: str, record: str, fields: dict[str, Any], seen: dict[str, str]
    ) -> bool:
        def write(store: Store, pen: Pen) -> None:
            with transaction(store._connection):
                pen.write(action, "entrepreneur", record, fields, seen)

        return laptop.save(write, Meant(fields, _writers(laptop, record, seen)))

    def _mark(self) -> dict[str, int]:
        number = next(self._marks)
        return {f"{MARK}{number}": number}


def _signed(mark: int) -> bytes:
    """Give what the person of a mark signed, others for each; two of three sign nothing."""
    return b"" if mark % 3 else f"signature of {mark} ".encode() * (mark % 40 + 1)


def _people(store: Store) -> list[str]:
    """Name the people on a laptop's list, in an order that no clock decides."""
    rows = store.book.people("", PeopleFilter.ALL, 0, 10_000).rows
    return sorted((row.record for row in rows), key=lambda record: record[12:])


def _writers(laptop: SimulatedLaptop, record: str, fields: Iterable[str]) -> dict[str, str]:
    """Read off the bytes of a record who wrote what stands in some of its fields."""
    state = msgspec.json.decode(laptop.states()[record])
    heads = state.get("heads", {})
    return {field: heads.get(field, state["head"])[0] for field in fields if field in state["fields"]}


def _seen(store: Store, record: str, fields: list[str]) -> dict[str, str]:
    state = _state(store, record)
    return {field: seen for field in fields if (seen := state.seen_of(field)) is not None}


def _state(store: Store, record: str) -> State:
    with transaction(store._connection) as connection:
        found = records.held(connection, record)
    assert found is not None, "a person on the list is held"
    return found.state
