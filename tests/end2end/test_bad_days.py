"""What can go wrong on a laptop, in the real window: a sentence each, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy

from chasqui_desktop.demo.headquarters import Headquarters
from chasqui_desktop.store.store import Store, open_store
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.vault.device_secret import secrets_of
from chasqui_desktop.vault.vault import unlock, users
from tests.end2end.laptop_process import LaptopProcess
from tests.end2end.people import people

PHRASE = "mesa volcan cancion puente"
WRONG = "mesa volcan cancion pueblo"
ONE, OTHER = (person.typed for person in people(2, seed=11))


@pytest.fixture
def code_and_address(tmp_path: Path) -> Iterator[dict[str, str]]:
    headquarters = Headquarters(tmp_path / "headquarters")
    headquarters.prepare()
    headquarters.start()
    code = headquarters.ask("enrol", "--staff", "Milagros Torres").strip()
    yield {"address": f"http://127.0.0.1:{headquarters.port}", "code": code, "phrase": PHRASE}
    headquarters.stop()


def at_work(profile: Path, folder: Path, enrol: dict[str, str], *steps: dict[str, Any]) -> LaptopProcess:
    """Enrol a laptop, save one registration, go on with ``steps``."""
    laptop = LaptopProcess(profile, folder)
    laptop.play(
        [{"enrol": enrol}, {"answer": {"outreach_point": "unicachi"}}, {"register": ONE}, *steps, {"quit": True}]
    )
    laptop.hear("saved")
    return laptop


def opened(profile: Path) -> Store:
    [card] = users(profile)
    vault = unlock(card.folder, PHRASE, secrets_of(profile))
    return open_store(vault.register, vault.key, Surroundings(lambda: 0, lambda size: b"0" * size, UTC))


def names_kept(profile: Path) -> int:
    store = opened(profile)
    with store._connection.begin():
        [[count]] = store._connection.execute(
            sqlalchemy.text("SELECT count(*) FROM record WHERE kind = 'entrepreneur'")
        ).all()
    store.close()
    return int(count)


def test_a_wrong_phrase_is_said_and_the_right_one_opens_afterwards(
    code_and_address: dict[str, str], tmp_path: Path
) -> None:
    laptop = at_work(tmp_path / "profile", tmp_path, code_and_address)
    laptop.finish()
    laptop.play(
        [
            {"await": "phrase"},
            {"type": WRONG},
            {"press": "Enter"},
            {"read": "Esa no es la frase. Lo que escribiste sigue aquí."},
            {"type": PHRASE},  # what was typed is marked, so typing takes its place
            {"press": "Enter"},
            {"await": "desk"},
            {"quit": True},
        ]
    )
    laptop.finish()
    assert names_kept(laptop.profile) == 1


def test_a_register_of_a_newer_version_is_said_and_not_a_byte_of_it_changes(
    code_and_address: dict[str, str], tmp_path: Path
) -> None:
    laptop = at_work(tmp_path / "profile", tmp_path, code_and_address)
    laptop.finish()
    store = opened(laptop.profile)
    with store._connection.begin():
        [[version]] = store._connection.execute(sqlalchemy.text("SELECT version_num FROM alembic_version")).all()
        store._connection.execute(sqlalchemy.text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    [register] = laptop.profile.rglob("register.db")
    before = register.read_bytes()
    laptop.play(
        [
            {"await": "phrase"},
            {"type": PHRASE},
            {"press": "Enter"},
            {"read": "una versión más nueva de Chasqui"},
            {"quit": True},
        ]
    )
    laptop.finish()
    assert register.read_bytes() == before
    assert version != "9999"


def test_a_register_that_is_damaged_is_made_again_from_its_copy_and_sent(
    code_and_address: dict[str, str], tmp_path: Path
) -> None:
    laptop = at_work(tmp_path / "profile", tmp_path, code_and_address, {"register": OTHER}, {"read": "0 en riesgo"})
    laptop.hear("saved")
    laptop.finish()
    [register] = laptop.profile.rglob("register.db")
    register.write_bytes(os.urandom(register.stat().st_size))
    laptop.play(
        [
            {"await": "phrase"},
            {"type": PHRASE},
            {"press": "Enter"},
            {"read": "Lo rehicimos de su copia: 2 registros y cambios"},
            {"read": "0 en riesgo"},
            {"shoot": str(tmp_path / "restored.png")},
            {"await": "sent"},
            {"quit": True},
        ]
    )
    laptop.finish()
    assert names_kept(laptop.profile) == 2
    assert [file.name for file in register.parent.glob("*damaged*")] == ["register.db.damaged-1"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB; only root may make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)]
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("no disk can be mounted here; tests/store stands for it with SQLite's own limit")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def fill(disk: Path) -> Path:
    """Leave not a byte free."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            os.fsync(file.fileno())
    return ballast


def test_a_full_disk_is_said_the_form_stays_and_the_same_save_goes_through_once_there_is_room(
    code_and_address: dict[str, str], small_disk: Path, tmp_path: Path
) -> None:
    laptop = at_work(
        small_disk / "profile",
        tmp_path,
        code_and_address,
        {"hold": "full"},
        {"answer": OTHER},
        {"press": "Ctrl Enter"},
        {"read": "No hay espacio para guardar. Lo escrito sigue aquí"},
        {"shoot": str(tmp_path / "full.png")},
        {"hold": "room"},
        {"save": True},
    )
    laptop.hear("hold")
    ballast = fill(small_disk)
    laptop.go_on()
    laptop.hear("hold")
    ballast.unlink()
    laptop.go_on()
    laptop.hear("saved")
    laptop.finish()
    assert names_kept(laptop.profile) == 2
