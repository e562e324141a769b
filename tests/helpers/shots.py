"""Pictures of widgets, taken without a screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget


def shoot(widget: QWidget, path: Path) -> Path:
    """Save ``widget`` as it would be seen now, as PNG. Raises OSError when the file cannot be written."""
    widget.show()
    # Twice: a layout asked for by the first round of events is done in the second.
    QCoreApplication.processEvents()
    QCoreApplication.processEvents()
    path.parent.mkdir(parents=True, exist_ok=True)
    if not widget.grab().save(str(path)):
        raise OSError(f"no picture could be written to {path}")
    return path
