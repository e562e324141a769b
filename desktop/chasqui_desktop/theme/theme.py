"""The look in force: which theme, how large the text, how dense the rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from chasqui_desktop.theme import icons
from chasqui_desktop.theme.fonts import app_font, load_fonts
from chasqui_desktop.theme.palette import palette
from chasqui_desktop.theme.sheet import qss
from chasqui_desktop.theme.tokens import LIGHT, THEMES, Tokens

SCALES = (100, 115, 125, 150, 175)
"""Text sizes offered, in percent."""

ORDER = ("light", "dark", "sun")


class Theme(QObject):
    """Tokens, scale and density of one application; lives on it, as Qt's own palette and font do.

    Changing one sets font, palette and sheet again: every widget then receives ``StyleChange``.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.tokens = LIGHT
        self.scale = 100
        self.compact = False
        self._is_held = False
        load_fonts()
        self._apply()

    def use(self, name: str) -> None:
        """Switch to ``light``, ``dark`` or ``sun``. Raises KeyError for another name."""
        self._set(THEMES[name], self.scale, self.compact)

    def turn(self) -> None:
        """The next theme, as Ctrl T does."""
        self.use(ORDER[(ORDER.index(self.tokens.name) + 1) % len(ORDER)])

    def set_scale(self, percent: int) -> None:
        """Text size in percent; the nearest of SCALES is taken."""
        self._set(self.tokens, min(SCALES, key=lambda each: abs(each - percent)), self.compact)

    def step_scale(self, step: int) -> None:
        """One size up (+1) or down (-1), staying at the ends."""
        at = SCALES.index(self.scale) + step
        self.set_scale(SCALES[max(0, min(at, len(SCALES) - 1))])

    def set_compact(self, compact: bool) -> None:
        """Rows of 38 px instead of 40, for windows lower than 740 effective px."""
        self._set(self.tokens, self.scale, compact)

    def _set(self, tokens: Tokens, scale: int, compact: bool) -> None:
        if (tokens, scale, compact) == (self.tokens, self.scale, self.compact):
            return
        self.tokens, self.scale, self.compact = tokens, scale, compact
        self._apply()
        self.changed.emit()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Build a window in here: its widgets meet the sheet once, and not at each step in under one another."""
        self._is_held = True
        self._app.setStyleSheet("")
        try:
            yield
        finally:
            self._is_held = False
            self._apply()

    def _apply(self) -> None:
        self._app.setPalette(palette(self.tokens))
        self._app.setFont(app_font(self.px(15), self.tokens.normal))
        if not self._is_held:
            # one sheet in place of another took 3.5 s for the 2,000 widgets of the program, off and on takes 0.6 s
            self._app.setStyleSheet("")
            self._app.setStyleSheet(qss(self.tokens, self.scale, self.control))

    def px(self, length: float) -> int:
        """``length`` of the drawings (at 100 %) in logical pixels at the present text size."""
        return round(length * self.scale / 100)

    @property
    def control(self) -> int:
        """Height of a control, before scaling: 40, or 38 when compact."""
        return 38 if self.compact else 40

    @property
    def ratio(self) -> float:
        return float(self._app.devicePixelRatio())

    def pixmap(self, name: str, colour: str, px: float) -> QPixmap:
        """Icon ``name`` in ``colour`` at ``px`` of the drawings, sharp on this screen."""
        return icons.pixmap(name, colour, self.px(px), self.ratio)


def look() -> Theme:
    """The theme of the running application; the first call applies the light one.

    Ambient on purpose: it is to colours what ``QWidget.palette()`` is, and holds nothing else.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("widgets need a QApplication")
    found = app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Theme) else Theme(app)
