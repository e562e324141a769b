"""What the locks promise: the same releases everywhere, and no word about where a machine gets them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def releases(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", lock.read_text(encoding="utf-8"), re.MULTILINE))


def test_there_is_a_lock_for_developers_laptops_and_servers() -> None:
    assert [lock.stem for lock in LOCKS] == ["desktop", "dev", "server"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_names_no_address_and_no_path(lock: Path) -> None:
    assert not re.search(r"/|file:|^-", lock.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_release_has_hashes(lock: Path) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", lock.read_text(encoding="utf-8").strip())
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize("shipped", ["desktop.txt", "server.txt"])
def test_what_is_shipped_is_what_was_tested(shipped: str) -> None:
    tested = releases(ROOT / "requirements" / "dev.txt")
    chosen = releases(ROOT / "requirements" / shipped)
    assert chosen == {name: tested[name] for name in chosen}


def test_a_server_carries_no_window() -> None:
    assert "pyside6-essentials" not in releases(ROOT / "requirements" / "server.txt")


def test_the_release_of_pyside6_that_aborts_is_not_locked() -> None:
    assert releases(ROOT / "requirements" / "dev.txt")["pyside6-essentials"] != "6.12.0"
