"""A full disk: it is said, nothing is lost, and with room made the same save goes through."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chasqui_desktop.book import DESK_DRAFT, PeopleFilter
from chasqui_desktop.store import journal
from chasqui_desktop.store.connection import transaction
from chasqui_desktop.vault.vault import users
from chasqui_sync.core.problems import Problem, Trouble
from tests.helpers.laptop import Laptop, answers, laptop_at_work


def fill(laptop: Laptop, expected: Problem = Problem.DISK_FULL) -> int:
    """Save until the disk takes no more; give how many are kept."""
    try:
        while True:
            laptop.store.book.register(answers(address_reference="x" * 400))
    except Trouble as trouble:
        assert trouble.problem is expected  # noqa: PT017 - one of many saves fails, nobody knows which
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


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of 3 MB with a ballast of 1 MB on it; only root may make one."""
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(tmp_path)]
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("no disk can be mounted here; the test with SQLite's own limit stands for it")
    (tmp_path / "ballast").write_bytes(bytes(1_000_000))
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_really_full_disk_loses_nothing_and_needs_no_restart(small_disk: Path) -> None:
    laptop = laptop_at_work(small_disk / "profile")
    saved = fill(laptop)
    assert saved > 0
    check_kept(laptop, saved)
    (small_disk / "ballast").unlink()
    laptop.store.book.register(answers())
    check_kept(laptop, saved + 1)
    laptop.reopen()
    check_kept(laptop, saved + 1)
    laptop.store.close()


def test_a_register_on_a_full_disk_can_be_locked_and_opened(small_disk: Path) -> None:
    laptop = laptop_at_work(small_disk / "profile")
    saved = fill(laptop)
    laptop.reopen()
    check_kept(laptop, saved)
    laptop.store.close()


def test_no_user_is_half_made_on_a_full_disk(small_disk: Path) -> None:
    (small_disk / "more").write_bytes(bytes(2_050_000))
    with pytest.raises(Trouble) as caught:
        laptop_at_work(small_disk / "profile")
    assert caught.value.problem is Problem.DISK_FULL
    assert users(small_disk / "profile") == []
    (small_disk / "more").unlink()
    laptop_at_work(small_disk / "profile").store.close()
    assert len(users(small_disk / "profile")) == 1


LIMITED = """
import resource, sys
import subprocess
import sys
from collections.abc import Iterator
from chasqui_desktop.vault.vault import users
from pathlib import Path
from tests.helpers.laptop import answers, laptop_at_work
from tests.store.test_disk_full import check_kept, fill
from chasqui_sync.core.problems import Problem
laptop = laptop_at_work(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))
saved = fill(laptop, Problem.PROFILE_UNWRITABLE)
check_kept(laptop, saved)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
laptop.store.book.register(answers())
laptop.reopen()
check_kept(laptop, saved + 1)
laptop.store.close()
assert saved > 0
"""


def test_a_write_that_the_system_refuses_loses_nothing(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LIMITED, str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
