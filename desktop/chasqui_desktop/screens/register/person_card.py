"""Persona: who she is, where she lives, how she is reached."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from chasqui_desktop.screens.register import options
from chasqui_desktop.screens.register.desk_card import Clock, DeskCard
from chasqui_desktop.screens.register.form import Form
from chasqui_desktop.screens.register.places import country_name, find_country, find_home, home_suggestion
from chasqui_desktop.screens.register.sentences import PASSPORT_UNREADABLE
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.chip_groups import ChipGroup, YesNo
from chasqui_desktop.widgets.date_field import DateField
from chasqui_desktop.widgets.field import Field
from chasqui_desktop.widgets.phone_field import PhoneField
from chasqui_desktop.widgets.suggest_field import SuggestField
from chasqui_desktop.widgets.suggest_popup import Suggestion
from chasqui_desktop.widgets.text_fields import DocumentField, TextField
from chasqui_desktop.words import Phrase, say
from chasqui_sync.core.mrz import looks_like_mrz, read_zone, unfinished_zone
from chasqui_sync.core.names import with_capitals
from chasqui_sync.core.phones import read_phone
from chasqui_sync.core.problems import Trouble
from chasqui_sync.core.rules import Finding

NUMBER = say("Register", "Número")
REACHED_HINTS: dict[str | None, Phrase] = {
    "woman": say("Register", "Para ubicarla si cambia de número"),
    "man": say("Register", "Para ubicarlo si cambia de número"),
    None: say("Register", "Para ubicar a esta persona si cambia de número"),
}
SCAN = say("Register", "Escanear")
PHONE_OF = say("Register", "Ya lo tiene {name}. Puede ser familiar.")
ROOM_TO_SCAN, ROOM_FOR_COUNTRY = 850, 930
"""Widths, of the drawings, under which the button beside the number gives way, and a country nobody is asked for."""
ZONE_ROOM = 120
"""Letters a line must take so that a whole zone (90 and line ends) can be pasted into it."""
TYPED_ZONE = 28
"""A line that held so much before its zone was whole was typing it; less was an answer, and stays one."""


class PersonCard(DeskCard):
    """Document, names, birth, gender, home, telephone.

    ``zone_given`` carries the lines of a passport or card that were pasted or typed into some field,
    ``scan_asked`` is the button beside the number.
    """

    zone_given = Signal(str)
    scan_asked = Signal()

    def __init__(self, form: Form, today: Clock) -> None:
        super().__init__(form, today)
        self._near: str | None = None
        self._last_used: list[str] = []
        self._phone_of = ""
        self._offers_scanning = True
        self._make_identity()
        self._make_names()
        self._make_birth()
        self._make_home()
        self._make_phone()
        self._lay_out()
        self.put_in_order()
        self.order.pass_over(self.nationality, lambda: self.form.is_nationality_implied)
        QWidget.setTabOrder(self.number, self.scan)
        self._bind()
        self.installEventFilter(self)
        for line in self.findChildren(QLineEdit):
            line.setMaxLength(max(line.maxLength(), ZONE_ROOM))

    # ---------------------------------------------------------------- controls
    def _make_identity(self) -> None:
        self.scheme = ChipGroup(options.SCHEMES)
        self.number = DocumentField(self.form.document_is_whole)
        self.nationality = ChipGroup(options.NATIONALITIES)
        self.country = SuggestField(find_country, say("Register", "¿Cuál?"))
        self.add("scheme", self.scheme, Field(say("Register", "Documento"), self.scheme))
        self.add("number", self.number, Field(NUMBER, self.number))
        self.scan = Button(SCAN, "quiet", "barcode", "F4")
        self.scan.setObjectName("scan")
        self.scan.clicked.connect(self.scan_asked)
        self.add("nationality", self.nationality, Field(say("Register", "Nacionalidad"), self.nationality))
        self.add("country", self.country, Field(say("Register", "País"), self.country))

    def _make_names(self) -> None:
        self.paternal, self.maternal, self.given = TextField(), TextField(), TextField()
        self._names = {
            "paternal_surname": self.paternal,
            "maternal_surname": self.maternal,
            "given_names": self.given,
        }
        self.add("paternal_surname", self.paternal, Field(say("Register", "Apellido paterno"), self.paternal))
        maternal = Field(say("Register", "Apellido materno"), self.maternal, optional=True)
        self.add("maternal_surname", self.maternal, maternal)
        self.add("given_names", self.given, Field(say("Register", "Nombres"), self.given))

    def _make_birth(self) -> None:
        self.birth = DateField(self.today)
        self.gender = ChipGroup(options.GENDERS)
        self.add("birth", self.birth, Field(say("Register", "Fecha de nacimiento"), self.birth))
        self.add("gender", self.gender, Field(say("Register", "Género"), self.gender))

    def _make_home(self) -> None:
        self.home = SuggestField(
            lambda text: find_home(text, self._near, self._last_used), say("Register", "Tres letras"), "map-pin"
        )
        self.add("home_district", self.home, Field(say("Register", "Distrito donde vive"), self.home))

    def _make_phone(self) -> None:
        self.phone = PhoneField(read_phone, options.dials())
        self.whatsapp = YesNo()
        self.owner = ChipGroup(options.OWNERS)
        self.contact = TextField(say("Register", "Nombre y teléfono de alguien"))
        self.add("phone", self.phone, Field(say("Register", "Celular"), self.phone))
        self.add("whatsapp", self.whatsapp, Field(say("Register", "¿Tiene WhatsApp?"), self.whatsapp))
        self.add("owner", self.owner, Field(say("Register", "El celular es"), self.owner))
        contact = Field(say("Register", "Contacto alterno"), self.contact, optional=True, hint=REACHED_HINTS[None])
        self.add("alternative_contact", self.contact, contact)

    def _lay_out(self) -> None:
        f = self.fields
        rows = (
            self.row((f["scheme"], 1)),
            self._document_row(),
            self.row((f["paternal_surname"], 1), (f["maternal_surname"], 1), (f["given_names"], 1)),
            self.row((f["birth"], 0), (f["gender"], 1)),
            self.row((f["home_district"], 1), (f["phone"], 0), (f["whatsapp"], 0)),
            self.row((f["owner"], 0), (f["alternative_contact"], 1)),
        )
        rows[1].addStretch(0)
        self.stack(self.column, rows)
        for name in ("number", "country"):
            policy = f[name].sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            f[name].setSizePolicy(policy)

    def _document_row(self) -> QHBoxLayout:
        """The sentence about the number runs on under the button beside it."""
        f = self.fields
        self._over_scan = QSpacerItem(0, 0)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addSpacerItem(self._over_scan)
        beside.addWidget(self.scan)
        beside.addStretch(1)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addWidget(f["number"])
        answers.addLayout(beside)
        answers.addStretch(1)
        block = QVBoxLayout()
        block.setSpacing(0)
        block.addLayout(answers)
        block.addWidget(f["number"].take_help())
        # three chips in one line always, though the country beside them has little room
        f["nationality"].setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        line = QHBoxLayout()
        line.setSpacing(20)
        line.addLayout(block)
        line.addWidget(f["nationality"])
        line.addWidget(f["country"], 1)
        return line

    def dress(self) -> None:
        super().dress()
        px = look().px
        if "country" in self.fields:
            # level with the number: under its label
            self._over_scan.changeSize(0, px(24))
            self._fit()
        for name, width in (("number", 260), ("birth", 222), ("phone", 316)):
            if name in self.fields:
                self.fields[name].setFixedWidth(px(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # large type has no room for a button that F4 is, too, nor to spare for a country nobody is asked for
        self.scan.setVisible(self._offers_scanning and self.width() >= look().px(ROOM_TO_SCAN))
        policy = self.fields["country"].sizePolicy()
        policy.setRetainSizeWhenHidden(self.width() >= look().px(ROOM_FOR_COUNTRY))
        self.fields["country"].setSizePolicy(policy)

    def offer_no_scanning(self) -> None:
        """Leave the button out, for good: no panel of scanning is beside this card."""
        self._offers_scanning = False
        self._fit()

    # ---------------------------------------------------------------- the form
    def _bind(self) -> None:
        lines = (("number", self.number), ("birth", self.birth), ("alternative_contact", self.contact))
        for name, line in self._names.items():
            # before the field is judged: the draft takes the name as it will be kept
            line.left.connect(partial(self._write_by_hand, name, line))
        for name, line in (*lines, *self._names.items()):
            self.bind_text(name, line)
        for name, group in (("gender", self.gender), ("whatsapp", self.whatsapp), ("owner", self.owner)):
            self.bind_choice(name, group)
        self.scheme.chosen.connect(self._choose_scheme)
        self.nationality.chosen.connect(self._choose_nationality)
        self.country.edited.connect(lambda text: self.put("country_text", text))
        self.country.chosen.connect(self._choose_country)
        self.country.unmatched.connect(lambda _text: self.settle("nationality"))
        self.home.edited.connect(lambda text: self.put("home_text", text))
        self.home.chosen.connect(self._choose_home)
        self.home.unmatched.connect(lambda _text: self.settle("home_district"))
        self.phone.edited.connect(self._type_phone)
        self.phone.left.connect(lambda _text: self.settle("phone"))
        for show in (self._show_document, self._show_nationality, self._show_home, self._show_phone):
            self.on_show(show)

    def write_names(self) -> None:
        """Write new names as they are written by hand: a save may come before their field is left."""
        for name, line in self._names.items():
            if self.form.amendment is None:
                self._write_by_hand(name, line)

    def _write_by_hand(self, name: str, line: TextField, _text: str = "") -> None:
        typed = getattr(self.form, name)
        written = with_capitals(typed)
        if written != typed:
            line.set_value(written)
            self.put(name, written)

    def put(self, name: str, value: object) -> None:
        if isinstance(value, str) and looks_like_mrz(value):
            self._read_zone(name, value)
            return
        super().put(name, value)

    def _read_zone(self, name: str, zone: str) -> None:
        """Give the zone away; the field keeps what it held. One that does not add up stays to be looked at."""
        try:
            read_zone(zone, self.today())
        except Trouble:
            setattr(self.form, name, zone)
            shown = {"country_text": "country", "home_text": "home_district"}.get(name, name)
            self.fields[shown].problem("bad", PASSPORT_UNREADABLE)
            return
        if len(str(getattr(self.form, name))) >= TYPED_ZONE:
            setattr(self.form, name, "")
        self.show_form()
        self.zone_given.emit(zone)

    def next_open(self) -> str:
        """The first field that is still to be answered, in order; the last one where all are."""
        form = self.form
        answered = {
            "scheme": form.scheme is not None,
            "number": form.scheme == "none" or bool(form.number.strip()),
            "nationality": form.nationality is not None,
            "country": form.nationality != "other",
            "paternal_surname": bool(form.paternal_surname.strip()),
            "given_names": bool(form.given_names.strip()),
            "birth": bool(form.birth.strip()),
            "gender": form.gender is not None,
            "home_district": form.home_code is not None,
            "phone": bool(form.phone.strip()),
        }
        return next((name for name, there in answered.items() if not there), "alternative_contact")

    def _choose_scheme(self, scheme: str | None) -> None:
        self.form.choose_scheme(scheme)
        self._show_document()
        self._show_nationality()
        self.touched.emit("scheme")
        self.settle("scheme")

    def _choose_nationality(self, code: str | None) -> None:
        self.form.choose_nationality(code)
        self._show_nationality()
        self.touched.emit("nationality")
        self.settle("nationality")

    def _choose_country(self, chosen: Suggestion | None) -> None:
        if chosen is not None:
            self.form.country_text = ""
            self.form.choose_nationality(str(chosen.value))
        else:
            self.form.choose_nationality("other")
        self.touched.emit("nationality")

    def _choose_home(self, chosen: Suggestion | None) -> None:
        form = self.form
        if chosen is None:
            form.home_scheme, form.home_code, form.home_text = "inei", None, self.home.text()
        else:
            form.home_scheme, form.home_code = chosen.value  # type: ignore[misc]  # find_home gives pairs
            form.home_text = ""
            self._remember(form.home_scheme, form.home_code)
        self.touched.emit("home_district")
        self.settle("home_district")

    def _remember(self, scheme: str, code: str | None) -> None:
        if scheme == "inei" and code is not None:
            self._last_used = [code, *(each for each in self._last_used if each != code)][:5]

    def _type_phone(self, text: str) -> None:
        self._phone_of = ""
        self.form.phone_region = self.phone.country.dial.region
        self.put("phone", text)

    def show_phone_of(self, name: str) -> None:
        """Somebody here has this telephone; empty for nobody. Families share one: it is only said."""
        self._phone_of = name

    def say_findings(self, findings: Sequence[Finding]) -> None:
        super().say_findings(findings)
        field = self.fields["phone"]
        if self._phone_of and self.form.phone_number and field.problem_kind() == "hint":
            field.problem("warn", PHONE_OF.fill(name=self._phone_of.removesuffix(".")))

    def turn_group(self) -> None:
        """Propose the next group, as Ctrl G does."""
        self.form.turn_group()
        self.touched.emit("group")
        self.settle("nationality")

    # ---------------------------------------------------------------- showing
    def show_point(self, district: str | None) -> None:
        """The INEI code of the outreach point's district, which is offered first."""
        self._near = district

    def _show_document(self) -> None:
        scheme = self.form.scheme
        self.scheme.set_value(scheme)
        self.fields["number"].setVisible(scheme not in (None, "none"))
        self.fields["number"].set_label(options.NUMBER_LABELS.get(scheme or "", NUMBER))

    def _show_nationality(self) -> None:
        code = self.form.nationality
        known = code in (None, "PER", "VEN")
        self.nationality.set_value(code if known else "other")
        self.fields["country"].setVisible(not known)
        chosen = None if known or code == "other" or code is None else Suggestion(code, country_name(code))
        self.country.set_suggestion(chosen, self.form.country_text)

    def _show_home(self) -> None:
        form = self.form
        chosen = home_suggestion((form.home_scheme, form.home_code)) if form.home_code else None
        self.home.set_suggestion(chosen, form.home_text)

    def _show_phone(self) -> None:
        form = self.form
        if not form.phone:
            self.phone.clear()
        elif self.phone.text() != form.phone.strip():
            dial = next((each for each in options.dials() if each.region == form.phone_region), None)
            if dial is not None:
                self.phone.country.choose(dial)
            number = form.phone_number
            self.phone.set_value(number or form.phone)

    def retranslate(self) -> None:
        super().retranslate()
        if "home_district" in self.fields and self.form.home_code:
            self._show_home()
        if "country" in self.fields and self.form.nationality not in (None, "PER", "VEN", "other"):
            self._show_nationality()

    def show_hints(self) -> None:
        """Speak of her or him as the gender was answered."""
        gender = self.form.gender if self.form.gender in REACHED_HINTS else None
        self.fields["alternative_contact"].set_hint(REACHED_HINTS[gender])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            line = QApplication.focusWidget()
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if entered and isinstance(line, QLineEdit) and unfinished_zone(line.text()):
                # A scanner ends each line with Enter: the second one is still to come.
                return True
        return super().eventFilter(watched, event)
