"""A field two wrote apart: both values in large type, one key each; what merged by itself, and the field's history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.book import Reference
from chasqui_desktop.cases import Conflict, Written
from chasqui_desktop.screens.field_names import field_words
from chasqui_desktop.screens.moments import local, spoken_moment
from chasqui_desktop.screens.review import deciding
from chasqui_desktop.screens.review.lines import CaseLine
from chasqui_desktop.screens.review.value_card import STANDS, ValueCard
from chasqui_desktop.screens.review.values import same, value_words
from chasqui_desktop.widgets.announce import announce
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Banner, Card
from chasqui_desktop.widgets.labels import Divider, KeyCap, Label
from chasqui_desktop.widgets.page_body import PageBody
from chasqui_desktop.widgets.text_fields import TextField
from chasqui_desktop.words import Words, say

TITLE = say("Review", "{field} de {name}")
LEAD = say(
    "Review", "Dos personas lo cambiaron sin ver el cambio de la otra. Elige cuál vale; el otro queda en la historia."
)
BEFORE = say("Review", "Antes decía")
OR = say("Review", "o")
BOTH_PHONES = say("Review", "Guardar los dos: principal el {n}")
BOTH_ANSWERS = say("Review", "Guardar las dos")
OTHER_PHONE = say("Review", "Escribir otro número")
OTHER_ANSWER = say("Review", "Escribir otra respuesta")
NOT_A_PHONE = say("Review", "Ese número no está completo.")
NOT_AN_ANSWER = say("Review", "Escribe la respuesta, o elige una de arriba.")
BESIDE = say("Review", "Lo demás se unió solo")
HISTORY = say("Review", "Historia de este dato")
LATER = say("Review", "Después")
USE = say("Review", "Usar {value}")
KEEP_BOTH = say("Review", "Guardar los dos")
USE_TYPED = say("Review", "Usar lo escrito")
NEXT = say("Review", "Seguir")
SETTLED = say("Review", "Ya se resolvió: {value}")
SETTLED_BY = say("Review", "{who} ya lo resolvió: {value}")

MOST_VALUES = 6
LINES = 4


class BothButton(Button):
    """A choice like the values above it: Space picks it, Enter is left to whoever lets what is chosen stand."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ConflictPage(Card):
    """Shows one conflict; says what was chosen and does nothing itself."""

    decided = Signal(str, str, object, str)
    """Record, field, what is to stand, what was seen."""
    later = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("plain", margins=(16, 16, 16, 16), gap=8)
        self._today = today
        self._reference: Reference | None = None
        self._conflict: Conflict | None = None
        self._chosen: int | str = 0
        self._led = 0
        self._title = Label("", "title").wrapped()
        self._lead = Label(LEAD, "second").wrapped()
        self._before = CaseLine("arrow-elbow-down-right", "text2").history()
        self._settled = Banner("ok")
        self._cards = [ValueCard(str(at + 1)) for at in range(MOST_VALUES)]
        self._both = BothButton(BOTH_PHONES, "quiet", "phone", "3")
        self._or = Label(OR, "second")
        self._field = TextField(OTHER_PHONE)
        self._field.setAccessibleName(str(OTHER_PHONE))
        self._key = KeyCap("4")
        self._wrong = Label("", "hint", "bad")
        self._beside = [CaseLine("check-circle-fill") for _ in range(3)]
        self._history = [CaseLine().history() for _ in range(LINES)]
        self._later = Button(LATER, "bare", "clock", "Esc")
        self._use = Button(NEXT, "primary", "check", "Enter", large=True)
        self._scroll = PageBody()
        self._set_out()
        self._connect()

    def _connect(self) -> None:
        for at, card in enumerate(self._cards):
            card.clicked.connect(lambda _on=False, at=at: self._choose(at))
            card.stepped.connect(self.step)
        self._both.clicked.connect(lambda: self._choose("both"))
        self._field.edited.connect(lambda _text: self._choose("other"))
        self._later.clicked.connect(self.later)
        self._use.clicked.connect(self.decide)

    def _set_out(self) -> None:
        body = QWidget()
        rows = QVBoxLayout(body)
        # the ring of a card at the edge needs room
        rows.setContentsMargins(6, 0, 6, 6)
        rows.setSpacing(6)
        rows.addWidget(self._title)
        rows.addWidget(self._lead)
        rows.addWidget(self._settled)
        rows.addSpacing(4)
        rows.addWidget(self._before)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        for at, card in enumerate(self._cards):
            self._grid.addWidget(card, at // 2, at % 2)
        rows.addLayout(self._grid)
        rows.addSpacing(4)
        rows.addLayout(self._others())
        rows.addWidget(self._wrong)
        self._beside_parts = self._group(rows, Label(BESIDE, "head"), self._beside)
        self._history_parts = self._group(rows, Label(HISTORY, "head"), self._history)
        rows.addStretch(1)
        self._scroll.setWidget(body)
        foot = QHBoxLayout()
        foot.setContentsMargins(6, 0, 6, 0)
        foot.setSpacing(10)
        foot.addWidget(self._later)
        foot.addStretch(1)
        foot.addWidget(self._use)
        self.column.addWidget(self._scroll, 1)
        self.column.addLayout(foot)

    def _others(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._both)
        row.addWidget(self._or)
        row.addWidget(self._field, 1)
        row.addWidget(self._key)
        return row

    def _group(self, rows: QVBoxLayout, heading: Label, lines: list[CaseLine]) -> list[QWidget]:
        line = Divider()
        rows.addSpacing(4)
        rows.addWidget(line)
        rows.addSpacing(4)
        rows.addWidget(heading)
        lines_apart = QVBoxLayout()
        lines_apart.setSpacing(0)
        for each in lines:
            lines_apart.addWidget(each)
        rows.addLayout(lines_apart)
        return [line, heading]

    # ---------------------------------------------------------------- showing
    def show_reference(self, reference: Reference) -> None:
        """Names of staff, points and editions."""
        self._reference = reference
        self.retranslate()

    def show_conflict(self, conflict: Conflict) -> None:
        """Another conflict, or the same read again: then what was chosen or typed stays."""
        known = self._conflict
        again = known is not None and (known.record, known.field) == (conflict.record, conflict.field)
        self._conflict = conflict
        if not again:
            self._field.set_value("")
            self._scroll.verticalScrollBar().setValue(0)
        elif known is not None and len(known.values) == len(conflict.values) and conflict.is_open:
            same_values = all(
                same(one.value, other.value) for one, other in zip(known.values, conflict.values, strict=True)
            )
            if same_values:
                self._show()
                return
        self._chosen = self._led = conflict.stands
        self._show()
        if not again or not conflict.is_open:
            announce(self, f"{self._title.text()}. {self._settled.accessibleName() if not conflict.is_open else ''}")

    def retranslate(self) -> None:
        super().retranslate()
        if getattr(self, "_conflict", None) is not None:
            self._show()

    def title(self) -> str:
        """What it is about, as it is read."""
        return self._title.text()

    def focus(self) -> None:
        """Let the value that is chosen have the focus."""
        conflict = self._conflict
        if conflict is not None and conflict.is_open and isinstance(self._chosen, int):
            self._cards[self._chosen].setFocus()
        elif conflict is not None and not conflict.is_open:
            self._use.setFocus()

    def _show(self) -> None:
        conflict = self._conflict
        if conflict is None:
            return
        name = field_words(conflict.field)
        self._title.say(TITLE.fill(field=name, name=conflict.name))
        self._lead.setVisible(conflict.is_open)
        self._show_settled(conflict)
        self._show_before(conflict)
        self._show_values(conflict)
        self._show_others(conflict)
        for part in self._beside_parts:
            part.setVisible(bool(conflict.beside))
        for line, one in zip(self._beside, (*conflict.beside, *[None] * LINES), strict=False):
            line.setVisible(one is not None)
            if one is not None:
                line.show_line(field_words(one.field), self._value(one), self._who(one))
        for entry, one in zip(self._history, (*conflict.history, *[None] * LINES), strict=False):
            entry.setVisible(one is not None)
            if one is not None:
                entry.show_line(self._moment(one), self._value(one), self._who(one))
        self._show_choice()

    def _show_settled(self, conflict: Conflict) -> None:
        self._settled.setVisible(not conflict.is_open)
        if conflict.is_open or not conflict.values:
            return
        one = conflict.values[conflict.stands]
        name = deciding.known_name(one, self._reference)
        words = SETTLED if name is None else SETTLED_BY.fill(who=name)
        self._settled.show_state("ok", "check-circle-fill", words.fill(value=self._value(one)))

    def _show_before(self, conflict: Conflict) -> None:
        self._before.setVisible(conflict.before is not None)
        if conflict.before is not None:
            self._before.show_line(BEFORE, self._value(conflict.before), "")

    def _show_values(self, conflict: Conflict) -> None:
        for at, card in enumerate(self._cards):
            shown = conflict.is_open and at < len(conflict.values)
            card.setVisible(shown)
            if shown:
                one = conflict.values[at]
                moment = self._moment(one)
                when = STANDS.fill(moment=moment) if at == conflict.stands else moment
                card.show_value(self._value(one), self._who(one), when)

    def _show_others(self, conflict: Conflict) -> None:
        keeps = conflict.is_open and deciding.can_keep_both(conflict)
        types = conflict.is_open and deciding.can_type(conflict.field)
        is_phone = conflict.field == "phones"
        self._both.setVisible(keeps)
        self._or.setVisible(keeps and types)
        for part in (self._field, self._key):
            part.setVisible(types)
        self._key.show_key(str(self._key_of_other(conflict)))
        self._field.set_placeholder(OTHER_PHONE if is_phone else OTHER_ANSWER)
        self._field.setAccessibleName(str(OTHER_PHONE if is_phone else OTHER_ANSWER))
        self._wrong.hide()

    def _show_choice(self) -> None:
        conflict = self._conflict
        if conflict is None:
            return
        for at, card in enumerate(self._cards):
            card.setChecked(at == self._chosen)
        self._both.say(BOTH_PHONES.fill(n=self._first() + 1) if conflict.field == "phones" else BOTH_ANSWERS)
        self._both.set_kind("soft" if self._chosen == "both" else "quiet")
        self._later.setVisible(conflict.is_open)
        if not conflict.is_open:
            self._use.say(NEXT)
        elif isinstance(self._chosen, int):
            self._use.say(USE.fill(value=_short(str(self._value(conflict.values[self._chosen])))))
        else:
            self._use.say(KEEP_BOTH if self._chosen == "both" else USE_TYPED)

    def _value(self, one: Written) -> Words:
        return value_words(one.field, one.value, self._reference)

    def _who(self, one: Written) -> Words:
        return deciding.who(one, self._reference)

    def _moment(self, one: Written) -> Words:
        return spoken_moment(local(one.at), self._today())

    # ---------------------------------------------------------------- deciding
    def pick(self, digit: int) -> None:
        """The value of this key, both, or the field to type another in."""
        conflict = self._conflict
        if conflict is None or not conflict.is_open:
            return
        if digit <= len(conflict.values):
            self._choose(digit - 1)
            self._cards[digit - 1].setFocus()
        elif digit == 3 and deciding.can_keep_both(conflict):
            self._choose("both")
            self._both.setFocus()
        elif digit == self._key_of_other(conflict) and deciding.can_type(conflict.field):
            self._choose("other")
            self._field.setFocus()

    def step(self, by: int) -> None:
        """Choose the value before or after."""
        conflict = self._conflict
        if conflict is not None and conflict.is_open:
            self.pick((self._first() + by) % len(conflict.values) + 1)

    def is_typing(self) -> bool:
        """Whether another answer is being typed."""
        return self._field.hasFocus()

    def stop_typing(self) -> None:
        """Go back to the values; what was typed stays in the field."""
        self._choose(self._first())
        self.focus()

    def decide(self) -> None:
        """Enter: let what is chosen stand."""
        conflict = self._conflict
        if conflict is None:
            return
        if not conflict.is_open:
            self.later.emit()
            return
        value = self._decision(conflict)
        if value is None and self._chosen == "other":
            self._wrong.say(NOT_A_PHONE if conflict.field == "phones" else NOT_AN_ANSWER)
            self._wrong.show()
            announce(self, self._wrong.text(), urgent=True)
            self._field.setFocus()
            return
        self.decided.emit(conflict.record, conflict.field, value, conflict.seen)

    def _decision(self, conflict: Conflict) -> Any:
        if isinstance(self._chosen, int):
            return conflict.values[self._chosen].value
        if self._chosen == "both":
            return deciding.both(conflict, self._first())
        return deciding.typed(conflict, self._field.value())

    def _choose(self, chosen: int | str) -> None:
        if isinstance(chosen, int):
            self._led = chosen
        self._chosen = chosen
        self._wrong.hide()
        self._show_choice()

    def _first(self) -> int:
        """The value chosen last: where both are kept, its own come first."""
        return self._led

    def _key_of_other(self, conflict: Conflict) -> int:
        return max(4, len(conflict.values) + 1)


def _short(words: str) -> str:
    """Leave room beside it on the button."""
    return words if len(words) <= 24 else f"{words[:23]}…"
