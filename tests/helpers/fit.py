"""Whether what is written on a screen can be read whole."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

SLACK = 1
"""Pixels a text may lack: rounding of a scaled length."""


def clipped(root: QWidget) -> list[str]:
    """The words of every visible label and button under ``root`` that do not fit where they stand."""
    found = []
    for label in root.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.wordWrap():
            if label.height() + SLACK < label.heightForWidth(label.width()):
                found.append(f"{label.text()!r} needs {label.heightForWidth(label.width())} of {label.height()} high")
        elif label.width() + SLACK < label.sizeHint().width():
            found.append(f"{label.text()!r} needs {label.sizeHint().width()} of {label.width()}")
    narrow = [
        f"{button.text()!r} needs {button.minimumSizeHint().width()} of {button.width()}"
        for button in root.findChildren(QPushButton)
        if button.isVisible() and button.text() and button.width() + SLACK < button.minimumSizeHint().width()
    ]
    return found + narrow


def outside(root: QWidget, window: QWidget) -> list[str]:
    """Visible labels and buttons that reach past the right edge of the window."""
    found = []
    parts: list[QLabel | QPushButton] = [*root.findChildren(QLabel), *root.findChildren(QPushButton)]
    for part in parts:
        right = part.mapTo(window, part.rect().topRight()).x()
        if part.isVisible() and right > window.width() + SLACK:
            found.append(f"{part.text() or part.accessibleName()!r} reaches {right} of {window.width()}")
    return found
