"""The licences of everything a bundle carries, as files to lie beside the program."""

from __future__ import annotations

import re
import sysconfig
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
_TEXTS = re.compile(r"(?i)(?:^|/)(?:licen[cs]e|copying|notice|authors)[^/]*$")


def licence_files() -> list[tuple[str, str]]:
    """Give (file, folder in the bundle) for this program, Python, and each release locked for the laptop."""
    found = [
        (str(ROOT / "LICENSE"), "licences/chasqui"),
        (str(Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"), "licences/python"),
        *((str(text), "licences") for text in sorted((ROOT / "packaging" / "licences").iterdir())),
    ]
    for name in _carried():
        carried = distribution(name)
        texts = [file for file in carried.files or () if ".dist-info" in str(file) and _TEXTS.search(str(file))]
        found += [(str(file.locate()), f"licences/{name}") for file in texts]
    return [(file, folder) for file, folder in found if Path(file).is_file()]


def _carried() -> list[str]:
    lock = (ROOT / "requirements" / "desktop.txt").read_text(encoding="utf-8")
    locked = map(Requirement, re.findall(r"^([a-z0-9-]+==[^\\\n]+)", lock, re.MULTILINE))
    return [each.name for each in locked if each.marker is None or each.marker.evaluate()]
