"""The three posts in large: this laptop, the office, headquarters, and what lies at each."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from chasqui_desktop.book import Counts
from chasqui_desktop.line_state import Line
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.words import Words, say

HERE = say("Sending", "Este equipo")
OFFICE = say("Sending", "Oficina")
HEADQUARTERS = say("Sending", "Sede")
TO_SEND = say("Sending", "por enviar")
PASSING = say("Sending", "esperan pasar a la sede")
RECEIPTED = say("Sending", "con recibo firmado")
FIGURE = say("Sending", "{n}")
SPOKEN = say("Sending", "{post}: {n} {state}")


class PostCard(Card):
    """One post: its icon, name, how many registrations and in what state."""

    def __init__(self, icon: str, name: Words, state: Words, *, here: bool = False) -> None:
        self._name, self._state, self._count = name, state, 0
        super().__init__("chosen" if here else "inset", margins=(18, 14, 16, 14), gap=4)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconMark(icon, "primary" if here else "text2", 24))
        head.addWidget(Label(name, "head"))
        head.addStretch(1)
        self._figure = Label("0", "number")
        self._tick = IconMark("", "ok", 20)
        row = QHBoxLayout()
        row.addWidget(self._figure)
        row.addStretch(1)
        row.addWidget(self._tick)
        # the figure belongs to its words, not to the name of the post
        self.column.addLayout(head)
        self.column.addStretch(3)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.column.addWidget(Label(state, "second"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_count(self, count: int, *, ticked: bool = False) -> None:
        """How many are here; ``ticked`` where they have nowhere further to go."""
        self._count = count
        self._figure.say(FIGURE.fill(n=count))
        self._tick.show_icon("check-circle-fill" if ticked else "")
        self._speak()

    def retranslate(self) -> None:
        self._speak()

    def _speak(self) -> None:
        self.setAccessibleName(str(SPOKEN.fill(post=self._name, n=self._count, state=self._state)))


class Way(Dressed, QWidget):
    """The path between two posts: dashed without a line, with a runner on it while sending."""

    def __init__(self) -> None:
        super().__init__()
        self._open, self._running = True, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.put_on()

    def show_state(self, *, open_way: bool, running: bool) -> None:
        self._open, self._running = open_way, running
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(84), look().px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(24), look().px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        t, px = theme.tokens, theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(t.primary if self._running else t.ctl)
        middle, left, right = self.height() / 2, px(10), self.width() - px(9)
        style = Qt.PenStyle.SolidLine if self._open else Qt.PenStyle.DashLine
        painter.setPen(QPen(ink, 3 if self._running else 1.8, style))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        painter.setPen(QPen(ink, 3 if self._running else 1.8, Qt.PenStyle.SolidLine))
        head = px(8)
        painter.drawPolyline(
            [QPointF(right - head, middle - head), QPointF(right, middle), QPointF(right - head, middle + head)]
        )
        if self._running:
            centre, side = (left + right) / 2, px(8)
            painter.setPen(QPen(QColor(t.surface), 1.5))
            painter.setBrush(QColor(t.mig))
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(centre - side, middle),
                        QPointF(centre, middle - side),
                        QPointF(centre + side, middle),
                        QPointF(centre, middle + side),
                    ]
                )
            )
        painter.end()


class Relay(QWidget):
    """Three posts and the ways between them."""

    def __init__(self) -> None:
        super().__init__()
        self.here = PostCard("laptop", HERE, TO_SEND, here=True)
        self.office = PostCard("house-line", OFFICE, PASSING)
        self.headquarters = PostCard("buildings", HEADQUARTERS, RECEIPTED)
        self._ways = (Way(), Way())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self.here, self._ways[0], self.office, self._ways[1], self.headquarters):
            row.addWidget(widget, 0 if isinstance(widget, Way) else 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Counts) -> None:
        self.here.show_count(counts.laptop)
        self.office.show_count(counts.office)
        self.headquarters.show_count(counts.headquarters, ticked=counts.headquarters > 0)

    def show_line(self, line: Line) -> None:
        """The first way is the laptop's own line; the second is the office's, which is not seen from here."""
        self._ways[0].show_state(
            open_way=line in {Line.CONNECTED, Line.SENDING, Line.CLOCK}, running=line is Line.SENDING
        )
