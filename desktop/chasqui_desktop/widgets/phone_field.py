"""A phone number: country button and grouped figures; any pasted form is understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_box, draw_icon, draw_text, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.text_fields import TextField
from chasqui_desktop.words import Words, say

COUNTRY = say("Widgets", "Código de país: {country}")
EMPTY_MOBILE = "9__ ___ ___"


@dataclass(frozen=True, slots=True)
class Dial:
    """A country one can dial: ISO region (PE), its code without plus (51), its name."""

    region: str
    code: str
    name: Words


Parse = Callable[[str, str], str | None]
"""From what was typed and a region to E.164 (+51987654321), or None when it is no possible number."""


class CountryButton(Dressed, QPushButton):
    """Shows +51 and a caret; opens the list of countries."""

    picked = Signal(object)

    def __init__(self, countries: Sequence[Dial], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._countries = tuple(countries)
        self._dial = self._countries[0]
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)
        self.put_on()

    @property
    def dial(self) -> Dial:
        return self._dial

    def choose(self, dial: Dial) -> None:
        self._dial = dial
        self.retranslate()
        self.updateGeometry()
        self.update()

    def menu_of_countries(self) -> QMenu:
        """The list, in the language in use."""
        menu = QMenu(self)
        for dial in self._countries:
            action = menu.addAction(f"{dial.name}  +{dial.code}")
            action.triggered.connect(lambda _on=False, dial=dial: self._take(dial))
        return menu

    def _open(self) -> None:
        menu = self.menu_of_countries()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _take(self, dial: Dial) -> None:
        self.choose(dial)
        self.picked.emit(dial)

    def retranslate(self) -> None:
        name = str(COUNTRY.fill(country=f"{self._dial.name} +{self._dial.code}"))
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        theme = look()
        width = text_width(f"+{self._dial.code}", sized_font(14, "strong")) + theme.px(48)
        return QSize(max(width, theme.px(77)), theme.px(theme.control))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        t = theme.tokens
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            draw_box(painter, box, t.inset if self.underMouse() else t.surface, t.ctl, 8, t.edge)
            face, words = sized_font(14, "strong"), f"+{self._dial.code}"
            left = (box.width() - text_width(words, face) - theme.px(18)) / 2
            draw_text(painter, box.adjusted(left, 0, 0, 0), words, face, t.text)
            caret = theme.pixmap("caret-down-bold", t.text, 14)
            draw_icon(painter, left + text_width(words, face) + theme.px(4), box.height() / 2, caret)


class _Number(TextField):
    """The figures, grouped by threes while they are typed; the cursor stays with its figure."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(EMPTY_MOBILE, parent=parent)
        self.textEdited.connect(self._group)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.cursorPosition()
        spaced = not self.hasSelectedText() and at > 0 and self.text()[at - 1 : at] == " "
        if event.key() == Qt.Key.Key_Backspace and spaced:
            # A space between groups is ours: deleting it means the figure before it.
            self.setCursorPosition(at - 1)
        super().keyPressEvent(event)

    def _group(self, text: str) -> None:
        if text.strip().startswith(("+", "00")) or re.search(r"[^\d ]", text):
            return
        before = len(re.sub(r"\D", "", text[: self.cursorPosition()]))
        shown = grouped(text)
        if shown != text:
            self.setText(shown)
        at = 0
        while before and at < len(shown):
            before -= shown[at].isdigit()
            at += 1
        self.setCursorPosition(at)


def grouped(text: str) -> str:
    """987654321 as 987 654 321; what follows the third group stays with it."""
    figures = re.sub(r"\D", "", text)
    return " ".join(part for part in (figures[:3], figures[3:6], figures[6:]) if part)


class PhoneField(Dressed, QWidget):
    """A number with its country. The value is E.164, made by the ``parse`` given; the text is kept even if it is none.

    ``edited`` carries the text after each change by a person, ``left`` when the field was left after one.
    """

    edited = Signal(str)
    left = Signal(str)
    answered = Signal()

    def __init__(self, parse: Parse, countries: Sequence[Dial], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parse, self._countries = parse, tuple(countries)
        self.country = CountryButton(countries, self)
        self.number = _Number(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self.country)
        row.addWidget(self.number, 1)
        self.setFocusProxy(self.number)
        self.number.edited.connect(self._typed)
        self.number.left.connect(self._tidy)
        self.country.picked.connect(lambda _dial: self._typed(self.number.text()))
        self.put_on()

    def value(self) -> str | None:
        """E.164, or None when empty or not a possible number."""
        return self._parse(self.number.text(), self.country.dial.region) if self.number.value() else None

    def text(self) -> str:
        """What is written, whether or not it is a number."""
        return self.number.value()

    def set_value(self, phone: str) -> None:
        """Show an E.164 number, or a text that is none, as it is."""
        dial = max(
            (each for each in self._countries if phone.startswith(f"+{each.code}")),
            key=lambda each: len(each.code),
            default=None,
        )
        if dial is None:
            self.number.set_value(phone)
            return
        self.country.choose(dial)
        self.number.set_value(grouped(phone[len(dial.code) + 1 :]))

    def clear(self) -> None:
        """Empty, and back to the first country."""
        self.number.clear()
        self.country.choose(self._countries[0])

    def _typed(self, text: str) -> None:
        foreign = text.strip().startswith("+") or len(re.sub(r"\D", "", text)) > 9
        phone = self.value() if foreign else None
        if phone is not None:
            self.set_value(phone)
        self.edited.emit(self.number.text())
        at_end = self.number.cursorPosition() == len(self.number.text())
        figures = re.sub(r"\D", "", self.number.text())
        peruvian = self.country.dial.region == "PE" and len(figures) == 9
        if peruvian and at_end and self.number.hasFocus() and self.value() is not None:
            self.answered.emit()

    def _tidy(self, text: str) -> None:
        phone = self.value()
        if phone is not None:
            self.set_value(phone)
        self.left.emit(self.number.text())
