"""One line under the top bar for what somebody should know and need not answer: over no field, no box in the way."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.announce import announce
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.words import Words, say

READ = say("Notice", "Entendido")


class NoticeStrip(Dressed, QWidget):
    """Shows one notice at a time, each under a name of its own, until it was read or is true no more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices: dict[str, tuple[str, Words]] = {}
        self._mark = IconMark("", "warn_text", 20)
        self._sentence = Label("", "label").wrapped()
        self._read = Button(READ, "quiet")
        self._read.clicked.connect(self._next)
        card = Card("warn", margins=(14, 4, 8, 4), gap=0)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._read)
        card.column.addLayout(row)
        self._around = QHBoxLayout(self)
        self._around.addWidget(card)
        self.hide()
        self.put_on()

    def dress(self) -> None:
        px = look().px
        self._around.setContentsMargins(px(16), px(8), px(16), 0)
        self._read.set_height(30)

    def tell(self, name: str, icon: str, words: Words) -> None:
        """Show a notice, or say it anew; the focus stays where it is."""
        self._notices[name] = (icon, words)
        self._show()

    def take_back(self, name: str) -> None:
        """It is not so any more."""
        if self._notices.pop(name, None) is not None:
            self._show()

    def clear(self) -> None:
        """Somebody else works now."""
        self._notices.clear()
        self._show()

    def said(self) -> str:
        """The notice on screen, empty where there is none."""
        return self._sentence.text() if self._notices else ""

    def _next(self) -> None:
        del self._notices[next(iter(self._notices))]
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._notices))
        if not self._notices:
            return
        icon, words = next(iter(self._notices.values()))
        if self._sentence.text() != str(words):
            announce(self, str(words))
        self._mark.show_icon(icon)
        self._sentence.say(words)
