"""What was said to be saved is there, whenever the process is killed."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import insert, update

from chasqui_desktop.store import journal, records
from chasqui_desktop.store.connection import repeatable, transaction
from chasqui_desktop.store.store import Store
from chasqui_desktop.store.tables import draft
from tests.helpers.laptop import laptop_at_work

KILLS = 25


def printed_until_killed(profile: Path, seed: int, seconds: float, what: str = "saving") -> list[str]:
    """Let a process save, kill it some time after its first save, give what it said until then."""
    command = [sys.executable, "-m", f"tests.store.{what}_process", str(profile), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        assert lines != [""], "the process did not start"
        clock = threading.Timer(seconds, process.kill)
        clock.start()
        lines += process.stdout.readlines()
        clock.join()
    return [line for line in lines if line.endswith("\n")]


def check_whole(store: Store) -> int:
    """Hold the register to what it promises; give how many operations are in it."""
    with transaction(store._connection) as connection:
        assert journal.is_whole(connection)
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]
        assert connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all() == []
        listed = connection.exec_driver_sql("SELECT count(*) FROM record WHERE listed").scalar_one()
        found = connection.exec_driver_sql("SELECT count(*) FROM search WHERE search MATCH 'ana'").scalar_one()
        assert listed == found
        return journal.place(connection).seq


@pytest.mark.slow
def test_every_save_that_was_said_outlives_a_kill_at_any_moment(tmp_path: Path) -> None:
    chance = random.Random(4)
    laptop = laptop_at_work(tmp_path)
    laptop.store.close()
    said = 0
    for attempt in range(KILLS):
        lines = printed_until_killed(tmp_path, attempt, chance.uniform(0.0, 0.25))
        saved = [line.split()[1:] for line in lines if line.startswith("saved")]
        drafts = [int(line.split()[1]) for line in lines if line.startswith("draft")]
        store = laptop.reopen()
        assert check_whole(store) >= max((int(seq) for _, seq in saved), default=0)
        with transaction(store._connection) as connection:
            for record, seq in saved:
                held = records.held(connection, record)
                assert held is not None
                assert held.last_seq is not None
                assert held.last_seq >= int(seq)
                assert record in {act.record for _, act in journal.acts_on(connection, record, int(seq) - 1)}
        # a draft is gone only where the registration after it was kept
        if lines and lines[-1].startswith("draft"):
            kept = [draft.state["number"] for draft in store.book.drafts()]
            more = store.exchange.standing().seq > max((int(seq) for _, seq in saved), default=0)
            assert kept == [drafts[-1]] or more
        said += len(saved)
        store.close()
    sys.stdout.write(f"killed {KILLS} times, {said} saves said, lost 0\n")
    assert said >= KILLS


@pytest.mark.slow
def test_a_kill_while_operations_are_let_go_leaves_either_all_of_them_or_none(tmp_path: Path) -> None:
    chance = random.Random(5)
    laptop = laptop_at_work(tmp_path)
    laptop.store.close()
    said: set[str] = set()
    end = gone = 0
    for attempt in range(KILLS // 2):
        lines = printed_until_killed(tmp_path, attempt, chance.uniform(0.0, 0.25), "pruning")
        saved = [line.split()[1:] for line in lines if line.startswith("saved")]
        said |= {record for record, _ in saved}
        end = max([end, *(int(seq) for _, seq in saved)])
        gone = max([gone, *(int(line.split()[1]) for line in lines if line.startswith("gone"))])
        store = laptop.reopen()
        assert check_whole(store) >= end
        [life] = store.exchange.lives()
        assert life.kept_from >= gone
        assert store.exchange.run_after(life.incarnation, life.kept_from, 1, 1) or life.kept_from == life.seq
        with transaction(store._connection) as connection:
            assert all(records.held(connection, record) is not None for record in said)
            lowest = connection.exec_driver_sql("SELECT min(seq) FROM journal").scalar_one()
        assert lowest in {None, life.kept_from + 1}
        store.close()
    assert gone > 0


def test_the_log_of_a_first_fill_does_not_stay_as_large_as_it_was(tmp_path: Path) -> None:
    laptop = laptop_at_work(tmp_path)
    connection = laptop.store._connection
    log = Path(f"{connection.engine.url.database}-wal")
    for number in range(24):
        with repeatable(connection):
            connection.execute(insert(draft).values(draft=f"{number}", state=bytes(1024 * 1024), kept_at=number))
    assert log.stat().st_size > 20 * 1024 * 1024
    for number in range(2):
        with transaction(connection):
            connection.execute(update(draft).values(kept_at=number))
    assert log.stat().st_size <= 16 * 1024 * 1024
    laptop.store.close()
