"""The palette popups and native parts read: what the sheet does not reach."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from chasqui_desktop.theme.tokens import Tokens


def palette(tokens: Tokens) -> QPalette:
    """The tokens as Qt's colour roles."""
    made = QPalette()
    role = QPalette.ColorRole
    for target, colour in (
        (role.Window, tokens.canvas),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.inset),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.text3),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.Highlight, tokens.primary),
        (role.HighlightedText, tokens.on_primary),
        (role.ToolTipBase, tokens.toast),
        (role.ToolTipText, tokens.toast_text),
        (role.Link, tokens.primary),
        (role.Mid, tokens.border),
        (role.Accent, tokens.primary),
    ):
        made.setColor(target, QColor(colour))
    return made
