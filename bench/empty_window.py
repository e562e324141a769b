"""``python -m bench.empty_window PROFILE PHRASE``: the limit of a start, a bare window and the unlock alone."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from bench.laptop import SURROUNDINGS
from chasqui_desktop.store.store import open_store
from chasqui_desktop.vault.device_secret import secrets_of
from chasqui_desktop.vault.vault import unlock, users


def main(profile: Path, phrase: str) -> None:
    """Show a window with nothing in it, unlock, open the register, say so."""
    app = QApplication([sys.argv[0], "-platform", "offscreen"])
    window = QWidget()
    window.resize(1366, 768)
    window.show()
    while not window.windowHandle().isExposed():
        QCoreApplication.processEvents()
    [card] = users(profile)
    opened = unlock(card.folder, phrase, secrets_of(profile))
    store = open_store(opened.register, opened.key, SURROUNDINGS)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    store.close()
    app.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
