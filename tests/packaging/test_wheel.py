"""The wheel is built and looked into: what lies in the tree must travel."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = {
    "chasqui_desktop": ROOT / "desktop",
    "chasqui_sync": ROOT / "sync",
    "chasqui_resources": ROOT / "resources",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


def tracked(package: str, folder: Path) -> set[str]:
    listed = subprocess.run(["git", "ls-files", "--", package], cwd=folder, capture_output=True, text=True, check=True)
    return {line for line in listed.stdout.splitlines() if (folder / line).is_file()}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_file_of_a_package_travels_in_the_wheel(wheel: Path, package: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    assert tracked(package, PACKAGES[package]) <= carried
    assert f"{package}/py.typed" in carried


def test_the_packages_work_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    ask = "import chasqui_resources.districts as found; print(found.__file__, len(found.districts()))"
    # The folder comes before the editable install, and no folder of the tree is the working one.
    answer = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {ask}"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    place, districts = answer.stdout.rsplit(maxsplit=1)
    assert place.startswith(str(tmp_path))
    assert int(districts) == 1891
