"""Step 1: where headquarters is and the code that lets this person in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.screens.enrol.invitation import plain_code, read_invitation, whole_address
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Banner
from chasqui_desktop.widgets.field import Field
from chasqui_desktop.widgets.field_order import FieldOrder
from chasqui_desktop.widgets.labels import Label
from chasqui_desktop.widgets.text_fields import TextField
from chasqui_desktop.words import Words, say

TITLE = say("Enrol", "Código de la sede")
LEAD = say("Enrol", "Tu oficina te da dos cosas: la dirección de la sede y un código que sirve una vez.")
ADDRESS = say("Enrol", "Dirección de la sede")
ADDRESS_HINT = say("Enrol", "Puedes pegar aquí el mensaje entero de tu oficina.")
ADDRESS_EMPTY = say("Enrol", "Falta la dirección. Está en el mensaje de tu oficina.")
CODE = say("Enrol", "Código")
CODE_HINT = say("Enrol", "Letras y números, como te los dictan. Vence en pocos minutos.")
CODE_EMPTY = say("Enrol", "Falta el código. Si venció, pide otro: no se pierde nada.")
GO_ON = say("Enrol", "Continuar")
ASKING = say("Enrol", "Hablando con la sede…")


class CodeStep(QWidget):
    """Two fields; both stay as they were typed when headquarters says no."""

    asked = Signal(str, str)
    """Address and code, both as they are used."""

    def __init__(self) -> None:
        super().__init__()
        self._is_asking = False
        self._address = TextField("", "globe")
        self._code = TextField("", "key")
        self._address.setObjectName("address")
        self._code.setObjectName("code")
        self._address_field = Field(ADDRESS, self._address, hint=ADDRESS_HINT)
        self._code_field = Field(CODE, self._code, hint=CODE_HINT)
        self._go_on = Button(GO_ON, "primary", "arrow-right", "Enter", large=True)
        self._go_on.clicked.connect(self._ask)
        self._notice = Banner("warn")
        self._address.edited.connect(self._pasted)
        self._code.edited.connect(self._pasted)
        self._set_out()
        order = FieldOrder(self)
        order.add(self._address, self._code)
        order.ended.connect(self._ask)

    def _set_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(TITLE, "welcome"))
        column.addSpacing(8)
        column.addWidget(Label(LEAD, "lead").wrapped())
        column.addSpacing(20)
        column.addWidget(self._address_field)
        column.addSpacing(10)
        column.addWidget(self._code_field)
        column.addSpacing(16)
        act = QHBoxLayout()
        act.addWidget(self._go_on)
        act.addStretch(1)
        column.addLayout(act)
        column.addSpacing(16)
        policy = self._notice.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._notice.setSizePolicy(policy)
        column.addWidget(self._notice)
        self._notice.hide()

    def start(self) -> None:
        """Focus what is still missing."""
        (self._code if self._address.value() else self._address).setFocus()

    def offer_address(self, address: str) -> None:
        """An address known already, as for the second person on a laptop."""
        self._address.set_value(address)

    def failed(self, sentence: Words, more: Words = "") -> None:
        """Headquarters said no, or could not be reached; both fields stay."""
        self.end_asking()
        self._notice.show_state("warn", "warning-fill", sentence, more)
        self._notice.show()
        self._code.setFocus()
        self._code.selectAll()

    def end_asking(self) -> None:
        """The answer is there."""
        self._is_asking = False
        self._go_on.say(GO_ON)
        for each in (self._address, self._code):
            each.setReadOnly(False)

    def _ask(self) -> None:
        if self._is_asking:
            return
        address, code = whole_address(self._address.text()), plain_code(self._code.text())
        for text, field, sentence in (
            (code, self._code_field, CODE_EMPTY),
            (address, self._address_field, ADDRESS_EMPTY),
        ):
            if text:
                field.clear_problem()
            else:
                field.problem("warn", sentence)
                field.control.setFocus()
        if not (address and code):
            return
        self._is_asking = True
        self._notice.hide()
        self._go_on.say(ASKING)
        for each in (self._address, self._code):
            each.setReadOnly(True)
        self.asked.emit(address, code)

    def _pasted(self, text: str) -> None:
        found = read_invitation(text)
        if found.address and found.code:
            self._address.set_value(found.address)
            self._code.set_value(found.code)
            self._code.setFocus()
