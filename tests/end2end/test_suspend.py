"""The lid closes over an open register: logind waits until the key is gone, and what was typed is still there."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from chasqui_desktop.demo.gate import Gate
from chasqui_desktop.demo.headquarters import Headquarters
from tests.end2end.laptop_process import LaptopProcess
from tests.helpers.logind import Bus

PHRASE = "mesa volcan cancion puente"


@pytest.mark.skipif(sys.platform != "linux", reason="logind is Linux's: see tests/gui/test_leaving.py")
def test_the_register_is_closed_before_the_laptop_sleeps(
    headquarters: Headquarters, gate: Gate, logind_bus: Bus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", logind_bus.address)
    laptop = LaptopProcess(tmp_path / "profile", tmp_path)
    invited = headquarters.ask("enrol", "--staff", "Milagros Torres").strip()
    laptop.play(
        [
            {"enrol": {"address": f"http://127.0.0.1:{gate.port}", "code": invited, "phrase": PHRASE}},
            {"answer": {"outreach_point": "unicachi"}},
            {"hold": "open"},
            {"await": "phrase"},
            {"hold": "locked"},
            {"unlock": PHRASE},
            {"hold": "open again"},
            {"quit": True},
        ]
    )
    laptop.hear("hold")
    assert logind_bus.held() == 1
    logind_bus.say("sleep")
    laptop.go_on()
    laptop.hear("hold")
    until(lambda: logind_bus.held() == 0)
    laptop.go_on()
    laptop.hear("hold")
    assert logind_bus.held() == 1
    laptop.go_on()
    laptop.finish()


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)
