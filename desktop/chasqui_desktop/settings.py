"""Where things lie on this laptop, and the few choices that are needed before anybody signs in."""

from __future__ import annotations

from pathlib import Path

import msgspec
import platformdirs


class Options(msgspec.Struct, omit_defaults=True):
    """Language, theme, text size (percent), drive of the second copy (its root), MB a day over a line that costs.

    0 MB: no limit. ``idle_minutes`` without a sign of life lock the window.
    ``slip_way``: what becomes of a slip on saving (``SlipWay``); ``slip_paper``: what it is printed on (``SlipPaper``).
    Nothing here is about any person.
    """

    language: str = "es"
    theme: str = "light"
    scale: int = 100
    copy_drive: str | None = None
    megabytes: int = 5
    slip_paper: str = "a6"
    slip_way: str = "code"
    idle_minutes: int = 5


class Settings:
    """The profile folder and the options in it."""

    def __init__(self, profile: Path) -> None:
        self.profile = profile
        self.options = self._read()

    @property
    def _file(self) -> Path:
        return self.profile / "options.json"

    def keep(self) -> None:
        """Write the options; a laptop that cannot keep a theme still registers, so failure is no trouble."""
        temporary = self._file.with_suffix(".new")
        try:
            temporary.write_bytes(msgspec.json.encode(self.options))
            temporary.replace(self._file)
        except OSError:
            temporary.unlink(missing_ok=True)

    def _read(self) -> Options:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=Options)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return Options()


def default_profile() -> Path:
    """Give the folder the platform keeps for this program's data."""
    return Path(platformdirs.user_data_dir("chasqui", appauthor=False))
