"""Where the records are, in the header: the line's state, three posts with their counts, what is at risk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_box, draw_icon, draw_text, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import Badge
from chasqui_desktop.words import Phrase, number, say

Line = Literal["connected", "sending", "offline", "paused", "trouble", "usb", "clock", "used up", "closed"]

LINES: dict[Line, tuple[Phrase, str, str]] = {
    "connected": (say("Widgets", "Conectado"), "ok", "wifi-high-bold"),
    "sending": (say("Widgets", "Enviando…"), "ok", "wifi-high-bold"),
    "offline": (say("Widgets", "Sin conexión"), "warn", "wifi-slash-bold"),
    "paused": (say("Widgets", "En pausa"), "warn", "pause"),
    "trouble": (say("Widgets", "La sede no responde"), "warn", "warning-fill"),
    "usb": (say("Widgets", "Solo USB"), "warn", "usb"),
    "clock": (say("Widgets", "Revisa la hora"), "warn", "clock"),
    "used up": (say("Widgets", "Datos de hoy usados"), "warn", "pause"),
    "closed": (say("Widgets", "Lectura cerrada"), "warn", "lock-simple"),
}

POSTS = (
    ("laptop", say("Widgets", "Equipo")),
    ("house-line", say("Widgets", "Oficina")),
    ("buildings", say("Widgets", "Sede")),
)

AT_RISK = say("Widgets", "{n} en riesgo")
SPOKEN = say("Widgets", "Equipo {laptop}, oficina {office}, sede {hq}, {risk} en riesgo")


@dataclass(frozen=True, slots=True)
class Relay:
    """Counts of the relay: saved without receipt, at the office, at headquarters, and at risk (see the manual)."""

    laptop: int = 0
    office: int = 0
    hq: int = 0
    risk: int = 0


class LineBadge(Badge):
    """The state of the line, one of ``LINES``."""

    def __init__(self, line: Line = "offline", parent: QWidget | None = None) -> None:
        super().__init__(*LINES[line], parent=parent)

    def show_line(self, line: Line) -> None:
        self.show_state(*LINES[line])


class _Counts(Dressed, QWidget):
    """The three posts, drawn."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.relay = Relay()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.put_on()

    def _columns(self) -> list[tuple[str, str, str, int]]:
        counts = (self.relay.laptop, self.relay.office, self.relay.hq)
        columns = []
        for (icon, name), count in zip(POSTS, counts, strict=True):
            figure = number(count)
            width = max(text_width(figure, sized_font(15, "strong")), text_width(str(name), sized_font(12, "control")))
            columns.append((icon, figure, str(name), width))
        return columns

    def sizeHint(self) -> QSize:
        px = look().px
        width = sum(px(24) + column[3] for column in self._columns()) + 2 * px(31)
        return QSize(width, px(44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        t, px = theme.tokens, theme.px
        with QPainter(self) as painter:
            left = 0
            for at, (icon, figure, name, width) in enumerate(self._columns()):
                if at:
                    draw_icon(painter, left + px(5), px(22), theme.pixmap("arrow-right", t.text2, 17))
                    left += px(31)
                draw_icon(painter, left, px(22), theme.pixmap(icon, t.primary if at == 0 else t.text2, 17))
                left += px(24)
                draw_text(painter, QRectF(left, px(2), width + 4, px(22)), figure, sized_font(15, "strong"), t.text)
                draw_text(painter, QRectF(left, px(22), width + 4, px(18)), name, sized_font(12, "control"), t.text2)
                left += width


class RelayStrip(Dressed, QPushButton):
    """Three posts and "N en riesgo"; a click asks what to do. Folded, it shows the risk alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._counts = _Counts(self)
        self._risk = Badge(tall=True, parent=self)
        for part in (self._counts, self._risk):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addWidget(self._counts)
        self._row.addWidget(self._risk)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.put_on()
        self.show_relay(Relay())

    def show_relay(self, relay: Relay) -> None:
        """New counts, with their sentence."""
        self._counts.relay = relay
        kind, icon = ("bad", "warning-fill") if relay.risk else ("ok", "shield-check-fill")
        self._risk.show_state(AT_RISK.fill(n=relay.risk), kind, icon)
        self._counts.updateGeometry()
        self._counts.update()
        self.retranslate()
        self.updateGeometry()

    @property
    def relay(self) -> Relay:
        return self._counts.relay

    def set_folded(self, folded: bool) -> None:
        self._counts.setVisible(not folded)
        self.updateGeometry()

    def retranslate(self) -> None:
        relay = self._counts.relay
        said = SPOKEN.fill(laptop=relay.laptop, office=relay.office, hq=relay.hq, risk=relay.risk)
        self.setAccessibleName(str(said))
        self.setToolTip(str(said))

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse():
            with QPainter(self) as painter:
                draw_box(painter, QRectF(self.rect()), look().tokens.inset, None, 8)
