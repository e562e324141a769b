"""Two registrations that may be of one person: side by side, what one of both would be, and three keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.book import Reference
from chasqui_desktop.cases import Pair, Side
from chasqui_desktop.screens.moments import local, spoken_day
from chasqui_desktop.screens.review import comparison
from chasqui_desktop.screens.review.case_list import SAME_PERSON, Share
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.announce import announce
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Banner, Card
from chasqui_desktop.widgets.labels import Avatar, Badge, Divider, IconMark, Label, Tone
from chasqui_desktop.widgets.page_body import PageBody
from chasqui_desktop.words import Words, say
from chasqui_sync.core.names import full_name

LEAD = say("Review", "Unir no borra nada y se puede deshacer.")
TWO_LEAD = say("Review", "La registraron dos promotores. Unir no borra nada y se puede deshacer.")
ALIKE = say("Review", "Parecido {percent}")
WHERE = say("Review", "{code} · {day} · {point}")
WHERE_ONLY = say("Review", "{code} · {day}")
SPOKEN = say("Review", "{label}: {one}; {other}; {sign}")
RESULT = say("Review", "Así quedaría: {name}")
CODES = say("Review", "Valen los dos códigos. El comprobante que ya tiene le sirve.")
UNSURE = say("Review", "No sé: después")
TWO = say("Review", "Son dos personas")
JOIN = say("Review", "Unir las dos")
DECIDED = say("Review", "Ya se decidió en otro equipo. No queda nada por hacer aquí.")
NEXT = say("Review", "Seguir")

SIGNS: dict[comparison.Sign, tuple[str, str, Tone, Words]] = {
    "equal": ("equals-bold", "ok", "ok", say("Review", "igual")),
    "nearly": ("approximate-equals", "warn_text", "warn", say("Review", "casi")),
    "other": ("x-bold", "bad", "bad", say("Review", "distinto")),
    "one": ("plus-bold", "primary", "primary", say("Review", "solo uno")),
}


class _Row:
    """The widgets of one line of the table."""

    def __init__(self, grid: QGridLayout, at: int) -> None:
        self.label = Label("", "second")
        self.one = Label("", "body").wrapped()
        self.other = Label("", "body").wrapped()
        self.mark = IconMark("", "ok", 14)
        self.word = Label("", "head")
        sign = QWidget()
        side = QHBoxLayout(sign)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(7)
        side.addWidget(self.mark)
        side.addWidget(self.word)
        side.addStretch(1)
        self.line = Divider()
        grid.addWidget(self.line, 2 * at, 0, 1, 4)
        for column, part in enumerate((self.label, self.one, sign, self.other)):
            grid.addWidget(part, 2 * at + 1, column)
        self._sign = sign

    def show(self, line: comparison.Line | None) -> None:
        for part in (self.line, self.label, self.one, self.other, self._sign):
            part.setVisible(line is not None)
        if line is None or line.sign is None:
            return
        icon, colour, tone, word = SIGNS[line.sign]
        self.label.say(line.label)
        self.one.say(line.one)
        self.other.say(line.other)
        self.mark.show_icon(icon, colour)
        self.word.say(word)
        self.word.set_tone(tone)
        spoken = SPOKEN.fill(label=line.label, one=line.one, other=line.other, sign=word)
        self._sign.setAccessibleName(str(spoken))


class PairPage(Card):
    """Shows one pair; nothing is chosen beforehand, and Enter joins nobody."""

    join_asked = Signal(str, str)
    """The first is to be joined into the second."""
    two_asked = Signal(str, str)
    later = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("plain", margins=(16, 16, 16, 16), gap=8)
        self._today = today
        self._reference: Reference | None = None
        self._pair: Pair | None = None
        self._alike = Badge("", "warn", "users")
        self._lead = Label(LEAD, "second").wrapped()
        self._names = (Label("", "card").wrapped(), Label("", "card").wrapped())
        self._wheres = (Label("", "hint").wrapped(), Label("", "hint").wrapped())
        self._grid = QGridLayout()
        self._rows = [_Row(self._grid, at) for at in range(len(comparison.ROWS))]
        self._protective = QWidget()
        self._protective_words = Label("", "value").wrapped()
        self._avatar = Avatar("", 42, strong=True)
        self._result = Label("", "card").wrapped()
        self._result_more = Label("", "value").wrapped()
        self._settled = Banner("ok")
        self._table, self._preview = QWidget(), Card("soft", margins=(17, 10, 14, 10), gap=2)
        self._unsure = Button(UNSURE, "bare", "clock", "3")
        self._two = Button(TWO, "quiet", "users", "2", large=True)
        self._join = Button(JOIN, "primary", "git-merge", "1", large=True)
        self._next = Button(NEXT, "primary", "check", "Enter", large=True)
        self._scroll = PageBody()
        self._set_out()
        self._unsure.clicked.connect(self.later)
        self._next.clicked.connect(self.later)
        self._two.clicked.connect(self._say_two)
        self._join.clicked.connect(self._say_one)
        self.dress()

    def _set_out(self) -> None:
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(6, 0, 6, 6)
        rows.setSpacing(6)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(Label(SAME_PERSON, "title"))
        words.addWidget(self._lead)
        head.addLayout(words, 1)
        head.addWidget(self._alike, 0, Qt.AlignmentFlag.AlignVCenter)
        rows.addLayout(head)
        rows.addWidget(self._settled)
        rows.addLayout(self._set_out_table())
        rows.addWidget(self._protective)
        row = QHBoxLayout(self._protective)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconMark("info-fill", "primary", 16))
        row.addWidget(self._protective_words, 1)
        rows.addSpacing(6)
        rows.addWidget(self._set_out_preview())
        rows.addStretch(1)
        self._scroll.setWidget(body)
        foot = QHBoxLayout()
        foot.setContentsMargins(6, 0, 6, 0)
        foot.setSpacing(10)
        foot.addWidget(self._unsure)
        foot.addStretch(1)
        for button in (self._two, self._join, self._next):
            foot.addWidget(button)
        self.column.addWidget(self._scroll, 1)
        self.column.addLayout(foot)

    def _set_out_table(self) -> QVBoxLayout:
        whole = QVBoxLayout()
        self._heads = QGridLayout()
        for at, (name, where) in enumerate(zip(self._names, self._wheres, strict=True)):
            for row, part in enumerate((name, where)):
                self._heads.addWidget(part, row, 1 + 2 * at, Qt.AlignmentFlag.AlignTop)
        whole.setSpacing(6)
        whole.addSpacing(4)
        whole.addLayout(self._heads)
        whole.addLayout(self._grid)
        return whole

    def _set_out_preview(self) -> Card:
        row = QHBoxLayout()
        row.setSpacing(15)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._result)
        words.addWidget(self._result_more)
        words.addWidget(Label(CODES, "second").wrapped())
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        self._preview.column.addLayout(row)
        return self._preview

    def dress(self) -> None:
        super().dress()
        grids = [grid for grid in (getattr(self, "_grid", None), getattr(self, "_heads", None)) if grid is not None]
        px = look().px
        for grid in grids:
            grid.setHorizontalSpacing(0)
            grid.setVerticalSpacing(px(5 if look().compact else 8))
            grid.setColumnMinimumWidth(0, px(120))
            grid.setColumnMinimumWidth(2, px(113))
            for column, stretch in ((1, 1), (3, 1)):
                grid.setColumnStretch(column, stretch)
                grid.setColumnMinimumWidth(column, px(120))

    # ---------------------------------------------------------------- showing
    def show_reference(self, reference: Reference) -> None:
        """Names of staff, points and editions."""
        self._reference = reference
        self.retranslate()

    def show_pair(self, pair: Pair | None) -> None:
        """Two who may be one; None where it was decided elsewhere meanwhile."""
        known, self._pair = self._pair, pair or self._pair
        self._show_decided(is_decided=pair is None)
        if pair is None:
            return
        again = known is not None and [one.record for one in known.sides] == [one.record for one in pair.sides]
        self._show()
        if not again:
            self._scroll.verticalScrollBar().setValue(0)
            names = " / ".join(str(each.text()) for each in self._names)
            announce(self, f"{SAME_PERSON} {names}. {self._alike.text()}. 1 {JOIN}, 2 {TWO}.")

    def retranslate(self) -> None:
        super().retranslate()
        if getattr(self, "_pair", None) is not None:
            self._show()

    def _show_decided(self, *, is_decided: bool) -> None:
        self._settled.setVisible(is_decided)
        self._settled.show_state("ok", "check-circle-fill", DECIDED)
        self._next.setVisible(is_decided)
        for button in (self._unsure, self._two, self._join):
            button.setVisible(not is_decided)

    def _show(self) -> None:
        pair = self._pair
        if pair is None:
            return
        self._alike.show_state(ALIKE.fill(percent=Share(pair.percent)))
        promoters = {side.fields.get("promoter") for side in pair.sides}
        self._lead.say(TWO_LEAD if len(promoters) > 1 else LEAD)
        for side, name, where in zip(pair.sides, self._names, self._wheres, strict=True):
            name.say(full_name(side.fields) or side.code)
            where.say(self._where(side))
        told = comparison.lines(pair)
        for at, row in enumerate(self._rows):
            row.show(told[at] if at < len(told) else None)
        protective = comparison.more_protective(pair)
        self._protective.setVisible(protective is not None)
        self._protective_words.say(protective or "")
        self._result.say(RESULT.fill(name=full_name(pair.together) or pair.sides[0].code))
        self._result_more.say(comparison.summary(pair.together, self._reference))
        given = str(pair.together.get("given_names") or "")
        surname = str(pair.together.get("paternal_surname") or pair.together.get("maternal_surname") or "")
        self._avatar.show_initials((given[:1] + surname[:1]).upper())

    def _where(self, side: Side) -> Words:
        day = spoken_day(local(side.saved_at), self._today())
        points = self._reference.points if self._reference is not None else {}
        point = points.get(str(side.fields.get("outreach_point") or ""))
        if point is None:
            return WHERE_ONLY.fill(code=side.code, day=day)
        return WHERE.fill(code=side.code, day=day, point=point.name)

    # ---------------------------------------------------------------- deciding
    def pick(self, digit: int) -> None:
        """1 joins, 2 says two people, 3 puts it off."""
        if not self._join.isVisible():
            return
        if digit == 1:
            self._say_one()
        elif digit == 2:
            self._say_two()
        elif digit == 3:
            self.later.emit()

    def decide(self) -> None:
        """Enter: nothing is chosen beforehand; it only goes on where somebody else has decided."""
        if self._next.isVisible():
            self.later.emit()

    def _say_one(self) -> None:
        if self._pair is not None:
            first, second = self._pair.sides
            self.join_asked.emit(second.record, first.record)

    def _say_two(self) -> None:
        if self._pair is not None:
            first, second = self._pair.sides
            self.two_asked.emit(first.record, second.record)
