"""Wall clocks decide nothing: replaced, they change no winner that knew the loser, and none is believed beyond
the time between the last word from headquarters and the arrival there."""

from __future__ import annotations

import msgspec

from chasqui_sync import wire
from chasqui_sync.core.fold import State
from tests.simulation.checkers import conflicts
from tests.simulation.clocks import FIRST, LAST
from tests.simulation.headquarters_log import read_log
from tests.simulation.replay import replayed
from tests.simulation.simulation import Simulation
from tests.simulation.states import office_states
from tests.simulation.violation import Violation

NAME = "clocks"


def check_replaced(simulation: Simulation) -> None:
    """Tell the log again with every wall clock replaced: where one write has seen all others, it stands."""
    chance = simulation.source.stream("other clocks")

    def rewritten(data: bytes) -> bytes:
        operation = wire.decode_operation(data)
        other = chance.choice([FIRST, LAST, chance.randrange(FIRST, LAST)])
        return wire.encode_operation(msgspec.structs.replace(operation, saved_at=other))

    with replayed(simulation, f"sqlite:///{simulation.folder / 'clocks.db'}", chance, rewritten) as again:
        states = office_states(again)
    for (record, field), writes in conflicts.writes_by_field(simulation).items():
        alive = conflicts.living(writes)
        head = states[record].head_of(field)
        if len(alive) == 1 and (head is None or head.operation != alive[0].name):
            raise Violation(NAME, f"{record} {field}: {head} stands by other clocks, {alive[0].name} has seen all")


def check_windows(simulation: Simulation) -> None:
    """Hold each standing write against each waiting one: whoever was at headquarters first cannot be the later."""
    states = office_states(simulation.office.storage)
    _check_times(simulation, states)
    for (record, field), writes in conflicts.writes_by_field(simulation).items():
        alive = {write.name: write for write in conflicts.living(writes)}
        head = states[record].head_of(field)
        if head is None or head.operation not in alive or field.startswith("consent_"):
            continue
        arrived = alive[head.operation].logged.received
        for other in alive.values():
            if arrived < min(other.logged.operation.anchor, other.logged.received):
                told = f"{record} {field}: {head.operation} stands, though it had arrived before {other.name} began"
                raise Violation(NAME, told)


def _check_times(simulation: Simulation, states: dict[str, State]) -> None:
    """Let no write count for a time before its author last heard from headquarters, or after it arrived there."""
    log = {one.name: one for one in read_log(simulation.office.storage)}
    for state in states.values():
        for head in (state.head, *state.heads.values()):
            one = log.get(head.operation)
            if one is not None and not min(one.operation.anchor, one.received) <= head.time <= one.received:
                raise Violation(NAME, f"{state.id}: {head.operation} counts for {head.time}, outside its window")
