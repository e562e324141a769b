"""A registration desk in a window, with an edition to register in; typed into by keys alone."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from chasqui_desktop.book import Counts, Quota, Reference
from chasqui_desktop.screens.register.desk import RegisterDesk
from chasqui_desktop.typist import Typist
from chasqui_sync.core.records import Edition, OutreachPoint, Place, Staff

NOW = datetime(2026, 11, 23, 10, 42, 7).astimezone()
TODAY = NOW.date()

EDITION, OLD_EDITION, CLOSED_EDITION = "e" * 32, "d" * 32, "c" * 32
POINT, FAIR = "1" * 32, "2" * 32

REFERENCE = Reference(
    editions={
        EDITION: Edition(
            name="2026-II", prefix="GE26", protection_key="AAAA", protection_contact="ACNUR Lima", quota=0.3
        ),
        OLD_EDITION: Edition(name="2026-I", prefix="GE25"),
        CLOSED_EDITION: Edition(name="2025-II", prefix="GE24", closed=True),
    },
    points={
        POINT: OutreachPoint(
            name="Mercado Unicachi", edition=EDITION, district=Place("inei", "150110"), flyer_code="COM-07"
        ),
        FAIR: OutreachPoint(name="Feria Los Olivos", edition=EDITION, district=Place("inei", "150117")),
        "3" * 32: OutreachPoint(name="Plaza Norte", edition=OLD_EDITION),
    },
    partners={},
    staff={"a" * 32: Staff(name="Milagros Torres", role="promoter")},
    user="a" * 32,
    scope="b" * 32,
)
COUNTS = Counts(laptop=14, office=9, headquarters=118, attention=0, at_risk=0, today=27, last_receipt_at=None)
QUOTA = Quota(counted=112, total=398, minimum=0.3)


def new_desk() -> RegisterDesk:
    """A desk at the market, as after signing in."""
    desk = RegisterDesk(lambda: NOW)
    desk.show_reference(REFERENCE)
    desk.show_standing(EDITION, POINT)
    desk.show_counts(COUNTS)
    desk.show_quota(QUOTA)
    return desk


class Clerk:
    """Sits at a desk in a window of its own, types, and remembers what the desk asked of the program."""

    def __init__(self, desk: RegisterDesk, window: QWidget) -> None:
        self.desk, self.window = desk, window
        self.typist = Typist(window)
        self.saved: list[dict[str, Any]] = []
        self.drafts: list[dict[str, Any]] = []
        self.put_away: list[dict[str, Any]] = []
        self.refusals = 0
        desk.save_asked.connect(self.saved.append)
        desk.draft_changed.connect(self.drafts.append)
        desk.set_aside_asked.connect(self.put_away.append)
        desk.refused.connect(self._count)

    def _count(self) -> None:
        self.refusals += 1

    def type(self, *texts: str) -> None:
        """Type texts one after the other, wherever the focus goes meanwhile."""
        for text in texts:
            self.typist.type(text)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.typist.press(key)

    def fill(self, *texts: str) -> None:
        """Type texts, each followed by Enter."""
        for text in texts:
            self.typist.type(text)
            self.typist.press("Enter")

    @property
    def field(self) -> str:
        """The name of the field in focus."""
        return self.desk.field_in_focus()

    def helper(self, field: str) -> tuple[str, str]:
        """Kind and sentence of the line under a field."""
        found = next(card.fields[field] for card in self.desk.cards if field in card.fields)
        return found.problem_kind(), found.help_text()

    def consent(self) -> None:
        """Say yes to all five purposes, by voice."""
        self.type("sssss", "1")

    def identify(self) -> None:
        """Consent, and the least a record needs: a DNI and a name."""
        self.consent()
        self.type("1", "10117410")
        self.fill("Quispe", "Mamani", "Rosa")
