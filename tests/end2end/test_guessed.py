"""Somebody tried phrases while she was away: the real window tells her once, after the right one."""

from __future__ import annotations

import json
import time
from pathlib import Path

from chasqui_desktop.demo.gate import Gate
from chasqui_desktop.demo.headquarters import Headquarters
from chasqui_desktop.vault.vault import users
from tests.end2end.laptop_process import LaptopProcess

PHRASE = "mesa volcan cancion puente"
QUIT: dict[str, object] = {"quit": True}


def test_she_reads_how_often_and_goes_on_typing(headquarters: Headquarters, gate: Gate, tmp_path: Path) -> None:
    laptop = LaptopProcess(tmp_path / "profile", tmp_path)
    invited = headquarters.ask("enrol", "--staff", "Milagros Torres").strip()
    laptop.play([{"enrol": {"address": f"http://127.0.0.1:{gate.port}", "code": invited, "phrase": PHRASE}}, QUIT])
    laptop.finish()
    [card] = users(laptop.profile)
    yesterday = time.time_ns() // 1_000_000 - 86_400_000
    (card.folder / "guesses.json").write_text(json.dumps({"wrong": 3, "last": yesterday, "first": yesterday}))
    laptop.play(
        [
            {"unlock": PHRASE},
            {"read": "Mientras no estabas hubo 3 intentos fallidos de abrir tu archivo; el último: ayer,"},
            {"await": "first key"},
            {"shoot": str(tmp_path / "guessed.png")},
            QUIT,
        ]
    )
    laptop.finish()
    assert (tmp_path / "guessed.png").stat().st_size > 0
    assert not (card.folder / "guesses.json").exists()
