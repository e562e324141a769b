"""The notice over the whole window, in large type, for the person across the table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.screens.register.notice_lines import LANGUAGE_NAMES, NOTICE_LANGUAGE, NoticeLines
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import Divider, IconMark, Label
from chasqui_desktop.widgets.switches import Segments
from chasqui_desktop.words import say
from chasqui_resources.consent import ConsentText

PROGRAMME: dict[str, str] = {"en": "Warrior Entrepreneur"}
"""The programme's own name; in every other language it keeps its Spanish one."""
BACK = say("Register", "Volver al registro")
NOTICE = say("Register", "Aviso {version}")


class NoticeForPerson(Dressed, QWidget):
    """Covers the window it is given; Esc or its button take it away, and the focus goes back where it was.

    ``language_chosen`` carries the notice's language after the person's choice.
    """

    language_chosen = Signal(str)
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._covered = window
        self._text: ConsentText | None = None
        self._title = Label("", "title")
        self._languages = Segments((("es", "Español"), ("en", "English")), NOTICE_LANGUAGE)
        self._lines = NoticeLines(64, "shown")
        self._version = Label("", "second")
        self._back = Button(BACK, "quiet", "arrow-left", "Esc", large=True)
        self._languages.chosen.connect(lambda code: self._speak(str(code)))
        self._back.clicked.connect(self.leave)
        self.setProperty("ground", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out()
        self.hide()
        window.installEventFilter(self)
        self.put_on()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(IconMark("chasqui-icon", "primary", 48))
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._languages)
        foot = QHBoxLayout()
        foot.setSpacing(26)
        foot.addStretch(1)
        foot.addWidget(self._version)
        foot.addWidget(self._back)
        card = Card(margins=(44, 24, 44, 24), gap=14)
        card.column.addLayout(head)
        card.column.addWidget(Divider())
        card.column.addSpacing(14)
        card.column.addWidget(self._lines, 1)
        card.column.addSpacing(14)
        card.column.addWidget(Divider())
        card.column.addLayout(foot)
        self._around = QVBoxLayout(self)
        self._around.addWidget(card)

    def dress(self) -> None:
        px = look().px
        self._around.setContentsMargins(px(40), px(32), px(40), px(32))

    def show_notice(self, text: ConsentText, code: str) -> None:
        """Cover the window with a notice in a language."""
        self._text = text
        self._languages.set_choices([(each, LANGUAGE_NAMES.get(each, each)) for each in text.languages])
        self._version.say(NOTICE.fill(version=text.version))
        self._say_in(code)
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()
        self._back.setFocus()

    def leave(self) -> None:
        """Give the window back."""
        if self.isVisible():
            self.hide()
            self.left.emit()

    def _speak(self, code: str) -> None:
        self._say_in(code)
        self.language_chosen.emit(code)

    def _say_in(self, code: str) -> None:
        assert self._text is not None
        self._languages.set_value(code)
        self._title.say(PROGRAMME.get(code, "Guerrero Emprendedor"))
        self._lines.show_lines(self._text.lines, [line.shown[code] for line in self._text.lines])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        # Nothing typed here may reach the form under it.
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._covered.rect())
        return False
