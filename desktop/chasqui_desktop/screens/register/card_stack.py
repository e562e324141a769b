"""The cards on top of each other, in a frame that scrolls only where large type leaves no other way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.field import Field


class _Pages(QStackedWidget):
    """As large as the card in front wants, whatever the others do."""

    def front(self) -> QWidget:
        """The card shown; there is always one."""
        card = self.currentWidget()
        assert card is not None
        return card

    def sizeHint(self) -> QSize:
        return self.front().sizeHint()

    def heightForWidth(self, width: int) -> int:
        # The layout would answer for the highest of all cards.
        return self.front().heightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.front().minimumSizeHint().height())


class CardStack(QScrollArea):
    """Shows one card; keeps the field in use in sight when the card is higher than the window."""

    def __init__(self, *cards: QWidget) -> None:
        super().__init__()
        self._pages = _Pages()
        for card in cards:
            self._pages.addWidget(card)
        self.setWidget(self._pages)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def current(self) -> QWidget:
        """The card in front."""
        return self._pages.front()

    def show_card(self, card: QWidget) -> None:
        """Bring a card to the front."""
        self._pages.setCurrentWidget(card)
        self._pages.updateGeometry()

    def give_way(self, foot: int) -> None:
        """Leave so many px free under the cards; the field in use stays in sight."""
        self.setViewportMargins(0, 0, 0, foot)
        self._follow(None, QApplication.focusWidget())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare_the_bar()
        if self.viewportMargins().bottom():
            self._follow(None, QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._pages and event.type() == QEvent.Type.LayoutRequest:
            self._spare_the_bar()
        return super().eventFilter(watched, event)

    def _spare_the_bar(self) -> None:
        """No bar where the card fits without it: one that is there makes chips wrap, and the card too high for good."""
        card = self._pages.front()
        width, height = self.width(), self.height() - self.viewportMargins().bottom()
        needed = card.heightForWidth(width) if card.hasHeightForWidth() else card.minimumSizeHint().height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if needed <= height else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._pages.isAncestorOf(new):
            return
        self.ensureWidgetVisible(new, 0, look().px(40))
        field = _field_of(new)
        if field is not None and field.height() < self.viewport().height():
            # with what it is called, which the second line of its chips would leave above
            self.ensureWidgetVisible(field, 0, look().px(6))


def _field_of(control: QWidget) -> Field | None:
    part: QWidget | None = control
    while part is not None and not isinstance(part, Field):
        part = part.parentWidget()
    return part
