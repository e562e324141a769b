"""Headquarters put back from a week-old backup: laptops bring what it lost, told of it or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from chasqui_sync.core.operations import EVERYONE, Operation
from chasqui_sync.server.storage import Storage
from tests.helpers.backup import backed_up, put_back
from tests.helpers.field import EDITION, Traveller, arrived
from tests.helpers.laptop import NOON
from tests.helpers.storage import raw_states

Keep = Callable[[Traveller], Traveller]
OTHER = "05" * 16


def corrected(office: Storage, target: int, seen: str) -> None:
    """Let headquarters itself change the edition."""
    here = office.here.key.id
    change = Operation(
        kind="edition",
        record=EDITION,
        action="set",
        fields={"target": target},
        seen={"target": seen} if seen else {},
        user=here,
        scope=EVERYONE,
        saved_at=NOON,
    )
    assert office.write([change]).verdicts == []


@pytest.mark.parametrize("told", [True, False])
def test_what_was_written_since_the_backup_comes_back_once(
    office: Storage, tmp_path: Path, travels: Keep, told: bool
) -> None:
    promoter = travels(Traveller.enrolled(office, tmp_path))
    coordinator = travels(Traveller.enrolled(office, tmp_path, 2, role="coordinator", user=OTHER))
    [ana, _] = promoter.register("Ana", "Berta")
    promoter.drain()
    coordinator.drain()
    backup = backed_up(office.database)

    promoter.register("Carla")
    promoter.amend(ana, email="ana@correo.pe")
    promoter.drain()
    coordinator.drain()
    coordinator.amend(ana, address_reference="Mz. B Lt. 4")
    coordinator.drain()
    corrected(office, 600, "")
    promoter.drain()

    put_back(office.database, backup)
    if told:
        office.restored()
    promoter.register("Delia")
    corrected(office, 700, "")
    for one in (promoter, coordinator, promoter):
        assert one.drain() <= 3
    for one in (promoter, coordinator):
        one.settled()
        assert one.names() == ["Ana", "Berta", "Carla", "Delia"]
    assert promoter.held()[ana] == coordinator.held()[ana] == raw_states(office)[ana]
    person = promoter.laptop.store.book.person(ana)
    assert (person.fields["email"], person.fields["address_reference"]) == ("ana@correo.pe", "Mz. B Lt. 4")
    assert promoter.laptop.store.book.reference().editions[EDITION].target == 700
    acts = Counter((act.record, act.action, str(act.fields)) for act in arrived(office))
    assert set(acts.values()) == {1}


def test_a_new_epoch_gives_the_nodes_own_journal_a_new_life(office: Storage) -> None:
    backup = backed_up(office.database)
    corrected(office, 600, "")
    put_back(office.database, backup)
    before = office.here.epoch
    office.restored()
    assert office.here.epoch != before
    corrected(office, 700, "")
    assert b"700" in raw_states(office)[EDITION]
