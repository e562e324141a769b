"""Birth dates as they are said: 14081991, 14/8/91, or an age alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from chasqui_desktop.widgets.text_fields import TextField
from chasqui_desktop.words import say

PLACEHOLDER = say("Widgets", "dd/mm/aaaa o edad")

OLDEST = 115
"""An age typed alone, or a two-figure year, is never read as older than this."""


@dataclass(frozen=True, slots=True)
class Birth:
    """What was understood: a whole date, or an age in years, or neither (``unclear``: the text is something else)."""

    day: date | None = None
    age: int | None = None
    unclear: bool = False


def read_birth(text: str, today: date) -> Birth:
    """Understand what was typed. Two-figure years are the latest that is not in the future."""
    text = text.strip()
    if not text:
        return Birth()
    if re.fullmatch(r"\d{1,3}", text):
        return Birth(age=int(text)) if int(text) <= OLDEST else Birth(unclear=True)
    parts = re.fullmatch(r"(\d{1,2})\D+(\d{1,2})\D+(\d{4}|\d{2})", text) or re.fullmatch(
        r"(\d{2})(\d{2})(\d{4})", re.sub(r"\D", "", text)
    )
    if parts is None:
        return Birth(unclear=True)
    when, month, year = (int(part) for part in parts.groups())
    if len(parts.group(3)) == 2:
        year += today.year // 100 * 100
        year -= 100 if year > today.year else 0
    try:
        return Birth(day=date(year, month, when))
    except ValueError:
        return Birth(unclear=True)


def age_on(born: date, today: date) -> int:
    """Whole years."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


class DateField(TextField):
    """A birth date with its slashes put in while typing; moves on when eight figures make a date that has come.

    ``today`` is a clock: called when something must be compared with the present day.
    ``understood`` carries a `Birth` after each change by a person.
    """

    understood = Signal(object)

    def __init__(self, today: Callable[[], date], *, parent: QWidget | None = None) -> None:
        self._today = today
        super().__init__(PLACEHOLDER, parent=parent)
        self.setMaxLength(10)
        self.textEdited.connect(self._typed)

    def birth(self) -> Birth:
        """What the text means today."""
        return read_birth(self.text(), self._today())

    def set_birth(self, birth: Birth) -> None:
        if birth.day is not None:
            self.set_value(written(birth.day))
        else:
            self.set_value("" if birth.age is None else str(birth.age))

    def _typed(self, text: str) -> None:
        figures = re.sub(r"\D", "", text)
        grown = self.cursorPosition() == len(text) and re.fullmatch(r"(\d{2}/){0,2}\d{1,8}", text)
        if grown and len(figures) > 3:
            self.setText("/".join(part for part in (figures[:2], figures[2:4], figures[4:]) if part))
        birth = self.birth()
        self.understood.emit(birth)
        whole = birth.day is not None and len(figures) == 8 and self.cursorPosition() == len(self.text())
        if whole and birth.day is not None and birth.day <= self._today():
            self.answered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        born = self.birth().day
        if born is not None:
            self.setText(written(born))
        super().focusOutEvent(event)


def written(born: date) -> str:
    """dd/mm/aaaa in both languages: it is what the papers on the table show."""
    return f"{born.day:02}/{born.month:02}/{born.year:04}"
