"""Line edits: plain text, numbers, documents, the secret phrase, notes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.theme.fonts import slashed_zero
from chasqui_desktop.widgets.drawing import draw_icon
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.words import Words

ICON_ROOM = 26


class TextField(Dressed, QLineEdit):
    """A line of text, with an icon before it if given.

    ``edited`` carries the text a person types, ``left`` says the field was left after a change, ``answered``
    asks to move on to the next field.
    """

    edited = Signal(str)
    left = Signal(str)
    answered = Signal()

    def __init__(self, placeholder: Words = "", icon: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placeholder, self._icon = placeholder, icon
        self._before = ""
        self.textEdited.connect(self.edited)
        self.put_on()

    def value(self) -> str:
        """The text without spaces around it."""
        return self.text().strip()

    def set_value(self, text: str) -> None:
        """Show a text without saying that a person typed it."""
        self.setText(text)
        self.setCursorPosition(0 if not self.hasFocus() else len(text))

    def set_placeholder(self, words: Words) -> None:
        self._placeholder = words
        self.retranslate()

    def dress(self) -> None:
        self.setTextMargins(look().px(ICON_ROOM) if self._icon else 0, 0, 0, 0)

    def retranslate(self) -> None:
        self.setPlaceholderText(str(self._placeholder))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._before = self.text()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.text() != self._before:
            self._before = self.text()
            self.left.emit(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon:
            theme = look()
            with QPainter(self) as painter:
                drawn = theme.pixmap(self._icon, theme.tokens.text2, 16)
                draw_icon(painter, theme.px(8), self.height() / 2, drawn)


class NumberField(TextField):
    """A whole number of at most ``digits`` digits, such as a year or a count."""

    def __init__(self, digits: int, placeholder: Words = "", *, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent=parent)
        pattern = QRegularExpression(rf"\d{{0,{digits}}}")
        self.setValidator(QRegularExpressionValidator(pattern, self))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def number(self) -> int | None:
        """The number written, or None when empty."""
        return int(self.value()) if self.value() else None


class DocumentField(TextField):
    """A document's number, with slashed zeros; moves on by itself when it is complete and valid.

    ``complete`` tells whether the text is whole and right (the rule is the screen's); letters go in as capitals.
    """

    def __init__(
        self, complete: Callable[[str], bool], placeholder: Words = "", *, parent: QWidget | None = None
    ) -> None:
        self._complete = complete
        super().__init__(placeholder, parent=parent)
        self.setFont(slashed_zero(self.font()))
        self.setMaxLength(44)
        self.textEdited.connect(self._typed)

    def set_complete(self, complete: Callable[[str], bool]) -> None:
        """Another rule, as the document type changes."""
        self._complete = complete

    def value(self) -> str:
        """The number without spaces, in capitals."""
        return "".join(self.text().split()).upper()

    def _typed(self, text: str) -> None:
        if text != text.upper():
            at = self.cursorPosition()
            self.setText(text.upper())
            self.setCursorPosition(at)
        at_end = self.cursorPosition() == len(self.text())
        if at_end and self._complete(self.value()):
            self.answered.emit()


class PhraseField(TextField):
    """The secret phrase: hidden, Ctrl R shows it for five seconds; ``caps`` says whether Caps Lock seems to be on."""

    SHOWN_MS = 5000
    shown = Signal(bool)
    caps = Signal(bool)

    def __init__(self, placeholder: Words = "", *, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent=parent)
        self.setProperty("tall", "true")
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.SHOWN_MS)
        self._timer.timeout.connect(self.hide_phrase)
        self._caps = False

    def value(self) -> str:
        """The phrase as typed, spaces and all."""
        return self.text()

    def show_phrase(self) -> None:
        """Show what is typed for five seconds."""
        self.setEchoMode(QLineEdit.EchoMode.Normal)
        self._timer.start()
        self.shown.emit(True)

    def hide_phrase(self) -> None:
        self._timer.stop()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.shown.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_R and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            if self.echoMode() == QLineEdit.EchoMode.Normal:
                self.hide_phrase()
            else:
                self.show_phrase()
            return
        self._notice_caps(event)
        super().keyPressEvent(event)

    def _notice_caps(self, event: QKeyEvent) -> None:
        # Qt does not tell the lock's state: a capital without Shift (or the reverse) gives it away.
        typed = event.text()
        if len(typed) != 1 or not typed.isalpha():
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        on = typed.isupper() != shift
        if on != self._caps:
            self._caps = on
            self.caps.emit(on)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide_phrase()


class NoteField(Dressed, QPlainTextEdit):
    """A few lines of free text. Enter moves on, as in every other field."""

    edited = Signal(str)
    left = Signal(str)
    answered = Signal()

    def __init__(self, placeholder: Words = "", lines: int = 2, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placeholder, self._lines = placeholder, lines
        self._before = ""
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(lambda: self.edited.emit(self.toPlainText()))
        self.put_on()

    def value(self) -> str:
        return self.toPlainText().strip()

    def set_value(self, text: str) -> None:
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(blocked)

    def dress(self) -> None:
        self.setFixedHeight(look().px(16 + 20 * self._lines))

    def retranslate(self) -> None:
        self.setPlaceholderText(str(self._placeholder))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # The order of fields, further up, takes it.
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._before = self.toPlainText()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.toPlainText() != self._before:
            self.left.emit(self.toPlainText())
