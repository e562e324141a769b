"""Cierre: the support questions, what is complete before saving, and what becomes of the slip then."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from chasqui_desktop.screens.register.desk_card import Clock, DeskCard
from chasqui_desktop.screens.register.form import Form
from chasqui_desktop.screens.register.slip_choice import SlipChoice
from chasqui_desktop.screens.register.summary import Line, lines_before_saving
from chasqui_desktop.screens.register.support_questions import SupportQuestions
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import Divider, IconMark, Label
from chasqui_desktop.words import say
from chasqui_sync.core.rules import Finding

ROOMY = 950
"""Width, of the drawings, under which the list stands below the questions."""
SIDE = 340
QWIDGETSIZE_MAX = (1 << 24) - 1
"""What Qt takes for no limit; it gives Python no name for it."""
BEFORE = say("Register", "Antes de guardar")
PUT = say("Register", "Poner")
FILL_IN = say("Register", "Poner: {name}")


class CheckRow(Dressed, QWidget):
    """One thing that is there or still missing; ``asked`` wants to go where it is answered."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._line: Line | None = None
        self._mark = IconMark("", px=18)
        self._name = Label("", "hint", "second")
        self._words = Label("", "value")
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._put = Button(PUT, "soft")
        self._put.set_height(36)
        self._put.clicked.connect(self._ask)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        row.addWidget(self._put)
        self.put_on()

    def _ask(self) -> None:
        if self._line is not None:
            self.asked.emit(self._line.field)

    def show_line(self, line: Line) -> None:
        if line == self._line:
            return
        self._line = line
        icon, colour = ("check-circle-fill", "ok") if line.there else ("warning-fill", "warn_line")
        self._mark.show_icon(icon, colour)
        self._name.say(line.name)
        self._words.say(line.words)
        self._put.setVisible(not line.there)
        self.retranslate()

    def dress(self) -> None:
        self.setFixedHeight(look().px(38))

    def retranslate(self) -> None:
        if self._line is not None:
            self._words.setToolTip(str(self._line.words))
            self._put.setAccessibleName(str(FILL_IN.fill(name=self._line.name)))


class ClosingCard(DeskCard):
    """Support at the left, the list of what is complete at the right. ``field_asked`` names where to go."""

    field_asked = Signal(str)

    def __init__(self, form: Form, today: Clock) -> None:
        super().__init__(form, today)
        self.support = SupportQuestions(form)
        for control in self.support.controls():
            self.add(control.objectName(), control)
        self.support.answered.connect(self.touched)
        self.support.skipped.connect(self.turn_skipping)
        self.slip = SlipChoice()
        self.add("slip", self.slip.chips)
        self.on_show(self.support.show_answers)
        self._list = QVBoxLayout()
        self._list.setSpacing(3)
        self._rows: list[CheckRow] = []
        self._side = QWidget()
        self._lay_out()
        self.put_in_order()
        self.order.pass_over(self.slip.chips, lambda: True)

    def _lay_out(self) -> None:
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 2, 0, 10)
        side.setSpacing(8)
        side.addWidget(Label(BEFORE, "card"))
        side.addLayout(self._list)
        side.addStretch(1)
        side.addWidget(self.slip)
        self._row = QHBoxLayout()
        self._row.setSpacing(20)
        self._between = Divider(upright=True)
        for part, stretch in ((self.support, 1), (self._between, 0), (self._side, 0)):
            self._row.addWidget(part, stretch)
        self.column.addLayout(self._row)
        self.dress()

    def dress(self) -> None:
        super().dress()
        if hasattr(self, "_row"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = look().px
        roomy = self.width() >= px(ROOMY)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom)
        self._between.setVisible(roomy)
        self._side.setMinimumWidth(px(SIDE) if roomy else 0)
        self._side.setMaximumWidth(px(SIDE) if roomy else QWIDGETSIZE_MAX)

    def turn_skipping(self) -> None:
        """Do not ask today, or ask after all; what was answered is kept until it is saved."""
        form = self.form
        if form.asks_support and form.amendment is None:
            form.support_skipped = not form.support_skipped
            self.support.show_state()
            self.touched.emit("support_skipped")

    def show_lines(self, findings: Sequence[Finding]) -> None:
        """Show what is there and what is missing."""
        lines = lines_before_saving(self.form, findings)
        while len(self._rows) < len(lines):
            row = CheckRow()
            row.asked.connect(self.field_asked)
            self._rows.append(row)
            self._list.addWidget(row)
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(lines))
            if at < len(lines):
                row.show_line(lines[at])
        self.support.show_state()
