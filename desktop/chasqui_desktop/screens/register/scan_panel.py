"""The panel of scanning: where a code may come from, what was read, what stood there before. Never modal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QImage, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QVBoxLayout, QWidget

from chasqui_desktop.screens.register.reading import PART_NAMES, Change
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.announce import announce
from chasqui_desktop.widgets.buttons import Button, IconButton
from chasqui_desktop.widgets.cards import Ground, SideCard
from chasqui_desktop.widgets.labels import Label
from chasqui_desktop.words import Words, say

TITLE = say("Register", "Escanear")
READY = say("Register", "Pasa el documento por el escáner, o lee una foto de su código.")
CLOSE = say("Register", "Cerrar el panel de escanear")
CHOOSE = say("Register", "Elegir una foto")
PASTE = say("Register", "Pegar una foto")
CAMERA = say("Register", "Usar la cámara")
STOP_CAMERA = say("Register", "Apagar la cámara")
NO_CAMERA = say("Register", "Este equipo no lee con cámara. Toma la foto con un celular y pásala aquí.")
DROP = say("Register", "También puedes soltar la foto sobre esta pantalla.")
WAS = say("Register", "estaba: {words}")
READ = say("Register", "leído: {words}")
KEEP = say("Register", "Dejar lo que estaba")
KEEP_KEY = "Alt D"
SHOWN_MS = 8000
"""How long a reading that changed nothing typed stays in sight, as a toast does."""


class ChangeLines(QWidget):
    """One answer that the code says otherwise: its name, what stood there, what was read."""

    def __init__(self, change: Change) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        was, read = WAS.fill(words=change.was), READ.fill(words=change.read)
        column.addWidget(Label(PART_NAMES[change.part], "label"))
        column.addWidget(Label(was, "second").wrapped())
        column.addWidget(Label(read, "value").wrapped())


class ScanPanel(SideCard):
    """Lies over the side panel, so that nothing moves. Says what is wished by signals; reads nothing itself."""

    file_asked = Signal()
    picture_given = Signal(QImage)
    text_given = Signal(str)
    """Text pasted here: some readers give their code through the clipboard."""
    camera_asked = Signal()
    """Turn the camera on, or off."""
    keep_asked = Signal()
    closed = Signal(bool)
    """A person closed it; whether the focus was in it."""
    gone = Signal()
    """It is not to be seen any more, for whatever reason."""
    placed = Signal(int)
    """So many px high it stands now; 0 when it is gone."""

    def __init__(self, desk: QWidget) -> None:
        super().__init__("barcode", TITLE, parent=desk)
        self._desk, self._has_camera = desk, False
        self.setObjectName("scan_panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = Label(READY, "second").wrapped()
        self._choose = Button(CHOOSE, "quiet", "qr-code", "1")
        self._paste = Button(PASTE, "quiet", "clipboard-text", "2")
        self._camera = Button(CAMERA, "quiet", "camera", "3")
        self._no_camera = Label(NO_CAMERA, "hint").wrapped()
        self._drop = Label(DROP, "hint").wrapped()
        self._seen = QLabel()
        self._facts: list[QWidget] = []
        self._keep = Button(KEEP, "quiet", "arrow-counter-clockwise", KEEP_KEY)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SHOWN_MS)
        self._later.timeout.connect(self._fade)
        self._lay_out()
        self._choose.clicked.connect(self.file_asked)
        self._paste.clicked.connect(self.paste)
        self._camera.clicked.connect(self.camera_asked)
        self._keep.clicked.connect(self.keep_asked)
        self.hide()

    def _lay_out(self) -> None:
        close = IconButton("x", CLOSE, "Esc")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.close_panel)
        self.set_right(close)
        self.column.addWidget(self._words)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(2)
        self.column.addLayout(self._middle)
        for button in (self._choose, self._paste, self._camera, self._keep):
            policy = button.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
            button.setSizePolicy(policy)
        self._seen.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self._seen, self._keep, self._choose, self._paste, self._camera, self._no_camera, self._drop):
            self.column.addWidget(part)

    def dress(self) -> None:
        super().dress()
        self.column.setSpacing(look().px(7))
        if self.isVisible():
            self.place()

    # ---------------------------------------------------------------- what it shows
    def offer_camera(self, there: bool) -> None:
        """Whether this laptop can read with a camera; without one the panel says what can be done instead."""
        self._has_camera = there
        if self._choose.isVisible():
            self._camera.setVisible(there)
            self._no_camera.setVisible(not there)
            self.place()

    def show_ready(self) -> None:
        """F4: the ways to bring a code, with the keys in reach."""
        self._say("plain", "barcode", TITLE, READY, choices=True)
        self._come()
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, ground: Ground, icon: str, title: Words, words: Words) -> None:
        """Say how it stands: reading, nothing found, not known. The ways to try again stay in sight if they were."""
        self._say(ground, icon, title, words, choices=self._choose.isVisible() or ground != "ok")
        self._come()
        announce(self, f"{title} {words}".strip(), urgent=ground == "bad")

    def show_read(self, title: Words, facts: Sequence[tuple[Words, Words]], changes: Sequence[Change]) -> None:
        """What was read: the answers by name, and those that stood there otherwise, with the key that brings them back.

        A reading that changed nothing goes by itself after a while.
        """
        self._say("warn" if changes else "ok", "warning-fill" if changes else "check-circle-fill", title, "")
        for name, words in facts:
            self._add(Label(FACT.fill(name=name, words=words), "second").wrapped())
        for change in changes:
            self._add(ChangeLines(change))
        self._keep.setVisible(bool(changes))
        self._come()
        said = [
            f"{PART_NAMES[each.part]}: {WAS.fill(words=each.was)}, {READ.fill(words=each.read)}" for each in changes
        ]
        announce(self, " ".join([str(title), *said]), urgent=bool(changes))
        if not changes:
            self._later.start()

    def show_frame(self, frame: QImage | None) -> None:
        """What the camera sees; None when it is off."""
        self._seen.setVisible(frame is not None)
        self._camera.say(STOP_CAMERA if frame is not None else CAMERA)
        if frame is not None:
            size = QSize(look().px(272), look().px(153))
            self._seen.setPixmap(QPixmap.fromImage(frame.scaled(size, Qt.AspectRatioMode.KeepAspectRatio)))
        self.place()

    def offers_keeping(self) -> bool:
        """Whether something that was typed can be brought back."""
        return self.isVisible() and self._keep.isVisible()

    def text(self) -> str:
        """Everything it says now, line by line."""
        return "\n".join(label.text() for label in self.findChildren(Label) if label.isVisible() and label.text())

    def _say(self, ground: Ground, icon: str, title: Words, words: Words, *, choices: bool = False) -> None:
        self._later.stop()
        for part in self._facts:
            self._middle.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._facts = []
        self.show_state(ground, icon, title)
        self._words.say(words)
        self._words.setVisible(bool(str(words)))
        for part in (self._choose, self._paste, self._drop):
            part.setVisible(choices)
        self._camera.setVisible(choices and self._has_camera)
        self._no_camera.setVisible(choices and not self._has_camera)
        self._keep.hide()
        self._seen.hide()

    def _add(self, part: QWidget) -> None:
        self._facts.append(part)
        self._middle.addWidget(part)
        part.show()

    # ---------------------------------------------------------------- coming and going
    def _come(self) -> None:
        self.show()
        self.place()
        self.raise_()

    def place(self) -> None:
        """Keep to the right edge of the desk, where the side panel is, as high as it needs to be."""
        px = look().px
        width = px(304)
        head = px(48 + (6 if look().compact else 10))
        self.setFixedWidth(width)
        self.column.activate()
        height = max(self.heightForWidth(width), self.column.totalMinimumSize().height())
        most = self._desk.height() - head - px(72)
        height = min(height, most)
        self.setGeometry(self._desk.width() - px(16) - width, head, width, height)
        self.placed.emit(height + px(10) if self.isVisible() else 0)

    def close_panel(self) -> None:
        """Esc: gone; what was read stays in the form."""
        if self.isVisible():
            had_focus = self._has_focus()
            self.hide()
            self.closed.emit(had_focus)

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def _fade(self) -> None:
        if not self._has_focus():
            self.close_panel()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()
        self.gone.emit()
        self.placed.emit(0)

    # ---------------------------------------------------------------- keys
    def paste(self) -> None:
        """A picture from the clipboard; else its text, as some readers leave it there."""
        clipboard = QGuiApplication.clipboard()
        image = clipboard.image()
        if not image.isNull():
            self.picture_given.emit(image)
        else:
            self.text_given.emit(clipboard.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        buttons = {"1": self._choose, "2": self._paste, "3": self._camera}
        button = buttons.get(event.text())
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif button is not None and button.isVisible():
            button.click()
        else:
            super().keyPressEvent(event)


FACT = say("Register", "{name}: {words}")
