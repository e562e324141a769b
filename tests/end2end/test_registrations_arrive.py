"""People typed into the real window with the line down; two power cuts; every one arrives, once."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import msgspec
import pytest
import sqlalchemy

from chasqui_desktop.copier import second_place
from chasqui_desktop.demo.gate import Gate
from chasqui_desktop.demo.headquarters import Headquarters
from chasqui_desktop.store.store import open_store
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.vault.device_secret import secrets_of
from chasqui_desktop.vault.vault import unlock, users
from chasqui_sync import wire
from chasqui_sync.core.fold import State
from tests.end2end.laptop_process import LaptopProcess
from tests.end2end.people import people
from tests.helpers.canaries import look_for

PHRASE = "mesa volcan cancion puente"
PEOPLE = int(os.environ.get("CHASQUI_PEOPLE", "200"))
"""Whoever works on the proof itself may ask for fewer."""
CUT_AT = PEOPLE // 2
"""After so many savings heard, the next one is cut by SIGKILL."""
CANARIES = 60
"""So many names, documents and phones of people already saved are looked for in every file of the profile."""
SENT_BEFORE_THE_CUT = 1_200
"""Bytes on their way to headquarters when the laptop is killed: in the middle of a batch."""


@pytest.fixture(params=["sqlite", "postgresql"])
def headquarters(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Headquarters]:
    database = request.getfixturevalue("postgres_url") if request.param == "postgresql" else None
    headquarters = Headquarters(tmp_path / "headquarters", database)
    headquarters.prepare()
    headquarters.start()
    yield headquarters
    headquarters.stop()


class CutInTheMiddle:
    """Watches the line; once enough bytes are on their way it holds them until somebody has pulled the plug."""

    def __init__(self) -> None:
        self.armed = False
        self.reached = threading.Event()
        self.done = threading.Event()

    def watch(self, sent: int, returned: int) -> None:
        if self.armed and sent > SENT_BEFORE_THE_CUT and not self.done.is_set():
            self.reached.set()
            self.done.wait(60)


def states_at_headquarters(headquarters: Headquarters) -> dict[str, bytes]:
    url = headquarters.database or f"sqlite:///{headquarters.folder / 'headquarters.db'}"
    engine = sqlalchemy.create_engine(url)
    with engine.connect() as connection:
        rows = connection.execute(sqlalchemy.text("SELECT id, state FROM record WHERE kind = 'entrepreneur'")).all()
    engine.dispose()
    return {row.id: bytes(row.state) for row in rows}


def states_on_the_laptop(profile: Path) -> dict[str, bytes]:
    [card] = users(profile)
    opened = unlock(card.folder, PHRASE, secrets_of(profile))
    store = open_store(opened.register, opened.key, Surroundings(lambda: 0, lambda size: b"0" * size, UTC))
    with store._connection.begin():
        rows = store._connection.execute(
            sqlalchemy.text("SELECT id, state FROM record WHERE kind = 'entrepreneur'")
        ).all()
    store.close()
    return {row.id: bytes(row.state) for row in rows}


def test_people_typed_with_the_line_down_arrive_once_each_through_two_power_cuts(
    headquarters: Headquarters, tmp_path: Path
) -> None:
    made_up = people(PEOPLE, seed=2026)
    cut = CutInTheMiddle()
    gate = Gate(("127.0.0.1", headquarters.port), cut.watch)
    gate.up()
    laptop = LaptopProcess(tmp_path / "profile", tmp_path)
    code = headquarters.ask("enrol", "--staff", "Milagros Torres").strip()
    typing = [{"register": person.typed} for person in made_up]
    laptop.play(
        [
            {"enrol": {"address": f"http://127.0.0.1:{gate.port}", "code": code, "phrase": PHRASE}},
            {"answer": {"outreach_point": "unicachi"}},
            {"hold": "line down"},
            *typing,
        ]
    )
    laptop.hear("hold")
    gate.down()
    laptop.go_on()
    for _ in range(CUT_AT):
        laptop.hear("saved")
    laptop.hear("saving")
    laptop.kill()
    canaries = [text for person in made_up[:CUT_AT] for text in person.typed.values() if len(text) > 7][:CANARIES]
    assert "register.db-wal" in look_for((*canaries, PHRASE), laptop.profile)

    laptop.play([{"unlock": PHRASE}, {"finish_restored": True}, *typing[CUT_AT + 1 :], {"quit": True}])
    for _ in typing[CUT_AT + 1 :]:
        laptop.hear("saved")
    laptop.finish()
    assert states_at_headquarters(headquarters) == {}
    assert len(states_on_the_laptop(laptop.profile)) == PEOPLE

    cut.armed = True
    gate.up()
    laptop.play([{"unlock": PHRASE}, {"await": "sent"}])
    assert cut.reached.wait(60), "the laptop never sent"
    laptop.kill()
    cut.done.set()
    look_for((*canaries, PHRASE), laptop.profile)
    look_for((*canaries, PHRASE), second_place(laptop.profile, None))

    laptop.play([{"unlock": PHRASE}, {"await": "sent"}, {"quit": True}])
    laptop.finish()
    gate.close()

    at_headquarters, on_the_laptop = states_at_headquarters(headquarters), states_on_the_laptop(laptop.profile)
    assert len(at_headquarters) == PEOPLE
    assert at_headquarters == on_the_laptop
    arrived = [wire.decode(state, State).fields for state in at_headquarters.values()]
    for person in made_up:
        assert [fields for fields in arrived if person.expected.items() <= fields.items()], person.expected
    assert len({msgspec.json.encode(fields["code"]) for fields in arrived}) == PEOPLE
