"""Correcting a registration that is already saved: what it said, and what the desk says now."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Amendment:
    """The record being corrected: its fields as they were opened, and who had written each (`Person.heads`).

    ``opened`` are the answers the desk itself gave before anybody typed. A record can say more than the desk
    asks (a second telephone, a witness, what a newer version knows): only what moved from there was corrected.
    """

    record: str
    code: str
    fields: dict[str, Any]
    heads: dict[str, str]
    opened: dict[str, Any]

    def state(self) -> dict[str, Any]:
        """The same as a JSON document, for the draft."""
        return asdict(self)

    def changed(self, answers: dict[str, Any]) -> dict[str, Any]:
        """Give the answers that were corrected; those taken away are None. What the desk does not ask stays."""
        names = dict.fromkeys([*answers, *self.opened])
        moved = {name: answers.get(name) for name in names if answers.get(name) != self.opened.get(name)}
        if "phones" in moved:
            others = (self.fields.get("phones") or [])[1:]
            moved["phones"] = [*(moved["phones"] or []), *others] or None
        consent = moved.get("consent")
        if consent:
            moved["consent"] = {**self._stays_with(consent), **consent}
        return {name: value for name, value in moved.items() if value != self.fields.get(name)}

    @property
    def is_signed(self) -> bool:
        """Whether the record names a signature under her consent."""
        return bool((self.fields.get("consent") or {}).get("signature"))

    def _stays_with(self, consent: dict[str, Any]) -> dict[str, Any]:
        """What the desk does not ask of a consent (who witnessed it, what names her signature), while it is the same.

        It is, given when it was; and what was signed goes with signing alone.
        """
        before = self.fields.get("consent") or {}
        if before.get("at") != consent["at"]:
            return {}
        goes = {"signature"} if before.get("how") != consent["how"] else set()
        return {name: value for name, value in before.items() if name not in goes}

    def seen(self, changed: dict[str, Any]) -> dict[str, str]:
        """Give, for each changed field that had a value, the operation that had set it."""
        return {name: self.heads[name] for name in changed if name in self.heads}

    def kept(self, fields: dict[str, Any], heads: dict[str, str]) -> Amendment:
        """Give the same after something of it was saved, while the desk stays open."""
        saved = {
            name: fields.get(name) for name in {*fields, *self.fields} if fields.get(name) != self.fields.get(name)
        }
        opened = {name: value for name, value in {**self.opened, **saved}.items() if value is not None}
        return replace(self, fields=fields, heads=heads, opened=opened)
