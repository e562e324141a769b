"""The two-toned ring around whatever has the focus: one overlay per window, outside the control."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.rows import RowTable

REACH = 6
"""How far the ring stands out, of the drawings."""


class FocusRing(QWidget):
    """Follows the focus in ``window``. A container with the property ``ringed`` is ringed instead of its parts.

    In a list it is around the row the keys move, inside its edges: its neighbours stay whole.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def target(self) -> QWidget | None:
        """What the ring is around now."""
        return self._watched[0] if self._watched else None

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isinstance(widget, RowTable) and isValid(widget):
                widget.row_moved.disconnect(self._place)
            # At the end of a window Qt tells of a last change of focus, when parts are gone already.
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        if new is None or new.window() is not self._window or new is self._window:
            self.hide()
            return
        each: QWidget | None = _ringed(new)
        while each is not None and each is not self._window:
            self._watched.append(each)
            each.installEventFilter(self)
            if isinstance(each, RowTable):
                each.row_moved.connect(self._place)
            each = each.parentWidget()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange)
        if event.type() in moved:
            self._place()
        return False

    def _place(self) -> None:
        target = self.target()
        if target is None or not target.isVisible():
            self.hide()
            return
        reach = look().px(REACH)
        # around a page that ends with the window the ring stands inside it, or it would not be seen
        room = self._window.rect().adjusted(reach, reach, -reach, -reach)
        row = target.row_in_focus() if isinstance(target, RowTable) else None
        part = target.rect() if row is None else row.adjusted(reach, reach, -reach, -reach)
        box = QRect(target.mapTo(self._window, part.topLeft()), part.size()) & room
        shown = box.adjusted(-reach, -reach, reach, reach) & _seen_part(target, self._window, reach)
        self.setGeometry(shown)
        self._box = box.translated(-shown.topLeft())
        self.setVisible(not shown.isEmpty())
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            factor = theme.scale / 100
            for distance, width, colour in ((2.0, 3.0, theme.tokens.ring_in), (4.2, 1.4, theme.tokens.ring_out)):
                away = distance * factor
                painter.setPen(QPen(QColor(colour), width * factor))
                rounded = theme.px(8) + away
                painter.drawRoundedRect(QRectF(self._box).adjusted(-away, -away, away, away), rounded, rounded)


def _ringed(widget: QWidget) -> QWidget:
    each: QWidget | None = widget
    while each is not None:
        if each.property("ringed"):
            return each
        each = each.parentWidget()
    return widget


def _seen_part(target: QWidget, window: QWidget, reach: int) -> QRect:
    """The part of the window where the ring may show: not outside a scrolled area."""
    seen = window.rect()
    each = target.parentWidget()
    while each is not None and each is not window:
        if isinstance(each.parentWidget(), QScrollArea):
            view = QRect(each.mapTo(window, QPoint(0, 0)), each.size())
            seen &= view.adjusted(-reach, 0, reach, 0)
        each = each.parentWidget()
    return seen
