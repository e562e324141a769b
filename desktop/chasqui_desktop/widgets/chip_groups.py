"""Groups of chips: one question, answered by one key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.chips import Chip, RadioChip
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.flow import FlowLayout
from chasqui_desktop.words import Words, say

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the value kept, the words shown, the key that picks it (a word too: S in Spanish is Y in English)."""

    value: object
    words: Words
    key: Words = ""


def numbered(*pairs: tuple[object, Words]) -> tuple[Choice, ...]:
    """Choices with the keys 1, 2, 3 and so on."""
    return tuple(Choice(value, words, str(at)) for at, (value, words) in enumerate(pairs, 1))


class ChipGroup(Dressed, QWidget):
    """Chips in a row that wraps; one tab stop; the ring moves with the arrows.

    ``chosen`` carries the value (a tuple of values when ``many``; None or () when cleared) after a person's act,
    never after `set_value`. ``answered`` asks to move on to the next field.
    """

    chosen = Signal(object)
    answered = Signal()

    def __init__(
        self, choices: Sequence[Choice], *, many: bool = False, low: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._many, self._low = many, low
        self._choices: tuple[Choice, ...] = ()
        self._chips: list[Chip | RadioChip] = []
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_choices(choices)
        self.put_on()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Other answers to the same question; what was chosen stays if it is still offered."""
        kept, focused = self.values(), self.has_focus()
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
            chip.hide()
        self._choices = tuple(choices)
        made = Chip if self._many else RadioChip
        self._chips = [made(each.words, each.key, low=self._low, parent=self) for each in choices]
        for chip, choice in zip(self._chips, self._choices, strict=True):
            self._flow.addWidget(chip)
            chip.clicked.connect(lambda _on=False, value=choice.value: self._pick(value, go_on=False, toggled=True))
            chip.setVisible(True)
        self._check(kept)
        self._rove(self._first())
        if focused and self._chips:
            self.setFocus()

    def dress(self) -> None:
        self._flow.setSpacing(look().px(7))

    def value(self) -> object | None:
        """The value chosen, or None; of an exclusive group."""
        values = self.values()
        return values[0] if values else None

    def values(self) -> tuple[object, ...]:
        """All values chosen, in the order shown."""
        return tuple(c.value for c, chip in zip(self._choices, self._chips, strict=True) if chip.isChecked())

    def set_value(self, value: object | None) -> None:
        """Choose without saying so; None clears."""
        self.set_values(() if value is None else (value,))

    def set_values(self, values: Sequence[object]) -> None:
        self._check(values)
        self._rove(self._first())

    def say_choice(self, value: object, words: Words) -> None:
        """Other words on one choice. Raises StopIteration when there is no such value."""
        at = next(at for at, choice in enumerate(self._choices) if choice.value == value)
        self._chips[at].say(words)

    def clear(self) -> None:
        self.set_values(())

    def chips(self) -> tuple[Chip | RadioChip, ...]:
        return tuple(self._chips)

    def has_focus(self) -> bool:
        return any(chip.hasFocus() for chip in self._chips)

    def _check(self, values: Sequence[object]) -> None:
        # Qt keeps one of exclusive buttons checked, and calls only exclusive ones radio buttons to a screen reader:
        # so they are exclusive except while we set them, and a question can be unanswered again.
        for chip in self._chips:
            chip.setAutoExclusive(False)
        for choice, chip in zip(self._choices, self._chips, strict=True):
            chip.setChecked(choice.value in values)
        for chip in self._chips:
            chip.setAutoExclusive(not self._many)

    def _first(self) -> int:
        return next((at for at, chip in enumerate(self._chips) if chip.isChecked()), 0)

    def _rove(self, at: int) -> None:
        """Make chip ``at`` the one the tab key and the ring stop at."""
        for each, chip in enumerate(self._chips):
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == at else Qt.FocusPolicy.ClickFocus)
        if self._chips:
            self.setFocusProxy(self._chips[at])

    def _pick(self, value: object, *, go_on: bool, toggled: bool = False) -> None:
        at = next(at for at, choice in enumerate(self._choices) if choice.value == value)
        if self._many:
            # A click has already turned the chip; a key has not.
            if not toggled:
                self._chips[at].setChecked(not self._chips[at].isChecked())
            self._rove_focused(at)
            self.chosen.emit(self.values())
            return
        self._check((value,))
        self._rove_focused(at)
        self.chosen.emit(value)
        if go_on:
            self.answered.emit()

    def _rove_focused(self, at: int) -> None:
        self._rove(at)
        if self.has_focus():
            self._chips[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            event.ignore()
            return
        at = next((at for at, chip in enumerate(self._chips) if chip.hasFocus()), self._first())
        key, typed = Qt.Key(event.key()), event.text().upper()
        picked = next((c.value for c in self._choices if typed and str(c.key).upper() == typed), None)
        if picked is not None:
            self._pick(picked, go_on=True)
        elif key in STEPS:
            self._rove_focused((at + STEPS[key]) % len(self._chips))
        elif key == Qt.Key.Key_Space:
            self._pick(self._choices[at].value, go_on=False)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._check(())
            self.chosen.emit(() if self._many else None)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._chips:
            self._chips[self._first()].setFocus(event.reason())


YES = say("Widgets", "Sí")
NO = say("Widgets", "No")
NOT_SAID = say("Widgets", "No dice")
YES_KEY = say("Widgets", "S")
NO_KEY = say("Widgets", "N")


class YesNo(ChipGroup):
    """Sí / No (True, False), and "No dice" (the text ``not_said``) where silence is an answer too."""

    def __init__(self, *, not_said: bool = False, low: bool = False, parent: QWidget | None = None) -> None:
        choices = [Choice(True, YES, YES_KEY), Choice(False, NO, NO_KEY)]
        if not_said:
            choices.append(Choice("not_said", NOT_SAID, "0"))
        super().__init__(choices, low=low, parent=parent)

    def minimumSizeHint(self) -> QSize:
        # Two or three short chips are one line always.
        return self.sizeHint()
