"""The laptop's camera, where QtMultimedia is there to speak to it (PySide6-Addons, which nobody must install)."""

from __future__ import annotations

import importlib
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

_multimedia: Any
try:
    # not in PySide6-Essentials, and on Linux it wants libpulse0: without either there is no camera, and no error
    _multimedia = importlib.import_module("PySide6.QtMultimedia")
except ImportError:
    _multimedia = None


def has_camera() -> bool:
    """Tell whether frames can be had on this laptop."""
    return _multimedia is not None and bool(_multimedia.QMediaDevices.videoInputs())


class Camera(QObject):
    """Gives frames while it is on; the newest counts, none is kept."""

    seen = Signal(QImage)
    failed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._parts: tuple[Any, ...] = ()

    def turn(self, on: bool) -> None:
        """On or off. Frames come until it is off, or until ``failed``."""
        if on and not self._parts:
            self._start()
        elif not on and self._parts:
            session, camera, _sink = self._parts
            self._parts = ()
            camera.stop()
            session.deleteLater()

    def _start(self) -> None:
        if _multimedia is None:
            self.failed.emit()
            return
        session = _multimedia.QMediaCaptureSession(self)
        camera = _multimedia.QCamera(_multimedia.QMediaDevices.defaultVideoInput(), session)
        sink = _multimedia.QVideoSink(session)
        session.setCamera(camera)
        session.setVideoSink(sink)
        sink.videoFrameChanged.connect(self._take)
        camera.errorOccurred.connect(lambda *_: self.failed.emit())
        self._parts = (session, camera, sink)
        camera.start()

    def _take(self, frame: Any) -> None:
        image = frame.toImage()
        if not image.isNull():
            self.seen.emit(image)
