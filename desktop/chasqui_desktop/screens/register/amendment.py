"""Correcting a registration that is already saved: what it said, and what the desk says now."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Amendment:
    """The record being corrected: its fields as they were opened, and who had written each (`Person.heads`)."""

    record: str
    code: str
    fields: dict[str, Any]
    heads: dict[str, str]

    def state(self) -> dict[str, Any]:
        """The same as a JSON document, for the draft."""
        return asdict(self)

    def changed(self, answers: dict[str, Any]) -> dict[str, Any]:
        """Give the answers that differ from the record; those taken away are None. Fields not on the desk stay."""
        kept = {name: value for name, value in answers.items() if name != "support_asked"}
        new = {name: value for name, value in kept.items() if self.fields.get(name) != value}
        gone = {name: None for name in ON_DESK if self.fields.get(name) is not None and name not in kept}
        return new | gone

    def seen(self, changed: dict[str, Any]) -> dict[str, str]:
        """Give, for each changed field that had a value, the operation that had set it."""
        return {name: self.heads[name] for name in changed if name in self.heads}


ON_DESK: tuple[str, ...] = (
    *("consent_whatsapp", "consent_six_months", "consent_partners", "consent_photos"),
    *("document", "nationality", "group", "paternal_surname", "maternal_surname", "given_names"),
    *("birth_date", "birth_year", "gender", "home_district", "phones", "alternative_contact"),
    *("sector", "business_name", "stage", "since_year", "people_working", "sells_at"),
    *("has_ruc", "ruc", "tax_regime", "channel", "channel_detail"),
)
"""Fields the desk asks: one that is empty there now was taken away."""
