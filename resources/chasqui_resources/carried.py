"""The one place that reaches the files carried inside this package."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

ROOT = files("chasqui_resources")


def carried(*path: str) -> Traversable:
    """The file or folder at that path inside the package."""
    return ROOT.joinpath(*path)


def carried_text(*path: str) -> str:
    """The UTF-8 text of a file. Raises FileNotFoundError."""
    return carried(*path).read_text(encoding="utf-8")


def carried_rows(*path: str) -> list[list[str]]:
    """The cells of a tab-separated table, without its heading line and # comments."""
    lines = [line for line in carried_text(*path).splitlines() if line and line[0] != "#"]
    return [line.split("\t") for line in lines[1:]]
