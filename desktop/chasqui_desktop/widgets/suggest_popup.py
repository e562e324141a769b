"""The list under a field that suggests: at most six rows, drawn by us, never taking the focus."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_box, draw_text, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.words import Words

ROWS = 6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One row: the value kept, its name, what tells it from its namesakes, and a remark at the right."""

    value: object
    text: str
    second: str = ""
    note: Words = ""


def folded(text: str) -> str:
    """Without accents and capitals, letter for letter, so places in it are places in ``text``."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower() for letter in text)


def matched(text: str, typed: str) -> list[tuple[str, bool]]:
    """``text`` cut into parts, True where a word of ``typed`` begins one of its words."""
    plain = folded(text)
    marked = [False] * len(text)
    for token in folded(typed).split():
        at = plain.find(token)
        while at >= 0:
            if at == 0 or not plain[at - 1].isalnum():
                marked[at : at + len(token)] = [True] * len(token)
                break
            at = plain.find(token, at + 1)
    parts: list[tuple[str, bool]] = []
    for letter, bold in zip(text, marked, strict=True):
        if parts and parts[-1][1] == bold:
            parts[-1] = (parts[-1][0] + letter, bold)
        else:
            parts.append((letter, bold))
    return parts


class SuggestPopup(Dressed, QWidget):
    """Rows of suggestions; the highlighted one is what Enter takes. A child of the window, above its other children."""

    picked = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._rows: tuple[Suggestion, ...] = ()
        self._typed = ""
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.hide()
        self.put_on()

    def offer(self, rows: Sequence[Suggestion], typed: str, below: QWidget) -> None:
        """Show up to six rows under the widget ``below``; nothing is shown when there is none."""
        self._rows, self._typed, self._at = tuple(rows[:ROWS]), typed, 0
        if not self._rows:
            self.hide()
            return
        self._place(below)
        self.show()
        self.raise_()
        self.update()

    def highlighted(self) -> Suggestion | None:
        return self._rows[self._at] if self._rows and self.isVisible() else None

    def move_highlight(self, step: int) -> None:
        self._at = (self._at + step) % len(self._rows)
        self.update()

    def _place(self, below: QWidget) -> None:
        theme = look()
        window = self._window
        needs = max(self._row_width(row) for row in self._rows) + theme.px(48)
        width = min(max(below.width(), needs), window.width() - theme.px(16))
        height = len(self._rows) * theme.px(36) + theme.px(14)
        corner = below.mapTo(window, QPoint(0, below.height() + theme.px(7)))
        if corner.y() + height > window.height():
            above = below.mapTo(window, QPoint(0, 0)).y() - theme.px(7) - height
            corner.setY(above if above >= 0 else window.height() - height)
        corner.setX(max(0, min(corner.x(), window.width() - width)))
        self.setGeometry(corner.x(), corner.y(), width, height)

    def _row_width(self, row: Suggestion) -> int:
        name = text_width(row.text, sized_font(15, "title"))
        return name + text_width(row.second, sized_font(14)) + text_width(str(row.note), sized_font(14)) + look().px(30)

    def _row_at(self, y: float) -> int | None:
        theme = look()
        at = int((y - theme.px(7)) // theme.px(36))
        return at if 0 <= at < len(self._rows) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._row_at(event.position().y())
        if at is not None and at != self._at:
            self._at = at
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._row_at(event.position().y())
        if at is not None:
            self.picked.emit(self._rows[at])

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        with QPainter(self) as painter:
            draw_box(painter, QRectF(self.rect()), theme.tokens.surface, theme.tokens.primary, 10, 2)
            height, inset = theme.px(36), theme.px(7)
            for at, row in enumerate(self._rows):
                box = QRectF(inset, inset + at * height, self.width() - 2 * inset, height)
                self._paint_row(painter, box, row, at == self._at)

    def _paint_row(self, painter: QPainter, box: QRectF, row: Suggestion, here: bool) -> None:
        theme = look()
        t = theme.tokens
        ink, second = (t.on_primary, t.on_primary) if here else (t.text, t.text2)
        if here:
            draw_box(painter, box, t.primary, None, 5)
        left = box.left() + theme.px(13)
        for part, bold in matched(row.text, self._typed):
            face = sized_font(15, "title" if bold else "normal")
            draw_text(painter, QRectF(left, box.top(), box.width(), box.height()), part, face, ink)
            left += text_width(part, face)
        left += theme.px(9)
        face = sized_font(14)
        draw_text(painter, QRectF(left, box.top(), box.width(), box.height()), row.second, face, second)
        aside = box.adjusted(0, 0, -theme.px(13), 0)
        draw_text(painter, aside, str(row.note), face, second, Qt.AlignmentFlag.AlignRight)
