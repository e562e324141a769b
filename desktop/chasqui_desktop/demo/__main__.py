"""``make demo``: headquarters, an enrolled laptop in a temporary profile, and a line that can be cut."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import click

from chasqui_desktop.app import run
from chasqui_desktop.demo.gate import Gate
from chasqui_desktop.demo.headquarters import Headquarters
from chasqui_desktop.demo.switch import LineSwitch
from chasqui_desktop.demo.tour import first_use, tour

STAFF = "Milagros Torres"


@click.command()
@click.option("--headless", is_flag=True, help="No display: play the tour and print what arrived.")
def main(headless: bool) -> None:
    """Show Chasqui from end to end on this machine alone."""
    has_display = sys.platform in {"win32", "darwin"} or any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))
    is_tour = headless or not has_display
    with tempfile.TemporaryDirectory(prefix="chasqui-", ignore_cleanup_errors=True) as folder:
        headquarters = Headquarters(Path(folder) / "headquarters")
        headquarters.prepare()
        headquarters.start()
        gate = Gate(("127.0.0.1", headquarters.port))
        gate.up()
        try:
            code = _show(headquarters, gate, Path(folder) / "profile", is_tour, Path("build/demo"))
        finally:
            gate.close()
            headquarters.stop()
    sys.exit(code)


def _show(headquarters: Headquarters, gate: Gate, profile: Path, is_tour: bool, pictures: Path) -> int:
    address = f"http://127.0.0.1:{gate.port}"
    one_time = headquarters.ask("enrol", "--staff", STAFF).strip()
    if not is_tour:
        steps = [*first_use(address, one_time), {"stay": True}]
        return run(profile, steps, lambda _: None, beside=lambda: LineSwitch(gate))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    saved: list[str] = []

    def tell(event: dict[str, object]) -> None:
        if event["event"] == "saved":
            saved.append(str(event["code"]))
        sys.stdout.write(_in_words(event))
        sys.stdout.flush()

    code = run(profile, tour(address, one_time, pictures), tell, {"line down": gate.down, "line up": gate.up})
    for registration in saved:
        sys.stdout.write(f"\nAt headquarters, {registration}:\n{headquarters.ask('show', registration)}")
    sys.stdout.write(f"\nPictures in {pictures}\n")
    return code


def _in_words(event: dict[str, object]) -> str:
    told = {
        "saving": "saving with the line down …\n",
        "saved": f"saved on the laptop: {event.get('code')}\n",
        "waiting": "1 registration waits on the laptop\n",
        "sent": "sent: nothing waits any more, every registration has its receipt\n",
        "offline": "the line is down\n",
        "online": "the line is up\n",
    }
    if event["event"] == "end" and event["code"] != 0:
        return f"the tour got stuck: {event}\n"
    return told.get(str(event["event"]), "")


if __name__ == "__main__":
    main()
