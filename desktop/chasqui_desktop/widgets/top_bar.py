"""The header of every screen: context or title at the left; line, relay, language, theme, privacy, user right."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import IconButton
from chasqui_desktop.widgets.drawing import draw_box, draw_icon, draw_text, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import Label, draw_avatar
from chasqui_desktop.widgets.relay import LineBadge, RelayStrip
from chasqui_desktop.widgets.rows import fitted
from chasqui_desktop.widgets.switches import LanguageSwitch
from chasqui_desktop.words import Words, say

THEME = say("Widgets", "Cambiar colores")
PRIVACY = say("Widgets", "Ocultar la pantalla")
SETTINGS = say("Widgets", "Ajustes")
MORE = say("Widgets", "Más")

WITH_ICON, WITHOUT_ICON, AT_CARET = 37, 12, 35
"""What a chooser has beside its words, of the drawings: at their left, and at their right."""
THEME_ICONS = {"light": "sun", "dark": "moon", "sun": "sun-fill"}


class ContextButton(Dressed, QPushButton):
    """What holds from person to person (outreach point, edition): a small label over the value, and a caret.

    Where there is too little room the icon goes first, then ``short`` stands for the label, then words are cut.
    """

    def __init__(
        self, icon: str, label: Words, value: Words = "", parent: QWidget | None = None, *, short: Words = ""
    ) -> None:
        super().__init__(parent)
        self._icon, self._label, self._value = icon, label, value
        self._short = short or label
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.put_on()

    def show_value(self, value: Words) -> None:
        self._value = value
        self.retranslate()
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(f"{self._label}: {self._value}")
        self.setToolTip(str(self._value))

    def sizeHint(self) -> QSize:
        return QSize(self._needs(self._label) + look().px(WITH_ICON + AT_CARET + 4), look().px(42))

    def minimumSizeHint(self) -> QSize:
        px = look().px
        return QSize(min(self._needs(self._short) + px(WITHOUT_ICON + AT_CARET + 1), px(120)), px(42))

    def _needs(self, label: Words) -> int:
        """Width of the words alone, with so much of a label."""
        value = text_width(str(self._value), sized_font(14, "strong"))
        return max(text_width(str(label), sized_font(13)), value)

    def shown(self) -> tuple[str, str, bool]:
        """Label and value as there is room for them, and whether the icon has its own."""
        px, small, strong = look().px, sized_font(13), sized_font(14, "strong")
        has_icon = self.width() >= self._needs(self._label) + px(WITH_ICON + AT_CARET)
        room = QRectF(0, 0, self.width() - px((WITH_ICON if has_icon else WITHOUT_ICON) + AT_CARET - 2), 0)
        is_short = text_width(str(self._label), small) > room.width()
        label = fitted(str(self._short if is_short else self._label), small, room)
        return label, fitted(str(self._value), strong, room), has_icon

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        t, px = theme.tokens, theme.px
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            draw_box(painter, box, t.soft if self.underMouse() else t.inset, t.border, 8, t.edge)
            label, value, has_icon = self.shown()
            if has_icon:
                draw_icon(painter, px(12), box.height() / 2, theme.pixmap(self._icon, t.primary, 18))
            left = px(WITH_ICON if has_icon else WITHOUT_ICON)
            room = box.width() - left
            draw_text(painter, QRectF(left, px(3), room, px(18)), label, sized_font(13), t.text2)
            draw_text(painter, QRectF(left, px(20), room, px(20)), value, sized_font(14, "strong"), t.text)
            caret = theme.pixmap("caret-down", t.text2, 14)
            draw_icon(painter, box.width() - px(25), box.height() / 2, caret)


class UserButton(Dressed, QPushButton):
    """The initials of who works; opens the settings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.put_on()

    def show_initials(self, initials: str) -> None:
        self._initials = initials
        self.update()

    def dress(self) -> None:
        self.setFixedSize(look().px(36), look().px(36))

    def retranslate(self) -> None:
        self.setAccessibleName(str(SETTINGS))
        self.setToolTip(str(SETTINGS))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            inset = look().px(2)
            draw_avatar(
                painter, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self._initials, strong=False
            )


class TopBar(Dressed, QFrame):
    """56 px. ``left`` is the slot of the screen in front: a title, or the desk's context buttons."""

    language_asked = Signal(str)
    theme_asked = Signal()
    privacy_asked = Signal()
    settings_asked = Signal()
    relay_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "top")
        self.line = LineBadge()
        self.relay = RelayStrip()
        self.language = LanguageSwitch()
        self.theme = IconButton("sun", THEME, "Ctrl T")
        self.privacy = IconButton("eye-slash", PRIVACY, "F9")
        self.user = UserButton()
        self.more = IconButton("dots-three-vertical", MORE)
        self._title = Label("", "title")
        self._second = Label("", "second")
        self._slot: QWidget | None = None
        self._lay_out()
        self._connect()
        self.set_folded(False)
        self.put_on()

    def _lay_out(self) -> None:
        self.left = QHBoxLayout()
        self.left.setSpacing(8)
        self.left.addWidget(self._title)
        self.left.addSpacing(4)
        self.left.addWidget(self._second, 1)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self.left, 1)
        for part in (self.line, self.relay, self.language, self.theme, self.privacy, self.user, self.more):
            self._row.addWidget(part)

    def _connect(self) -> None:
        self.language.chosen.connect(lambda code: self.language_asked.emit(str(code)))
        self.theme.clicked.connect(self.theme_asked)
        self.privacy.clicked.connect(self.privacy_asked)
        self.user.clicked.connect(self.settings_asked)
        self.relay.clicked.connect(self.relay_asked)
        self.more.clicked.connect(self._open_more)

    def show_title(self, title: Words, second: Words = "") -> None:
        """Title and what it is about; takes the slot's place."""
        self._title.say(title)
        self._second.say(second)
        self.show_slot(None)

    def show_slot(self, slot: QWidget | None) -> None:
        """The screen's own widget at the left instead of a title; None brings the title back."""
        if self._slot is not None and self._slot is not slot:
            self.left.removeWidget(self._slot)
            self._slot.hide()
        self._slot = slot
        self._title.setVisible(slot is None)
        self._second.setVisible(slot is None)
        if slot is not None:
            self.left.insertWidget(0, slot)
            slot.show()

    def set_folded(self, folded: bool) -> None:
        """Under 1280 effective px: line, risk and language stay, the rest lies under the three dots."""
        self.relay.set_folded(folded)
        for part in (self.theme, self.privacy, self.user):
            part.setVisible(not folded)
        self.more.setVisible(folded)

    def menu_of_more(self) -> QMenu:
        """What folding put away, in the language in use."""
        menu = QMenu(self)
        for words, asked in (
            (THEME, self.theme_asked),
            (PRIVACY, self.privacy_asked),
            (SETTINGS, self.settings_asked),
        ):
            menu.addAction(str(words)).triggered.connect(lambda _on=False, asked=asked: asked.emit())
        return menu

    def _open_more(self) -> None:
        menu = self.menu_of_more()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def dress(self) -> None:
        theme = look()
        # Large text leaves the bar its lines but not all its air: the height belongs to the card.
        self.setFixedHeight(theme.px(56 if theme.scale < 125 else 48))
        self._row.setContentsMargins(theme.px(16), 0, theme.px(15), 0)
        self._row.setSpacing(theme.px(9))
        self.theme.set_icon(THEME_ICONS[theme.tokens.name])
