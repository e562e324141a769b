"""The search field and the list under it: ↓ goes into the list, / comes back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from chasqui_desktop.widgets.rows import RowTable
from chasqui_desktop.widgets.text_fields import TextField
from chasqui_desktop.words import say

PLACEHOLDER = say("People", "Nombre, celular, código o documento")


class SearchField(TextField):
    """A line of text; ``down`` asks to go into the list."""

    down = Signal()

    def __init__(self) -> None:
        super().__init__(PLACEHOLDER, "magnifying-glass")

    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(str(PLACEHOLDER))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.down.emit()
            return
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            # a field would write the letter; with Alt it is the room's
            event.ignore()
            return
        super().keyPressEvent(event)


class PeopleTable(RowTable):
    """The list; a view of Qt's would take "/", "e", "d" or "r" for the beginning of a name."""

    search_asked = Signal()
    form_asked = Signal()
    rights_asked = Signal()
    review_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "/":
            self.search_asked.emit()
            return
        if event.key() == Qt.Key.Key_E and not event.modifiers():
            self.form_asked.emit()
            return
        if event.key() == Qt.Key.Key_D and not event.modifiers():
            self.rights_asked.emit()
            return
        if event.key() == Qt.Key.Key_R and not event.modifiers():
            self.review_asked.emit()
            return
        super().keyPressEvent(event)
