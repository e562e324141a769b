"""The built program, without Python and in an empty home: it enrols, saves, and finds again what it saved."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC
from pathlib import Path

import pytest

from chasqui_desktop.book import PeopleFilter
from chasqui_desktop.demo.headquarters import Headquarters
from chasqui_desktop.store.store import open_store
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.vault.device_secret import secrets_of
from chasqui_desktop.vault.vault import unlock, users
from tests.end2end.laptop_process import LaptopProcess
from tests.end2end.people import people

ROOT = Path(__file__).resolve().parents[2]
PHRASE = "mesa volcan cancion puente"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build as `make bundle` does, away from everybody else's build folder."""
    folder = tmp_path_factory.mktemp("bundle")
    spec = str(ROOT / "packaging" / "desktop.spec")
    built = subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--distpath", folder, "--workpath", folder / "work", spec],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )
    assert built.returncode == 0, built.stderr[-4000:]
    return folder / "chasqui" / "chasqui"


def test_the_built_program_enrols_saves_a_registration_and_unlocks_it_again(program: Path, tmp_path: Path) -> None:
    headquarters = Headquarters(tmp_path / "headquarters")
    headquarters.prepare()
    headquarters.start()
    code = headquarters.ask("enrol", "--staff", "Milagros Torres").strip()
    laptop = LaptopProcess(tmp_path / "profile", tmp_path, [str(program)])
    [person] = people(1, seed=7)
    enrol = {"enrol": {"address": f"http://127.0.0.1:{headquarters.port}", "code": code, "phrase": PHRASE}}
    laptop.play([enrol, {"answer": {"outreach_point": "unicachi"}}, {"register": person.typed}, {"quit": True}])
    saved = laptop.hear("saved")["code"]
    laptop.finish()
    headquarters.stop()

    laptop.play([{"unlock": PHRASE}, {"press": "F3"}, {"shoot": str(tmp_path / "people.png")}, {"quit": True}])
    laptop.finish()
    assert (tmp_path / "people.png").stat().st_size > 10_000
    [card] = users(laptop.profile)
    opened = unlock(card.folder, PHRASE, secrets_of(laptop.profile))
    store = open_store(opened.register, opened.key, Surroundings(lambda: 0, lambda size: b"0" * size, UTC))
    [found] = store.book.people("", PeopleFilter.ALL, 0, 10).rows
    store.close()
    assert found.code == saved


def test_the_bundle_carries_resources_migrations_and_licences_and_nothing_of_headquarters(program: Path) -> None:
    inside = {file.relative_to(program.parent).as_posix() for file in program.parent.rglob("*") if file.is_file()}
    for wanted in ("store/migrations/versions/0001_register.py", "licences/chasqui/LICENSE", "words/chasqui_en.qm"):
        assert any(file.endswith(wanted) for file in inside), wanted
    assert not [file for file in inside if "uvicorn" in file or "psycopg" in file or "QtCharts" in file]
