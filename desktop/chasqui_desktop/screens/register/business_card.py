"""Negocio: what she does, where she sells, how she heard of the programme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from chasqui_desktop.screens.register import options
from chasqui_desktop.screens.register.desk_card import Clock, DeskCard
from chasqui_desktop.screens.register.form import Form
from chasqui_desktop.screens.register.places import find_trade, trade_name
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.chip_groups import ChipGroup
from chasqui_desktop.widgets.field import Field
from chasqui_desktop.widgets.suggest_field import SuggestField
from chasqui_desktop.widgets.suggest_popup import Suggestion
from chasqui_desktop.widgets.text_fields import DocumentField, NumberField, TextField
from chasqui_desktop.words import Phrase, say

SEVERAL = say("Register", "Puedes marcar varias. Enter para seguir.")
FROM_POINT = say("Register", "Viene de este punto. Cámbialo si trae otro.")
WORKING_HINTS: dict[str | None, Phrase] = {
    "woman": say("Register", "contándola a ella"),
    "man": say("Register", "contándolo a él"),
    None: say("Register", "con esta persona"),
}


class BusinessCard(DeskCard):
    """Rubro, name, stage, since, people, where it sells, RUC and regime, channel."""

    def __init__(self, form: Form, today: Clock) -> None:
        super().__init__(form, today)
        self.trade = SuggestField(find_trade, say("Register", "Qué vende o hace"), "storefront")
        self.name = TextField()
        self.stage = ChipGroup(options.STAGES)
        self.since = NumberField(4)
        self.people = NumberField(3)
        self.selling = ChipGroup(options.SELLING, many=True)
        self.has_ruc = ChipGroup(options.HAS_RUC)
        self.ruc = DocumentField(self.form.ruc_is_whole)
        self.regime = ChipGroup(options.REGIMES)
        self.channel = ChipGroup(options.CHANNELS)
        self.detail = TextField()
        self._make_fields()
        self._lay_out()
        self.put_in_order()
        self._bind()
        self.ruc.installEventFilter(self)

    def _make_fields(self) -> None:
        self.add("sector", self.trade, Field(say("Register", "Rubro"), self.trade))
        self.add("business_name", self.name, Field(say("Register", "Nombre del negocio"), self.name, optional=True))
        self.add("stage", self.stage, Field(say("Register", "¿Cómo va el negocio?"), self.stage))
        self.add("since_year", self.since, Field(say("Register", "Desde el año"), self.since))
        working = Field(say("Register", "Trabajan"), self.people, hint=WORKING_HINTS[None])
        self.add("people_working", self.people, working)
        self.add("sells_at", self.selling, Field(say("Register", "¿Dónde vende?"), self.selling, hint=SEVERAL))
        self.add("has_ruc", self.has_ruc, Field(say("Register", "¿Tiene RUC?"), self.has_ruc))
        self.add("ruc", self.ruc, Field(say("Register", "Número de RUC"), self.ruc))
        self.add("tax_regime", self.regime, Field(say("Register", "Régimen"), self.regime, helper=False))
        self.add("channel", self.channel, Field(say("Register", "¿Cómo se enteró del programa?"), self.channel))
        self.add("channel_detail", self.detail, Field(options.CHANNEL_DETAILS["flyer"], self.detail))

    def _lay_out(self) -> None:
        f = self.fields
        rows = (
            self.row((f["sector"], 0), (f["business_name"], 1)),
            self.row((f["stage"], 1), (f["since_year"], 0), (f["people_working"], 0)),
            self.row((f["sells_at"], 1)),
            self._ruc_row(),
            self.row((f["channel"], 1)),
            self.row((f["channel_detail"], 0)),
        )
        rows[5].addStretch(1)
        self.stack(self.column, rows)
        for name in ("ruc", "tax_regime", "channel_detail"):
            policy = f[name].sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            f[name].setSizePolicy(policy)

    def _ruc_row(self) -> QHBoxLayout:
        """The sentence about the number runs on under the regime: it is longer than eleven figures."""
        f = self.fields
        line = self.row((f["has_ruc"], 0))
        answers = self.row((f["ruc"], 0), (f["tax_regime"], 0))
        answers.addStretch(1)
        block = QVBoxLayout()
        block.setSpacing(0)
        block.addLayout(answers)
        block.addWidget(f["ruc"].take_help())
        line.addLayout(block, 1)
        return line

    def dress(self) -> None:
        super().dress()
        widths = (("sector", 332), ("since_year", 150), ("people_working", 160), ("ruc", 158), ("channel_detail", 332))
        for name, width in widths:
            if name in self.fields:
                self.fields[name].setFixedWidth(look().px(width))

    # ---------------------------------------------------------------- the form
    def _bind(self) -> None:
        for name, line in (("business_name", self.name), ("since_year", self.since), ("people_working", self.people)):
            self.bind_text(name, line)
        self.bind_text("channel_detail", self.detail)
        self.bind_choice("stage", self.stage)
        self.bind_choice("tax_regime", self.regime)
        self.trade.edited.connect(lambda text: self.put("sector_text", text))
        self.trade.chosen.connect(self._choose_trade)
        self.trade.unmatched.connect(lambda _text: self.settle("sector"))
        self.selling.chosen.connect(lambda values: self.pick("sells_at", [str(value) for value in values]))
        self.has_ruc.chosen.connect(self._choose_ruc)
        self.ruc.edited.connect(self._type_ruc)
        self.ruc.left.connect(lambda _text: self.settle("ruc"))
        self.channel.chosen.connect(self._choose_channel)
        self.on_show(self._show_trade)
        self.on_show(lambda: self.selling.set_values(self.form.sells_at))
        self.on_show(self._show_ruc)
        self.on_show(self._show_channel)

    def _choose_trade(self, chosen: Suggestion | None) -> None:
        self.form.sector = None if chosen is None else str(chosen.value)
        self.form.sector_text = self.trade.text() if chosen is None else ""
        self.touched.emit("sector")
        self.settle("sector")

    def _choose_ruc(self, value: str | None) -> None:
        self.form.has_ruc = value
        self._show_ruc()
        self.touched.emit("has_ruc")
        self.settle("has_ruc")

    def _type_ruc(self, text: str) -> None:
        self.form.ruc_accepted = False
        self.put("ruc", self.ruc.value() if text.strip() else "")

    def _choose_channel(self, value: str | None) -> None:
        self.form.choose_channel(value)
        self._show_channel()
        self.touched.emit("channel")
        self.settle("channel")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.ruc and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if entered and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
                self._accept_ruc()
        return super().eventFilter(watched, event)

    def _accept_ruc(self) -> None:
        if self.form.ruc or self.form.proposed_ruc is None:
            return
        self.form.accept_ruc()
        self._show_ruc()
        self.touched.emit("ruc")
        self.settle("ruc")

    # ---------------------------------------------------------------- showing
    def _show_trade(self) -> None:
        code = self.form.sector
        self.trade.set_suggestion(Suggestion(code, trade_name(code)) if code else None, self.form.sector_text)

    def _show_ruc(self) -> None:
        form = self.form
        self.has_ruc.set_value(form.has_ruc)
        self.fields["ruc"].setVisible(form.has_ruc == "yes")
        self.fields["tax_regime"].setVisible(form.has_ruc in ("yes", "in_process"))
        self.ruc.set_placeholder(form.proposed_ruc or "")
        if self.ruc.value() != form.ruc:
            self.ruc.set_value(form.ruc)

    def _show_channel(self) -> None:
        form = self.form
        self.channel.set_value(form.channel)
        self.fields["channel_detail"].setVisible(form.channel is not None)
        label = options.CHANNEL_DETAILS.get(form.channel or "", options.CHANNEL_DETAILS["other"])
        self.fields["channel_detail"].set_label(label)
        if self.detail.value() != form.channel_detail.strip():
            self.detail.set_value(form.channel_detail)

    def show_hints(self) -> None:
        """Speak of her or him as the gender was answered; say where the flyer's code comes from."""
        form = self.form
        gender = form.gender if form.gender in WORKING_HINTS else None
        self.fields["people_working"].set_hint(WORKING_HINTS[gender])
        proposed = form.channel == "flyer" and form.flyer_code and form.channel_detail == form.flyer_code
        self.fields["channel_detail"].set_hint(FROM_POINT if proposed else "")
        self.ruc.set_placeholder(form.proposed_ruc or "")

    def retranslate(self) -> None:
        super().retranslate()
        if "sector" in self.fields and self.form.sector:
            self._show_trade()
