"""A full disk: it is said, nothing is lost, and with room made the same save goes through."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from chasqui_desktop.book import DESK_DRAFT, PeopleFilter
from chasqui_desktop.store import journal
from chasqui_desktop.store.connection import transaction
from chasqui_sync.core.problems import Problem, Trouble
from tests.helpers.laptop import Laptop, answers, laptop_at_work


def fill(laptop: Laptop) -> int:
    """Save until the disk is full; give how many were said to be saved."""
    with pytest.raises(Trouble) as caught:
        while True:
            laptop.store.book.register(answers(address_reference="x" * 400))
    assert caught.value.problem is Problem.DISK_FULL
    return laptop.store.exchange.standing().seq


def check_kept(laptop: Laptop, saved: int) -> None:
    with transaction(laptop.store._connection) as connection:
        assert journal.place(connection).seq == saved
        assert journal.is_whole(connection)
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]
    assert laptop.store.book.people("yus", PeopleFilter.ALL, 0, 1).total == saved


def test_a_save_without_room_is_said_and_goes_through_once_there_is_room(laptop: Laptop) -> None:
    laptop.store.book.keep_draft(DESK_DRAFT, {"given_names": "Yus"})
    connection = laptop.store._connection.connection.cursor()
    [pages] = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 30}")
    saved = fill(laptop)
    check_kept(laptop, saved)
    for write in (
        lambda: laptop.store.book.register(answers(address_reference="x" * 90_000)),
        lambda: laptop.store.book.keep_draft(DESK_DRAFT, {"given_names": "x" * 90_000}),
        lambda: laptop.store.book.set_aside(DESK_DRAFT, {"given_names": "x" * 90_000}),
    ):
        with pytest.raises(Trouble) as caught:
            write()
        assert caught.value.problem is Problem.DISK_FULL
    check_kept(laptop, saved)
    connection.execute(f"PRAGMA max_page_count = {pages + 3000}")
    connection.close()
    laptop.store.book.register(answers(address_reference="x" * 400))
    check_kept(laptop, saved + 1)
    laptop.reopen()
    check_kept(laptop, saved + 1)


LIMITED = """
import resource, sys
from pathlib import Path
from tests.helpers.laptop import answers, laptop_at_work
from tests.store.test_disk_full import check_kept, fill
laptop = laptop_at_work(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))
saved = fill(laptop)
check_kept(laptop, saved)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
laptop.store.book.register(answers())
laptop.reopen()
check_kept(laptop, saved + 1)
laptop.store.close()
print("kept", saved)
"""


def test_a_write_that_the_system_refuses_loses_nothing(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LIMITED, str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[1]) > 0


def test_a_user_cannot_be_made_without_room_and_is_not_half_made(tmp_path: Path) -> None:
    program = LIMITED.replace("600_000", "20_000").split("laptop = ")[0] + (
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))\nlaptop_at_work(Path(sys.argv[1]))"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=False)
    assert "503 disk-full" in done.stderr
    laptop_at_work(tmp_path).store.close()
