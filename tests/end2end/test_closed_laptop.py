"""The office closes a laptop: the real window, the real command, fifty registrations that still wait on it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from chasqui_desktop.copier import second_place
from chasqui_desktop.demo.gate import Gate
from chasqui_desktop.demo.headquarters import Headquarters
from chasqui_desktop.vault.vault import users
from tests.end2end.laptop_process import LaptopProcess
from tests.end2end.people import people

PHRASE = "mesa volcan cancion puente"
UNSENT = 50


def test_what_waits_arrives_apart_and_then_nothing_is_left_on_the_laptop(
    headquarters: Headquarters, gate: Gate, tmp_path: Path, say: Callable[[str], None]
) -> None:
    laptop = LaptopProcess(tmp_path / "profile", tmp_path)
    invited = headquarters.ask("enrol", "--staff", "Milagros Torres").strip()
    typing = [{"register": person.typed} for person in people(UNSENT, seed=51)]
    laptop.play(
        [
            {"enrol": {"address": f"http://127.0.0.1:{gate.port}", "code": invited, "phrase": PHRASE}},
            {"answer": {"outreach_point": "unicachi"}},
            {"hold": "line down"},
            *typing,
            {"hold": "revoked"},
            {"press": "F5"},
            {"press": "F5"},
            {"read": "Tu oficina cerró este equipo. Todo lo registrado llegó a la sede y aquí ya no queda nada."},
            {"shoot": str(tmp_path / "wiped.png")},
            {"quit": True},
        ]
    )
    laptop.hear("hold")
    gate.down()
    laptop.go_on()
    laptop.hear("hold")
    [device] = [json.loads(line)["name"] for line in headquarters.ask("devices").splitlines()]
    headquarters.ask("revoke", device)
    gate.up()
    laptop.go_on()
    laptop.finish()
    told = json.loads(headquarters.ask("status"))
    left = [path for path in (tmp_path / "profile" / "users").rglob("*") if path.is_file()]
    left += list(second_place(laptop.profile, None).glob("*"))
    left += list((tmp_path / "profile-llave").glob("*"))
    say(f"closed laptop: {UNSENT} unsent, {told['quarantine']} in quarantine, {len(left)} files left")
    assert sum(told["quarantine"].values()) == UNSENT
    assert "entrepreneur" not in told["records"]
    assert (left, users(laptop.profile)) == ([], [])
