"""The navigation rail: icon over word, F-key at the corner, a count where something waits."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from chasqui_desktop.theme import LIGHT, look
from chasqui_desktop.widgets.drawing import draw_box, draw_icon, draw_text, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.words import Words, number, say

WAITING = say("Widgets", "{name}, {n} por ver")


class NavEntry(Dressed, QPushButton):
    """One entry of the rail; 76 × 60 px, or 64 × 60 without words."""

    def __init__(self, name: str, icon: str, words: Words, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self._icon, self._words, self._key = icon, words, key
        self._count, self._narrow = 0, False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.put_on()

    def show_count(self, count: int) -> None:
        """How many things wait there; 0 shows none."""
        self._count = count
        self.retranslate()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.dress()
        self.retranslate()

    def dress(self) -> None:
        px = look().px
        if self._narrow:
            # No words, so it needs not grow with them.
            self.setFixedSize(64, 60)
        else:
            words = text_width(str(self._words), sized_font(13, "strong"))
            self.setFixedSize(max(px(76), words + px(6)), px(60))

    def retranslate(self) -> None:
        words = str(self._words)
        waiting = str(WAITING.fill(name=words, n=self._count)) if self._count else words
        self.setAccessibleName(waiting)
        self.setAccessibleDescription(self._key)
        self.setToolTip(f"{words} · {self._key}" if self._narrow else "")
        self.dress()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        t, px, here = theme.tokens, theme.px, self.isChecked()
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            if here:
                draw_box(painter, box, t.rail_active, None, 8)
            elif self.underMouse():
                draw_box(painter, box, None, t.rail_text, 8)
            ink = t.rail_on if here else t.rail_text
            filled = f"{self._icon}-fill" if here and self._icon in FILLED else self._icon
            drawn = theme.pixmap(filled, ink, 2400 / theme.scale if self._narrow else 20)
            left = (box.width() - drawn.deviceIndependentSize().width()) / 2
            draw_icon(painter, left, 30 if self._narrow else px(21), drawn)
            centre = Qt.AlignmentFlag.AlignHCenter
            if not self._narrow:
                face = sized_font(13, "strong")
                draw_text(painter, QRectF(0, px(33), box.width(), px(22)), str(self._words), face, ink, centre)
                corner = QRectF(0, px(4), box.width() - px(3), px(18))
                draw_text(painter, corner, self._key, sized_font(12, "title"), ink, Qt.AlignmentFlag.AlignRight)
            if self._count:
                self._paint_count(painter)

    def _paint_count(self, painter: QPainter) -> None:
        # In the narrow rail nothing grows with the text: there is no room beside the icon.
        unit = 1.0 if self._narrow else look().scale / 100
        words = number(self._count) if self._count < 100 else "99+"
        face = sized_font(12 * unit * 100 / look().scale, "title")
        width = max(22 * unit, text_width(words, face) + 10 * unit)
        box = QRectF(3 * unit, 4 * unit, width, 20 * unit)
        painter.setPen(Qt.PenStyle.NoPen)
        # The rail is dark in every theme, so its count is qolle with ink on it in every theme.
        painter.setBrush(QColor(LIGHT.mig))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(box, 10 * unit, 10 * unit)
        draw_text(painter, box, words, face, LIGHT.text, Qt.AlignmentFlag.AlignHCenter)


FILLED = (
    "identification-card", "users", "phone-call", "paper-plane-tilt", "chart-bar", "git-merge", "house-line",
    "flag-banner", "file-text", "shield-check", "question", "lock-simple",
)  # fmt: skip


class NavRail(Dressed, QFrame):
    """Entries from the top, help and lock at the foot; ``asked`` carries the name of the entry wanted."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "rail")
        self._narrow = False
        self._entries: dict[str, NavEntry] = {}
        self._mark = _Mark(self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self._top, self._foot = QVBoxLayout(), QVBoxLayout()
        self._column.addLayout(self._top)
        self._column.addStretch(1)
        self._column.addLayout(self._foot)
        self.put_on()

    def add(self, name: str, icon: str, words: Words, key: str, *, foot: bool = False) -> NavEntry:
        """Append an entry. ``name`` is what `asked` and `show_here` speak of."""
        entry = NavEntry(name, icon, words, key, self)
        entry.clicked.connect(lambda: self._ask(name))
        (self._foot if foot else self._top).addWidget(entry, 0, Qt.AlignmentFlag.AlignHCenter)
        self._entries[name] = entry
        entry.set_narrow(self._narrow)
        return entry

    def clear(self) -> None:
        """Take all entries away, as the user changes."""
        for entry in self._entries.values():
            entry.hide()
            entry.deleteLater()
        self._entries = {}

    def names(self) -> tuple[str, ...]:
        return tuple(self._entries)

    def entry(self, name: str) -> NavEntry:
        """The entry of that name. Raises KeyError."""
        return self._entries[name]

    def show_entry(self, name: str, *, is_there: bool) -> None:
        """Let an entry be there or not; the rail is as wide as the words of those that are. Raises KeyError."""
        self._entries[name].setVisible(is_there)
        self.dress()

    def show_here(self, name: str) -> None:
        """Mark where we are; a name that has no entry marks none."""
        for each, entry in self._entries.items():
            entry.setChecked(each == name)

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, for windows under 1000 effective px."""
        self._narrow = narrow
        for entry in self._entries.values():
            entry.set_narrow(narrow)
        self.dress()

    def _ask(self, name: str) -> None:
        # The mark moves when the screen has really changed, not on the click.
        entry = self._entries[name]
        entry.setChecked(not entry.isChecked())
        self.asked.emit(name)

    def dress(self) -> None:
        px = look().px
        widest = max((entry.width() for entry in self._entries.values() if not entry.isHidden()), default=0)
        self.setFixedWidth(76 if self._narrow else max(px(96), widest + px(12)))
        self._column.setContentsMargins(0, px(14), 0, px(10))
        self._column.setSpacing(px(14))
        self._top.setSpacing(px(6))
        self._foot.setSpacing(px(6))


class _Mark(Dressed, QWidget):
    """The Chasqui's stair, at the head of the rail."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.put_on()

    def dress(self) -> None:
        self.setFixedSize(look().px(36), look().px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_icon(painter, 0, self.height() / 2, look().pixmap("chasqui", "#FFFFFF", 36))
