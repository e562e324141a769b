"""Walls that an import contract cannot see: calls that ask the clock, the disk or chance."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

CORE = Path(__file__).resolve().parents[2] / "sync" / "chasqui_sync" / "core"
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
