"""Whoever works here gets the rooms of her role, also where headquarters gives her another while she works."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from chasqui_desktop.screens.dashboard import DashboardScreen
from chasqui_desktop.screens.frame import Frame
from chasqui_desktop.screens.people_room import PeopleRoom
from chasqui_desktop.session import Session


class RoleWork(QObject):
    """Shows each room what the role may do; another role waits until nobody is being registered."""

    def __init__(
        self, frame: Frame, dashboard: DashboardScreen, people: PeopleRoom, is_free: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._dashboard = dashboard
        self._people = people
        self._is_free = is_free
        self._session: Session | None = None

    def begin(self, session: Session) -> None:
        """Show the rooms of whoever works now."""
        self._session = session
        session.role_told.connect(self._take)
        self._show(session.role)

    def _take(self, role: str) -> None:
        """After each round, until it is shown."""
        if self._session is None or not self._is_free():
            return
        self._session.role = role
        if self._people.currentWidget() is not self._people.people:
            # she whose page it is may be somebody else's now
            self._people.close_page()
        self._show(role)

    def _show(self, role: str) -> None:
        self._frame.show_role(role)
        self._dashboard.show_role(role)
        self._people.show_role(role)
