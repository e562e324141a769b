"""What an operator does by command: who has a laptop, closing one, saying that a backup was put back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.server import ServerProcess


@pytest.fixture
def headquarters(tmp_path: Path) -> Iterator[ServerProcess]:
    process = ServerProcess(tmp_path)
    process.prepare()
    process.start()
    yield process
    process.stop()


def test_laptops_are_listed_with_whose_they_are_and_one_can_be_closed_while_it_is_served(
    headquarters: ServerProcess,
) -> None:
    assert headquarters.ask("devices") == ""
    laptop = headquarters.enrolled("Milagros Torres", b"1" * 32)
    assert laptop.ask("GET", "/v1/records?after=").status_code == 200
    [told] = [json.loads(line) for line in headquarters.ask("devices").splitlines()]
    assert (told["name"], told["person"], told["status"]) == (laptop.key.id, "Milagros Torres", "active")
    assert told["seen"] > 0
    headquarters.ask("revoke", laptop.key.id)
    assert laptop.ask("GET", "/v1/records?after=").status_code == 403
    [told] = [json.loads(line) for line in headquarters.ask("devices").splitlines()]
    assert told["status"] == "revoked"


def test_a_laptop_nobody_knows_cannot_be_revoked(headquarters: ServerProcess) -> None:
    done = headquarters.run("revoke", "0" * 16)
    assert done.returncode != 0
    assert "There is no laptop of that name." in done.stderr


def test_a_backup_that_was_put_back_begins_a_new_epoch(headquarters: ServerProcess, tmp_path: Path) -> None:
    before = headquarters.status()
    headquarters.stop()
    shutil.copyfile(tmp_path / "headquarters.db", tmp_path / "backup.db")
    told = json.loads(headquarters.ask("restored"))
    after = headquarters.status()
    assert told["epoch"] == after["epoch"] != before["epoch"]
    assert after["node"] == before["node"]
    headquarters.start()


def test_a_backup_is_said_to_be_safe_by_the_mark_that_was_read_before_it(headquarters: ServerProcess) -> None:
    laptop = headquarters.enrolled("Milagros Torres", b"1" * 32)
    before = headquarters.ask("durable", "--mark").strip()
    journal = laptop.another_journal()
    journal.save(laptop.operation(laptop.record(1)))
    assert laptop.push(journal.batch()).status_code == 200
    after = headquarters.ask("durable", "--mark").strip()
    told = json.loads(headquarters.ask("durable", "--upto", before))
    assert told["durable"] < told["accepted"]
    told = json.loads(headquarters.ask("durable", "--upto", after))
    assert told["durable"] == told["accepted"] == headquarters.status()["durable"]
    done = headquarters.run("durable", "--upto", "7.000000000000")
    assert done.returncode != 0
    assert "not of this database" in done.stderr
    assert headquarters.run("durable").returncode != 0
