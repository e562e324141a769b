"""What an operator does by command: who has a laptop, closing one, saying that a backup was put back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from chasqui_resources.phrase import phrase_words
from chasqui_sync.core.fingerprint import fingerprint
from chasqui_sync.core.ids import registration_code
from chasqui_sync.signing import SigningKey
from tests.helpers.server import LEAST, Laptop, ServerProcess


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


def test_the_office_sees_the_words_that_a_laptop_shows_once_its_code_was_used(headquarters: ServerProcess) -> None:
    with headquarters.begun("enrol", "--staff", "Milagros Torres", "--wait") as waiting:
        assert waiting.stdout is not None
        laptop = Laptop(headquarters.address, SigningKey(b"1" * 32), waiting.stdout.readline().strip())
        told = json.loads(waiting.stdout.readline())
        assert waiting.wait() == 0
    said = " ".join(fingerprint(laptop.node_key, laptop.key.public, phrase_words()))
    assert told == {"device": laptop.key.id, "words": said}
    [listed] = [json.loads(line) for line in headquarters.ask("devices", "--words").splitlines()]
    assert listed["words"] == said


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


def test_what_a_revoked_laptop_sent_is_listed_released_with_a_reason_and_the_reason_is_kept(
    headquarters: ServerProcess,
) -> None:
    laptop = headquarters.enrolled("Milagros Torres", b"1" * 32)
    journal = laptop.another_journal()
    journal.save(laptop.operation(laptop.record(1)), laptop.operation(laptop.record(2)))
    headquarters.ask("revoke", laptop.key.id)
    assert laptop.push(journal.batch()).status_code == 200
    told = [json.loads(line) for line in headquarters.ask("quarantine", "list").splitlines()]
    assert [(each["action"], each["problem"]) for each in told] == [("create", "device-revoked")] * 2
    assert "fields" not in told[0]
    dropped = json.loads(headquarters.ask("quarantine", "drop", told[1]["name"], "--reason", "a test", "--by", "Edda"))
    assert dropped == {"dropped": 1}
    assert headquarters.run("quarantine", "release", "--device", laptop.key.id).returncode != 0, "no reason, no release"
    because = ("--reason", "it was found again", "--by", "Edda")
    assert json.loads(headquarters.ask("quarantine", "release", "--device", laptop.key.id, *because)) == {
        "folded": 1,
        "apart": {},
    }
    assert headquarters.status()["records"]["entrepreneur"] == 1
    trail = [json.loads(line) for line in headquarters.ask("audit").splitlines()]
    assert [each["act"] for each in trail[:2]] == ["enrol", "revoke"]
    assert [(each["act"], each["person"], each["reason"]) for each in trail[2:]] == [
        ("drop", "Edda", "a test"),
        ("release", "Edda", "it was found again"),
    ]
    assert json.loads(headquarters.ask("quarantine", "retry")) == {"folded": 0, "apart": {}}


def test_somebody_is_erased_by_her_code_with_whom_she_was_joined_and_the_log_is_proved(
    headquarters: ServerProcess, tmp_path: Path
) -> None:
    laptop = headquarters.enrolled("Milagros Torres", b"1" * 32)
    journal = laptop.another_journal()
    records = [laptop.record(number) for number in (1, 2, 3)]
    codes = [registration_code("GE26", record) for record in records]
    people = [
        laptop.operation(record, fields={**LEAST, "code": code, "email": f"canario{number}@x.pe"})
        for number, (record, code) in enumerate(zip(records, codes, strict=True))
    ]
    journal.save(*people, laptop.operation(records[0], "merge", fields={"into": records[1]}))
    assert laptop.push(journal.batch()).status_code == 200
    told = json.loads(headquarters.ask("erase", codes[1], "--reason", "asked for it in writing", "--by", "Edda"))
    assert told == {"erased": sorted(records[:2])}
    assert headquarters.run("show", codes[0]).returncode != 0
    assert json.loads(headquarters.ask("show", codes[2]))["fields"]["email"] == "canario2@x.pe"
    assert json.loads(headquarters.ask("prove")) == {"broken": []}
    assert headquarters.run("erase", codes[1], "--reason", "again").returncode != 0
    trail = [json.loads(line) for line in headquarters.ask("audit").splitlines()]
    assert trail.pop(0)["act"] == "enrol"
    assert [(each["act"], each["subject"]) for each in trail] == [("erase", name) for name in sorted(records[:2])]
    files = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
    assert b"canario2@" in files
    assert b"canario0@" not in files
    assert b"canario1@" not in files
    [page] = laptop.pages()
    assert page.erased == [(journal.incarnation, 1), (journal.incarnation, 2), (journal.incarnation, 4)]
    told = json.loads(headquarters.ask("erased", records[0]))
    assert told == {"record": records[0], "reached": 0, "laptops": 1, "waiting": [laptop.key.id], "closed": 0}
    assert laptop.ask("GET", f"/v1/records?after={page.cursor}").status_code == 200
    lines = [json.loads(line) for line in headquarters.ask("erased").splitlines()]
    told_of = sorted((each["record"], each["reached"], each["waiting"]) for each in lines)
    assert told_of == [(record, 1, []) for record in sorted(records[:2])]
    assert headquarters.run("erased", records[2]).returncode != 0
