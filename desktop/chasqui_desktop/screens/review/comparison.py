"""Two registrations side by side, line by line, and what one person of both would be: plain values, no widgets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from chasqui_desktop.book import Reference
from chasqui_desktop.cases import Pair
from chasqui_desktop.screens.people.facts import SCHEMES
from chasqui_desktop.screens.review.values import joined, same, value_words
from chasqui_desktop.words import Phrase, Words, say
from chasqui_sync.core.documents import masked
from chasqui_sync.core.names import folded, full_name
from chasqui_sync.core.records import PURPOSES

Sign = Literal["equal", "nearly", "other", "one"]
"""The same, nearly, another, known of one alone."""

DOCUMENT = say("Review", "{kind} {number}")
NO_DOCUMENT = say("Review", "Sin documento")
SO_MANY = say("Review", "{n} de {m}")
NOTHING = "—"
YES_TO, NO_TO = say("Review", "{purpose} sí"), say("Review", "{purpose} no")
PURPOSE: dict[str, Words] = {
    "programme": say("Review", "Programa"),
    "whatsapp": say("Review", "WhatsApp"),
    "six_months": say("Review", "6 meses"),
    "partners": say("Review", "aliados"),
    "photos": say("Review", "fotos"),
}


class Line(NamedTuple):
    """One line of the table."""

    label: Words
    one: Words
    other: Words
    sign: Sign | None


def document(fields: dict[str, Any]) -> Words | None:
    """Her document, masked as in every list."""
    known = fields.get("document")
    if not isinstance(known, dict):
        return None
    if known.get("scheme") == "none":
        return NO_DOCUMENT
    number = str(known.get("number", ""))
    return DOCUMENT.fill(kind=SCHEMES.get(known.get("scheme", ""), ""), number=masked(number))


def _of(field: str) -> Callable[[dict[str, Any]], Words | None]:
    return lambda fields: value_words(field, fields[field]) if fields.get(field) else None


def surnames(fields: dict[str, Any]) -> Words | None:
    """Both surnames."""
    return full_name({**fields, "given_names": None}) or None


def agreed(fields: dict[str, Any]) -> Words | None:
    """To how many purposes she said yes."""
    if not fields.get("consent"):
        return None
    return SO_MANY.fill(n=sum(1 for each in PURPOSES if fields.get(f"consent_{each}")), m=len(PURPOSES))


ROWS: tuple[tuple[Words, Callable[[dict[str, Any]], Words | None], tuple[str, ...]], ...] = (
    (say("Review", "Documento"), document, ("document",)),
    (say("Review", "Apellidos"), surnames, ("paternal_surname", "maternal_surname")),
    (say("Review", "Nombres"), _of("given_names"), ("given_names",)),
    (say("Review", "Nacimiento"), _of("birth_date"), ("birth_date",)),
    (say("Review", "Celular"), _of("phones"), ("phones",)),
    (say("Review", "Vive en"), _of("home_district"), ("home_district",)),
    (say("Review", "Negocio"), _of("sector"), ("sector",)),
    (say("Review", "Consentimiento"), agreed, tuple(f"consent_{each}" for each in PURPOSES)),
)


def lines(pair: Pair) -> list[Line]:
    """Compare what is asked of everybody; a line neither has is left out."""
    one, other = (side.fields for side in pair.sides)
    found = []
    for label, said, fields in ROWS:
        first, second = said(one), said(other)
        if first is not None or second is not None:
            found.append(Line(label, first or NOTHING, second or NOTHING, _sign(fields, one, other, first, second)))
    return found


def _sign(
    fields: tuple[str, ...], one: dict[str, Any], other: dict[str, Any], first: Words | None, second: Words | None
) -> Sign:
    if first is None or second is None or (NO_DOCUMENT in (first, second) and first != second):
        return "one"
    if fields == ("phones",):
        numbers = [{phone.get("number") for phone in side["phones"]} for side in (one, other)]
        return "equal" if numbers[0] == numbers[1] else "nearly" if numbers[0] & numbers[1] else "other"
    if all(same(one.get(field), other.get(field)) for field in fields):
        return "equal"
    if fields[0].startswith("consent_"):
        return "other"
    words = [folded(" ".join(str(side.get(field) or "") for field in fields)).split() for side in (one, other)]
    if fields[0] in {"given_names", "paternal_surname"} and set(words[0]) & set(words[1]):
        return "equal" if words[0] == words[1] else "nearly"
    return "other"


def more_protective(pair: Pair) -> Phrase | None:
    """Say what stands of the purposes they answered differently; None where they agree."""
    one, other = (side.fields for side in pair.sides)
    differs = [each for each in PURPOSES if not same(one.get(f"consent_{each}"), other.get(f"consent_{each}"))]
    if not differs:
        return None
    told = pair.together
    said = [(YES_TO if told.get(f"consent_{each}") else NO_TO).fill(purpose=PURPOSE[each]) for each in differs]
    return PROTECTIVE.fill(purposes=joined(said))


PROTECTIVE = say("Review", "Al unir vale lo más protector: {purposes}.")


def summary(fields: dict[str, Any], reference: Reference | None = None) -> Words:
    """Her document, telephone, district and business in one line."""
    said = [document(fields)]
    said += [
        value_words(each, fields[each], reference) for each in ("phones", "home_district", "sector") if fields.get(each)
    ]
    return joined([words for words in said if words is not None])
