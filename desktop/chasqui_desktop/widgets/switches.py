"""Switches of the header: segments (ES | EN), and theirs for the language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_box, draw_text, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.words import Words, say

LANGUAGE = say("Widgets", "Idioma")


class Segments(Dressed, QWidget):
    """Two to four choices in one frame, one of them in force; arrows or a click change it.

    ``chosen`` carries the value after a person's act.
    """

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[object, Words]], name: Words, *, parent: QWidget | None = None) -> None:
        """``choices`` are value and words; ``name`` says what is chosen here."""
        super().__init__(parent)
        self._choices, self._name, self._at = tuple(choices), name, 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.put_on()

    def value(self) -> object:
        return self._choices[self._at][0]

    def set_choices(self, choices: Sequence[tuple[object, Words]]) -> None:
        """Offer others; the first is in force until `set_value`."""
        self._choices, self._at = tuple(choices), 0
        self.retranslate()
        self.updateGeometry()
        self.update()

    def set_value(self, value: object) -> None:
        """Show ``value`` in force without saying so. Raises StopIteration for one not offered."""
        self._at = next(at for at, (each, _words) in enumerate(self._choices) if each == value)
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._choices[self._at][1]}")

    def _widths(self) -> list[int]:
        face = sized_font(13, "strong")
        return [max(look().px(36), text_width(str(words), face) + look().px(18)) for _value, words in self._choices]

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + look().px(5), look().px(36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _go(self, at: int) -> None:
        if at != self._at and 0 <= at < len(self._choices):
            self.set_value(self._choices[at][0])
            self.chosen.emit(self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go(self._at + (1 if event.key() == Qt.Key.Key_Right else -1))
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go((self._at + 1) % len(self._choices))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = 0
        for at, width in enumerate(self._widths()):
            left += width
            if event.position().x() <= left:
                self._go(at)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        t, px = theme.tokens, theme.px
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            draw_box(painter, box, t.inset, t.ctl, 8, t.edge)
            left: float = px(2.5)
            for at, (width, (_value, words)) in enumerate(zip(self._widths(), self._choices, strict=True)):
                cell = QRectF(left, px(3), width, box.height() - 2 * px(3))
                if at == self._at:
                    draw_box(painter, cell, t.primary, None, 6)
                ink = t.on_primary if at == self._at else t.text
                draw_text(painter, cell, str(words), sized_font(13, "strong"), ink, Qt.AlignmentFlag.AlignHCenter)
                left += width


class LanguageSwitch(Segments):
    """ES | EN; ``chosen`` carries the code of the language wanted, the application changes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((("es", "ES"), ("en", "EN")), LANGUAGE, parent=parent)
