"""A field that finds: districts, trades, countries, points. Two or three letters and Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from chasqui_desktop.widgets.announce import announce
from chasqui_desktop.widgets.suggest_popup import Suggestion, SuggestPopup
from chasqui_desktop.widgets.text_fields import TextField
from chasqui_desktop.words import Words

Find = Callable[[str], Sequence[Suggestion]]
"""From what was typed to rows, best first. Asked at every key: keep it under 10 ms."""


class SuggestField(TextField):
    """A line that offers what ``find`` gives; Enter takes the highlighted row and moves on.

    ``chosen`` carries a `Suggestion`, or None when the text no longer is one. ``unmatched`` carries the text when the
    field is left with words that are no suggestion: the text stays, the screen warns.
    """

    chosen = Signal(object)
    unmatched = Signal(str)

    def __init__(
        self,
        find: Find,
        placeholder: Words = "",
        icon: str = "",
        *,
        eager: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``eager`` offers rows before a letter is typed, when the field is entered empty."""
        super().__init__(placeholder, icon, parent=parent)
        self._find, self._eager = find, eager
        self._suggestion: Suggestion | None = None
        self._popup: SuggestPopup | None = None
        self.textEdited.connect(self._typed)

    def suggestion(self) -> Suggestion | None:
        """What was chosen, or None."""
        return self._suggestion

    def chosen_value(self) -> object | None:
        """The value of what was chosen, or None."""
        return None if self._suggestion is None else self._suggestion.value

    def set_suggestion(self, suggestion: Suggestion | None, text: str = "") -> None:
        """Show a choice without saying that a person made it; with None, ``text`` as typed and unmatched."""
        self._suggestion = suggestion
        self._hide()
        self.set_value(shown(suggestion) if suggestion else text)

    def _typed(self, text: str) -> None:
        if self._suggestion is not None:
            self._suggestion = None
            self.chosen.emit(None)
        self._offer(text)

    def _offer(self, text: str) -> None:
        rows = self._find(text) if text.strip() or self._eager else ()
        self._list().offer(rows, text, self)
        if rows:
            announce(self, f"{rows[0].text} {rows[0].second}".strip())

    def _list(self) -> SuggestPopup:
        if self._popup is None or self._popup.parentWidget() is not self.window():
            if self._popup is not None:
                self._popup.deleteLater()
            self._popup = SuggestPopup(self.window())
            self._popup.picked.connect(self._take)
        return self._popup

    def _take(self, suggestion: Suggestion) -> None:
        self._suggestion = suggestion
        self.setText(shown(suggestion))
        self._hide()
        self.chosen.emit(suggestion)
        self.answered.emit()

    def _hide(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def is_open(self) -> bool:
        """Whether rows are on offer."""
        return self._popup is not None and self._popup.highlighted() is not None

    def popup(self) -> SuggestPopup | None:
        return self._popup

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._popup
        here = popup.highlighted() if popup is not None else None
        if popup is None or here is None:
            if event.key() == Qt.Key.Key_Down and self._suggestion is None:
                self._offer(self.text())
                return
            super().keyPressEvent(event)
            return
        match Qt.Key(event.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._take(here)
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                popup.move_highlight(1 if event.key() == Qt.Key.Key_Down else -1)
                now = popup.highlighted()
                if now is not None:
                    announce(self, f"{now.text} {now.second}".strip())
            case Qt.Key.Key_Escape:
                self._hide()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._eager and not self.text():
            self._offer("")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hide()
        super().focusOutEvent(event)
        if self._suggestion is None and self.value():
            self.unmatched.emit(self.value())

    def hideEvent(self, event: QHideEvent) -> None:
        self._hide()
        super().hideEvent(event)


def shown(suggestion: Suggestion) -> str:
    """How a choice stands in the field: Comas · Lima · Lima."""
    return " · ".join(part for part in (suggestion.text, suggestion.second) if part)
