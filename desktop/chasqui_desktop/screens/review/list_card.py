"""The card at the left: how many cases wait, the chips over the list, the list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from chasqui_desktop.cases import CaseFilter
from chasqui_desktop.screens.review.case_list import LIST, CaseTable
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.chip_groups import ChipGroup, Choice
from chasqui_desktop.widgets.labels import Badge, IconMark, Label
from chasqui_desktop.words import Words, number, say

CHIPS: dict[CaseFilter, Words] = {
    CaseFilter.ALL: say("Review", "Todo"),
    CaseFilter.CHANGES: say("Review", "Cambios"),
    CaseFilter.ALIKE: say("Review", "Iguales"),
}
NOTHING_LOST = say("Review", "Nada se borra: siempre puedes volver.")
WIDTH = 336


class ListCard(Card):
    """``chosen`` says that another chip was chosen."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__("plain", margins=(1, 12, 1, 10), gap=8)
        self.table = CaseTable()
        self.chips = ChipGroup([Choice(chosen, words) for chosen, words in CHIPS.items()], low=True)
        self.chips.set_value(CaseFilter.ALL)
        self.chips.chosen.connect(lambda _value: self._choose())
        self._total = Badge("0", "warn")
        keeps = self._total.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self._total.setSizePolicy(keeps)
        self._total.hide()
        self._set_out()
        self.dress()

    def _set_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(14, 0, 14, 2)
        head.setSpacing(8)
        title = QHBoxLayout()
        title.setSpacing(9)
        title.addWidget(Label(LIST, "card"))
        title.addWidget(self._total)
        title.addStretch(1)
        head.addLayout(title)
        head.addWidget(self.chips)
        self.column.addLayout(head)
        self.column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(15, 0, 12, 0)
        foot.setSpacing(7)
        foot.addWidget(IconMark("info", "text2", 16))
        foot.addWidget(Label(NOTHING_LOST, "hint", "second").wrapped(), 1)
        self.column.addLayout(foot)

    def filter(self) -> CaseFilter:
        """The chip that is chosen."""
        chosen = self.chips.value()
        return chosen if isinstance(chosen, CaseFilter) else CaseFilter.ALL

    def show_total(self, total: int) -> None:
        """How many wait in all."""
        self._total.show_state(number(total))
        self._total.setVisible(total > 0)

    def _choose(self) -> None:
        # a chip taken back is the first one
        self.chips.set_value(self.filter())
        self.chosen.emit()

    def dress(self) -> None:
        super().dress()
        self.setFixedWidth(look().px(WIDTH))
        if hasattr(self, "table"):
            self.table.horizontalHeader().setStretchLastSection(True)
