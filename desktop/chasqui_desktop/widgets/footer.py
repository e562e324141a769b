"""The footer: what the keys do at the left, the actions at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import KeyCap, Label
from chasqui_desktop.words import Words


class KeyHint(Dressed, QWidget):
    """A key cap and what the key does."""

    def __init__(self, key: str, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(KeyCap(key))
        row.addWidget(Label(words, "hint", "second"))
        self.put_on()


class Footer(Dressed, QFrame):
    """64 px; key hints first, actions last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "foot")
        self._row = QHBoxLayout(self)
        self.hints = QHBoxLayout()
        self._actions = QHBoxLayout()
        self._row.addLayout(self.hints)
        self._row.addStretch(1)
        self._row.addLayout(self._actions)
        self.put_on()

    def add_hint(self, key: str, words: Words) -> KeyHint:
        hint = KeyHint(key, words)
        self.hints.addWidget(hint)
        return hint

    def add_action(self, widget: QWidget) -> None:
        self._actions.addWidget(widget)

    def dress(self) -> None:
        theme = look()
        px = theme.px
        self.setFixedHeight(px(56 if theme.compact else 64))
        self._row.setContentsMargins(px(16), 0, px(16), 0)
        self.hints.setSpacing(px(12))
        self._actions.setSpacing(px(10))
