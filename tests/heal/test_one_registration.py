"""What one new registration costs both sides in questions to their databases, whatever lies there already."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event

from chasqui_sync.server.storage import Storage
from tests.helpers.field import Traveller

_AT_HEADQUARTERS = {"postgresql": 8, "sqlite": 10}
"""PostgreSQL writes log, journal and order in one."""
_TRANSACTIONS = 4
_ON_THE_LAPTOP = 11


def _counted(asked: Connection | Engine) -> list[str]:
    """Give a list that fills with the statements asked from now on."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, text: str, *_: Any) -> None:
        statements.append(text)

    event.listen(asked, "before_cursor_execute", note)
    return statements


def test_it_is_sent_receipted_and_back_in_few_statements(
    office: Storage, tmp_path: Path, travels: Callable[[Traveller], Traveller]
) -> None:
    promoter = travels(Traveller.enrolled(office, tmp_path))
    promoter.register(*(f"Ana {number}" for number in range(30)))
    promoter.drain()
    promoter.register("Berta")
    engine = office.database._engine
    here, there = _counted(promoter.laptop.store._connection), _counted(engine)
    progress = promoter._engine.round(lambda _: None, lambda: False)
    begun = [text for text in here if text.startswith("BEGIN")]
    asked = [text for text in there if not text.startswith("BEGIN")]
    assert progress.sent == 1
    assert len(begun) <= _TRANSACTIONS, begun
    assert len(here) - len(begun) <= _ON_THE_LAPTOP, here
    assert len(asked) <= _AT_HEADQUARTERS[engine.name], asked
    promoter.settled()
