"""Whose rooms there are: to anybody else a room is not greyed but absent, and no key leads there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from chasqui_desktop.app import Desktop
from chasqui_desktop.settings import Settings

F_KEYS = {
    Qt.Key.Key_F2: "desk",
    Qt.Key.Key_F3: "people",
    Qt.Key.Key_F5: "sending",
    Qt.Key.Key_F7: "dashboard",
    Qt.Key.Key_F10: "review",
}
ROOMS = {
    "promoter": ("desk", {"desk", "people", "sending", "dashboard", "review"}),
    "coordinator": ("desk", {"desk", "people", "sending", "dashboard", "review"}),
    "headquarters": ("dashboard", {"people", "sending", "dashboard", "review"}),
    "auditor": ("dashboard", {"dashboard"}),
}
"""Where each begins, and the rooms that are hers among those that lie open to any laptop."""


@pytest.fixture
def desktop(qapp: QApplication, tmp_path: Path) -> Iterator[Desktop]:
    """The whole program, with nobody at work and nothing over its rooms."""
    made = Desktop(qapp, Settings(tmp_path / "profile"))
    made.frame.show()
    made.frame.activateWindow()
    yield made
    made.end()
    for window in (made.frame, made.enrol, made.unlock, made.new_phrase, made.workplace.key_screen):
        window.close()
        window.deleteLater()
    made.deleteLater()
    QCoreApplication.processEvents()


def entries(desktop: Desktop) -> set[str]:
    rail = desktop.frame._rail
    return {name for name in rail.names() if rail.entry(name).isVisible()} - {"help", "lock"}


@pytest.mark.parametrize("role", ROOMS)
def test_each_role_sees_its_rooms_and_begins_in_its_own(desktop: Desktop, role: str) -> None:
    start, rooms = ROOMS[role]
    desktop.frame.show_role(role)
    desktop.frame.go(desktop.frame.start())
    assert desktop.frame.here() == start
    assert entries(desktop) & set(F_KEYS.values()) == rooms
    assert "referrals" not in entries(desktop)


@pytest.mark.parametrize("role", ROOMS)
def test_no_key_leads_to_a_room_of_others(desktop: Desktop, role: str) -> None:
    start, rooms = ROOMS[role]
    desktop.frame.show_role(role)
    for key, room in F_KEYS.items():
        desktop.frame.go(start)
        QTest.keyClick(desktop.frame, key)
        assert desktop.frame.here() == (room if room in rooms else start)


@pytest.mark.parametrize(("role", "is_theirs"), [(role, role in {"coordinator", "headquarters"}) for role in ROOMS])
def test_referrals_are_there_where_the_key_is_and_only_for_whom_they_are(
    desktop: Desktop, role: str, is_theirs: bool
) -> None:
    frame = desktop.frame
    frame.show_role(role)
    frame.open_room("referrals", is_open=True)
    assert ("referrals" in entries(desktop)) is is_theirs
    QTest.keyClick(frame, Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    assert (frame.here() == "referrals") is is_theirs
    frame.open_room("referrals", is_open=False)
    assert "referrals" not in entries(desktop)
    assert frame.here() != "referrals"
    QTest.keyClick(frame, Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    assert frame.here() != "referrals"


def test_whoever_comes_after_headquarters_is_at_the_desk_again(desktop: Desktop) -> None:
    desktop.frame.show_role("headquarters")
    assert desktop.frame.here() == "dashboard"
    desktop.frame.show_role("promoter")
    desktop.frame.go(desktop.frame.start())
    assert desktop.frame.here() == "desk"


def test_a_role_of_a_newer_headquarters_can_still_register(desktop: Desktop) -> None:
    desktop.frame.show_role("ombudsman")
    assert entries(desktop) >= {"desk", "sending"}


class _Work(QObject):
    """What a session tells of a role."""

    role_told = Signal(str)
    role = "coordinator"


def test_another_role_waits_until_nobody_is_being_registered(desktop: Desktop) -> None:
    session, place = _Work(desktop), desktop.workplace
    place._role_work.begin(session)  # type: ignore[arg-type] # as far as roles go
    desktop.frame.go("desk")
    place.desk.begin_with_name("Rosa")
    assert not place.desk.form.is_empty
    session.role_told.emit("auditor")
    assert (desktop.frame.here(), session.role) == ("desk", "coordinator")
    place.desk.free()
    session.role_told.emit("auditor")
    assert (desktop.frame.here(), session.role) == ("dashboard", "auditor")
    assert entries(desktop) & set(F_KEYS.values()) == {"dashboard"}
