"""What the protection focal point sees: who was asked about support, what she answered, whether it was received.

Times are ms since 1970 UTC.
"""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from chasqui_sync.core.records import Sealed


class Opener(Protocol):
    """Whoever holds the private keys; see ``vault.protection.ProtectionKeys``."""

    def opened(self, sealed: Sealed, record: str) -> dict[str, Any]:
        """Open what was sealed about a record. Raises Trouble(KEY_MISSING | SIGNATURE_WRONG)."""


class Referral(NamedTuple):
    """One line of the list: nothing of what was answered. ``received_at`` is None until it was acknowledged.

    ``sealed_by`` is the staff record of whoever asked her.
    """

    record: str
    code: str
    listed_name: str
    initials: str
    edition: str | None
    outreach_point: str | None
    sealed_by: str | None
    sealed_at: int
    received_at: int | None


class OpenedReferral(NamedTuple):
    """One referral, opened: the questions answered yes and not said, whether she wants it told, and the note.

    ``accepts``: None where it was not asked.
    """

    referral: Referral
    needs: tuple[str, ...]
    unsaid: tuple[str, ...]
    accepts: bool | None
    note: str


class Referrals(NamedTuple):
    """The list, what waits first and of that the oldest first; and how many are sealed to a key that is not here."""

    rows: tuple[Referral, ...]
    closed: int
