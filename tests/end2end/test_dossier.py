"""A person asks what is kept of her, and takes it along: seen on screen, saved as PDF and JSON by keys alone."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from chasqui_desktop.demo.headquarters import Headquarters
from tests.end2end.laptop_process import LaptopProcess
from tests.end2end.people import people

PHRASE = "mesa volcan cancion puente"


def test_what_is_kept_of_her_is_saved_for_her_whole_and_for_her_alone(
    headquarters: Headquarters, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    laptop = LaptopProcess(tmp_path / "profile", tmp_path)
    invited = headquarters.ask("enrol", "--staff", "Milagros Torres").strip()
    [her] = people(1, seed=5)
    laptop.play(
        [
            {"enrol": {"address": f"http://127.0.0.1:{headquarters.port}", "code": invited, "phrase": PHRASE}},
            {"answer": {"outreach_point": "unicachi"}},
            {"register": her.typed},
            {"press": "F3"},
            {"read": "1 de 1"},
            {"press": "Enter"},
            {"read": "Camino del registro"},
            {"press": "D"},
            {"read": "Entregarle sus datos"},
            {"shoot": str(tmp_path / "rights.png")},
            {"press": "F8"},
            {"read": "Sus datos, para ella"},
            {"press": "2"},
            {"shoot": str(tmp_path / "own.png")},
            {"press": "F8"},
            {"read": "aquí se borran solos en 12 horas"},
            {"shoot": str(tmp_path / "saved.png")},
            {"press": "Esc"},
            {"read": "Derechos de la persona"},
            {"quit": True},
        ]
    )
    code = laptop.hear("saved")["code"]
    laptop.finish()
    [page] = (tmp_path / "home").rglob(f"datos-{code}.pdf")
    assert page.read_bytes().startswith(b"%PDF-")
    written = page.with_suffix(".json")
    assert [stat.S_IMODE(file.stat().st_mode) for file in (page, written)] == [0o600, 0o600]
    document = json.loads(written.read_text(encoding="utf-8"))
    [registration] = document["registrations"]
    assert registration["code"] == code
    assert registration["fields"]["given_names"] == her.typed["given_names"]
    assert [act["action"] for act in registration["history"]] == ["create"]
    assert registration["history_is_whole"]
    assert "Milagros Torres" in document["names"].values()
    assert document["made_at"] == "laptop"
