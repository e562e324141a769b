"""Colours, type, icons and the sheet: everything that makes the same widget look right in three themes."""

from chasqui_desktop.theme.theme import Theme, look
from chasqui_desktop.theme.tokens import DARK, LIGHT, SUN, THEMES, Tokens

__all__ = ["DARK", "LIGHT", "SUN", "THEMES", "Theme", "Tokens", "look"]
