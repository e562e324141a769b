"""Habits of CONTRIBUTING.md that no linter knows: sizes, names, reasons beside exceptions."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = [ROOT / name for name in ("desktop", "sync", "resources")]
OURS = [path for room in (*ROOMS, ROOT / "tests", ROOT / "bench", ROOT / "packaging") for path in room.rglob("*.py")]
SHIPPED = [path for room in ROOMS for path in room.rglob("*.py")]
LONGEST_FILE = 400
LONGEST_FUNCTION = 70
EMPTY_NAMES = re.compile(r"(?:^|_)(?:manager|helper|util|common|misc|data|info)s?(?:_|$)")
EXCEPTION = re.compile(
    r"#\s*(?:noqa|type:\s*ignore|nosec|pragma)\b(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|\[[\w, -]*\])?(.*)"
)


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def length(function: ast.FunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_files_and_functions_stay_readable() -> None:
    too_long = []
    for path in OURS:
        source = path.read_text(encoding="utf-8")
        if (lines := len(source.splitlines())) > LONGEST_FILE:
            too_long.append(f"{short(path)}: {lines} lines")
        functions = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef))
        too_long += [f"{short(path)}: {node.name}" for node in functions if length(node) > LONGEST_FUNCTION]
    assert too_long == []


def test_names_say_what_a_thing_is() -> None:
    empty = []
    for path in SHIPPED:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = [path.stem, *(snake(node.name) for node in ast.walk(tree) if isinstance(node, ast.ClassDef))]
        empty += [f"{short(path)}: {name}" for name in names if EMPTY_NAMES.search(name)]
    assert empty == []


def test_every_exception_to_a_rule_has_its_reason_beside_it() -> None:
    bare = []
    for path in OURS:
        above = ""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            found = EXCEPTION.search(line)
            if found and len(found.group(1).split()) < 2 and not above.startswith("#") and path != Path(__file__):
                bare.append(f"{short(path)}:{number} {found.group(0)}")
            above = line.strip()
    assert bare == []


def test_the_tree_holds_no_link_and_nothing_the_machine_made() -> None:
    listed = subprocess.run(["git", "ls-files", "--stage"], cwd=ROOT, capture_output=True, text=True, check=True)
    entries = [line.split(maxsplit=3) for line in listed.stdout.splitlines()]
    links = [path for mode, _, _, path in entries if mode == "120000"]
    made = [path for *_, path in entries if path.split("/")[0] in {".venv", "build", "dist", ".demo"}]
    assert (links, made) == ([], [])


def test_migrations_are_one_chain_numbered_by_its_order() -> None:
    for folder in (
        ROOT / "desktop" / "chasqui_desktop" / "store" / "migrations" / "versions",
        ROOT / "sync" / "chasqui_sync" / "server" / "migrations" / "versions",
    ):
        numbers = sorted(path.name[:4] for path in folder.glob("[0-9]*.py"))
        assert numbers == [f"{at:04}" for at in range(1, len(numbers) + 1)], short(folder)
