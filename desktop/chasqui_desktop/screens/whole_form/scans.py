"""What becomes of a code scanned over the whole form of somebody saved: it is compared, and all but never written.

Each answer here is kept as it is given: the next person's card, scanned while this form is still open, would become
hers. Only at the questions about document and RUC a code is an answer, and only to an open one.
"""

from __future__ import annotations

from typing import NamedTuple

from chasqui_desktop.screens.register.form import Form
from chasqui_desktop.screens.register.reading import shown
from chasqui_desktop.screens.register.scanning import MORE_COMES, MORE_COMES_MORE, SLIP, UNKNOWN, WRONG
from chasqui_desktop.words import Words, say
from chasqui_sync.core.codes import Reading

ASKED_AT: dict[str, frozenset[str]] = {
    "document": frozenset({"scheme", "number"}),
    "ruc": frozenset({"has_ruc", "ruc"}),
}
"""The questions at which a code answers this part of the form."""

SAME = say("WholeForm", "Coincide con su ficha")
NOTED = say("WholeForm", "Anotado")
OTHER = say("WholeForm", "No es lo que dice su ficha")
READ = say("WholeForm", "Leído: {words}")
UNCHANGED = say("WholeForm", "Nada cambió.")
SOMEBODY_ELSE = say("WholeForm", "Nada cambió. Si es otra persona, F2.")
SEARCH = say("WholeForm", "Nada cambió. Búscalo con F3.")
AGAIN = say("WholeForm", "Pásalo otra vez, despacio y derecho.")
GO_THERE = say("WholeForm", "Para anotarlo, pásalo otra vez en esa pregunta.")


class Answer(NamedTuple):
    """What is said of a code: a title, a line under it, whether it is good news; which part of the form it answers."""

    title: Words
    more: Words
    ok: bool = False
    part: str = ""


MORE_TO_COME = Answer(MORE_COMES, MORE_COMES_MORE)


def compared(form: Form, code: str, reading: Reading, field: str) -> Answer:
    """Compare a reading with the form, the focus being in ``field``; ``code`` is the person's own, as on her slip."""
    if reading.what == "slip":
        return Answer(SAME, code, ok=True) if reading.number == code else Answer(SLIP, SEARCH)
    part = "ruc" if reading.what == "ruc" else "document"
    read = _shown(reading, part)
    if not str(read):
        return unread(wrong=False)
    stands = "" if part == "document" and form.scheme == "none" else str(shown(form, part))
    if stands and _says_the_same(form, reading, part):
        return Answer(SAME, read, ok=True)
    if stands:
        return Answer(OTHER, SOMEBODY_ELSE)
    if field in ASKED_AT[part]:
        return Answer(NOTED, read, ok=True, part=part)
    return Answer(READ.fill(words=read), GO_THERE)


def unread(wrong: bool) -> Answer:
    """What is said where nothing could be read; ``wrong``: a document's lines did not add up."""
    return Answer(WRONG, AGAIN) if wrong else Answer(UNKNOWN, UNCHANGED)


def put_in(form: Form, part: str, reading: Reading) -> None:
    """Answer document or RUC from a reading, as if it were typed."""
    if part == "document":
        form.choose_scheme(reading.scheme)
        form.number = reading.number
    else:
        form.has_ruc, form.ruc, form.ruc_accepted = "yes", reading.ruc, True


def _says_the_same(form: Form, reading: Reading, part: str) -> bool:
    if part == "ruc":
        return form.has_ruc == "yes" and form.ruc == reading.ruc
    return (form.scheme, form.document_number) == (reading.scheme, reading.number)


def _shown(reading: Reading, part: str) -> Words:
    """Give what a reading says, as the form would show it; empty where it says no document of a known type."""
    alone = Form()
    put_in(alone, part, reading)
    return "" if part == "document" and alone.scheme is None else shown(alone, part)
