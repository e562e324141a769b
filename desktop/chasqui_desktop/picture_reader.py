"""Looks at what the desk wants read, on a lane of its own, and gives it the camera's frames."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from chasqui_desktop.camera import Camera, has_camera
from chasqui_desktop.pictures import Picture, read_frame, read_picture
from chasqui_desktop.screens.register.scanning import Scanning
from chasqui_desktop.tasks import Lane


class PictureReader(QObject):
    """Answers a desk's `Scanning`. The lane is no other's: a picture that takes a second delays no save."""

    def __init__(
        self, scanning: Scanning, lane: Lane, failed: Callable[[BaseException], None], parent: QObject
    ) -> None:
        """``failed`` takes an exception that is a bug of ours; the desk then hears that nothing was found."""
        super().__init__(parent)
        self._scanning, self._lane, self._failed = scanning, lane, failed
        self._camera = Camera(self)
        scanning.opened.connect(lambda: scanning.offer_camera(has_camera()))
        scanning.picture_asked.connect(self._read)
        scanning.frame_asked.connect(self._look)
        scanning.camera_asked.connect(self._camera.turn)
        self._camera.seen.connect(scanning.see)
        self._camera.failed.connect(scanning.camera_failed)

    def close(self) -> None:
        """Turn the camera off and finish what is under way."""
        self._camera.turn(False)
        self._lane.close()

    def _read(self, picture: Picture) -> None:
        person = self._scanning.person
        self._lane.ask(
            partial(read_picture, picture),
            lambda codes: self._scanning.pictured(codes, person),
            partial(self._could_not, person),
        )

    def _look(self, frame: QImage) -> None:
        self._lane.ask(
            partial(read_frame, frame), self._scanning.framed, partial(self._could_not, self._scanning.person)
        )

    def _could_not(self, person: int, error: BaseException) -> None:
        self._scanning.pictured((), person)
        self._failed(error)
