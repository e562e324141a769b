"""What becomes of the slip once somebody is saved: chosen once, in force for everybody after her."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.chip_groups import ChipGroup, numbered
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import Divider, KeyCap, Label
from chasqui_desktop.words import say

SLIP = say("Register", "Comprobante")
NAME = say("Register", "Comprobante al guardar")
KEY = "Alt I"


class SlipWay(StrEnum):
    """On paper, as a file, or only the code that is said on saving."""

    PRINT = "print"
    PDF = "pdf"
    CODE = "code"


WAYS = numbered(
    (SlipWay.PRINT, say("Register", "Imprimir")),
    (SlipWay.PDF, "PDF"),
    (SlipWay.CODE, say("Register", "Código")),
)


class SlipChoice(Dressed, QWidget):
    """Three chips that nobody has to pass: Enter goes by them. ``chosen`` carries a ``SlipWay``."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.chips = ChipGroup(WAYS, low=True)
        self.chips.chosen.connect(self._choose)
        self._way = SlipWay.CODE
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(SLIP, "label"))
        head.addStretch(1)
        head.addWidget(KeyCap(KEY))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Divider())
        self._column.addLayout(head)
        self._column.addWidget(self.chips)
        self.show_way(self._way)
        self.put_on()

    @property
    def way(self) -> SlipWay:
        """What is in force."""
        return self._way

    def show_way(self, way: SlipWay) -> None:
        """What was chosen last, on this laptop."""
        self._way = way
        self.chips.set_value(way)

    def _choose(self, value: object) -> None:
        if isinstance(value, SlipWay):
            self._way = value
            self.chosen.emit(value)
        else:
            # a chip cannot be taken back: something always becomes of the slip
            self.chips.set_value(self._way)

    def dress(self) -> None:
        self._column.setSpacing(look().px(4 if look().compact else 7))

    def retranslate(self) -> None:
        self.chips.setAccessibleName(str(NAME))
