"""The four cases of the design (UX, keyboard), as a promoter types them, and the seconds of its operators."""

from __future__ import annotations

from typing import NamedTuple

KEY, THOUGHT, ALOUD = 0.28, 1.35, 25.0
"""Seconds: a key of a practised hand, thinking of a question, reading the notice aloud."""
_AT_ONCE = {"consent_": "purposes", "support_": "support"}
"""Fields that are one question together."""
_ASKED_APART = "consent_how"

_NOTICE = {f"consent_{purpose}": "s" for purpose in ("programme", "whatsapp", "six_months", "partners", "photos")}
_NOTICE["consent_how"] = "1"
_REACHED = {"home_district": "com", "phone": "987650412", "whatsapp": "s", "owner": "1"}
_PERSON_A = {
    "scheme": "7",
    "number": "004518236",
    "nationality": "2",
    "paternal_surname": "rondón",
    "maternal_surname": "márquez",
    "given_names": "yusmary carolina",
    "birth": "14081991",
    "gender": "1",
    **_REACHED,
}
_PERSON_B = {
    "scheme": "1",
    "number": "10117410",
    "paternal_surname": "quispe",
    "maternal_surname": "mamani",
    "given_names": "rosa elena",
    "birth": "12031988",
    "gender": "1",
    **_REACHED,
}
_CHANNEL = {"channel": "1", "channel_detail": ""}
_BUSINESS = {"sector": "comi", "stage": "2", "sells_at": "1", "has_ruc": "n", **_CHANNEL}
_WITH_RUC = {
    "sector": "comi",
    "business_name": "Sabores de Rosa",
    "stage": "2",
    "sells_at": "1",
    "has_ruc": "s",
    "ruc": "",
    "tax_regime": "1",
    **_CHANNEL,
}
_SUPPORT = {f"support_{each}": "n" for each in ("shelter", "food", "health", "protection", "pregnancy", "minors")}


class Case(NamedTuple):
    """One way a registration goes: its script, and the keys and seconds the design gives it."""

    name: str
    steps: list[dict[str, object]]
    keys: int
    seconds: int


CASES = (
    Case(
        "A, refugee applicant's card",
        [{"answer": {**_NOTICE, **_PERSON_A, **_BUSINESS, **_SUPPORT}}, {"save": True}],
        102,
        89,
    ),
    Case(
        "B, DNI typed, name and RUC",
        [{"answer": {**_NOTICE, **_PERSON_B, **_WITH_RUC, **_SUPPORT}}, {"save": True}],
        107,
        91,
    ),
    Case(
        "C, DNI scanned, no RUC",
        [
            {"answer": {**_NOTICE, "scheme": "1"}},
            {"scan": _PERSON_B["number"]},
            {"answer": {**dict(list(_PERSON_B.items())[2:]), **_BUSINESS, **_SUPPORT}},
            {"save": True},
        ],
        82,
        80,
    ),
    Case("D, a long queue: notice and person", [{"answer": {**_NOTICE, **_PERSON_A}}, {"save": True}], 79, 67),
)


def seconds_of(keys: int, fields: list[str]) -> float:
    """Estimate what a practised promoter takes, from the keys and the fields they went through."""
    return keys * KEY + len({_question(field) for field in fields}) * THOUGHT + ALOUD


def _question(field: str) -> str:
    if field == _ASKED_APART:
        return field
    return next((whole for start, whole in _AT_ONCE.items() if field.startswith(start)), field)
