"""A card of plain questions: each answer goes out as soon as it is whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from chasqui_desktop.screens.register.desk_card import Clock
from chasqui_desktop.screens.register.sentences import kind_of, sentence
from chasqui_desktop.screens.whole_form.questions import NONE, Question, Row
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.chip_groups import ChipGroup
from chasqui_desktop.widgets.field import Field
from chasqui_desktop.widgets.field_order import FieldOrder
from chasqui_desktop.widgets.text_fields import NumberField, TextField
from chasqui_sync.core.rules import Finding, Weight, check

NUMBER_WIDTH = 150
Control = ChipGroup | TextField


class QuestionCard(Card):
    """Shows the answers of one person; ``changed`` carries fields of the record and their new values."""

    changed = Signal(object)

    def __init__(self, rows: Sequence[Row], today: Clock) -> None:
        self._today = today
        self._asked = [(question, _control(question)) for row in rows for question in row]
        self._fields = [Field(question.words, control, hint=question.hint) for question, control in self._asked]
        self._known: dict[str, Any] = {}
        super().__init__("bare", margins=(5, 5, 5, 5), gap=10)
        self.order = FieldOrder(self)
        fields = iter(self._fields)
        for row in rows:
            self.column.addLayout(_line([next(fields) for _ in row], row))
        self.column.addStretch(1)
        self.order.add(*(control for _, control in self._asked))
        for question, control in self._asked:
            control.setObjectName(question.part or question.field)
            self._listen(question, control)
        self.dress()

    def _listen(self, question: Question, control: Control) -> None:
        if isinstance(control, ChipGroup):
            control.chosen.connect(partial(self._chosen, question, control))
        else:
            control.left.connect(partial(self._left, question))

    def show_answers(self, fields: dict[str, Any], *, fresh: bool) -> None:
        """Show what is known; of the same person only what was not just typed: a text in use stays as it is."""
        self._known = dict(fields)
        for question, control in self._asked:
            value = _of(fields, question)
            if isinstance(control, ChipGroup):
                control.set_values(tuple(value) if isinstance(value, list) else () if value is None else (value,))
            elif fresh or not control.hasFocus():
                control.set_value("" if value is None else str(value))
        self._judge()

    def _chosen(self, question: Question, control: ChipGroup, value: object) -> None:
        if question.kind == "many":
            chosen = _without_contradiction(control.values(), _of(self._known, question) or [])
            control.set_values(chosen)
            value = list(chosen)
        self._answer(question, value)

    def _left(self, question: Question, text: str) -> None:
        text = " ".join(text.split())
        self._answer(question, int(text) if question.kind == "number" and text.isdecimal() else text or None)

    def _answer(self, question: Question, value: object) -> None:
        if question.part:
            parts = {**(self._known.get(question.field) or {}), question.part: value}
            value = {name: each for name, each in parts.items() if each is not None}
        value = value or None
        if value == self._known.get(question.field):
            return
        self._known[question.field] = value
        if not any(finding.weight is Weight.HARD for finding in self._judge() if finding.field == question.field):
            self.changed.emit({question.field: value})

    def _judge(self) -> list[Finding]:
        """Say beside each field what the rules say of it."""
        findings = _findings(self._known, self._today())
        said = {finding.field: finding for finding in findings if finding.weight is not Weight.MISSING}
        for (question, _), field in zip(self._asked, self._fields, strict=True):
            finding = said.get(question.field)
            if finding is not None and str(sentence(finding)):
                field.problem(kind_of(finding), sentence(finding))
            else:
                field.clear_problem()
        return findings

    def dress(self) -> None:
        super().dress()
        for (question, control), field in zip(self._asked, self._fields, strict=True):
            if question.kind == "number":
                control.setFixedWidth(look().px(NUMBER_WIDTH))
            elif question.size:
                field.setFixedWidth(look().px(question.size))


def _control(question: Question) -> Control:
    match question.kind:
        case "chips" | "many":
            return ChipGroup(question.choices, many=question.kind == "many")
        case "number":
            return NumberField(question.size)
        case "text":
            return TextField(question.placeholder)


def _line(fields: list[QWidget] | list[Field], row: Row) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(14)
    for field, question in zip(fields, row, strict=True):
        line.addWidget(field, 0 if question.kind == "number" or question.size else 1)
    if all(question.kind == "number" or question.size for question in row):
        line.addStretch(1)
    return line


def _of(fields: dict[str, Any], question: Question) -> Any:
    value = fields.get(question.field)
    if not question.part:
        return value
    return value.get(question.part) if isinstance(value, dict) else None


def _without_contradiction(chosen: tuple[object, ...], before: list[object]) -> tuple[object, ...]:
    """Keep "nothing" and something from standing together: what was said last counts."""
    if NONE not in chosen or len(chosen) == 1:
        return chosen
    return tuple(value for value in chosen if value != NONE) if NONE in before else (NONE,)


def _findings(fields: dict[str, Any], today: date) -> list[Finding]:
    known = {name: value for name, value in fields.items() if value is not None}
    return check("entrepreneur", {"code": "", **known}, today)
