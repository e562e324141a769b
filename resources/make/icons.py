"""Takes the icons named in icons.txt out of the npm package @phosphor-icons/core (MIT).

    python resources/make/icons.py UNPACKED_PACKAGE_FOLDER

Run by hand when a screen needs a new icon: add its name to icons.txt first.
A name ending in -fill or -bold is that weight; every other one is regular.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "chasqui_resources"


def source_of(name: str, phosphor: Path) -> Path:
    """The drawing of one name in the unpacked package."""
    weight = name.rpartition("-")[2]
    folder = weight if weight in {"fill", "bold"} else "regular"
    return phosphor / "assets" / folder / f"{name}.svg"


def main(phosphor: Path) -> None:
    """Replace the icons of the package by exactly those named in icons.txt."""
    target = PACKAGE / "icons"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for name in (HERE / "icons.txt").read_text(encoding="utf-8").split():
        drawing = source_of(name, phosphor).read_text(encoding="utf-8").strip()
        (target / f"{name}.svg").write_text(drawing + "\n", encoding="utf-8")
    licence = (phosphor / "LICENSE").read_text(encoding="utf-8")
    (PACKAGE / "licences" / "phosphor-MIT.txt").write_text(licence, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
