"""What the four cards share: fields that write into the form, and say what is to be said about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from chasqui_desktop.screens.register.form import Form
from chasqui_desktop.screens.register.sentences import kind_of, place_of, remark, sentence
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.chip_groups import ChipGroup
from chasqui_desktop.widgets.field import Field
from chasqui_desktop.widgets.field_order import FieldOrder
from chasqui_desktop.widgets.text_fields import NoteField, TextField
from chasqui_sync.core.problems import Problem
from chasqui_sync.core.rules import Finding, Weight

MINIMUM = frozenset({Problem.CONSENT_NEEDED, Problem.NAME_NEEDED, Problem.IDENTITY_NEEDED})
"""Said only once somebody wants to save: until then the answers are simply still to come."""

Clock = Callable[[], date]


class DeskCard(Card):
    """One card of the desk, over the form all four share.

    ``touched`` carries the name of a field a person changed, after the form has it; ``settled`` the name of
    one that was left or chosen.
    """

    touched = Signal(str)
    settled = Signal(str)

    def __init__(self, form: Form, today: Clock) -> None:
        # Before the card is dressed: a card's own `dress` looks at its fields.
        self.form, self.today = form, today
        self.fields: dict[str, Field] = {}
        self._controls: dict[str, QWidget] = {}
        super().__init__(margins=(20, 12, 20, 6), gap=0)
        self.order = FieldOrder(self)
        self._showers: list[Callable[[], None]] = []
        self._judged: set[str] = set()
        self.insists = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # ---------------------------------------------------------------- building
    def add(self, name: str, control: QWidget, field: Field | None = None) -> None:
        """Know a control by the name of its field; the order of calls is the order of Enter."""
        control.setObjectName(name)
        self._controls[name] = control
        if field is not None:
            self.fields[name] = field

    def put_in_order(self) -> None:
        """Once everything lies in the card, let Enter and Tab go through the fields in the order they were added."""
        self.order.add(*self._controls.values())

    def bind_text(self, name: str, control: TextField | NoteField) -> None:
        """Keep a line of text in the form under ``name``."""
        control.edited.connect(lambda text: self.put(name, text))
        control.left.connect(lambda _text: self.settle(name))
        self._showers.append(lambda: _show_text(control, getattr(self.form, name)))

    def bind_choice(self, name: str, group: ChipGroup) -> None:
        """Keep a choice in the form under ``name``."""
        group.chosen.connect(lambda value: self.pick(name, value))
        self._showers.append(lambda: group.set_value(getattr(self.form, name)))

    def on_show(self, show: Callable[[], None]) -> None:
        """Add what must be done to show the form."""
        self._showers.append(show)

    def put(self, name: str, value: object) -> None:
        """Write an answer a person gave."""
        setattr(self.form, name, value)
        self.touched.emit(name)

    def pick(self, name: str, value: object) -> None:
        """Write an answer that is whole at once."""
        self.put(name, value)
        self.settle(name)

    def settle(self, name: str) -> None:
        """A field was left: from now on it may be judged."""
        self._judged.add(name)
        self.settled.emit(name)

    def row(self, *parts: tuple[QWidget, int]) -> QHBoxLayout:
        """A line of fields with their stretch."""
        line = QHBoxLayout()
        line.setSpacing(14)
        for widget, stretch in parts:
            line.addWidget(widget, stretch)
        return line

    def stack(self, column: QVBoxLayout, rows: Sequence[QHBoxLayout]) -> None:
        """Set rows under each other with an elastic gap, so one layout serves low and high windows."""
        for at, line in enumerate(rows):
            if at:
                gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
                column.addItem(gap)
            column.addLayout(line)

    # ---------------------------------------------------------------- showing
    def show_form(self) -> None:
        """Show every answer of the form; nothing counts as judged."""
        self._judged.clear()
        self.insists = False
        for show in self._showers:
            show()

    def insist(self) -> None:
        """Say from now on what keeps from saving."""
        self.insists = True

    def say_findings(self, findings: Sequence[Finding]) -> None:
        """Say beside each field what is wrong, else what is worth knowing."""
        wrong: dict[str, Finding] = {}
        for finding in sorted(findings, key=lambda each: each.weight is not Weight.HARD):
            if finding.weight is not Weight.MISSING and self._may_say(finding):
                wrong.setdefault(place_of(finding, self.form), finding)
        for name, field in self.fields.items():
            said = remark(name, self.form, self.today())
            if name in wrong and str(sentence(wrong[name])):
                field.problem(kind_of(wrong[name]), sentence(wrong[name]))
            elif said is not None:
                field.problem(*said)
            else:
                field.clear_problem()

    def _may_say(self, finding: Finding) -> bool:
        if finding.problem in MINIMUM:
            return self.insists
        return self.insists or place_of(finding, self.form) in self._judged

    # ---------------------------------------------------------------- focus
    def has_field(self, name: str) -> bool:
        return name in self._controls

    def focus(self, name: str) -> None:
        """Go to a field. Raises KeyError when it is not of this card."""
        self._controls[name].setFocus()

    def field_in_focus(self) -> str:
        """Give the name of the field with the focus, empty when none has it."""
        control = self.order.focused()
        return "" if control is None else control.objectName()

    def dress(self) -> None:
        super().dress()
        if look().compact:
            px = look().px
            left, _, right, _ = self._margins
            self.column.setContentsMargins(px(left), px(7), px(right), px(3))


def _show_text(control: TextField | NoteField, text: str) -> None:
    if control.value() != text.strip():
        control.set_value(text)
