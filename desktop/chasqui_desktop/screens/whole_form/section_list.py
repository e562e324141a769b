"""The sections at the left: what each is called, how much of it is answered, which one is open."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from chasqui_desktop.screens.form_sections import SECTIONS, Progress, Section
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_box, draw_icon, draw_text, sized_font
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.words import say

OF = say("WholeForm", "{n} de {m}")
SPOKEN = say("WholeForm", "{section}, {progress}")


class SectionEntry(Dressed, QPushButton):
    """One section; checked while it is open."""

    def __init__(self, section: Section, parent: QWidget) -> None:
        super().__init__(parent)
        self._section = section
        self._progress = Progress(0, 1)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.put_on()

    def show_progress(self, progress: Progress) -> None:
        """How much of it is answered."""
        self._progress = progress
        self.retranslate()
        self.update()

    def words(self) -> str:
        """Its progress as it is written."""
        return str(OF.fill(n=self._progress.answered, m=self._progress.asked))

    def dress(self) -> None:
        self.setFixedHeight(look().px(52))

    def retranslate(self) -> None:
        self.setAccessibleName(str(SPOKEN.fill(section=self._section.words, progress=self.words())))

    def sizeHint(self) -> QSize:
        return QSize(look().px(286), look().px(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        t, px, here = theme.tokens, theme.px, self.isChecked()
        whole = self._progress.answered == self._progress.asked
        icon, colour = ("check-circle-fill", t.ok) if whole else ("circle-half", t.text3)
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            if here:
                draw_box(painter, box, t.soft, None, 0)
                painter.fillRect(QRectF(0, 0, px(4), box.height()), t.primary)
            draw_icon(painter, px(14), box.height() / 2, theme.pixmap(icon, colour, 18))
            name = sized_font(15, "strong" if here else "control")
            room = QRectF(px(42), 0, box.width() - px(58), box.height())
            draw_text(painter, room, str(self._section.words), name, t.text, Qt.AlignmentFlag.AlignVCenter)
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            draw_text(painter, room, self.words(), sized_font(15, "normal"), t.text2, right)


class SectionList(QWidget):
    """All sections; ``asked`` carries the place of the one wanted."""

    asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.entries = [SectionEntry(section, self) for section in SECTIONS]
        for at, entry in enumerate(self.entries):
            column.addWidget(entry)
            entry.clicked.connect(lambda _on=False, at=at: self.asked.emit(at))

    def show_here(self, at: int) -> None:
        """Mark the open one."""
        self.entries[at].setChecked(True)
