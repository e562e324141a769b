"""A room whose reading may be closed: then a sentence stands in its place, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from chasqui_desktop.book import Reading
from chasqui_desktop.widgets.cards import Banner
from chasqui_desktop.words import Words, say

SENTENCES: dict[Reading, tuple[Words, Words]] = {
    Reading.LEASE_ENDED: (
        say("Closed", "Lectura cerrada: 30 días sin contacto"),
        say("Closed", "Puedes registrar y enviar; para leer la lista, conéctate o trae un USB de tu oficina."),
    ),
    Reading.REVOKED: (
        say("Closed", "Tu oficina cerró este equipo"),
        say(
            "Closed",
            "Lo que registras se guarda y se envía; después este equipo se vacía solo. Llama para saber más.",
        ),
    ),
}  # fmt: skip - two reasons, two sentences each


class ClosedRoom(QStackedWidget):
    """Shows its room, or why it is closed."""

    def __init__(self, room: QWidget) -> None:
        super().__init__()
        self._notice = Banner("warn")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(self._notice)
        column.addStretch(1)
        self.addWidget(room)
        self.addWidget(page)
        self._page = page

    @property
    def is_closed(self) -> bool:
        """Whether the reason stands in the room's place."""
        return self.currentWidget() is self._page

    def show_reading(self, reading: Reading) -> None:
        """What may be read now."""
        if reading is Reading.OPEN:
            self.setCurrentIndex(0)
            return
        title, more = SENTENCES[reading]
        self._notice.show_state("warn", "lock-key", title, more)
        self.setCurrentWidget(self._page)
        self._page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page.setAccessibleName(f"{title}. {more}")
