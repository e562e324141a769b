"""What stands on slip and flyer, read from the records: only what paper may show."""

from __future__ import annotations

from datetime import date, datetime

from chasqui_desktop.book import Person, Reference
from chasqui_desktop.paper.flyer import Flyer
from chasqui_desktop.paper.slip import Slip
from chasqui_resources.consent import consent_text, consent_versions
from chasqui_resources.districts import district
from chasqui_sync.core.records import Edition, OutreachPoint

LANGUAGES = ("es", "en")
"""In which slips are written; who heard the notice in another one gets the first."""


def slip_of(person: Person, reference: Reference) -> Slip:
    """Give her slip; what the laptop does not know of edition or point is left out."""
    fields = person.fields
    edition = reference.editions.get(str(fields.get("edition")))
    point = reference.points.get(str(fields.get("outreach_point")))
    consent = fields.get("consent") or {}
    language = consent.get("language")
    language = language if language in LANGUAGES else LANGUAGES[0]
    at = datetime.fromtimestamp(person.saved_at / 1000).astimezone()
    version = consent.get("version", "")
    return Slip(
        language=language,
        code=person.code,
        first_name=(fields.get("given_names") or "").strip().partition(" ")[0],
        at=at,
        point=place_of(point) if point is not None else "",
        can_write=bool(fields.get("consent_whatsapp")),
        writes_before=_written_before(edition, at.date()),
        weeks=weeks_of(edition),
        notice=version,
        answers=_answers(version, fields, language),
        help_number=edition.help_number if edition is not None else None,
    )


def flyer_of(point: OutreachPoint, edition: Edition) -> Flyer | None:
    """Give the point's flyer; None for a point without a code to dictate."""
    if not point.flyer_code:
        return None
    return Flyer(
        edition=edition.name,
        code=point.flyer_code,
        place=place_of(point),
        hours=point.hours or "",
        help_number=edition.help_number,
        weeks=weeks_of(edition),
    )


def place_of(point: OutreachPoint) -> str:
    """Mercado Unicachi, Comas: the point with its district, where its name does not say it already."""
    if point.district is None or point.district.scheme != "inei":
        return point.name
    try:
        name = district(point.district.code).name
    except KeyError:
        return point.name
    return point.name if name in point.name else f"{point.name}, {name}"


def weeks_of(edition: Edition | None) -> int | None:
    """Give how many weeks an edition lasts, None where its days are not known."""
    if edition is None or not edition.starts or not edition.ends:
        return None
    days = (date.fromisoformat(edition.ends) - date.fromisoformat(edition.starts)).days + 1
    return round(days / 7) or None


def _written_before(edition: Edition | None, day: date) -> date | None:
    """She is written to before classes begin; once they have begun, soon."""
    if edition is None or not edition.starts:
        return None
    begins = date.fromisoformat(edition.starts)
    return begins if begins > day else None


def _answers(version: str, fields: dict[str, object], language: str) -> tuple[tuple[str, bool], ...]:
    text = consent_text(version if version in consent_versions() else consent_versions()[-1])
    return tuple(
        (purpose.short.get(language, purpose.short[LANGUAGES[0]]), bool(fields.get(f"consent_{purpose.code}")))
        for purpose in text.purposes
    )
