"""The cards of a registration as tabs: which is done, which is open, which comes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_box, draw_icon, draw_text, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.words import Phrase, Words, say

SPOKEN = say("Widgets", "Paso {at} de {whole}, {name}, completo no")
SPOKEN_DONE = say("Widgets", "Paso {at} de {whole}, {name}, completo sí")


class Step(Dressed, QPushButton):
    """One tab of the stepper."""

    def __init__(self, at: int, whole: int, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._at, self._whole, self._words = at, whole, words
        self.here, self.done = False, False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.put_on()

    def show_state(self, here: bool, done: bool) -> None:
        if (here, done) == (self.here, self.done):
            return
        self.here, self.done = here, done
        self.retranslate()
        self.update()

    def spoken(self) -> Phrase:
        said = SPOKEN_DONE if self.done else SPOKEN
        return said.fill(at=self._at, whole=self._whole, name=self._words)

    def retranslate(self) -> None:
        self.setAccessibleName(str(self.spoken()))

    def sizeHint(self) -> QSize:
        theme = look()
        width = text_width(str(self._words), sized_font(15, "strong"))
        return QSize(width + theme.px(15 + 18 + 16 + 8 * self.done), theme.px(40))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        t, px = theme.tokens, theme.px
        box = QRectF(self.rect())
        with QPainter(self) as painter:
            line = t.primary if self.here else (t.ok if self.done else t.border)
            if self.here:
                draw_box(painter, box, t.soft, t.primary if t.outlined else None, 8)
                painter.fillRect(QRectF(0, box.height() - px(8), box.width(), px(8)), QColor(t.soft))
            painter.fillRect(QRectF(0, box.height() - px(3), box.width(), px(3)), QColor(line))
            left: float = px(15 if self.done and not self.here else 14)
            if self.done and not self.here:
                draw_icon(painter, left, box.height() / 2 - 1, theme.pixmap("check-circle-fill", t.ok, 18))
                left += px(27)
            else:
                ink = t.primary if self.here else t.text2
                face = sized_font(15, "title")
                draw_text(painter, box.adjusted(left, 0, 0, -2), str(self._at), face, ink)
                left += px(18)
            face = sized_font(15, "strong" if self.here else "control")
            ink = t.soft_text if self.here else (t.text if self.done else t.text2)
            draw_text(painter, box.adjusted(left, 0, 0, -2), str(self._words), face, ink)


class Stepper(Dressed, QWidget):
    """Tabs 1 Aviso · 2 Persona…; ``asked`` carries the place (from 0) of a tab a person clicked."""

    asked = Signal(int)

    def __init__(self, names: Sequence[Words], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._here = 0
        self._done: set[int] = set()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._steps = [Step(at + 1, len(names), words, self) for at, words in enumerate(names)]
        for at, step in enumerate(self._steps):
            step.clicked.connect(lambda _on=False, at=at: self.asked.emit(at))
            self._row.addWidget(step)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.put_on()
        self.go(0)

    def go(self, at: int) -> None:
        """Open tab ``at`` (from 0)."""
        self._here = at
        self._show()

    def set_done(self, at: int, done: bool) -> None:
        """Tick tab ``at``, or take the tick away."""
        (self._done.add if done else self._done.discard)(at)
        self._show()

    @property
    def here(self) -> int:
        return self._here

    def done(self) -> frozenset[int]:
        return frozenset(self._done)

    def _show(self) -> None:
        for at, step in enumerate(self._steps):
            step.show_state(at == self._here, at in self._done)
        self.setAccessibleName(str(self._steps[self._here].spoken()))

    def retranslate(self) -> None:
        self.setAccessibleName(str(self._steps[self._here].spoken()))
