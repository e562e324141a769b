"""A headquarters that serves, and a line to it that can be cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from chasqui_desktop.demo.gate import Gate
from chasqui_desktop.demo.headquarters import Headquarters


@pytest.fixture
def headquarters(tmp_path: Path) -> Iterator[Headquarters]:
    headquarters = Headquarters(tmp_path / "headquarters")
    headquarters.prepare()
    headquarters.start()
    yield headquarters
    headquarters.stop()


@pytest.fixture
def gate(headquarters: Headquarters) -> Iterator[Gate]:
    gate = Gate(("127.0.0.1", headquarters.port))
    gate.up()
    yield gate
    gate.close()
