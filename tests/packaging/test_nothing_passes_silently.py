"""The settings of pytest do what CONTRIBUTING.md promises: each of these quiet failures is a red test."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = ROOT / "pyproject.toml"
QUIET_FAILURES = """
import gc
import threading
import warnings

import pytest
from PySide6.QtCore import qWarning


def test_a_warning():
    warnings.warn("old ways", DeprecationWarning, stacklevel=1)


def test_a_message_of_qt(qapp):
    qWarning("QPainter::begin: not active")


def test_an_exception_that_ends_a_thread():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()


def test_a_file_left_open(tmp_path):
    (tmp_path / "left").open("w")
    gc.collect()


@pytest.mark.xfail
def test_an_unexpected_pass():
    pass


@pytest.mark.unknown
def test_an_unknown_mark():
    pass
"""


def test_each_quiet_failure_fails(tmp_path: Path) -> None:
    part, mark = QUIET_FAILURES.rsplit("\n\n\n", 1)
    (tmp_path / "test_quiet.py").write_text(part, encoding="utf-8")
    (tmp_path / "test_mark.py").write_text(f"import pytest\n\n\n{mark}", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        str(SETTINGS),
        "--rootdir",
        str(tmp_path),
        "-p",
        "no:cacheprovider",
    ]
    ran = subprocess.run(
        [*command, "--continue-on-collection-errors", str(tmp_path)],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert re.search(r"\b5 failed, 1 error\b", ran.stdout), ran.stdout


@pytest.mark.parametrize(
    ("halves", "good"),
    [
        ((0, 0), True),
        ((0, 5), True),
        ((5, 0), True),
        ((5, 5), False),
        ((1, 0), False),
        ((0, 1), False),
        ((5, 1), False),
        ((1, 5), False),
    ],
)
def test_a_torture_in_which_a_half_failed_or_nothing_was_chosen_fails(
    tmp_path: Path, halves: tuple[int, int], good: bool
) -> None:
    runner = tmp_path / "runner"
    runner.write_text(
        '#!/bin/sh\ncase "$*" in *--ignore*) exit "$FIRST" ;; *) exit "$SECOND" ;; esac\n', encoding="utf-8"
    )
    runner.chmod(0o700)
    ran = subprocess.run(
        ["make", "--silent", "torture", f"TORTURE=FIRST={halves[0]} SECOND={halves[1]} {runner}", "PYTHON=true"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode == 0) == good, ran.stderr
