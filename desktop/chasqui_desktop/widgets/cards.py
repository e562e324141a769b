"""Boxes things lie in: card, side card, banner with one action, progress in words."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.announce import announce
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.dressed import Dressed, repolish
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.widgets.quota import Bar
from chasqui_desktop.words import Words

Ground = Literal["plain", "inset", "chosen", "soft", "ok", "warn", "bad", "bare"]


class Card(Dressed, QFrame):
    """A rounded box with a column inside; ``bare`` has no box: it lies in another card."""

    def __init__(
        self, ground: Ground = "plain", *, margins: tuple[int, int, int, int] = (20, 14, 20, 14), gap: int = 8,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``margins`` (left, top, right, bottom) and ``gap`` are of the drawings."""
        super().__init__(parent)
        self._margins, self._gap = margins, gap
        self.setProperty("card", ground)
        self.column = QVBoxLayout(self)
        self.put_on()

    def set_ground(self, ground: Ground) -> None:
        repolish(self, card=ground)

    def lie_bare(self) -> None:
        """Lose the box and most of the margins; the ring of a field at the edge still has room."""
        self.set_ground("bare")
        self._margins = (5, 5, 5, 5)
        self.dress()

    def dress(self) -> None:
        px = look().px
        left, top, right, bottom = self._margins
        self.column.setContentsMargins(px(left), px(top), px(right), px(bottom))
        self.column.setSpacing(px(self._gap))


class SideCard(Card):
    """A card of the side panel: icon, title and a slot at the right; what it holds goes into ``column``."""

    def __init__(self, icon: str, title: Words, ground: Ground = "plain", *, parent: QWidget | None = None) -> None:
        self._named = title
        super().__init__(ground, margins=(14, 10, 14, 11), gap=3, parent=parent)
        self._mark = IconMark(icon, _ink(ground), 16)
        self._title = Label(title, "head", _tone(ground))
        self.head = QHBoxLayout()
        self.head.setSpacing(7)
        self.head.addWidget(self._mark)
        self.head.addWidget(self._title)
        self.head.addStretch(1)
        self.column.addLayout(self.head)

    def set_right(self, widget: QWidget) -> None:
        """Put a badge or a label at the right of the title."""
        self.head.addWidget(widget)

    def set_title(self, title: Words) -> None:
        self._named = title
        self._title.say(title)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(str(self._named))

    def show_state(self, ground: Ground, icon: str, title: Words) -> None:
        """Another state of the same card: its tint, icon and title together."""
        self.set_ground(ground)
        self._mark.show_icon(icon, _ink(ground))
        self.set_title(title)
        self._title.set_tone(_tone(ground))


def _tone(ground: Ground) -> Literal["", "ok", "warn", "bad"]:
    return ground if ground in ("ok", "warn", "bad") else ""


def _ink(ground: Ground) -> str:
    return {"ok": "ok", "warn": "warn_text", "bad": "bad", "soft": "primary"}.get(ground, "text2")


class Banner(Card):
    """State in a coloured strip, in one or two lines, with at most one action.

    ``acted`` says the action was taken.
    """

    acted = Signal()

    def __init__(self, ground: Ground = "soft", *, parent: QWidget | None = None) -> None:
        super().__init__(ground, margins=(18, 10, 14, 10), gap=2, parent=parent)
        self._mark = IconMark("", px=24)
        self._title = Label("", "card").wrapped()
        self._more = Label("", "second").wrapped()
        self._action = Button("", "quiet")
        self._action.clicked.connect(self.acted)
        self._action.hide()
        row = QHBoxLayout()
        row.setSpacing(14)
        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        self.words.addWidget(self._title)
        self.words.addWidget(self._more)
        row.addWidget(self._mark)
        row.addLayout(self.words, 1)
        row.addWidget(self._action)
        self.column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_state(self, ground: Ground, icon: str, title: Words, more: Words = "") -> None:
        """What is the case now; spoken when it changes while seen."""
        changed = self._title.text() != str(title)
        self.set_ground(ground)
        self._mark.show_icon(icon, _ink(ground))
        self._title.say(title)
        self._title.set_tone(_tone(ground))
        self._more.say(more)
        self._more.setVisible(bool(str(more)))
        self.setAccessibleName(f"{title} {more}".strip())
        if changed and self.isVisible():
            announce(self, self.accessibleName(), urgent=ground == "bad")

    def sizeHint(self) -> QSize:
        # of a width that is known: a layout lets no strip of fixed height grow over its hint, and long words were cut
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(self.width()) if self.isVisible() else hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def offer(self, words: Words, icon: str = "", key: str = "") -> None:
        """The one action; empty words take it away."""
        self._action.say(words)
        self._action.set_icon(icon)
        self._action.set_key(key)
        self._action.setVisible(bool(str(words)))

    @property
    def action(self) -> Button:
        return self._action


class ProgressLine(Dressed, QWidget):
    """A sentence with real figures and a bar under it; without an end known, the sentence alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label("", "head")
        self._more = Label("", "second")
        self._bar = Bar()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._more)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._bar)
        self.put_on()

    def show_progress(self, title: Words, more: Words, done: int, whole: int) -> None:
        """``done`` of ``whole``, of what the sentence names; ``whole`` 0 hides the bar."""
        self._title.say(title)
        self._more.say(more)
        self._bar.setVisible(whole > 0)
        self._bar.show_share(done / whole if whole else 0.0)
        self._bar.setAccessibleName(f"{title} {more}".strip())
