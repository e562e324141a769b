"""Why two registrations may be of the same person, in a promoter's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from chasqui_desktop.words import Words, say
from chasqui_sync.core.likeness import Reason

Sign = Literal["=", "≈", "×"]
"""The same, nearly the same, other: a shape beside each word."""

REASONS: dict[Reason, tuple[Sign, Words]] = {
    Reason.SAME_DOCUMENT: ("=", say("Alike", "Mismo documento")),
    Reason.SAME_NUMBER: ("=", say("Alike", "Mismo número, otro tipo de documento")),
    Reason.DNI_IN_RUC: ("=", say("Alike", "El RUC lleva ese DNI")),
    Reason.DOCUMENT_ONE_WRONG: ("≈", say("Alike", "Documento con un número distinto")),
    Reason.DOCUMENT_EXCHANGED: ("≈", say("Alike", "Documento con dos números cambiados de lugar")),
    Reason.SAME_PHONE: ("=", say("Alike", "Mismo celular")),
    Reason.SAME_SURNAMES: ("=", say("Alike", "Mismos apellidos")),
    Reason.SURNAMES_SOUND: ("≈", say("Alike", "Apellidos que suenan igual")),
    Reason.SURNAMES_SWAPPED: ("≈", say("Alike", "Mismos apellidos en otro orden")),
    Reason.SURNAMES_NEARLY: ("≈", say("Alike", "Apellidos casi iguales")),
    Reason.SAME_SURNAME: ("=", say("Alike", "Mismo apellido")),
    Reason.SAME_GIVEN: ("=", say("Alike", "Mismo nombre")),
    Reason.GIVEN_SOUND: ("≈", say("Alike", "Nombre que suena igual")),
    Reason.GIVEN_NEARLY: ("≈", say("Alike", "Nombre casi igual")),
    Reason.SAME_BIRTH: ("=", say("Alike", "Misma fecha de nacimiento")),
    Reason.BIRTH_EXCHANGED: ("≈", say("Alike", "Nacimiento con día y mes cambiados")),
    Reason.BIRTH_ONE_WRONG: ("≈", say("Alike", "Nacimiento con un número distinto")),
    Reason.BIRTH_YEAR_NEAR: ("≈", say("Alike", "Mismo día, un año de diferencia")),
    Reason.SAME_BIRTH_YEAR: ("≈", say("Alike", "Edad parecida")),
    Reason.SAME_DISTRICT: ("=", say("Alike", "Mismo distrito")),
    Reason.OTHER_DOCUMENT: ("×", say("Alike", "Otro documento")),
    Reason.OTHER_GIVEN: ("×", say("Alike", "Otro nombre")),
    Reason.OTHER_SURNAMES: ("×", say("Alike", "Otros apellidos")),
    Reason.OTHER_BIRTH: ("×", say("Alike", "Otra fecha de nacimiento")),
    Reason.OTHER_GENDER: ("×", say("Alike", "Otro género")),
}
BOTH_GIVEN = say("Alike", "{reason}: {typed} / {known}")
_GIVEN = frozenset({Reason.GIVEN_SOUND, Reason.GIVEN_NEARLY})
_MOST = 4


class Told(NamedTuple):
    """One reason as it is shown."""

    sign: Sign
    words: Words


def told(reasons: Sequence[Reason], typed: str, known: str, most: int = _MOST) -> list[Told]:
    """Give the ``most`` weightiest reasons; the given names of both are said where they differ by little.

    One that speaks against it keeps its place, so that nobody takes a sister for her.
    """
    found = list(reasons[:most])
    against = next((each for each in reasons if REASONS[each][0] == "×"), None)
    if against is not None and against not in found:
        found[-1] = against
    return [_told(reason, typed, known) for reason in found]


def _told(reason: Reason, typed: str, known: str) -> Told:
    sign, words = REASONS[reason]
    if reason in _GIVEN and typed and known:
        words = BOTH_GIVEN.fill(reason=words, typed=typed, known=known)
    return Told(sign, words)
