"""The place on the notice's card where she signs, with the way to begin again; signing on paper is as good."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.widgets.announce import announce
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.labels import Label
from chasqui_desktop.widgets.signature import SignaturePad
from chasqui_desktop.words import say

ON_PAPER = say("Register", "O firma en papel, y sigue.")
SIGNED_BEFORE = say("Register", "Ya firmó. Si firma otra vez, vale la nueva.")
AGAIN = say("Register", "Borrar")
WAIT = say("Register", "Guardando… Espera un momento para firmar.")
FULL = say("Register", "Ya no entra más. Bórrala y firma otra vez, más corto.")


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
        self._signed_before = self._saving = self._said_full = False
        self.pad.shown.connect(self._show_pad)
        self._again.hide()

    def show_signed_before(self, signed: bool) -> None:
        """Say whether a signature of hers is kept already, as when her registration is corrected."""
        self._signed_before = signed
        self._say_beside()

    def show_saving(self, saving: bool) -> None:
        """Close the pad while what is on it is being saved: a stroke drawn then would be nobody's."""
        self._saving = saving
        self.pad.open_up(not saving)
        self._say_beside()

    def _show_pad(self) -> None:
        self._again.setVisible(self.pad.is_full or not self.pad.is_empty)
        self._say_beside()
        if self.pad.is_full and not self._said_full:
            announce(self.pad, str(FULL), urgent=True)
        self._said_full = self.pad.is_full

    def _say_beside(self) -> None:
        is_warning = self.pad.is_full and not self._saving
        self._beside.set_tone("warn" if is_warning else "second")
        if self._saving:
            self._beside.say(WAIT)
        elif self.pad.is_full:
            self._beside.say(FULL)
        else:
            self._beside.say(SIGNED_BEFORE if self._signed_before else ON_PAPER)

    def put_in_order(self) -> None:
        """Once the card's fields are in theirs: Tab goes from the pad to what clears it."""
        QWidget.setTabOrder(self.pad, self._again)

    def _begin_again(self) -> None:
        if self._saving:
            return
        # first the focus: Qt would give that of a hidden button to whatever comes next
        self.pad.setFocus()
        self.pad.clear()
