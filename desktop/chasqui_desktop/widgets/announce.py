"""Say something to a screen reader without moving the focus."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str, urgent: bool = False) -> None:
    """Polite by default; ``urgent`` interrupts what is being read, for errors."""
    said = QAccessibleAnnouncementEvent(widget, sentence)
    manner = QAccessible.AnnouncementPoliteness
    said.setPoliteness(manner.Assertive if urgent else manner.Polite)
    QAccessible.updateAccessibility(said)
