"""A forgotten phrase loses nothing: the real window, the real command at headquarters, a telephone between."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import UTC
from pathlib import Path

import sqlalchemy

from chasqui_desktop.demo.gate import Gate
from chasqui_desktop.demo.headquarters import Headquarters
from chasqui_desktop.store.store import open_store
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.vault.device_secret import secrets_of
from chasqui_desktop.vault.vault import asking_code, unlock, users
from tests.end2end.laptop_process import LaptopProcess
from tests.end2end.people import people

FORGOTTEN = "mesa volcan cancion puente"
NEW = "nube piedra camino flauta"
UNSENT = 50


def answer_of(headquarters: Headquarters, code: str) -> str:
    """Call the office until the laptop has been in contact: what it leaves there goes after its first round."""
    until = time.monotonic() + 60
    while True:
        try:
            return headquarters.ask("recover", code).splitlines()[0]
        except RuntimeError:
            if time.monotonic() > until:
                raise


def registered(profile: Path, phrase: str) -> int:
    [card] = users(profile)
    opened = unlock(card.folder, phrase, secrets_of(profile))
    store = open_store(opened.register, opened.key, Surroundings(lambda: 0, lambda size: b"0" * size, UTC))
    with store._connection.begin():
        [[count]] = store._connection.execute(
            sqlalchemy.text("SELECT count(*) FROM record WHERE kind = 'entrepreneur'")
        ).all()
    store.close()
    return int(count)


def test_of_fifty_registrations_that_waited_behind_a_forgotten_phrase_all_are_recovered(
    headquarters: Headquarters, gate: Gate, tmp_path: Path, say: Callable[[str], None]
) -> None:
    laptop = LaptopProcess(tmp_path / "profile", tmp_path)
    invited = headquarters.ask("enrol", "--staff", "Milagros Torres").strip()
    typing = [{"register": person.typed} for person in people(UNSENT, seed=50)]
    laptop.play(
        [
            {"enrol": {"address": f"http://127.0.0.1:{gate.port}", "code": invited, "phrase": FORGOTTEN}},
            {"answer": {"outreach_point": "unicachi"}},
            {"hold": "line down"},
            *typing,
            {"quit": True},
        ]
    )
    laptop.hear("hold")
    [card] = users(laptop.profile)
    code = asking_code(card.folder)
    first_answer = answer_of(headquarters, code)
    gate.down()
    laptop.go_on()
    laptop.finish()

    laptop.play(
        [
            {"await": "phrase"},
            {"press": "Ctrl O"},
            {"read": code},
            {"shoot": str(tmp_path / "code.png")},
            {"renew": {"answer": first_answer, "phrase": NEW}},
            {"await": "desk"},
            {"read": "50"},
            {"quit": True},
        ]
    )
    laptop.finish()
    assert registered(laptop.profile, NEW) == UNSENT

    gate.up()
    laptop.play([{"unlock": NEW}, {"await": "sent"}, {"quit": True}])
    laptop.finish()
    arrived = json.loads(headquarters.ask("status"))["records"]["entrepreneur"]
    say(f"forgotten phrase: {UNSENT} waited, {registered(laptop.profile, NEW)} recovered, {arrived} arrived")
    assert arrived == UNSENT
