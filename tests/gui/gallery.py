"""Every widget in three themes, for looking at: ``python -m tests.gui.gallery FOLDER``."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Banner, Card, ProgressLine, SideCard
from chasqui_desktop.widgets.chip_groups import ChipGroup, Choice, YesNo, numbered
from chasqui_desktop.widgets.date_field import DateField
from chasqui_desktop.widgets.field import Field
from chasqui_desktop.widgets.focus_ring import FocusRing
from chasqui_desktop.widgets.footer import Footer
from chasqui_desktop.widgets.labels import Avatar, Badge, Divider, Label
from chasqui_desktop.widgets.phone_field import Dial, PhoneField
from chasqui_desktop.widgets.quota import QuotaMeter
from chasqui_desktop.widgets.rail import NavRail
from chasqui_desktop.widgets.relay import Relay
from chasqui_desktop.widgets.rows import CELL, Cell, PersonCell, PlaceCell, RowTable, StateCell, TextCell
from chasqui_desktop.widgets.stepper import Stepper
from chasqui_desktop.widgets.suggest_field import SuggestField
from chasqui_desktop.widgets.suggest_popup import Suggestion
from chasqui_desktop.widgets.text_fields import DocumentField, NoteField, PhraseField, TextField
from chasqui_desktop.widgets.toast import Toast
from chasqui_desktop.widgets.top_bar import ContextButton, TopBar
from chasqui_desktop.widgets.weave import Weave
from tests.helpers.shots import shoot

PLACES = (
    Suggestion("150110", "Comas", "Lima · Lima", "este punto"),
    Suggestion("021804", "Comandante Noel", "Casma · Áncash"),
    Suggestion("080604", "Combapata", "Canchis · Cusco"),
)
DIALS = (Dial("PE", "51", "Perú"), Dial("VE", "58", "Venezuela"))


def parse(text: str, region: str) -> str | None:
    figures = "".join(each for each in text if each.isdigit())
    return f"+51{figures}" if region == "PE" and len(figures) == 9 else None


def rail() -> NavRail:
    made = NavRail()
    for name, icon, words, key in (
        ("register", "identification-card", "Registrar", "F2"),
        ("people", "users", "Personas", "F3"),
        ("follow", "phone-call", "Seguim.", "F6"),
        ("sending", "paper-plane-tilt", "Envío", "F5"),
        ("dashboard", "chart-bar", "Tablero", "F7"),
    ):
        made.add(name, icon, words, key)
    made.add("help", "question", "Ayuda", "F1", foot=True)
    made.add("lock", "lock-simple", "Bloquear", "F12", foot=True)
    made.entry("follow").show_count(4)
    made.show_here("register")
    return made


def top_bar() -> TopBar:
    bar = TopBar()
    slot = QWidget()
    row = QHBoxLayout(slot)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(ContextButton("map-pin", "Punto de difusión", "Mercado Unicachi · Comas"))
    row.addWidget(ContextButton("flag-banner-fold", "Edición", "2026-II"))
    row.addStretch(1)
    bar.show_slot(slot)
    bar.relay.show_relay(Relay(14, 9, 118, 0))
    bar.user.show_initials("MT")
    return bar


class Desk(QWidget):
    """The card Persona of the drawings, near enough to compare."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(1366, 768)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.rail, self.bar = rail(), top_bar()
        whole.addWidget(self.rail)
        right = QVBoxLayout()
        right.setSpacing(0)
        whole.addLayout(right, 1)
        right.addWidget(self.bar)
        right.addLayout(self.head())
        body = QHBoxLayout()
        body.setContentsMargins(16, 10, 16, 22)
        body.setSpacing(12)
        body.addWidget(self.card(), 1)
        body.addLayout(self.side())
        right.addLayout(body, 1)
        right.addWidget(self.foot())
        self.ring = FocusRing(self)

    def head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 0)
        steps = Stepper(("Aviso", "Persona", "Negocio", "Cierre"))
        steps.set_done(0, True)
        steps.go(1)
        row.addWidget(steps)
        row.addStretch(1)
        row.addWidget(Label("Borrador guardado 10:42:07", "value", "second"))
        row.addWidget(Label("27", "card"))
        row.addWidget(Label("hoy", "value", "second"))
        return row

    def card(self) -> Card:
        card = Card(margins=(20, 12, 20, 12), gap=2)
        kinds = ChipGroup(
            numbered(
                *(
                    (name, name)
                    for name in ("DNI", "CE", "PTP", "CPP", "Pasaporte", "Cédula VE", "Solic. refugio", "Sin doc.")
                )
            )
        )
        kinds.set_value("Solic. refugio")
        card.column.addWidget(Field("Documento", kinds))
        self.document = DocumentField(lambda text: len(text) == 9)
        self.document.set_value("004518236")
        nations = ChipGroup(numbered(("PER", "Peruana"), ("VEN", "Venezolana"), ("OTH", "Otra")))
        nations.set_value("VEN")
        first = Field(
            "Carné de solicitante de refugio", self.document, beside=Button("Escanear", icon="barcode", key="F4")
        )
        first.problem("ok", "9 números. Válido.")
        self.pair(
            card, (first, 428), (Field("Nacionalidad", nations, hint="Solicitante de refugio. Suma a la cuota."), 0)
        )
        self.pair(
            card,
            (Field("Apellido paterno", TextField()), 0),
            (Field("Apellido materno", TextField(), optional=True), 0),
            (Field("Nombres", TextField()), 0),
        )
        gender = ChipGroup(numbered(("w", "Mujer"), ("m", "Hombre"), ("o", "Otro"), ("-", "Prefiere no decir")))
        gender.set_value("w")
        born = DateField(lambda: date(2026, 11, 23))
        born.set_value("14/08/1991")
        self.pair(card, (Field("Fecha de nacimiento", born, hint="35 años"), 222), (Field("Género", gender), 0))
        self.district = SuggestField(
            lambda text: [p for p in PLACES if p.text.lower().startswith(text.lower())], icon="map-pin"
        )
        phone = PhoneField(parse, DIALS)
        phone_field = Field("Celular", phone)
        phone_field.problem("warn", "Ya lo tiene Rosa E. Q. M. Puede ser familiar.")
        self.pair(
            card,
            (Field("Distrito donde vive", self.district), 384),
            (phone_field, 316),
            (Field("¿Tiene WhatsApp?", YesNo()), 0),
        )
        bad = TextField("Nombre y teléfono de alguien")
        bad_field = Field("Contacto alterno", bad, optional=True)
        bad_field.problem("bad", "Falta 1 número: el DNI tiene 8 y escribiste 7.")
        own = ChipGroup(numbered(("own", "Propio"), ("family", "De familia"), ("other", "De otra persona")))
        self.pair(card, (Field("El celular es", own), 0), (bad_field, 0))
        return card

    def pair(self, card: Card, *fields: tuple[Field, int]) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        for field, width in fields:
            if width:
                field.setFixedWidth(look().px(width))
            row.addWidget(field, 0 if width else 1)
        card.column.addLayout(row)

    def side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        summary = SideCard("user-circle", "Resumen")
        summary.set_right(Badge("Suma a la cuota"))
        summary.column.addWidget(Label("Yusmary Carolina\nRondón Márquez", "card"))
        summary.column.addWidget(Label("35 años · mujer", "value"))
        column.addWidget(summary)
        column.addWidget(SideCard("check-circle-fill", "Sin parecidos en este equipo", "ok"))
        quota = SideCard("users-three", "Cuota de la edición")
        meter = QuotaMeter()
        meter.show_quota(28.1, 30)
        quota.column.addWidget(Label("28.1 %", "title"))
        quota.column.addWidget(meter)
        quota.column.addWidget(Label("Faltan 11 para llegar al 30 %", "label", "warn"))
        column.addWidget(quota)
        column.addStretch(1)
        for card in (summary, quota):
            card.setFixedWidth(look().px(304))
        return column

    def foot(self) -> Footer:
        foot = Footer()
        foot.add_hint("Enter", "siguiente")
        foot.add_hint("Shift Enter", "volver")
        foot.add_action(Button("Completar después", "bare", "clock", "Ctrl D"))
        foot.add_action(Button("Siguiente: Negocio", key="Ctrl 3"))
        foot.add_action(Button("Guardar y siguiente", "primary", "floppy-disk", "Ctrl Enter", large=True))
        return foot


class Table(QAbstractTableModel):
    """Nine invented people."""

    ROWS = (
        ("KB", "Bravo, Keyla", "GE26-TT4H-V", "Puente Piedra", "Ropa", "fix"),
        ("NC", "Cárdenas, Nilda", "GE26-WQ6R-5", "Comas", "Bodega", "laptop"),
        ("LC", "Ccori, Lidia", "GE26-HF8A-2", "Comas", "Tejidos", "durable"),
        ("MÑ", "Ñaupari, Mario", "GE26-5KGY-C", "Comas", "Carpintería", "hq"),
        ("AP", "Pérez, Anyelis", "GE26-3WVN-E", "Independencia", "Belleza", "office"),
    )

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 Qt's signature
        return len(self.ROWS)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 Qt's signature
        return 5

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Cell | None:
        if role != CELL:
            return None
        initials, name, code, district, trade, place = self.ROWS[index.row()]
        cells: tuple[Cell, ...] = (
            PersonCell(name, code, initials),
            TextCell(district),
            TextCell(trade),
            PlaceCell(place),  # type: ignore[arg-type]  # the table above holds places
            StateCell("check-circle-fill", "10:43", "ok"),
        )
        return cells[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> str | None:
        shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return ("Persona", "Distrito", "Negocio", "Dónde está su registro", "Guardado")[section] if shown else None


class Rest(QWidget):
    """What the desk does not show."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(1366, 768)
        whole = QHBoxLayout(self)
        left = Weave()
        left.setFixedWidth(480)
        whole.addWidget(left)
        column = QVBoxLayout()
        whole.addLayout(column, 1)
        banner = Banner()
        banner.show_state(
            "warn",
            "wifi-slash-bold",
            "Sin conexión desde las 8:31. Sigue registrando.",
            "Todo queda guardado y cifrado aquí.",
        )
        banner.offer("Probar ahora", "arrow-clockwise", "F5")
        column.addWidget(banner)
        progress = ProgressLine()
        progress.show_progress("Enviando 4 de 14", "18 de 74 KB · señal lenta · faltan unos 40 s", 4, 14)
        column.addWidget(progress)
        table = RowTable(name="Personas")
        table.setModel(Table())
        table.set_shares(250, 120, 150, 250, 100)
        table.selectRow(3)
        column.addWidget(table)
        self.table = table
        meter = QuotaMeter(tall=True)
        meter.show_quota(28.1, 30, "112 de 398")
        column.addWidget(meter)
        filters = ChipGroup(
            [Choice(n, w) for n, w in enumerate(("Todas 141", "Por enviar 14", "Faltan datos 6"))], low=True
        )
        filters.set_value(0)
        column.addWidget(filters)
        buttons = QHBoxLayout()
        buttons.addWidget(Button("Poner", "soft"))
        buttons.addWidget(Button("No quiere registrarse", "danger", "x-circle", "Ctrl 0"))
        buttons.addWidget(Button("Abrir", "primary", "lock-simple-open", "Enter", large=True))
        buttons.addWidget(Avatar("YR", 50, strong=True))
        buttons.addWidget(Badge("GE26-P2XD-7", "quiet", "qr-code", code=True))
        column.addLayout(buttons)
        column.addWidget(Divider())
        toast = Toast()
        column.addWidget(toast)
        toast.tell(
            "Guardado: Nilda C.",
            "GE26-WQ6R-5 · ya está en este equipo",
            (("Imprimir", "F8", toast.dismiss), ("Corregir", "Ctrl U", toast.dismiss)),
        )
        phrase = PhraseField()
        phrase.set_value("cuatro palabras de prueba")
        phrase_field = Field("Tu frase secreta", phrase)
        phrase_field.problem("info", "Cuatro palabras. Sin conexión también funciona.")
        column.addWidget(phrase_field)
        column.addWidget(NoteField("Pide que la llamen solo de noche"))


def main(folder: Path) -> None:
    app = QApplication.instance() or QApplication([])
    theme = look()
    desk, rest = Desk(), Rest()
    for name in ("light", "dark", "sun"):
        theme.use(name)
        desk.show()
        desk.activateWindow()
        app.processEvents()
        desk.district.setFocus()
        desk.district.setText("Com")
        desk.district.textEdited.emit("Com")
        app.processEvents()
        shoot(desk, folder / f"desk-{name}.png")
        shoot(rest, folder / f"rest-{name}.png")
    theme.use("light")
    theme.set_scale(150)
    large = Desk()
    large.bar.set_folded(True)
    large.rail.set_narrow(True)
    shoot(large, folder / "desk-150.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
