"""``python -m tests.shots FOLDER``: headquarters, a laptop, somebody at work; a picture of each screen."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import click

from bench.laptop import PROMOTER, Sender, address_of, enrolled, filled
from chasqui_desktop.app import run
from chasqui_desktop.demo.gate import Gate
from chasqui_desktop.demo.headquarters import Headquarters
from tests.shots.script import OTHERS, day
from tests.shots.small import make_small


@click.command()
@click.argument("pictures", type=click.Path(path_type=Path))
def main(pictures: Path) -> None:
    """Draw into PICTURES/<language>-<theme>/<screen>.png."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="chasqui-", ignore_cleanup_errors=True) as folder:
        headquarters = Headquarters(Path(folder) / "headquarters")
        headquarters.prepare()
        headquarters.start()
        gate = Gate(("127.0.0.1", headquarters.port))
        gate.up()
        try:
            _others_register(Path(folder), headquarters)
            code = headquarters.ask("enrol", "--staff", PROMOTER).strip()
            steps = day(pictures, address_of(gate.port), code)
            ended = run(Path(folder) / "profile", steps, _tell_an_end, {"line down": gate.down, "line up": gate.up})
        finally:
            gate.close()
            headquarters.stop()
    for file in sorted(pictures.glob("*/*.png")):
        make_small(file)
    sys.exit(ended)


def _others_register(folder: Path, headquarters: Headquarters) -> None:
    register = filled(enrolled(folder / "other" / "register.db", headquarters), OTHERS)
    with Sender(register, address_of(headquarters.port)) as sender:
        sender.round()


def _tell_an_end(event: dict[str, object]) -> None:
    if event["event"] == "end" and event["code"] != 0:
        sys.stderr.write(f"the day got stuck: {event}\n")


if __name__ == "__main__":
    main()
