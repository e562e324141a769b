"""Chosen once at Cierre, everybody saved after has her slip as a PDF, and it is said where."""

from __future__ import annotations

from pathlib import Path

import pytest

from chasqui_desktop.demo.headquarters import Headquarters
from tests.end2end.laptop_process import LaptopProcess
from tests.end2end.people import people


def test_each_person_saved_after_the_choice_has_her_slip_without_another_key(
    headquarters: Headquarters, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    laptop = LaptopProcess(tmp_path / "profile", tmp_path)
    invited = headquarters.ask("enrol", "--staff", "Milagros Torres").strip()
    first, second = people(2, seed=5)
    phrase = "mesa volcan cancion puente"
    laptop.play(
        [
            {"enrol": {"address": f"http://127.0.0.1:{headquarters.port}", "code": invited, "phrase": phrase}},
            {"answer": {"outreach_point": "unicachi"}},
            {"press": "Ctrl 4"},
            {"press": "Alt I"},
            {"type": "2"},
            {"press": "Ctrl 1"},
            {"register": first.typed},
            {"read": "Guardado como PDF en"},
            {"register": second.typed},
            {"read": "Guardado como PDF en"},
            {"quit": True},
        ]
    )
    codes = {laptop.hear("saved")["code"] for _ in range(2)}
    laptop.finish()
    slips = list((tmp_path / "home").rglob("comprobante-*.pdf"))
    assert {slip.stem.removeprefix("comprobante-") for slip in slips} == codes
