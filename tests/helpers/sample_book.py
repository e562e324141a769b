"""Invented people and places for tests of what is only seen: rows, one person, editions and points."""

from __future__ import annotations

from datetime import UTC, datetime

from chasqui_desktop.book import Counts, DeliveryRow, HistoryEntry, Person, PersonRow, Post, Reference
from chasqui_desktop.screens.settings_menu import Kept
from chasqui_sync.core.records import Edition, OutreachPoint, Place, Staff

NOW = datetime(2026, 11, 23, 16, 0, tzinfo=UTC).astimezone()


def now() -> datetime:
    """A clock that stands still."""
    return NOW


def ms(hours_ago: float) -> int:
    """A time of the register, so many hours before `NOW`."""
    return int((NOW.timestamp() - hours_ago * 3600) * 1000)


REFERENCE = Reference(
    editions={"e1": Edition(name="2026-II", prefix="GE26"), "e0": Edition(name="2026-I", prefix="GE25", closed=True)},
    points={
        "p1": OutreachPoint(name="Mercado Unicachi", edition="e1", district=Place("inei", "150110")),
        "p2": OutreachPoint(name="Plaza Norte", edition="e1", district=Place("inei", "150112")),
        "p0": OutreachPoint(name="Feria vieja", edition="e0"),
    },
    partners={},
    staff={"s1": Staff(name="Milagros Torres", role="promoter")},
    user="s1",
    scope="x1",
)

KEPT = Kept((), None, lambda _root: None, 5, lambda _count: None, lambda: None, 5, lambda _count: None, None)

COUNTS = Counts(laptop=14, office=9, headquarters=118, attention=0, at_risk=0, today=27, last_receipt_at=ms(1))

PEOPLE = (
    ("Bravo, Keyla", "KB", "150125", Post.ATTENTION),
    ("Cárdenas, Nilda", "NC", "150110", Post.LAPTOP),
    ("Ñaupari, Mario", "MÑ", "150110", Post.HEADQUARTERS),
    ("Rondón, Yusmary C.", "YR", "150110", Post.LAPTOP),
)

ROWS = [
    PersonRow(f"r{at}", f"GE26-P2XD-{at}", name, initials, district, "grocery", post, False, True, ms(at + 1))
    for at, (name, initials, district, post) in enumerate(PEOPLE)
]

YUSMARY = Person(
    record="r3",
    code="GE26-P2XD-3",
    fields={
        "given_names": "Yusmary Carolina",
        "paternal_surname": "Rondón",
        "maternal_surname": "Márquez",
        "document": {"scheme": "refugee_applicant", "number": "004518236"},
        "phones": [{"number": "+51987654412", "owner": "own"}],
        "home_district": {"scheme": "inei", "code": "150110"},
        "group": "asylum_seeker",
        "channel": "flyer",
        "channel_detail": "COM-07",
        "consent": {"version": "v3.2", "language": "es", "how": "spoken", "at": ms(1)},
        "consent_programme": True,
        "consent_whatsapp": True,
        "consent_six_months": True,
        "consent_partners": False,
        "edition": "e1",
        "outreach_point": "p1",
        "birth_date": "1991-08-14",
        "gender": "woman",
    },
    heads={},
    copied=True,
    post=Post.LAPTOP,
    saved_at=ms(1),
    sent_at=None,
    receipt=None,
    problem=None,
    history=(HistoryEntry("create", ms(1), "s1", ()),),
)


def delivery(at: int, post: Post = Post.LAPTOP, problem: int | None = None) -> DeliveryRow:
    """A registration on its way; with a receipt where the post is past the laptop."""
    receipt = None if post is Post.LAPTOP else f"A7-{2200 + at}"
    sent_at = None if post is Post.LAPTOP else ms(1)
    name, code = f"Paredes, Yorman {at}", f"GE26-P2XD-{at}"
    return DeliveryRow(f"r{at}", code, name, ms(2), True, post, sent_at, receipt, problem)


def explain(number: int) -> str:
    """A verdict's sentence."""
    return f"La sede pide corregir un dato ({number})."
