"""Walls that an import contract cannot see: calls that ask the clock, the disk or chance."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "sync" / "chasqui_sync" / "core"
IMPURE = {"now", "utcnow", "today", "open", "print", "input", "read_text", "read_bytes", "write_text", "uuid4"}


def calls(source: str) -> set[str]:
    found = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return {
        function.attr if isinstance(function, ast.Attribute) else function.id
        for function in found
        if isinstance(function, ast.Attribute | ast.Name)
    }


@pytest.mark.parametrize("module", sorted(CORE.rglob("*.py")), ids=lambda module: module.stem)
def test_core_asks_neither_clock_nor_disk_nor_chance(module: Path) -> None:
    assert not calls(module.read_text(encoding="utf-8")) & IMPURE


def test_every_room_of_sync_stands_behind_a_wall() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    walled = {room for contract in contracts if contract["type"] == "forbidden" for room in contract["source_modules"]}
    rooms = {path.stem for path in CORE.parent.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert {f"chasqui_sync.{room}" for room in rooms - {"__init__"}} <= walled
