"""The people of this laptop as cards, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_box, draw_text, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.flow import FlowLayout
from chasqui_desktop.widgets.labels import draw_avatar
from chasqui_desktop.words import Words, say

ROLES: dict[str, Words] = {
    "promoter": say("Unlock", "Promotoría"),
    "coordinator": say("Unlock", "Coordinación"),
    "headquarters": say("Unlock", "Sede"),
    "auditor": say("Unlock", "Auditoría"),
}


class UserChoice(Protocol):
    """What the vault tells about a user before anything is opened: nothing but a short name."""

    @property
    def user(self) -> str: ...
    @property
    def short_name(self) -> str: ...
    @property
    def initials(self) -> str: ...
    @property
    def role(self) -> str: ...


class UserButton(Dressed, QPushButton):
    """One person's card: initials, short name, role."""

    def __init__(self, choice: UserChoice, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.put_on()

    def role(self) -> Words:
        return ROLES.get(self.choice.role, self.choice.role)

    def retranslate(self) -> None:
        self.setAccessibleName(f"{self.choice.short_name}, {self.role()}")

    def sizeHint(self) -> QSize:
        px = look().px
        name = text_width(self.choice.short_name, sized_font(15.5, "strong"))
        return QSize(max(px(284), name + px(90)), px(66))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The arrows are the group's; Enter is the screen's.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        t, px, chosen = theme.tokens, theme.px, self.isChecked()
        painter = QPainter(self)
        box = QRectF(self.rect())
        edge = t.primary if chosen else (t.ctl if self.underMouse() else t.border)
        draw_box(painter, box, t.soft if chosen else t.surface, edge, 10, 2 if chosen else t.edge)
        draw_avatar(painter, QRectF(px(15), px(13), px(40), px(40)), self.choice.initials, strong=chosen)
        words = box.adjusted(px(66), px(11), -px(8), 0)
        words.setHeight(px(22))
        draw_text(painter, words, self.choice.short_name, sized_font(15.5, "strong"), t.text)
        draw_text(painter, words.translated(0, px(22)), str(self.role()), sized_font(13.5), t.text2)
        painter.end()


class Users(Dressed, QWidget):
    """The people of this laptop; one is chosen, ← and → move the choice."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[UserButton] = []
        self._flow = FlowLayout(self, gap=10)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.put_on()

    def show_users(self, choices: Sequence[UserChoice], first: str | None) -> None:
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [UserButton(choice, self) for choice in choices]
        for button in self._buttons:
            self._flow.addWidget(button)
            button.clicked.connect(lambda _on=False, user=button.choice.user: self.choose(user))
            button.setVisible(True)
        known = [choice.user for choice in choices]
        if known:
            self.choose(first if first in known else known[0])

    def user(self) -> str | None:
        """The user chosen, or None where there are none."""
        return next((button.choice.user for button in self._buttons if button.isChecked()), None)

    def choose(self, user: str) -> None:
        changed = self.user() != user
        for button in self._buttons:
            button.setChecked(button.choice.user == user)
            here = button.isChecked()
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            if here and any(each.hasFocus() for each in self._buttons):
                button.setFocus()
        if changed:
            self.chosen.emit(user)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._buttons:
            event.ignore()
            return
        at = next(at for at, button in enumerate(self._buttons) if button.isChecked())
        self.choose(self._buttons[(at + step) % len(self._buttons)].choice.user)
