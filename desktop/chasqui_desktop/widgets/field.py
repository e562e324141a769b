"""A field: label, control and a line for what is to be said about it, always kept free."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.announce import announce
from chasqui_desktop.widgets.drawing import draw_icon, draw_text, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed, repolish
from chasqui_desktop.widgets.labels import Label
from chasqui_desktop.words import Words, say

HelpKind = Literal["hint", "info", "ok", "warn", "bad"]

OPTIONAL = say("Widgets", "opcional")

MARKS = {
    # kind: (icon, token of the icon, token of the words, weight)
    "hint": ("", "text3", "text3", "normal"),
    "info": ("info-fill", "primary", "text2", "normal"),
    "ok": ("check-circle-fill", "ok", "ok", "control"),
    "warn": ("warning-fill", "warn_text", "warn_text", "control"),
    "bad": ("warning-circle-fill", "bad", "bad", "control"),
}


class HelpLine(Dressed, QWidget):
    """One line of 18 px with icon and sentence; never changes its size. A sentence too long is cut, and said whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: HelpKind = "hint"
        self._words: Words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.put_on()

    def say(self, kind: HelpKind, words: Words) -> bool:
        """Say something; give whether it is something else than before."""
        # every letter typed asks for every line of the desk to be said: most say what they said
        is_new = (kind, str(words)) != (self._kind, self.text())
        self._kind, self._words = kind, words
        if is_new:
            self.retranslate()
            self.update()
        return is_new

    @property
    def kind(self) -> HelpKind:
        return self._kind

    def text(self) -> str:
        return str(self._words)

    def retranslate(self) -> None:
        self.setAccessibleName(self.text())
        self._offer_whole()

    def _offer_whole(self) -> None:
        """Where the line is cut, the whole sentence is in its tool tip."""
        self.setToolTip(self.text() if self._needs() > self.width() else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_whole()

    def _needs(self) -> int:
        marks = look().px(20) if MARKS[self._kind][0] else 0
        return marks + text_width(self.text(), sized_font(13, MARKS[self._kind][3]))

    def sizeHint(self) -> QSize:
        return QSize(0, look().px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._words:
            return
        theme = look()
        icon, icon_colour, colour, weight = MARKS[self._kind]
        with QPainter(self) as painter:
            left = 0
            if icon:
                drawn = theme.pixmap(icon, getattr(theme.tokens, icon_colour), 14)
                draw_icon(painter, theme.px(1), self.height() / 2, drawn)
                left = theme.px(20)
            face = sized_font(13, weight)
            if self._needs() > self.width():
                face = sized_font(12, weight)
            painter.setFont(face)
            words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - left)
            draw_text(painter, QRectF(self.rect()).adjusted(left, 0, 0, 0), words, face, getattr(theme.tokens, colour))


class Field(Dressed, QWidget):
    """Label, control and help line, 19 + 5 + control + 4 + 18 px.

    The control's accessible name is the label, its description the help or the problem.
    """

    def __init__(
        self,
        label: Words,
        control: QWidget,
        *,
        optional: bool = False,
        hint: Words = "",
        helper: bool = True,
        beside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._words = label
        self._hint = hint
        self._label = Label(label, "label")
        self._label.setBuddy(control.focusProxy() or control)
        self._optional = Label(OPTIONAL, "hint")
        self._optional.setVisible(optional)
        self._help = HelpLine()
        self._help.setVisible(helper)
        self._lay_out(beside)
        self.put_on()
        self.clear_problem()

    def _lay_out(self, beside: QWidget | None) -> None:
        head = QHBoxLayout()
        head.setSpacing(7)
        head.addWidget(self._label)
        head.addWidget(self._optional)
        head.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.control, 1)
        if beside is not None:
            row.addWidget(beside)
        self._above, self._below = QSpacerItem(0, 5), QSpacerItem(0, 4)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addSpacerItem(self._above)
        self._column.addLayout(row)
        self._column.addSpacerItem(self._below)
        self._column.addWidget(self._help)
        # In a row with taller neighbours the label stays level with theirs.
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.control)

    def take_help(self) -> HelpLine:
        """Give the help line away, for a sentence that needs more room than its control: the caller lays it out."""
        self._column.removeWidget(self._help)
        return self._help

    def set_label(self, words: Words) -> None:
        """Another label, as the document's number changes its name with the type."""
        self._words = words
        self._label.say(words)
        self.retranslate()

    def set_hint(self, words: Words) -> None:
        """What the help line says while there is no problem."""
        self._hint = words
        if self._help.kind == "hint":
            self._help.say("hint", words)
            self._describe()

    def problem(self, kind: HelpKind, sentence: Words) -> None:
        """Say something about the answer. ``warn`` and ``bad`` colour the control; ``bad`` the label too, aloud."""
        if not self._help.say(kind, sentence):
            return
        state = kind if kind in ("warn", "bad") else ""
        repolish(self.control.focusProxy() or self.control, state=state)
        self._label.set_tone("bad" if kind == "bad" else "")
        self._describe()
        if state and self.isVisible():
            announce(self, str(sentence), urgent=kind == "bad")

    def clear_problem(self) -> None:
        """Back to the hint."""
        self.problem("hint", self._hint)

    def problem_kind(self) -> HelpKind:
        return self._help.kind

    def help_text(self) -> str:
        """What the help line says now, in the language in use."""
        return self._help.text()

    def dress(self) -> None:
        theme = look()
        self._label.setFixedHeight(theme.px(19))
        self._above.changeSize(0, theme.px(5))
        self._below.changeSize(0, theme.px(4))
        self._column.invalidate()

    def retranslate(self) -> None:
        name = str(self._words)
        for target in {self.control, self.control.focusProxy() or self.control}:
            target.setAccessibleName(name)
        self._describe()

    def _describe(self) -> None:
        (self.control.focusProxy() or self.control).setAccessibleDescription(self._help.text())
