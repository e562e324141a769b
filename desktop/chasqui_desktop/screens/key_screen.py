"""Bringing the focal point's key to this laptop, and taking it away again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from chasqui_desktop.screens.doorway import Band, Doorway
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Banner
from chasqui_desktop.widgets.field import Field
from chasqui_desktop.widgets.field_order import FieldOrder
from chasqui_desktop.widgets.labels import Label
from chasqui_desktop.widgets.text_fields import PhraseField, TextField
from chasqui_desktop.words import Words, say

LEAD = (say("ProtectionKey", "La llave de protección"),)
BELOW = say("ProtectionKey", "Solo quien la tiene abre lo que se contó en confianza.")
PROMISES = (
    ("lock-key", say("ProtectionKey", "Queda cerrada dentro de tu archivo")),
    ("eye-slash", say("ProtectionKey", "Nadie más en este equipo la usa")),
    ("shield-check", say("ProtectionKey", "No viaja ni entra en ninguna copia")),
)
BACK = say("ProtectionKey", "Volver")
TITLE = say("ProtectionKey", "Traer la llave de protección")
WHY = say("ProtectionKey", "Es el archivo que la sede te entregó en mano. Ponlo en este equipo o en una USB.")
FILE = say("ProtectionKey", "Archivo de la llave")
FILE_HINT = say("ProtectionKey", "Su nombre termina en .private.pem")
FILE_EMPTY = say("ProtectionKey", "Falta decir dónde está el archivo.")
BROWSE = say("ProtectionKey", "Buscar…")
PHRASE = say("ProtectionKey", "Frase de la llave")
PHRASE_HINT = say("ProtectionKey", "Si la llave no tiene frase, déjalo vacío.")
BRING = say("ProtectionKey", "Traer la llave")
BRINGING = say("ProtectionKey", "Abriendo la llave…")
DONE = say("ProtectionKey", "La llave ya está en tu archivo")
DONE_LEAD = say("ProtectionKey", "Se abre con tu frase y se cierra con el equipo. Guarda el archivo bajo llave.")
GO = say("ProtectionKey", "Ver derivaciones")
HERE = say("ProtectionKey", "En este equipo ya hay una llave")
HERE_MORE = say("ProtectionKey", "Puedes traer otra, o quitarla de aquí.")
REMOVE = say("ProtectionKey", "Quitar")
SURE = say("ProtectionKey", "¿Quitarla de este equipo?")
SURE_MORE = say("ProtectionKey", "Lo sellado sigue sellado. Para volver a leerlo hará falta el archivo.")
SURELY = say("ProtectionKey", "Sí, quitar")


class KeyScreen(Doorway):
    """Two fields; both stay when the file or the phrase is not right."""

    bring_asked = Signal(str, str)
    """Path and phrase: answer with ``brought`` or ``failed``."""
    remove_asked = Signal()
    """Answer with ``removed`` or ``failed``."""
    left = Signal()
    done = Signal()
    """The key is here: the referrals are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Band(LEAD, BELOW, PROMISES), 720, parent)
        self._is_asking = self._is_sure = False
        self._file, self._phrase = TextField("", "key"), PhraseField()
        self._file.setObjectName("key_file")
        self._phrase.setObjectName("key_phrase")
        self._browse = Button(BROWSE, "quiet", "magnifying-glass")
        self._browse.clicked.connect(self._choose)
        self._file_field = Field(FILE, self._file, hint=FILE_HINT)
        self._phrase_field = Field(PHRASE, self._phrase, hint=PHRASE_HINT)
        self._bring = Button(BRING, "primary", "key", "Enter", large=True)
        self._bring.clicked.connect(self._ask)
        self._here = Banner("soft")
        self._here.acted.connect(self._remove)
        self._go = Button(GO, "primary", "arrow-right", "Enter", large=True)
        self._go.setObjectName("key_brought")
        self._go.setAutoDefault(True)
        self._go.clicked.connect(self.done)
        self._back = Button(BACK, "bare", "arrow-left")
        self._back.clicked.connect(self._leave)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._asking())
        self._stack.addWidget(self._done())
        back = QHBoxLayout()
        back.addWidget(self._back)
        back.addStretch(1)
        self.column.addLayout(back)
        self.column.addSpacing(12)
        self.column.addWidget(self._stack)
        self.put_on()

    def _asking(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(TITLE, "welcome"))
        column.addSpacing(8)
        column.addWidget(Label(WHY, "lead").wrapped())
        column.addSpacing(16)
        column.addWidget(self._file_field)
        browse = QHBoxLayout()
        browse.addWidget(self._browse)
        browse.addStretch(1)
        column.addLayout(browse)
        column.addSpacing(12)
        column.addWidget(self._phrase_field)
        column.addSpacing(14)
        act = QHBoxLayout()
        act.addWidget(self._bring)
        act.addStretch(1)
        column.addLayout(act)
        column.addSpacing(16)
        column.addWidget(self._here)
        column.addStretch(1)
        order = FieldOrder(page)
        order.add(self._file, self._phrase)
        order.ended.connect(self._ask)
        return page

    def _done(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(DONE, "welcome"))
        column.addSpacing(8)
        column.addWidget(Label(DONE_LEAD, "lead").wrapped())
        column.addSpacing(20)
        act = QHBoxLayout()
        act.addWidget(self._go)
        act.addStretch(1)
        column.addLayout(act)
        column.addStretch(1)
        return page

    def begin(self, *, has_key: bool) -> None:
        """Ask for a key; ``has_key``: there is one here already."""
        self.forget()
        self._stack.setCurrentIndex(0)
        self._back.show()
        self._show_here(has_key=has_key)
        self._file.setFocus()

    def brought(self) -> None:
        """The key is sealed in the vault."""
        self.forget()
        self._back.hide()
        self._stack.setCurrentIndex(1)
        self._go.setFocus()

    def removed(self) -> None:
        """No key is here any more."""
        self._show_here(has_key=False)
        self._file.setFocus()

    def failed(self, sentence: Words, *, is_phrase: bool) -> None:
        """That was no key, or not its phrase; nothing typed is lost."""
        self._end_asking()
        field, control = (self._phrase_field, self._phrase) if is_phrase else (self._file_field, self._file)
        field.problem("bad", sentence)
        control.setFocus()
        control.selectAll()

    def forget(self) -> None:
        """Nothing that was typed here stays."""
        self._end_asking()
        self._file.clear()
        self._phrase.clear()
        self._phrase.hide_phrase()
        self._file_field.problem("hint", FILE_HINT)
        self._phrase_field.problem("hint", PHRASE_HINT)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self._go if self._stack.currentIndex() else self._file).setFocus()

    def _show_here(self, *, has_key: bool) -> None:
        self._is_sure = False
        self._here.setVisible(has_key)
        self._here.show_state("soft", "lock-key-fill", HERE, HERE_MORE)
        self._here.offer(REMOVE, "trash", "")

    def _remove(self) -> None:
        if self._is_sure:
            self.remove_asked.emit()
            return
        self._is_sure = True
        self._here.show_state("warn", "warning-fill", SURE, SURE_MORE)
        self._here.offer(SURELY, "trash", "")

    def _choose(self) -> None:
        # Qt's own dialogue, beside the window: a nothing stops while it is open
        dialogue = QFileDialog(self.window())
        dialogue.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialogue.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialogue.setNameFilter("*.pem")
        dialogue.setWindowModality(Qt.WindowModality.NonModal)
        dialogue.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialogue.fileSelected.connect(self._take_file)
        dialogue.show()

    def _take_file(self, path: str) -> None:
        self._file.set_value(path)
        self._phrase.setFocus()

    def _ask(self) -> None:
        if self._is_asking:
            return
        path = self._file.text().strip()
        if not path:
            self._file_field.problem("warn", FILE_EMPTY)
            self._file.setFocus()
            return
        self._is_asking = True
        self._bring.say(BRINGING)
        for field, hint in ((self._file_field, FILE_HINT), (self._phrase_field, PHRASE_HINT)):
            field.problem("hint", hint)
        self.bring_asked.emit(path, self._phrase.value())

    def _end_asking(self) -> None:
        self._is_asking = False
        self._bring.say(BRING)

    def _leave(self) -> None:
        self.forget()
        self.left.emit()
