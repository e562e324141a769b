"""Somebody half registered anew is here already: what was typed becomes corrections of what is saved."""

from __future__ import annotations

from datetime import date
from typing import Any

from chasqui_desktop.book import Person
from chasqui_desktop.screens.register.form import STAYS, Form
from chasqui_desktop.screens.register.reading import PARTS, Change, Taken, shown
from chasqui_desktop.screens.register.taking_up import open_record
from chasqui_sync.core.names import folded
from chasqui_sync.core.records import PURPOSES

_SAID_NOW = (
    *(f"consent_{purpose}" for purpose in PURPOSES),
    *("consent_how", "signature", "notice_read_at", "notice_version", "notice_language"),
)
"""The notice was read to her a minute ago: what she said then is the newer word."""
_NOT_HERS = frozenset({*STAYS, *_SAID_NOW, "amendment", "not_same_as", "group_chosen", "phone_region", "home_scheme"})


def take_over(form: Form, person: Person, today: date) -> Taken:
    """Open a saved registration and put over it what was typed; say what stood otherwise.

    Of what no code of a document says (trade, channel), only what was not known is answered.
    """
    typed = Form()
    typed.restore({**form.state(), "amendment": None})
    open_record(form, person, today)
    if typed.consent_how is not None:
        for name in _SAID_NOW:
            if getattr(typed, name) is not None:
                setattr(form, name, getattr(typed, name))
    taken = _take_parts(form, typed)
    in_parts = {name for names in PARTS.values() for name in names}
    empty = Form()
    for name, value in typed.state().items():
        untouched = name not in _NOT_HERS and name not in in_parts
        if untouched and getattr(form, name) == getattr(empty, name):
            setattr(form, name, value)
    return taken


def _take_parts(form: Form, typed: Form) -> Taken:
    answered: list[str] = []
    changes: list[Change] = []
    before: dict[str, Any] = {}
    for part, names in PARTS.items():
        stood, said = shown(form, part), shown(typed, part)
        is_proposal = part == "nationality" and typed.nationality_proposed
        if is_proposal or not str(said) or folded(str(stood)) == folded(str(said)):
            continue
        if str(stood):
            changes.append(Change(part, stood, said))
            before |= {name: getattr(form, name) for name in names}
        else:
            answered.append(part)
        for name in names:
            setattr(form, name, getattr(typed, name))
    return Taken(tuple(answered), tuple(changes), before)
