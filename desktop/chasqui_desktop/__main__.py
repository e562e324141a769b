"""The command ``chasqui``: the laptop's window."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from chasqui_desktop.app import run
from chasqui_desktop.settings import default_profile


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
