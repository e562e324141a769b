"""What is told in confidence: sealed at one laptop, opened at another by the key, known to be received at the first.

Two real programs with their windows, one after the other, and the real headquarters between them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chasqui_desktop.demo.headquarters import Headquarters
from chasqui_desktop.demo.tour import NOTICE, PERSON, WHERE
from chasqui_desktop.play import Steps
from chasqui_desktop.store.store import open_store
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.vault.device_secret import secrets_of
from chasqui_desktop.vault.vault import unlock, users
from tests.end2end.person import Person

PHRASE = "nube piedra camino flauta"
NOTE = "CANARIA AZUL duerme en el terminal"
SUPPORT = {
    "support_shelter": "s",
    "support_food": "n",
    "support_health": "n",
    "support_protection": "s",
    "support_pregnancy": "n",
    "support_minors": "n",
    "accepts_referral": "s",
    "referral_note": NOTE,
}

WHERE_SHE_IS: Steps = [{"press": "F3"}, {"type": "rondon"}, {"press": "Enter"}]


@pytest.fixture
def at_work(qapp: QApplication) -> Callable[[Path], AbstractContextManager[Person]]:
    @contextmanager
    def working(profile: Path) -> Iterator[Person]:
        person = Person(qapp, profile)
        yield person
        person.end()

    return working


def enrolling(headquarters: Headquarters, staff: str) -> dict[str, dict[str, str]]:
    code = headquarters.ask("enrol", "--staff", staff).strip()
    return {"enrol": {"address": f"http://127.0.0.1:{headquarters.port}", "code": code, "phrase": PHRASE}}


def operations(headquarters: Headquarters) -> int:
    count: int = json.loads(headquarters.ask("status"))["operations"]
    return count


def held_in_clear(profile: Path) -> list[bytes]:
    """Give everything the register of a laptop holds, its encryption taken off."""
    [card] = users(profile)
    opened = unlock(card.folder, PHRASE, secrets_of(profile))
    store = open_store(opened.register, opened.key, Surroundings(lambda: 0, lambda size: b"0" * size, UTC))
    driver = store._connection.connection.driver_connection
    assert driver is not None
    tables = [name for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = []
    for table in ("journal", "record", "draft", "option"):
        assert table in tables
        for row in driver.execute(f"SELECT * FROM {table}"):
            found += [value if isinstance(value, bytes) else str(value).encode() for value in row]
    driver.rollback()
    store.close()
    return found


def seal_at(milagros: Person, headquarters: Headquarters) -> None:
    """Register somebody who tells something in confidence, and send it."""
    milagros.play(
        [
            enrolling(headquarters, "Milagros Torres"),
            {"answer": WHERE},
            {"answer": NOTICE},
            {"answer": PERSON},
            {"press": "Ctrl 4"},
            {"answer": SUPPORT},
            {"save": True},
            {"await": "sent"},
            *WHERE_SHE_IS,
            {"read": "sellada y enviada"},
        ]
    )
    assert not milagros.desktop.frame.has("referrals")


def bring_key(patricia: Person, headquarters: Headquarters) -> None:
    """The focal point's laptop is enrolled, and the key is brought in."""
    patricia.play([enrolling(headquarters, "Patricia Vega"), {"press": "F3"}, {"read": "1 de 1"}])
    assert not patricia.desktop.frame.has("referrals")
    [key] = headquarters.folder.glob("protection-key-*.private.pem")
    patricia.play(
        [
            {"act": "bring the key"},
            {"type": str(key)},
            {"press": "Enter"},
            {"press": "Enter"},
            {"read": "La llave ya está en tu archivo"},
            {"press": "Enter"},
            {"read": "1 por recibir"},
        ]
    )
    assert NOTE not in patricia.read()


def receive(patricia: Person, picture: Path) -> None:
    """Open it, say that it was received, lock, and find it received after unlocking."""
    patricia.play(
        [
            {"press": "Enter"},
            {"read": NOTE},
            {"read": "Acepta que llames"},
            {"shoot": str(picture)},
            {"press": "R"},
            {"read": "Recibida · hoy"},
            {"press": "F12"},
            {"await": "phrase"},
        ]
    )
    assert NOTE not in patricia.read()
    patricia.play([{"unlock": PHRASE}, {"press": "Alt 8"}, {"read": "Ninguna por recibir"}])


def test_a_referral_is_opened_by_the_focal_point_alone_and_the_promoter_hears_that_it_was_received(
    headquarters: Headquarters,
    tmp_path: Path,
    qtbot: QtBot,
    at_work: Callable[[Path], AbstractContextManager[Person]],
    say: Callable[[str], None],
) -> None:
    promoter, focal = tmp_path / "promoter", tmp_path / "focal"
    with at_work(promoter) as milagros:
        seal_at(milagros, headquarters)
    sealed_here = held_in_clear(promoter)
    assert any(b"support" in each for each in sealed_here)
    read_back = sum(NOTE.encode() in each for each in sealed_here)
    with at_work(focal) as patricia:
        bring_key(patricia, headquarters)
        before = operations(headquarters)
        receive(patricia, tmp_path / "referral.png")
        qtbot.waitUntil(lambda: operations(headquarters) > before + 1, timeout=60_000)
    assert sum(NOTE.encode() in each for each in held_in_clear(focal)) == 0
    with at_work(promoter) as milagros:
        milagros.play([{"unlock": PHRASE}, *WHERE_SHE_IS, {"read": "recibida · hoy"}])
        assert NOTE not in milagros.read()
    say(f"referral: sealed 1, read back where sealed {read_back}, opened by the key 1, known to be received 1")
    assert read_back == 0
