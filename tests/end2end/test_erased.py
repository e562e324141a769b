"""A person asks to be erased: her coordinator does it by keys, and sees on which laptops nothing is left of her."""

from __future__ import annotations

from pathlib import Path

from chasqui_desktop.demo.headquarters import Headquarters
from tests.end2end.laptop_process import LaptopProcess
from tests.end2end.people import people

PHRASE = "mesa volcan cancion puente"


def test_what_a_coordinator_erases_is_gone_and_the_laptop_that_has_not_heard_is_named(
    headquarters: Headquarters, tmp_path: Path
) -> None:
    [her] = people(1, seed=5)
    address = f"http://127.0.0.1:{headquarters.port}"

    def at(profile: str, staff: str) -> tuple[LaptopProcess, dict[str, object]]:
        (tmp_path / profile).mkdir()
        code = headquarters.ask("enrol", "--staff", staff).strip()
        laptop = LaptopProcess(tmp_path / profile / "profile", tmp_path / profile)
        return laptop, {"enrol": {"address": address, "code": code, "phrase": PHRASE}}

    milagros, enrolling = at("milagros", "Milagros Torres")
    milagros.play(
        [
            enrolling,
            {"answer": {"outreach_point": "unicachi"}},
            {"register": her.typed},
            {"press": "F3"},
            {"read": "1 de 1"},
            {"press": "Enter"},
            {"read": "Recibo "},
            {"quit": True},
        ]
    )
    milagros.finish()
    patricia, enrolling = at("patricia", "Patricia Vega")
    patricia.play(
        [
            enrolling,
            {"press": "F3"},
            {"read": "1 de 1"},
            {"press": "Enter"},
            {"read": "Camino del registro"},
            {"press": "D"},
            {"read": "Borrar todo lo suyo"},
            {"press": "6"},
            {"read": "nadie puede deshacerlo"},
            {"shoot": str(tmp_path / "asked.png")},
            {"press": "Enter"},
            {"read": "Aquí ya no queda nada de ella"},
            # it is sent before headquarters is asked again
            {"read": "Falta el equipo de Milagros Torres"},
            {"press": "Esc"},
            {"read": "Aún no hay registros"},
            {"press": "Alt B"},
            {"read": "Falta el equipo de Milagros Torres"},
            {"shoot": str(tmp_path / "waiting.png")},
            {"quit": True},
        ]
    )
    patricia.finish()
    milagros.play(
        [{"unlock": PHRASE}, {"await": "sent"}, {"press": "F3"}, {"read": "Aún no hay registros"}, {"quit": True}]
    )
    milagros.finish()
    milagros.play([{"unlock": PHRASE}, {"await": "online"}, {"quit": True}])
    milagros.finish()
    patricia.play(
        [
            {"unlock": PHRASE},
            {"press": "F3"},
            {"press": "Alt B"},
            {"read": "Borrada en los 2 equipos"},
            {"shoot": str(tmp_path / "done.png")},
            {"quit": True},
        ]
    )
    patricia.finish()
