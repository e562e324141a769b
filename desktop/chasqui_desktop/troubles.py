"""The one place where an exception becomes a sentence for a person, and a bug becomes a report.

The world failed (line, disk, phrase, other version): a sentence and a way on. We failed: the trouble
bar with "copy details", whose report names places in the code and no person's data.
"""

from __future__ import annotations

import contextlib
import platform
import traceback
from datetime import datetime
from pathlib import Path

from chasqui_desktop import __version__
from chasqui_desktop.words import Phrase, say
from chasqui_sync.core.problems import Problem, Trouble

_LONGEST_LOG = 64 * 1024

SENTENCES: dict[Problem, Phrase] = {
    Problem.PASSPHRASE_WRONG: say("Troubles", "Esa no es la frase. Lo que escribiste sigue aquí."),
    Problem.GUESS_LATER: say("Troubles", "Espera un momento y prueba otra vez. Nada se borra."),
    Problem.DEVICE_SECRET_GONE: say(
        "Troubles",
        "El llavero de este equipo no responde. Reinicia el equipo; si sigue igual, pulsa Olvidé mi frase. "
        "No se pierde ningún registro.",
    ),
    Problem.RECOVERY_CODE: say("Troubles", "Falta una letra o no es esa. Pide a tu oficina que la dicte otra vez."),
    Problem.RECOVERY_NONE: say(
        "Troubles", "Tu oficina no puede abrir este archivo por teléfono. No borres nada y llámala."
    ),
    Problem.READING_CLOSED: say("Troubles", "La lectura está cerrada en este equipo. Lo nuevo se guarda y se envía."),
    Problem.KEY_UNREADABLE: say("Troubles", "Ese archivo no es la llave de protección. Busca el que te dio la sede."),
    Problem.KEY_PHRASE: say("Troubles", "Esa no es la frase de la llave. Lo que escribiste sigue aquí."),
    Problem.KEY_MISSING: say("Troubles", "Esa derivación se cerró con otra llave. Pídela a la sede."),
    Problem.PASSPHRASE_WEAK: say("Troubles", "Hace falta una frase más larga: cuatro palabras, o 12 letras."),
    Problem.DATABASE_NEWER: say(
        "Troubles",
        "Este equipo guarda registros de una versión más nueva de Chasqui. "
        "Nada se tocó: abre la versión nueva o llama a tu oficina.",
    ),
    Problem.DATABASE_DAMAGED: say("Troubles", "El archivo de registros está dañado. No lo borres: llama a tu oficina."),
    Problem.COPY_BROKEN: say(
        "Troubles", "El archivo de registros y su copia están dañados. No los borres: llama a tu oficina."
    ),
    Problem.DISK_FULL: say(
        "Troubles",
        "No hay espacio para guardar. Lo escrito sigue aquí: libera espacio y pulsa Ctrl Enter.",
    ),
    Problem.PROFILE_UNWRITABLE: say(
        "Troubles", "Este equipo no deja guardar en la carpeta de Chasqui. Llama a tu oficina."
    ),
    Problem.PROFILE_IN_USE: say("Troubles", "Chasqui ya está abierto en este equipo. Usa esa ventana."),
    Problem.USER_EXISTS: say("Troubles", "Ya trabajas en este equipo. Vuelve y ábrelo con tu frase."),
    Problem.LINE_DOWN: say("Troubles", "Sin conexión. Todo queda guardado; se enviará cuando haya señal."),
    Problem.ANSWER_SLOW: say("Troubles", "La señal es muy lenta. Probamos de nuevo en un momento."),
    Problem.HEADQUARTERS_TROUBLE: say("Troubles", "La sede no responde bien. No es tu equipo."),
    Problem.STORAGE_BUSY: say("Troubles", "La sede está ocupada. Probamos de nuevo en un momento."),
    Problem.ANSWER_UNREADABLE: say("Troubles", "No se entiende lo que responde la sede. No es tu equipo."),
    Problem.RECEIPT_FALSE: say("Troubles", "Llegó un recibo que no es de la sede. No lo contamos: llama a tu oficina."),
    Problem.CERTIFICATE_UNTRUSTED: say(
        "Troubles", "No es seguro que esa sea la sede. No se envió nada: llama a tu oficina."
    ),
    Problem.ADDRESS_UNSAFE: say("Troubles", "Esa dirección no es segura. Cópiala como te la dio tu oficina."),
    Problem.ENROLMENT_CODE: say("Troubles", "El código venció o no es ese. Pide otro; no se pierde nada."),
    Problem.TOO_MANY_TRIES: say("Troubles", "Van muchos intentos. Espera un minuto y prueba otra vez."),
    Problem.DEVICE_UNKNOWN: say("Troubles", "La sede no conoce este equipo. Llama a tu oficina."),
    Problem.ROLE_FOREIGN: say("Troubles", "Eso lo ve solo quien coordina. Pídeselo a tu oficina."),
    Problem.DEVICE_REVOKED: say("Troubles", "Este equipo fue cerrado por tu oficina. Llama para saber más."),
    Problem.JOURNAL_FORK: say(
        "Troubles",
        "La sede tiene otra historia de este equipo. Sigue registrando: nada se pierde. Llama a tu oficina.",
    ),
}
"""What to say when the world fails. A known problem that is not here is a fault of ours: see ``sentence``."""


def sentence(error: BaseException) -> Phrase | None:
    """Give the sentence for a known trouble; None for a bug, or for a request the other side found wrong."""
    return SENTENCES.get(error.problem) if isinstance(error, Trouble) else None


RULE_BROKEN = say("Troubles", "Una respuesta no cuadra. Ábrela y corrígela.")
HELD_APART = say("Troubles", "La sede la guarda aparte hasta revisarla. Nada se perdió.")
WRITTEN_AFTER = say("Troubles", "Se escribió con la cuenta ya cerrada. La sede la guarda y decide. Nada se perdió.")
VERDICTS = {Problem.RULE_BROKEN.number: RULE_BROKEN, Problem.USER_LEFT.number: WRITTEN_AFTER}


def verdict(number: int) -> Phrase:
    """Give the sentence for what a receipt says about one registration that headquarters holds apart."""
    return VERDICTS.get(number, HELD_APART)


BUG = say("Troubles", "Algo falló aquí, no fue tu culpa. Lo escrito está a salvo.")


def spoken(error: BaseException) -> Phrase:
    """Give a sentence in any case: the world's, or the one for a fault of ours."""
    return sentence(error) or BUG


def keep(report: str, folder: Path) -> None:
    """Add a report to the file support asks for; where even that fails, the person has been told anyway."""
    file = folder / "reports.log"
    with contextlib.suppress(OSError):
        old = file.read_text(encoding="utf-8")[-_LONGEST_LOG:] if file.exists() else ""
        file.write_text(f"{old}{report}\n\n", encoding="utf-8")


def report(error: BaseException, at: datetime) -> str:
    """Write the report a promoter can copy for support: versions and places in the code.

    No message of the exception, no variables: they could hold what somebody typed.
    """
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    name = str(error) if isinstance(error, Trouble) else type(error).__name__
    return "\n".join(
        [
            f"Chasqui {__version__} · Python {platform.python_version()} · {platform.system()}",
            at.isoformat(timespec="seconds"),
            name,
            *places,
        ]
    )


def _short(path: str) -> str:
    return "/".join(path.replace("\\", "/").split("/")[-2:])
