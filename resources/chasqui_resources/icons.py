"""Drawings by name: Phosphor's icons, the Chasqui mark and the program's own icon."""

from __future__ import annotations

from functools import cache
from importlib.resources.abc import Traversable

from chasqui_resources.carried import carried


@cache
def _drawings() -> dict[str, Traversable]:
    found = [*carried("icons").iterdir(), *carried("mark").iterdir()]
    svgs = sorted((file for file in found if file.name.endswith(".svg")), key=lambda f: f.name)
    return {file.name.removesuffix(".svg"): file for file in svgs}


def icon_names() -> tuple[str, ...]:
    """Every name that can be asked for; -fill and -bold are part of a Phosphor name."""
    return tuple(_drawings())


@cache
def icon_svg(name: str) -> bytes:
    """The square SVG of one drawing; KeyError for a wrong name.

    Phosphor's are drawn in currentColor, which Qt's renderer takes as black: paint the
    wanted colour over the shape. Two have colours of their own: "chasqui", the mark for
    dark grounds (white stair, yellow diamond), and "chasqui-icon", the same on its dark
    rounded square.
    """
    return _drawings()[name].read_bytes()


@cache
def program_icon_png() -> bytes:
    """The program's icon as a PNG of 256 × 256 pixels."""
    return carried("mark", "chasqui-icon-256.png").read_bytes()


@cache
def program_icon_ico() -> bytes:
    """The program's icon as Windows wants it: 16, 32, 48 and 256 pixels."""
    return carried("mark", "chasqui-icon.ico").read_bytes()
