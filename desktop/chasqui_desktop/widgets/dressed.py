"""What every widget of ours shares: it dresses itself from the theme and says its words again in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Host = QWidget
else:
    # At run time the mixin stands before the Qt class it is mixed into.
    _Host = object


class Dressed(_Host):
    """Mixin, first among the bases: `dress` runs when theme or text size change, `retranslate` when the language does.

    Both must also be safe to run twice. A constructor ends with ``self.put_on()``.
    """

    def dress(self) -> None:
        """Take sizes, icons and colours from the theme."""

    def retranslate(self) -> None:
        """Say the words again."""

    def put_on(self) -> None:
        self._worn = True
        self.dress()
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not getattr(self, "_worn", False):
            return
        if event.type() == QEvent.Type.StyleChange:
            self.dress()
            self.updateGeometry()
            self.update()
        elif event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.updateGeometry()
            self.update()


def repolish(widget: QWidget, **properties: object) -> None:
    """Set dynamic properties the sheet looks at, and let it look again."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
