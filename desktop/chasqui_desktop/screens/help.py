"""Help: the keys of the screen in front, in a card over its side; nothing stops or moves while it is open."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from chasqui_desktop.screens.rooms import EVERYWHERE, KeyLines
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import IconButton
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.drawing import draw_key, key_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import Label
from chasqui_desktop.words import Words, say

TITLE = say("Help", "Ayuda: {screen}")
HERE = say("Help", "Teclas de esta pantalla")
ALWAYS = say("Help", "En todas las pantallas")
CLOSE = say("Help", "Cerrar la ayuda")
CALM = say("Help", "Todo lo que escribes se guarda solo. Nada se pierde al cerrar, bloquear o cambiar de pantalla.")

WIDTH = 320
OVER, UNDER, BESIDE = 58, 76, 12
"""Room for the line over the cards, for the footer, and at the right: they stay to be seen."""


class KeyLine(Dressed, QWidget):
    """One key and what it does, the words in a column of their own."""

    def __init__(self, key: str, words: Words) -> None:
        super().__init__()
        self._key = key
        self._label = Label(words, "second").wrapped()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.put_on()

    def dress(self) -> None:
        self._row.setContentsMargins(look().px(104), look().px(3), 0, look().px(3))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, max(look().px(26), super().minimumSizeHint().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        t = theme.tokens
        painter = QPainter(self)
        height = theme.px(20)
        box = QRectF(0, (self.height() - height) / 2, key_width(self._key), height)
        draw_key(painter, box, self._key, t.text2, t.ctl)
        painter.end()


class HelpPanel(Card):
    """Lies over the side of the screen, which keeps the focus and goes on."""

    close_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(margins=(18, 8, 12, 12), gap=6, parent=parent)
        self._title = Label("", "card").wrapped()
        close = IconButton("x", CLOSE, "F1")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.close_asked)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._body = QWidget()
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(2)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._body)
        self.column.addLayout(head)
        self.column.addWidget(scroll, 1)

    def lie_over(self, room: QRect) -> None:
        """Take the right side of a screen's room."""
        px = look().px
        width = min(px(WIDTH), room.width())
        place = room.adjusted(room.width() - width, px(OVER), 0, -px(UNDER))
        self.setGeometry(place.translated(-px(BESIDE), 0))
        self.raise_()

    def show_keys(self, screen: Words, keys: KeyLines) -> None:
        """The keys of one screen, then those that work everywhere."""
        self._title.say(TITLE.fill(screen=screen))
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for heading, lines in ((HERE, keys), (ALWAYS, EVERYWHERE)):
            self._lines.addWidget(Label(heading, "label"))
            for key, words in lines:
                self._lines.addWidget(KeyLine(key, words))
            self._lines.addSpacing(10)
        self._lines.addWidget(Label(CALM, "second").wrapped())
        self._lines.addStretch(1)
