"""What `make lint` looks for besides style: a planted secret is found, the tree has none, the lock is what is here."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "packaging" / "setup" / "audit.py"


@pytest.fixture
def audit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("audit", SOURCE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "planted",
    [
        "-----BEGIN " + "PRIVATE KEY-----\n" + "MC4CAQAwBQYDK2VuBCIEI" + "A" * 20,
        "-----BEGIN EC " + "PRIVATE KEY-----\n" + "M" * 30,
        "AKIA" + "IOSFODNN7EXAMPLE",
        "ghp_" + "a1" * 18,
        "xoxb-" + "123456789012",
        "postgresql://chasqui:" + "sesamo-abrete@db.example.org/x",
    ],
)
def test_a_planted_secret_is_found(audit: ModuleType, planted: str) -> None:
    assert len(audit.secrets_in(f"a line before\n{planted}\nand one after")) == 1


def test_the_tree_holds_no_secret_and_what_is_installed_is_what_is_locked(audit: ModuleType) -> None:
    assert len(audit.tracked()) > 300
    assert audit.secrets_in_tree() == []
    assert audit.unlike_the_lock() == []
