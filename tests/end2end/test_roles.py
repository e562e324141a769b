"""The office gives a coordinator another role: her window follows while she works, and her card at the door."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chasqui_desktop.demo.headquarters import Headquarters
from chasqui_desktop.demo.tour import NOTICE, PERSON, WHERE
from chasqui_desktop.vault.vault import users
from tests.end2end.person import Person

PHRASE = "nube piedra camino flauta"
ERASED = "borradas"


def enrolling(headquarters: Headquarters, staff: str) -> dict[str, dict[str, str]]:
    code = headquarters.ask("enrol", "--staff", staff).strip()
    return {"enrol": {"address": f"http://127.0.0.1:{headquarters.port}", "code": code, "phrase": PHRASE}}


def registered(headquarters: Headquarters) -> int:
    count: int = json.loads(headquarters.ask("status"))["records"].get("entrepreneur", 0)
    return count


def given(headquarters: Headquarters) -> None:
    headquarters.ask("users", "change", "Patricia Vega", "--role", "promoter")


def test_who_coordinates_no_more_sees_nobody_elses_people_and_may_erase_nobody(
    headquarters: Headquarters, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    milagros = Person(qapp, tmp_path / "milagros")
    milagros.play(
        [
            enrolling(headquarters, "Milagros Torres"),
            {"answer": WHERE},
            {"answer": NOTICE},
            {"answer": PERSON},
            {"save": True},
        ]
    )
    qtbot.waitUntil(lambda: registered(headquarters) == 1, timeout=30_000)
    milagros.end()
    patricia = Person(qapp, tmp_path / "patricia")
    people = patricia.desktop.workplace.people_room.people
    patricia.play([enrolling(headquarters, "Patricia Vega"), {"press": "F3"}, {"read": "1 de 1"}, {"read": ERASED}])
    patricia.play(
        [
            {"act": "elsewhere"},
            {"press": "F5"},
            {"press": "F5"},
            {"press": "F3"},
            {"read": "Aún no hay registros"},
            {"read": "Todas 0"},
            {"read": "0 de 0"},
            {"shoot": str(tmp_path / "promoter.png")},
            {"press": "F12"},
            {"read": "Coordinación"},
            {"unlock": PHRASE},
            {"press": "F3"},
            {"read": "Aún no hay registros"},
        ],
        lambda: given(headquarters),
    )
    assert not people._erased_key.isVisible()
    assert patricia.desktop.workplace.session is not None
    assert patricia.desktop.workplace.session.role == "promoter"
    assert [card.role for card in users(tmp_path / "patricia")] == ["promoter"]
    patricia.end()
