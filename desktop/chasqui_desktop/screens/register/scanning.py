"""Scanning at the desk: codes come typed by a scanner, pasted, from a picture or the camera, and answer the form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from chasqui_desktop.screens.register.codes_heard import CodesHeard
from chasqui_desktop.screens.register.desk_card import Clock
from chasqui_desktop.screens.register.form import Form
from chasqui_desktop.screens.register.reading import PART_NAMES, Taken, put_back, shown, take
from chasqui_desktop.screens.register.scan_panel import ScanPanel
from chasqui_desktop.words import Phrase, Words, say
from chasqui_sync.core.codes import Code, Reading

READ_TITLES: dict[str, Phrase] = {
    "passport": say("Register", "Leído: pasaporte"),
    "card": say("Register", "Leído: tarjeta de identidad"),
    "dni_card": say("Register", "Leído: DNI"),
    "number": say("Register", "Leído: número de documento"),
    "ruc": say("Register", "Leído: RUC"),
}
ALREADY = say("Register", "Todo estaba igual")
SLIP = say("Register", "Es el código de un comprobante")
SLIP_WHERE = say("Register", "{code}: ya está registrada. Búscala con F3.")
UNKNOWN = say("Register", "No es de un documento conocido")
UNKNOWN_MORE = say("Register", "Dice: {text}. Si es un número, elige primero el tipo de documento y pásalo otra vez.")
WRONG = say("Register", "No se leyó bien")
WRONG_MORE = say("Register", "Las líneas no cuadran. Pásalo otra vez, despacio y derecho.")
NOTHING = say("Register", "No hay un código que se pueda leer")
NOTHING_MORE = say("Register", "Acércate, con luz y sin reflejos, y toma otra foto.")
NO_PICTURE = say("Register", "Eso no es una foto")
NO_PICTURE_MORE = say("Register", "Elige una foto del código del documento.")
READING = say("Register", "Leyendo…")
READING_MORE = say("Register", "Puedes seguir escribiendo.")
NOTICE_FIRST = say("Register", "Primero el aviso")
NOTICE_FIRST_MORE = say("Register", "Nada se llena antes de que la persona diga que sí.")
CAMERA_LOST = say("Register", "La cámara no responde")
CAMERA_LOST_MORE = say("Register", "Puede estar en uso por otro programa. Prueba con una foto.")
AIM = say("Register", "Muestra el código a la cámara")
AIM_MORE = say("Register", "Derecho y cerca, hasta que llene el cuadro.")
MORE_COMES = say("Register", "Falta la línea de abajo")
MORE_COMES_MORE = say("Register", "Pasa también la línea siguiente del documento.")
LATE = say("Register", "Se leyó tarde y no se llenó")
LATE_MORE = say("Register", "Era de la persona anterior. Corrígela con Ctrl U y pásalo otra vez.")
PHOTOS = say("Register", "Fotos")

LONGEST_SHOWN = 40


class Scanning(QObject):
    """Turns codes into answers of ``form``, and says on its panel what became of them."""

    opened = Signal()
    """The panel is open: answer with `offer_camera`."""
    picture_asked = Signal(object)
    """A path or a QImage to be looked at: answer with `pictured`."""
    frame_asked = Signal(QImage)
    """A frame of the camera to be looked at: answer with `framed`."""
    camera_asked = Signal(bool)
    taken = Signal(object)
    """A `Reading` is in the form."""
    put_back = Signal()
    """What stood before a reading stands again."""
    closed = Signal(bool)
    """The panel was closed; whether the focus was in it."""

    def __init__(self, desk: QWidget, form: Form, today: Clock) -> None:
        super().__init__(desk)
        self._desk, self._form, self._today = desk, form, today
        self._taken: Taken | None = None
        self._heard = CodesHeard(today, lambda: form.scheme)
        self._frame_out = False
        self._camera_on = False
        self._frame_said: tuple[Code, ...] = ()
        self._is_held = False
        self._held: list[tuple[int, Sequence[Code]]] = []
        self.person = 0
        """Counts whoever sits at the desk: what was given to be read for one fills nothing for the next."""
        self.panel = ScanPanel(desk)
        self.panel.file_asked.connect(self._choose_file)
        self.panel.picture_given.connect(self.look_at)
        self.panel.text_given.connect(self.hear)
        self.panel.camera_asked.connect(lambda: self._turn_camera(not self._camera_on))
        self.panel.gone.connect(lambda: self._turn_camera(False))
        self.panel.keep_asked.connect(self.keep_what_stood)
        self.panel.closed.connect(self.closed)

    # ---------------------------------------------------------------- coming and going
    def open(self) -> None:
        """F4: open the panel, or close it."""
        if self.panel.isVisible():
            self.panel.close_panel()
            return
        self.panel.show_ready()
        self.opened.emit()

    def close(self) -> None:
        """Another person: nothing read belongs to her, nor what is still being read."""
        self.person += 1
        self._taken = None
        self._heard.forget()
        self.panel.hide()

    def hold(self) -> None:
        """The form is on its way into the register: what comes now would be in no record."""
        self._is_held = True

    def release(self) -> None:
        """Saved, and somebody else sits here; or not saved, and the form stays: take what came meanwhile."""
        self._is_held = False
        held, self._held = self._held, []
        for person, codes in held:
            self.take_codes(codes, person)

    # ---------------------------------------------------------------- codes
    def is_code(self, text: str) -> bool:
        """Tell whether keys that came as quickly as a scanner's are its: a code, or a line of a zone."""
        return self._heard.is_code(text)

    def hear(self, text: str) -> None:
        """A scanner typed this, or it was pasted."""
        whole = self._heard.whole(text)
        if whole is None:
            self.panel.say("soft", "barcode", MORE_COMES, MORE_COMES_MORE)
        elif whole.strip():
            self.take_codes((Code(whole),), self.person)
        else:
            self.panel.say("warn", "warning-fill", NO_PICTURE, NO_PICTURE_MORE)

    def look_at(self, picture: Path | QImage) -> None:
        """Ask for a picture to be read."""
        self.panel.say("soft", "barcode", READING, READING_MORE)
        self.picture_asked.emit(picture)

    def pictured(self, codes: tuple[Code, ...] | None, person: int) -> None:
        """What was on a picture that was given while that ``person`` sat here; None when it was none."""
        if codes:
            self.take_codes(codes, person)
        elif person != self.person:
            return
        elif codes is None:
            self.panel.say("warn", "warning-fill", NO_PICTURE, NO_PICTURE_MORE)
        else:
            self.panel.say("warn", "warning-fill", NOTHING, NOTHING_MORE)

    def take_codes(self, codes: Sequence[Code], person: int) -> None:
        """Answer the form of that ``person`` from the code that says most, or say why none does."""
        if self._is_held:
            self._held.append((person, codes))
            return
        if person != self.person:
            self.panel.say("warn", "warning-fill", LATE, LATE_MORE)
            return
        if self._form.consent_programme is not True:
            self.panel.say("warn", "hand-palm", NOTICE_FIRST, NOTICE_FIRST_MORE)
            return
        best, wrong = self._heard.read(codes)
        if best is None and wrong:
            self.panel.say("bad", "warning-circle-fill", WRONG, WRONG_MORE)
        elif best is None:
            said = " ".join(codes[0].text.split())[:LONGEST_SHOWN]
            self.panel.say("warn", "warning-fill", UNKNOWN, UNKNOWN_MORE.fill(text=said))
        elif best.what == "slip":
            self.panel.say("soft", "qr-code", SLIP, SLIP_WHERE.fill(code=best.number))
        else:
            self._answer(best)

    def _answer(self, reading: Reading) -> None:
        taken = take(self._form, reading, self._today())
        is_new = bool(taken.answered or taken.changes)
        self.show_taken(READ_TITLES[reading.what] if is_new else ALREADY, taken)
        self.taken.emit(reading)

    def show_taken(self, title: Words, taken: Taken) -> None:
        """Show what was put into the form from elsewhere, and the key that brings back what stood there."""
        self._taken = taken
        facts: list[tuple[Words, Words]] = [(PART_NAMES[part], shown(self._form, part)) for part in taken.answered]
        self.panel.show_read(title, facts, taken.changes)

    def keep_what_stood(self) -> None:
        """Alt D: what was typed before the reading stands again."""
        if self._taken is None or not self.panel.offers_keeping():
            return
        put_back(self._form, self._taken)
        self._taken = None
        self.panel.close_panel()
        self.put_back.emit()

    # ---------------------------------------------------------------- pictures
    def _choose_file(self) -> None:
        # Qt's own dialogue, beside the window and not before it: nothing stops while it is open
        dialogue = QFileDialog(self._desk.window(), str(CHOOSE_TITLE))
        dialogue.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialogue.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialogue.setNameFilter(f"{PHOTOS} (*.png *.jpg *.jpeg *.bmp *.webp *.gif)")
        dialogue.setWindowModality(Qt.WindowModality.NonModal)
        dialogue.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialogue.fileSelected.connect(lambda file: self.look_at(Path(file)))
        dialogue.show()

    def takes(self, dragged: QMimeData) -> bool:
        """Tell whether something dragged over the desk can be looked at."""
        return dragged.hasImage() or any(url.isLocalFile() for url in dragged.urls())

    def drop(self, dropped: QMimeData) -> None:
        """A picture, or a file, was let go over the desk."""
        if dropped.hasImage():
            self.look_at(QImage(dropped.imageData()))
            return
        for url in dropped.urls()[:1]:
            self.look_at(Path(url.toLocalFile()))

    # ---------------------------------------------------------------- camera
    def offer_camera(self, there: bool) -> None:
        """Whether this laptop has one that can be spoken to."""
        self.panel.offer_camera(there)

    def _turn_camera(self, on: bool) -> None:
        if on == self._camera_on:
            return
        self._camera_on = on
        self._frame_out, self._frame_said = False, ()
        if on:
            self.panel.say("soft", "camera", AIM, AIM_MORE)
        self.camera_asked.emit(on)

    def see(self, frame: QImage) -> None:
        """The camera gave a frame: shown always, looked at when the one before has been."""
        if not self._camera_on:
            return
        self.panel.show_frame(frame)
        if not self._frame_out:
            self._frame_out = True
            self.frame_asked.emit(frame)

    def framed(self, codes: tuple[Code, ...]) -> None:
        """What was on a frame. It counts when two that follow each other say the same."""
        self._frame_out = False
        if not self._camera_on:
            return
        if codes and codes == self._frame_said:
            self._turn_camera(False)
            self.take_codes(codes, self.person)
        self._frame_said = codes

    def camera_failed(self) -> None:
        """The camera is gone, or another program has it."""
        self._turn_camera(False)
        self.panel.say("warn", "warning-fill", CAMERA_LOST, CAMERA_LOST_MORE)


CHOOSE_TITLE = say("Register", "Foto del código de un documento")
