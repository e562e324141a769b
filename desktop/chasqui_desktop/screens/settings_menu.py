"""Ajustes, behind the initials: what can be changed on this laptop without leaving the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.theme.theme import SCALES
from chasqui_desktop.words import Language, Words, percent, say

COLOURS = say("Settings", "Colores")
SIZE = say("Settings", "Tamaño de letra")
LANGUAGE = say("Settings", "Idioma")
COPY = say("Settings", "Segunda copia, cifrada")
ON_THIS_LAPTOP = say("Settings", "En este equipo")
DATA = say("Settings", "Datos móviles por día")
MEGABYTES = say("Settings", "{n} MB")
NO_LIMIT = say("Settings", "Sin límite")
DATA_CHOICES = (1, 5, 20, 0)
IDLE = say("Settings", "Se bloquea solo después de")
MINUTE = say("Settings", "1 minuto")
MINUTES = say("Settings", "{n} minutos")
IDLE_CHOICES = (1, 2, 5, 10, 15)
KEY = say("Settings", "Llave de protección…")
PHRASE = say("Settings", "Cambiar mi frase…")
AWAY = say("Settings", "{name} (no está puesta)")
THEMES: tuple[tuple[str, Words], ...] = (
    ("light", say("Settings", "Claro")),
    ("dark", say("Settings", "Oscuro")),
    ("sun", say("Settings", "Para el sol")),
)
LANGUAGES: tuple[tuple[str, Words], ...] = (("es", "Español"), ("en", "English"))


class Kept(NamedTuple):
    """What this laptop keeps of choices besides language and look, and how to choose anew.

    ``drives`` for the second copy, by root and name; ``drive``: the chosen root, None on this laptop;
    ``megabytes`` a day over a line that costs, 0 without limit. ``change_phrase`` opens its own screen.
    ``idle_minutes``: 1 to 15 without a sign of life until the window locks.
    """

    drives: tuple[tuple[str, str], ...]
    drive: str | None
    use_drive: Callable[[str | None], None]
    megabytes: int
    use_megabytes: Callable[[int], None]
    change_phrase: Callable[[], None]
    idle_minutes: int
    use_idle_minutes: Callable[[int], None]
    bring_key: Callable[[], None] | None
    """Opens the screen of the focal point's key; None for whom there is no room of referrals."""


def settings_menu(parent: QWidget, language: Language, kept: Kept) -> QMenu:
    """A menu of choices in force now; it goes when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    theme = look()
    _choices(menu, LANGUAGE, LANGUAGES, language.code, language.use)
    _choices(menu, COLOURS, THEMES, theme.tokens.name, theme.use)
    sizes = tuple((str(size), percent(size)) for size in SCALES)
    _choices(menu, SIZE, sizes, str(theme.scale), lambda size: theme.set_scale(int(size)))
    _choices(menu, COPY, _places(kept), kept.drive or "", lambda root: kept.use_drive(root or None))
    amounts = tuple((str(count), MEGABYTES.fill(n=count) if count else NO_LIMIT) for count in DATA_CHOICES)
    _choices(menu, DATA, amounts, str(kept.megabytes), lambda count: kept.use_megabytes(int(count)))
    minutes = tuple((str(count), MINUTE if count == 1 else MINUTES.fill(n=count)) for count in IDLE_CHOICES)
    _choices(menu, IDLE, minutes, str(kept.idle_minutes), lambda count: kept.use_idle_minutes(int(count)))
    menu.addAction(str(PHRASE)).triggered.connect(lambda _on=False: kept.change_phrase())
    bring_key = kept.bring_key
    if bring_key is not None:
        menu.addAction(str(KEY)).triggered.connect(lambda _on=False: bring_key())
    return menu


def _places(kept: Kept) -> tuple[tuple[str, Words], ...]:
    """Name this laptop, every drive there is, and the chosen one also while it is not plugged in."""
    there: tuple[tuple[str, Words], ...] = (("", ON_THIS_LAPTOP), *kept.drives)
    if kept.drive is None or kept.drive in dict(there):
        return there
    return (*there, (kept.drive, AWAY.fill(name=kept.drive)))


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
