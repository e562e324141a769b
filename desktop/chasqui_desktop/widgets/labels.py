"""Text and small marks: label, icon, key cap, badge, avatar, divider."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.theme.fonts import slashed_zero
from chasqui_desktop.widgets.drawing import (
    draw_box,
    draw_icon,
    draw_key,
    draw_text,
    key_width,
    sized_font,
    text_width,
)
from chasqui_desktop.widgets.dressed import Dressed, repolish
from chasqui_desktop.words import Words

Tone = Literal["", "ok", "warn", "bad", "primary", "soft", "quiet", "second"]


class Label(Dressed, QLabel):
    """Text in one of the sheet's roles.

    Roles: ``welcome number title card head notice value body lead label second hint small``.
    """

    def __init__(self, words: Words = "", role: str = "body", tone: Tone = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.put_on()

    def say(self, words: Words) -> None:
        """Show other words; they follow the language too."""
        self._words = words
        self.retranslate()

    def set_tone(self, tone: Tone) -> None:
        repolish(self, tone=tone)

    def set_role(self, role: str) -> None:
        repolish(self, role=role)

    def as_code(self) -> Label:
        """Slashed zero, for documents and codes."""
        self.setFont(slashed_zero(self.font()))
        return self

    def wrapped(self) -> Label:
        """Break lines instead of widening the window."""
        self.setWordWrap(True)
        return self

    def retranslate(self) -> None:
        self.setText(str(self._words))


class IconMark(Dressed, QLabel):
    """One icon in the colour of one token; decoration unless it is given an accessible name."""

    def __init__(self, name: str, colour: str = "text2", px: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._colour, self._px = name, colour, px
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.put_on()

    def show_icon(self, name: str, colour: str | None = None) -> None:
        """Another icon; an empty ``name`` shows none. ``colour`` is the name of a token."""
        new = name, colour or self._colour
        if new != (self._icon, self._colour):
            self._icon, self._colour = new
            self.dress()

    def dress(self) -> None:
        theme = look()
        self.setFixedWidth(theme.px(self._px))
        self.setMinimumHeight(theme.px(self._px))
        if self._icon:
            self.setPixmap(theme.pixmap(self._icon, getattr(theme.tokens, self._colour), self._px))
        else:
            self.clear()


class KeyCap(Dressed, QWidget):
    """A key's name in its little frame."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_key(key)
        self.put_on()

    def show_key(self, key: str) -> None:
        self._key = key
        self.setAccessibleName(key)
        self.dress()
        self.update()

    def dress(self) -> None:
        self.setFixedSize(key_width(self._key), look().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = look().tokens
        with QPainter(self) as painter:
            draw_key(painter, QRectF(self.rect()), self._key, tokens.text2, tokens.ctl)


class Badge(Dressed, QWidget):
    """A short state in a tinted box: kinds ``ok warn bad soft quiet``, with an icon where a shape must tell it too."""

    def __init__(
        self,
        words: Words = "",
        kind: str = "warn",
        icon: str = "",
        *,
        code: bool = False,
        tall: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._kind, self._icon = words, kind, icon
        self._code, self._tall = code, tall
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.put_on()

    def show_state(self, words: Words, kind: str | None = None, icon: str | None = None) -> None:
        """Other words, kind or icon; what is not given stays."""
        self._words = words
        self._kind = self._kind if kind is None else kind
        self._icon = self._icon if icon is None else icon
        self.retranslate()
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return str(self._words)

    def retranslate(self) -> None:
        self.setAccessibleName(self.text())

    def _face(self) -> QFont:
        face = sized_font(13, "strong")
        return slashed_zero(face) if self._code else face

    def sizeHint(self) -> QSize:
        theme = look()
        marks = theme.px(20) if self._icon else 0
        width = text_width(self.text(), self._face()) + marks + theme.px(21 if self._tall else 17)
        return QSize(width, theme.px(30 if self._tall else 24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, t = look(), look().tokens
        fill, ink, edge = {
            "ok": (t.ok_soft, t.ok, t.ok),
            "warn": (t.warn_soft, t.warn_text, t.warn_line),
            "bad": (t.bad_soft, t.bad, t.bad),
            "soft": (t.soft, t.soft_text, t.primary),
            "quiet": (t.inset, t.text2, t.ctl),
        }[self._kind]
        with QPainter(self) as painter:
            draw_box(painter, QRectF(self.rect()), fill, edge if t.outlined else None, 6)
            left = theme.px(10 if self._tall else 8)
            if self._icon:
                draw_icon(painter, left - 1, self.height() / 2, theme.pixmap(self._icon, ink, 14))
                left += theme.px(19)
            draw_text(painter, QRectF(self.rect()).adjusted(left, 0, 0, 0), self.text(), self._face(), ink)


class Avatar(Dressed, QWidget):
    """Initials in a circle; ``strong`` is the person in question, ``soft`` one among others."""

    def __init__(self, initials: str, px: int = 40, strong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials, self._px, self._strong = initials, px, strong
        self.put_on()

    def show_initials(self, initials: str, strong: bool | None = None) -> None:
        self._initials = initials
        self._strong = self._strong if strong is None else strong
        self.update()

    def dress(self) -> None:
        side = look().px(self._px)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_avatar(painter, QRectF(self.rect()), self._initials, self._strong)


def draw_avatar(painter: QPainter, box: QRectF, initials: str, strong: bool) -> None:
    """Initials in a circle filling the square ``box``."""
    t = look().tokens
    fill, ink = (t.primary, t.on_primary) if strong else (t.soft, t.soft_text)
    if t.outlined and not strong:
        draw_box(painter, box, fill, t.primary, 999, 1.5)
    else:
        draw_box(painter, box, fill, None, 999)
    size = 12 if box.width() < look().px(37) else (20 if box.width() > look().px(45) else 15)
    draw_text(painter, box, initials, sized_font(size, "strong"), ink, Qt.AlignmentFlag.AlignHCenter)


class Divider(QFrame):
    """A hair line between parts of a card."""

    def __init__(self, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("line", "upright" if upright else "true")
