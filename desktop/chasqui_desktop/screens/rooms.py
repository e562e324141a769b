"""The rooms of the window: what the rail names, which keys lead there, what help says about each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from chasqui_desktop.words import Words, say

KeyLines = tuple[tuple[str, Words], ...]
"""Key and what it does, for the help panel."""


PROMOTER, COORDINATOR, HEADQUARTERS, AUDITOR = "promoter", "coordinator", "headquarters", "auditor"
EVERYBODY = frozenset({PROMOTER, COORDINATOR, HEADQUARTERS, AUDITOR})
SEES_PEOPLE = EVERYBODY - {AUDITOR}
MAY_OPEN_REFERRALS = frozenset({COORDINATOR, HEADQUARTERS})
REGISTERS = frozenset({PROMOTER, COORDINATOR})
STARTS: dict[str, str] = {HEADQUARTERS: "dashboard", AUDITOR: "dashboard"}
"""The room in front after unlocking, where it is not the desk."""


@dataclass(frozen=True, slots=True)
class Room:
    """One screen of the window. ``twin`` does what the F-key does, on laptops that hide F-keys behind Fn.

    ``enter`` gives the room its focus; ``again`` is its key pressed while already there; ``leave`` hears which
    room is gone to.
    """

    name: str
    icon: str
    words: Words
    key: str
    title: Words
    second: Words
    keys: KeyLines
    screen: QWidget
    enter: Callable[[], None]
    again: Callable[[], None] | None = None
    leave: Callable[[str], None] | None = None
    paper: Callable[[], None] | None = None
    """F8: what this room puts on paper."""
    slot: QWidget | None = None
    """Stands in the top bar instead of the title."""
    titled: SignalInstance | None = None
    """Says title and second words of the page in front, where the room has several; empty ones for its own."""
    roles: frozenset[str] = EVERYBODY
    """Whose room it is; to anybody else it is not there at all."""


EVERYWHERE: KeyLines = (
    ("F1", say("Help", "esta ayuda; otra vez la cierra")),
    ("F2", say("Help", "registrar · también Ctrl N")),
    ("F3", say("Help", "personas · también Ctrl F")),
    ("F5", say("Help", "envío · también Alt 4")),
    ("F7", say("Help", "tablero · también Alt 5")),
    ("F10", say("Help", "revisar · también Alt 6")),
    ("F8", say("Help", "imprimir · también Ctrl P")),
    ("F9", say("Help", "ocultar la pantalla · también Ctrl H")),
    ("F11", say("Help", "pantalla completa")),
    ("F12", say("Help", "bloquear · también Ctrl L")),
    ("Ctrl T", say("Help", "colores: claro, oscuro, sol")),
    ("Ctrl ⇧ E", say("Help", "español o inglés")),
    ("Ctrl +", say("Help", "letra más grande; Ctrl − más chica")),
)


def desk_room(
    screen: QWidget, enter: Callable[[], None], slot: QWidget, paper: Callable[[], None] | None = None
) -> Room:
    """Registrar, F2: with point and edition in the top bar."""
    keys: KeyLines = (
        ("Enter", say("Help", "siguiente campo")),
        ("⇧ Enter", say("Help", "campo anterior")),
        ("Ctrl 1–4", say("Help", "ir a una tarjeta")),
        ("1 … 9", say("Help", "elegir la opción de ese número")),
        ("F4", say("Help", "escanear un documento · también Ctrl E")),
        ("Alt D", say("Help", "dejar lo que estaba antes de escanear")),
        ("Alt S", say("Help", "se parece a otra: es la misma, abrirla; Alt N es otra")),
        ("Ctrl Enter", say("Help", "guardar y siguiente persona")),
        ("Ctrl D", say("Help", "completar después")),
        ("Ctrl 0", say("Help", "no quiere registrarse; en Cierre, no preguntar")),
        ("Alt I", say("Help", "en Cierre: comprobante impreso, PDF o solo código")),
        ("Ctrl G", say("Help", "cambiar el grupo propuesto")),
        ("Ctrl M", say("Help", "mostrar el aviso a la persona")),
        ("Ctrl U", say("Help", "corregir el último guardado")),
        ("F8", say("Help", "comprobante del último guardado")),
    )
    words = say("Frame", "Registrar")
    return Room(
        "desk",
        "identification-card",
        words,
        "F2",
        words,
        "",
        keys,
        screen,
        enter,
        slot=slot,
        paper=paper,
        roles=REGISTERS,
    )  # fmt: skip - what every room says, and what this one has besides


def people_room(
    screen: QWidget,
    enter: Callable[[], None],
    leave: Callable[[str], None],
    paper: Callable[[], None] | None = None,
    titled: SignalInstance | None = None,
) -> Room:
    """Personas, F3: its key again goes back to the search field."""
    keys: KeyLines = (
        ("/", say("Help", "buscar")),
        ("↑ ↓", say("Help", "mover en la lista")),
        ("Enter", say("Help", "abrir a la persona")),
        ("E", say("Help", "su ficha completa; Ctrl ↓ otra sección, Esc volver")),
        ("D", say("Help", "sus derechos: retirar permisos; F8 le entrega sus datos")),
        ("F8", say("Help", "su comprobante; otra vez lo imprime")),
        ("Alt B", say("Help", "personas borradas: en qué equipos ya no están (coordinación)")),
        ("Re Pág", say("Help", "una página arriba; Av Pág abajo")),
        ("F2", say("Help", "si nadie aparece, registrar ese nombre")),
        ("Esc", say("Help", "volver a la búsqueda; nada se borra")),
    )
    words, second = say("Frame", "Personas"), say("Frame", "Solo las de tu lista en este equipo")
    return Room(
        "people",
        "users",
        words,
        "F3",
        words,
        second,
        keys,
        screen,
        enter,
        again=enter,
        leave=leave,
        paper=paper,
        titled=titled,
        roles=SEES_PEOPLE,
    )  # fmt: skip - as above


def dashboard_room(screen: QWidget, enter: Callable[[], None], paper: Callable[[], None]) -> Room:
    """Tablero, F7: how the edition goes."""
    keys: KeyLines = (
        ("← →", say("Help", "de quién y desde cuándo; Espacio elige")),
        ("T", say("Help", "tablas en vez de gráficos, y al revés")),
        ("F8", say("Help", "imprimir esta página")),
        ("Tab", say("Help", "pasar a los periodos y volver")),
    )
    words, second = say("Frame", "Tablero"), say("Frame", "Lo que conoce este equipo")
    return Room("dashboard", "chart-bar", words, "F7", words, second, keys, screen, enter, paper=paper)


def sending_room(screen: QWidget, enter: Callable[[], None], act: Callable[[], None]) -> Room:
    """Envío, F5: its key again starts or pauses."""
    keys: KeyLines = (
        ("F5", say("Help", "empezar, pausar o seguir")),
        ("Alt C", say("Help", "corregir a quien la sede guarda aparte")),
        ("↑ ↓", say("Help", "mover en la lista")),
        ("Enter", say("Help", "abrir a la persona")),
        ("Tab", say("Help", "pasar a los filtros y volver")),
    )
    words, second = say("Frame", "Envío"), say("Frame", "Qué está aquí y qué ya llegó")
    return Room(
        "sending", "paper-plane-tilt", words, "F5", words, second, keys, screen, enter, again=act, roles=SEES_PEOPLE
    )


def review_room(screen: QWidget, enter: Callable[[], None]) -> Room:
    """Revisar, F10: what contends, and who may be one person."""
    keys: KeyLines = (
        ("↑ ↓", say("Help", "mover en la lista")),
        ("1 2", say("Help", "elegir una respuesta; 3 las dos, 4 escribir otra")),
        ("Enter", say("Help", "usar la elegida y pasar a la siguiente")),
        ("1 2 3", say("Help", "misma persona: unir, son dos, después")),
        ("Ctrl U", say("Help", "deshacer lo último")),
        ("Esc", say("Help", "dejarlo para después")),
    )
    words, second = say("Frame", "Revisar"), say("Frame", "Lo que pide que alguien decida")
    return Room("review", "git-merge", words, "F10", words, second, keys, screen, enter, roles=SEES_PEOPLE)


def referrals_room(screen: QWidget, enter: Callable[[], None], leave: Callable[[str], None]) -> Room:
    """Derivaciones, Alt 8: there only where the focal point's key is."""
    keys: KeyLines = (
        ("↑ ↓", say("Help", "mover en la lista; no abre nada")),
        ("Enter", say("Help", "abrir la derivación")),
        ("R", say("Help", "marcarla recibida")),
        ("P", say("Help", "la página de la persona")),
        ("Esc", say("Help", "cerrar lo que está abierto")),
    )
    words, second = say("Frame", "Derivaciones"), say("Frame", "Se abren solo aquí, con tu llave")
    return Room(
        "referrals",
        "hand-heart",
        words,
        "Alt 8",
        words,
        second,
        keys,
        screen,
        enter,
        leave=leave,
        roles=MAY_OPEN_REFERRALS,
    )  # fmt: skip - as above
