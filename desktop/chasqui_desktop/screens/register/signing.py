"""The place on the notice's card where she signs, with the way to begin again; signing on paper is as good."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.labels import Label
from chasqui_desktop.widgets.signature import SignaturePad
from chasqui_desktop.words import say

ON_PAPER = say("Register", "O firma en papel, y sigue.")
SIGNED_BEFORE = say("Register", "Ya firmó. Si firma otra vez, vale la nueva.")
AGAIN = say("Register", "Borrar")


class Signing(QWidget):
    """A pad, and under it what else one can do."""

    def __init__(self) -> None:
        super().__init__()
        self.pad = SignaturePad()
        self._again = Button(AGAIN, "quiet", "trash")
        policy = self._again.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._again.setSizePolicy(policy)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        self._beside = Label(ON_PAPER, "hint", "second").wrapped()
        foot.addWidget(self._beside, 1)
        foot.addWidget(self._again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.pad)
        column.addLayout(foot)
        column.addStretch(1)
        self._again.clicked.connect(self._begin_again)
        self.pad.shown.connect(lambda: self._again.setVisible(not self.pad.is_empty))
        self._again.hide()

    def show_signed_before(self, signed: bool) -> None:
        """Say whether a signature of hers is kept already, as when her registration is corrected."""
        self._beside.say(SIGNED_BEFORE if signed else ON_PAPER)

    def put_in_order(self) -> None:
        """Once the card's fields are in theirs: Tab goes from the pad to what clears it."""
        QWidget.setTabOrder(self.pad, self._again)

    def _begin_again(self) -> None:
        # first the focus: Qt would give that of a hidden button to whatever comes next
        self.pad.setFocus()
        self.pad.clear()
