"""Words in large, each in its numbered box: a phrase to learn, a fingerprint to read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_box, draw_text, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.flow import FlowLayout


class WordBox(Dressed, QWidget):
    """One word in large, with its place."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self._at, self.word = at, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.put_on()

    def show_word(self, word: str) -> None:
        self.word = word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = look().px
        return QSize(max(px(168), text_width(self.word, sized_font(20, "strong")) + px(52)), px(48))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        t, px = theme.tokens, theme.px
        painter = QPainter(self)
        box = QRectF(self.rect())
        draw_box(painter, box, t.inset, t.ctl if t.outlined else t.border, 10, t.edge)
        draw_text(painter, box.adjusted(px(16), 0, 0, 0), str(self._at), sized_font(13, "strong"), t.text2)
        draw_text(painter, box.adjusted(px(36), 0, 0, 0), self.word, sized_font(20, "strong"), t.text)
        painter.end()


class WordBoxes(QWidget):
    """As many boxes as there are words; they break into lines where the window is narrow."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._boxes = [WordBox(at) for at in range(1, count + 1)]
        flow = FlowLayout(self, gap=10)
        for box in self._boxes:
            flow.addWidget(box)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, words: Sequence[str]) -> None:
        """Put these words in the boxes. Raises ValueError on more or fewer words than boxes."""
        for box, word in zip(self._boxes, words, strict=True):
            box.show_word(word)

    def shown(self) -> str:
        """The words on screen, with spaces between."""
        return " ".join(box.word for box in self._boxes)
