"""What was chosen on this laptop besides anybody's register: kept as it is chosen, in force at once."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Signal

from chasqui_desktop.drives import drives
from chasqui_desktop.line_state import MEGABYTE
from chasqui_desktop.paper.slip import SlipPaper
from chasqui_desktop.screens.register.slip_choice import SlipWay
from chasqui_desktop.screens.settings_menu import Kept
from chasqui_desktop.settings import Settings
from chasqui_desktop.theme import look
from chasqui_desktop.words import Language


class Choices(QObject):
    """The options of ``Settings`` by name, and what Ajustes shows of them."""

    line_changed = Signal()
    """Another number of megabytes a day."""
    copy_moved = Signal(object)
    """The root of the drive for the second copy; None on this laptop."""
    idle_changed = Signal(int)
    """Minutes."""

    def __init__(self, settings: Settings, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._language = language

    def restore_look(self) -> None:
        """Language, theme and text size as they were left; the options are a file anybody can edit."""
        options = self._settings.options
        if options.language in {"es", "en"}:
            self._language.use(options.language)
        if options.theme in {"light", "dark", "sun"}:
            look().use(options.theme)
        look().set_scale(options.scale)

    def keep_look(self) -> None:
        """One of them changed."""
        theme = look()
        self._choose(language=self._language.code, theme=theme.tokens.name, scale=theme.scale)

    @property
    def most_bytes(self) -> int | None:
        """A day over a line that costs; None without limit."""
        return self._settings.options.megabytes * MEGABYTE or None

    @property
    def idle_minutes(self) -> int:
        """Without a sign of life, until the window locks."""
        return self._settings.options.idle_minutes

    @property
    def slip_paper(self) -> SlipPaper:
        """What slips are printed on."""
        try:
            return SlipPaper(self._settings.options.slip_paper)
        except ValueError:
            return SlipPaper.A6

    def keep_slip_paper(self, paper: SlipPaper) -> None:
        """Another paper."""
        self._choose(slip_paper=paper.value)

    @property
    def slip_way(self) -> SlipWay:
        """What becomes of the slip of somebody who was just saved."""
        try:
            return SlipWay(self._settings.options.slip_way)
        except ValueError:
            return SlipWay.CODE

    def keep_slip_way(self, way: SlipWay) -> None:
        """Another way."""
        self._choose(slip_way=way.value)

    def kept(self, change_phrase: Callable[[], None], bring_key: Callable[[], None] | None) -> Kept:
        """Give what Ajustes shows now: drives come and go."""
        options = self._settings.options
        return Kept(
            drives=tuple((drive.root, drive.name) for drive in drives(self._settings.profile)),
            drive=options.copy_drive,
            use_drive=self._copy_to,
            megabytes=options.megabytes,
            use_megabytes=self._use_megabytes,
            change_phrase=change_phrase,
            idle_minutes=options.idle_minutes,
            use_idle_minutes=self._use_idle_minutes,
            bring_key=bring_key,
        )

    def _copy_to(self, root: str | None) -> None:
        self._choose(copy_drive=root)
        self.copy_moved.emit(root)

    def _use_megabytes(self, count: int) -> None:
        self._choose(megabytes=count)
        self.line_changed.emit()

    def _use_idle_minutes(self, minutes: int) -> None:
        self._choose(idle_minutes=minutes)
        self.idle_changed.emit(minutes)

    def _choose(self, **changes: object) -> None:
        self._settings.options = msgspec.structs.replace(self._settings.options, **changes)
        self._settings.keep()
