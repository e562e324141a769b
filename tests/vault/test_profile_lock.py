"""Two processes never hold one profile, and a killed one leaves no lock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from chasqui_desktop.vault.lock import ProfileLock
from chasqui_sync.core.problems import Problem, Trouble

HOLDER = """
import sys
from pathlib import Path
from chasqui_desktop.vault.lock import ProfileLock
lock = ProfileLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def holder(profile: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(profile)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_held_profile_is_refused_until_its_process_is_killed(tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        with pytest.raises(Trouble) as caught:
            ProfileLock(tmp_path)
        assert caught.value.problem is Problem.PROFILE_IN_USE
        process.kill()
        process.wait()
    with ProfileLock(tmp_path):
        pass


def test_a_released_profile_can_be_held_again(tmp_path: Path) -> None:
    ProfileLock(tmp_path / "new").release()
    with ProfileLock(tmp_path / "new"), pytest.raises(Trouble):
        ProfileLock(tmp_path / "new")


def test_a_profile_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Trouble) as caught:
        ProfileLock(tmp_path / "file" / "profile")
    assert caught.value.problem is Problem.PROFILE_UNWRITABLE
