"""Buttons with their key cap inside, and square icon buttons."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from chasqui_desktop.theme import Tokens, look
from chasqui_desktop.widgets.drawing import (
    draw_box,
    draw_icon,
    draw_key,
    draw_text,
    key_width,
    sized_font,
    text_width,
)
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.words import Words

Kind = Literal["primary", "quiet", "soft", "bare", "danger", "toast"]


class Button(Dressed, QPushButton):
    """A button with words, icon and the key that does the same.

    ``primary`` acts, ``quiet`` is outlined, ``soft`` tinted, ``bare`` has no box, ``danger`` is outlined in crimson,
    ``toast`` lies on the dark toast. The key is only shown: the screen owns its shortcuts.
    """

    def __init__(
        self,
        words: Words,
        kind: Kind = "quiet",
        icon: str = "",
        key: str = "",
        *,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._kind, self._icon, self._key, self._large = words, kind, icon, key, large
        self._height = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(key)
        self.put_on()

    def say(self, words: Words) -> None:
        """Other words on the same button ("Abrir", then "Abriendo…")."""
        self._words = words
        self.retranslate()
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: Kind) -> None:
        self._kind = kind
        self.update()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def set_key(self, key: str) -> None:
        self._key = key
        self.setAccessibleDescription(key)
        self.updateGeometry()
        self.update()

    def set_height(self, px: int) -> None:
        """Another height than 40 (48 when large), of the drawings."""
        self._height = px
        self.updateGeometry()

    def retranslate(self) -> None:
        self.setText(str(self._words))
        self.setAccessibleName(str(self._words))

    def sizeHint(self) -> QSize:
        theme = look()
        height = self._height or (48 if self._large else theme.control)
        return QSize(round(self._content_width() + 2 * self._side()), theme.px(height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _side(self) -> int:
        return look().px(20 if self._large else 13)

    def _font_px(self) -> float:
        return 16 if self._large else 14

    def _content_width(self) -> float:
        theme = look()
        width: float = text_width(self.text(), sized_font(self._font_px(), "strong"))
        if self._icon:
            width += theme.px(18) + (theme.px(6) if self.text() else 0)
        if self._key:
            width += theme.px(19) + key_width(self._key) - theme.px(6 if self._large else 5)
        return width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        fill, ink, edge = _colours(self._kind, theme.tokens, self.underMouse() or self.isDown())
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            draw_box(painter, box, fill, edge, 8, theme.tokens.edge)
            left: float = self._side()
            if not self._key:
                left = max(left, (box.width() - self._content_width()) / 2)
            if self._icon:
                draw_icon(painter, left, box.height() / 2, theme.pixmap(self._icon, ink, 17))
                left += theme.px(18) + theme.px(6)
            if self.text():
                face = sized_font(self._font_px(), "strong")
                draw_text(painter, box.adjusted(left, 0, 0, 0), self.text(), face, ink)
            if self._key:
                self._paint_key(painter, box, ink)

    def _paint_key(self, painter: QPainter, box: QRectF, ink: str) -> None:
        theme = look()
        tokens = theme.tokens
        width, height = key_width(self._key), theme.px(20)
        right = self._side() - (theme.px(6 if self._large else 5))
        cap = QRectF(box.width() - right - width, (box.height() - height) / 2, width, height)
        solid = self._kind in ("primary", "toast")
        draw_key(painter, cap, self._key, ink if solid else tokens.text2, ink if solid else tokens.ctl)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def _colours(kind: Kind, t: Tokens, near: bool) -> tuple[str | None, str, str | None]:
    """Fill, ink and edge; ``near`` is the pointer over it, or it pressed."""
    match kind:
        case "primary":
            return (t.primary_hover if near else t.primary), t.on_primary, None
        case "soft":
            return t.soft, t.soft_text, t.primary if t.outlined or near else None
        case "bare":
            return (t.soft if near else None), t.soft_text, t.ctl if t.outlined else None
        case "danger":
            return (t.bad_soft if near else t.surface), t.bad, t.bad
        case "toast":
            return None, t.toast_text, t.toast_text
        case _:
            return (t.inset if near else t.surface), t.text, t.ctl


class IconButton(Dressed, QPushButton):
    """A 40 px square with an icon alone; its words are spoken and shown when the pointer rests."""

    def __init__(self, icon: str, words: Words, key: str = "", px: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._words, self._key, self._px = icon, words, key, px
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.put_on()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def dress(self) -> None:
        side = look().px(40)
        self.setFixedSize(side, side)

    def retranslate(self) -> None:
        words = str(self._words)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} · {self._key}" if self._key else words)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        with QPainter(self) as painter:
            if self.underMouse():
                draw_box(painter, QRectF(self.rect()), theme.tokens.soft, None, 8)
            drawn = theme.pixmap(self._icon, theme.tokens.text2, self._px)
            draw_icon(painter, (self.width() - drawn.deviceIndependentSize().width()) / 2, self.height() / 2, drawn)
