"""The shipped dictionaries: never changed, never taken away, made by the project's own script."""

from __future__ import annotations

import hashlib
import runpy
from pathlib import Path

from chasqui_resources.dictionaries import dictionaries

MAKER = Path(__file__).resolve().parents[2] / "resources" / "make" / "dictionary.py"
SHIPPED = {40001: "5dca6e608ce3f9d72bfa8cf0ac07a822a4f69afe226ac50e1809ce56e5a88187"}
"""SHA-256 by number: batches in headquarters' log need these bytes for good."""


def test_every_dictionary_ever_shipped_is_there_unchanged() -> None:
    assert {number: hashlib.sha256(content).hexdigest() for number, content in dictionaries().items()} == SHIPPED


def test_the_script_makes_the_newest_one_again() -> None:
    made = runpy.run_path(str(MAKER))
    assert made["trained"]() == dictionaries()[made["ID"]]
