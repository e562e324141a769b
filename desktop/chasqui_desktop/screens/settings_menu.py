"""Ajustes, behind the initials: what can be changed on this laptop without leaving the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.theme.theme import SCALES
from chasqui_desktop.words import Language, Words, percent, say

COLOURS = say("Settings", "Colores")
SIZE = say("Settings", "Tamaño de letra")
LANGUAGE = say("Settings", "Idioma")
THEMES: tuple[tuple[str, Words], ...] = (
    ("light", say("Settings", "Claro")),
    ("dark", say("Settings", "Oscuro")),
    ("sun", say("Settings", "Para el sol")),
)
LANGUAGES: tuple[tuple[str, Words], ...] = (("es", "Español"), ("en", "English"))


def settings_menu(parent: QWidget, language: Language) -> QMenu:
    """A menu of choices in force now; it goes when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    theme = look()
    _choices(menu, LANGUAGE, LANGUAGES, language.code, language.use)
    _choices(menu, COLOURS, THEMES, theme.tokens.name, theme.use)
    sizes = tuple((str(size), percent(size)) for size in SCALES)
    _choices(menu, SIZE, sizes, str(theme.scale), lambda size: theme.set_scale(int(size)))
    return menu


def _choices(
    menu: QMenu,
    heading: Words,
    choices: tuple[tuple[str, Words], ...],
    chosen: str,
    use: Callable[[str], None],
) -> None:
    title = menu.addAction(str(heading))
    title.setEnabled(False)
    group = QActionGroup(menu)
    for value, words in choices:
        action = menu.addAction(str(words))
        action.setCheckable(True)
        action.setChecked(value == chosen)
        action.triggered.connect(lambda _on=False, value=value: use(value))
        group.addAction(action)
    menu.addSeparator()
