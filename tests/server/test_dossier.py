"""What headquarters keeps of a person is handed over whole: every record of hers, each act, who opened her page."""

from __future__ import annotations

import json
import stat
from pathlib import Path

from tests.helpers.server import ServerProcess
from tests.helpers.storage import person as made_up

SECRET = "c2VhbGVk"


def test_every_record_act_and_view_of_hers_is_in_it_and_nobody_elses(server: ServerProcess, tmp_path: Path) -> None:
    milagros = server.enrolled("Milagros Torres", b"1" * 32)
    patricia = server.enrolled("Patricia Vega", b"2" * 32)
    first, twin = sorted(milagros.record(number) for number in (1, 2))
    other = milagros.record(3)
    hers = {**made_up(1, milagros.certificate.user), "given_names": "Yusmary Ñañez"}
    sealed = {"support": {"key": "k1", "sealed": SECRET}, "notes": [{"text": "llamar tarde", "user": "x", "at": 0}]}
    journal = milagros.journal
    journal.save(
        milagros.operation(first, fields={**hers, **sealed}),
        milagros.operation(twin, fields={**hers, "code": "GE26-0000-2"}),
        milagros.operation(other, fields=made_up(3, milagros.certificate.user)),
        milagros.operation(first, "set", fields={"email": "y@example.org"}),
        milagros.operation(twin, "merge", fields={"into": first}),
    )
    assert milagros.push(journal.batch()).status_code == 200
    patricia.journal.save(
        patricia.operation(patricia.record(9), kind="view", fields={"of": first, "why": "page"}),
    )
    assert patricia.push(patricia.journal.batch()).status_code == 200
    out = tmp_path / "hers.json"
    told = json.loads(server.ask("person", twin, "--out", str(out), "--reason", "she asked", "--by", "Ana"))
    assert told["records"] == [first, twin]
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    text = out.read_text(encoding="utf-8")
    document = json.loads(text)
    assert document["format"] == "chasqui-dossier/1"
    assert [each["record"] for each in document["registrations"]] == [first, twin]
    [one, _] = document["registrations"]
    assert one["fields"]["given_names"] == "Yusmary Ñañez"
    assert one["fields"]["support"] == {"sealed": True}
    assert [(act["action"], act["by"]) for act in one["history"]] == [
        ("create", milagros.certificate.user),
        ("set", milagros.certificate.user),
    ]
    assert one["history_is_whole"]
    assert [(each["by"], each["why"]) for each in document["seen_by"]] == [(patricia.certificate.user, "page")]
    assert document["names"][milagros.certificate.user] == "Milagros Torres"
    assert SECRET not in text
    assert other not in text
    trail = [json.loads(line) for line in server.ask("audit").splitlines()]
    assert [(each["person"], each["subject"], each["reason"]) for each in trail if each["act"] == "access"] == [
        ("Ana", first, "she asked"),
        ("Ana", twin, "she asked"),
    ]


def test_nothing_is_written_over_and_what_was_not_handed_over_is_not_in_the_trail(
    server: ServerProcess, tmp_path: Path
) -> None:
    milagros = server.enrolled("Milagros Torres", b"1" * 32)
    record = milagros.record(1)
    milagros.journal.save(milagros.operation(record, fields=made_up(1, milagros.certificate.user)))
    assert milagros.push(milagros.journal.batch()).status_code == 200
    there = tmp_path / "there.json"
    there.write_text("mine", encoding="utf-8")
    refused = server.run("person", record, "--out", str(there), "--reason", "she asked")
    assert refused.returncode == 1
    assert "Not written" in refused.stderr
    assert there.read_text(encoding="utf-8") == "mine"
    nobody = server.run("person", "GE26-XXXX-X", "--out", str(tmp_path / "no.json"), "--reason", "she asked")
    assert "Nobody with that code" in nobody.stderr
    assert '"access"' not in server.ask("audit")
