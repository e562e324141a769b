"""The command ``chasqui``: the laptop's window."""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path

import click

gc.disable()  # while the program is read and built nothing becomes rubbish: a tenth of the start; see app.run

from chasqui_desktop.app import run  # noqa: E402 - what is read here is what the line above is for
from chasqui_desktop.settings import default_profile  # noqa: E402 - as above


@click.command()
@click.version_option(package_name="chasqui-field")
@click.option(
    "--profile", type=click.Path(path_type=Path), default=default_profile, help="Folder of this laptop's data."
)
@click.option("--play", type=click.Path(path_type=Path, exists=True), help="Type what a script says (see play.py).")
def main(profile: Path, play: Path | None) -> None:
    """Register entrepreneurs, with or without a line."""
    steps = json.loads(play.read_text(encoding="utf-8")) if play is not None else None
    sys.exit(run(profile, steps))


if __name__ == "__main__":
    main()
