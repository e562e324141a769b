"""What is on the registration desk: every answer as it was given, without widgets.

The desk's cards write here and read from here; the draft on disk is `state`, the record is `answers`.
Raw texts stay as typed, wrong ones too, so that nothing is lost between a mistake and its mending.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from chasqui_desktop.screens.register.amendment import Amendment
from chasqui_desktop.widgets.date_field import Birth, age_on, read_birth
from chasqui_sync.core.documents import document_problem, normal_number, ruc_of_dni, ruc_problem
from chasqui_sync.core.phones import read_phone, usual_phone
from chasqui_sync.core.problems import Problem
from chasqui_sync.core.records import PURPOSES, proposed_group, proposed_nationality
from chasqui_sync.core.rules import Finding, Weight, check

GROUPS: tuple[str, ...] = ("host", "migrant", "refugee", "asylum_seeker", "returnee")
"""In the order Ctrl G goes through them."""

STAYS = ("edition", "outreach_point", "flyer_code", "notice_version", "notice_language", "asks_support")
"""What holds from person to person."""

WHOLE_LENGTH = {"dni": 8, "refugee_applicant": 9}
"""Documents of one length: the field moves on by itself when it is reached."""


@dataclass
class Form:
    """One registration as it is being typed. Attributes are named after the fields of the desk."""

    edition: str | None = None
    outreach_point: str | None = None
    flyer_code: str = ""
    notice_version: str = ""
    notice_language: str = "es"
    asks_support: bool = False

    consent_programme: bool | None = None
    consent_whatsapp: bool | None = None
    consent_six_months: bool | None = None
    consent_partners: bool | None = None
    consent_photos: bool | None = None
    consent_how: str | None = None
    signature: list[Any] = field(default_factory=list)
    """Strokes drawn on the screen (`widgets.signature`); kept too while something else than signing is chosen."""
    notice_read_at: int | None = None

    scheme: str | None = None
    number: str = ""
    nationality: str | None = None
    nationality_proposed: bool = False
    country_text: str = ""
    group_chosen: str | None = None
    paternal_surname: str = ""
    maternal_surname: str = ""
    given_names: str = ""
    birth: str = ""
    gender: str | None = None
    home_scheme: str = "inei"
    home_code: str | None = None
    home_text: str = ""
    phone: str = ""
    phone_region: str = "PE"
    whatsapp: bool | None = None
    owner: str | None = None
    alternative_contact: str = ""

    sector: str | None = None
    sector_text: str = ""
    business_name: str = ""
    stage: str | None = None
    since_year: str = ""
    people_working: str = ""
    sells_at: list[str] = field(default_factory=list)
    has_ruc: str | None = None
    ruc: str = ""
    ruc_accepted: bool = False
    tax_regime: str | None = None
    channel: str | None = None
    channel_detail: str = ""

    support: dict[str, str] = field(default_factory=dict)
    support_skipped: bool = False
    accepts_referral: bool | None = None
    referral_note: str = ""

    not_same_as: list[str] = field(default_factory=list)
    """Records of people who are like this one and are somebody else, as the promoter said."""
    amendment: Amendment | None = None

    # ---------------------------------------------------------------- drafts
    def state(self) -> dict[str, Any]:
        """Everything that is not as on an empty form, as a JSON document."""
        kept = {each.name: copy(getattr(self, each.name)) for each in fields(self) if each.name != "amendment"}
        state = {name: value for name, value in kept.items() if value != _empty(name)}
        if self.amendment is not None:
            state["amendment"] = self.amendment.state()
        return state

    def restore(self, state: dict[str, Any]) -> None:
        """Take up a draft; what this version does not know in it is passed over."""
        for each in fields(self):
            value = state.get(each.name, _empty(each.name))
            if each.name == "amendment":
                value = Amendment(**value) if value else None
            setattr(self, each.name, copy(value))

    def clear(self) -> None:
        """Empty, for the next person, but for what stays."""
        kept = {name: getattr(self, name) for name in STAYS}
        self.restore(kept)

    @property
    def is_empty(self) -> bool:
        """Whether nobody has answered anything yet."""
        return not set(self.state()) - {*STAYS, "phone_region", "notice_read_at"}

    # ---------------------------------------------------------------- proposals
    def choose_scheme(self, scheme: str | None) -> None:
        """Answer the document's type; the nationality it implies is proposed unless a person gave another."""
        self.scheme = scheme
        proposed = proposed_nationality(scheme)
        if self.nationality is None or self.nationality_proposed:
            self.nationality, self.nationality_proposed = proposed, proposed is not None
        self._propose_again()

    @property
    def is_nationality_implied(self) -> bool:
        """Whether there is nothing to ask: nobody but a Peruvian has a DNI."""
        return self.scheme == "dni" and self.nationality_proposed

    def choose_nationality(self, code: str | None) -> None:
        """Answer the nationality: ISO 3166-1 alpha-3, or ``other`` while it is not said which."""
        self.nationality, self.nationality_proposed = code, False
        self._propose_again()

    def _propose_again(self) -> None:
        self.group_chosen = None

    @property
    def group(self) -> str | None:
        """The group chosen by hand, or the one document and nationality propose."""
        return self.group_chosen or proposed_group(self.scheme, self.nationality)

    def turn_group(self) -> None:
        """The next group, as Ctrl G does."""
        at = GROUPS.index(self.group) if self.group in GROUPS else -1
        self.group_chosen = GROUPS[(at + 1) % len(GROUPS)]

    @property
    def proposed_ruc(self) -> str | None:
        """The RUC a DNI implies, while the number is not answered otherwise."""
        if self.scheme != "dni" or self.has_ruc != "yes" or document_problem("dni", self.document_number):
            return None
        return ruc_of_dni(self.document_number)

    def accept_ruc(self) -> None:
        """Take the proposed RUC as the answer. Does nothing where something was typed or nothing is proposed."""
        proposed = self.proposed_ruc
        if proposed is not None and not self.ruc:
            self.ruc, self.ruc_accepted = proposed, True

    def choose_channel(self, channel: str | None) -> None:
        """Answer the channel; a flyer's code is proposed from the point."""
        if channel != self.channel:
            self.channel_detail = self.flyer_code if channel == "flyer" else ""
        self.channel = channel

    # ---------------------------------------------------------------- readings
    @property
    def document_number(self) -> str:
        """The document's number as it is stored; empty where none is asked."""
        if self.scheme is None or self.scheme == "none":
            return ""
        return normal_number(self.scheme, self.number)

    def document_is_whole(self, text: str) -> bool:
        """Tell whether a number is complete and right, for the types of one length."""
        length = WHOLE_LENGTH.get(self.scheme or "")
        return length is not None and len(text) == length and document_problem(self.scheme or "", text) is None

    def read_birth(self, today: date) -> Birth:
        """Understand the birth date or the age that was typed."""
        return read_birth(self.birth, today)

    def age(self, today: date) -> int | None:
        """Years on ``today``, None while it is not known."""
        birth = self.read_birth(today)
        return birth.age if birth.day is None else age_on(birth.day, today)

    @property
    def phone_number(self) -> str | None:
        """E.164, or None when it is no possible number."""
        return read_phone(self.phone, self.phone_region) if self.phone.strip() else None

    @property
    def needs_support(self) -> bool:
        """Whether any of the six questions was answered yes."""
        return self.asks_support and not self.support_skipped and "yes" in self.support.values()

    @property
    def signed(self) -> list[Any]:
        """The strokes that go with the consent; none where she signed on paper, or said it."""
        return self.signature if self.consent_how == "signature" and self.notice_read_at is not None else []

    # ---------------------------------------------------------------- the record
    def answers(self, today: date) -> dict[str, Any]:
        """Give the fields of an `Entrepreneur`, those answered alone; without code, promoter and partner.

        ``support_answers`` (question to ``yes``, ``no`` or ``unsaid``; ``accepts_referral``, ``note``) is in
        the clear: the store seals it before anything is written.
        """
        found = {**self._programme(), **self._person(today), **self._business(), **self._support()}
        return {name: value for name, value in found.items() if value not in (None, "", [])}

    def findings(self, today: date) -> list[Finding]:
        """Check the answers by the rules both sides know."""
        checked = self.amendment.fields if self.amendment else {}
        found = check("entrepreneur", {"code": "", **checked, **self.answers(today)}, today)
        number = self.phone_number
        if number is not None and not usual_phone(number):
            found.append(Finding("phones", Problem.PHONE_UNUSUAL, Weight.SOFT))
        if self.home_text.strip() and self.home_code is None:
            found = [each for each in found if each.field != "home_district"]
            found.append(Finding("home_district", Problem.DISTRICT_UNKNOWN, Weight.SOFT))
        if self.sector_text.strip() and self.sector is None:
            found.append(Finding("sector", Problem.CHOICE_UNKNOWN, Weight.SOFT))
        if self.country_text.strip() and self.nationality in (None, "other"):
            found.append(Finding("nationality", Problem.CHOICE_UNKNOWN, Weight.SOFT))
        return found

    def _programme(self) -> dict[str, Any]:
        said = {f"consent_{purpose}": getattr(self, f"consent_{purpose}") for purpose in PURPOSES}
        consent = None
        if self.consent_how is not None and self.notice_read_at is not None:
            consent = {
                "version": self.notice_version,
                "language": self.notice_language,
                "how": self.consent_how,
                "at": self.notice_read_at,
            }
        channel = {"channel": self.channel, "channel_detail": self.channel_detail.strip() if self.channel else None}
        place = {"edition": self.edition, "outreach_point": self.outreach_point}
        decided = {"not_same_as": list(self.not_same_as)}
        return {**place, **said, "consent": consent, **channel, **decided}

    def _person(self, today: date) -> dict[str, Any]:
        birth = self.read_birth(today)
        day = self.birth.strip() if birth.unclear else birth.day and birth.day.isoformat()
        unplaced = self.home_text.strip() if self.home_code is None else None
        return {
            "document": self._document(),
            "nationality": None if self.nationality == "other" else self.nationality,
            "group": self.group,
            "paternal_surname": _squeezed(self.paternal_surname),
            "maternal_surname": _squeezed(self.maternal_surname),
            "given_names": _squeezed(self.given_names),
            "birth_date": day,
            "birth_year": None if birth.age is None else today.year - birth.age,
            "gender": self.gender,
            "home_district": {"scheme": self.home_scheme, "code": self.home_code} if self.home_code else None,
            "address_reference": unplaced,
            "phones": self._phones(),
            "alternative_contact": _squeezed(self.alternative_contact),
        }

    def _document(self) -> dict[str, str] | None:
        if self.scheme == "none":
            return {"scheme": "none", "number": ""}
        return {"scheme": self.scheme, "number": self.document_number} if self.scheme and self.document_number else None

    def _phones(self) -> list[dict[str, Any]]:
        written = self.phone.strip()
        if not written:
            return []
        phone = {"number": self.phone_number or written, "owner": self.owner, "whatsapp": self.whatsapp}
        return [{name: value for name, value in phone.items() if value is not None}]

    def _business(self) -> dict[str, Any]:
        registered = self.has_ruc in ("yes", "in_process")
        return {
            "sector": self.sector,
            "business_name": _squeezed(self.business_name),
            "stage": self.stage,
            "since_year": _whole(self.since_year),
            "people_working": _whole(self.people_working),
            "sells_at": list(self.sells_at),
            "has_ruc": self.has_ruc,
            "ruc": self.ruc.strip() if self.has_ruc == "yes" else None,
            "tax_regime": self.tax_regime if registered else None,
        }

    def _support(self) -> dict[str, Any]:
        if not self.asks_support or self.amendment is not None:
            return {}
        if self.support_skipped or not self.support:
            return {"support_asked": False}
        sealed: dict[str, Any] = dict(self.support)
        if self.needs_support:
            sealed["accepts_referral"] = self.accepts_referral
            sealed["note"] = self.referral_note.strip()
        known = {name: value for name, value in sealed.items() if value not in (None, "")}
        return {"support_asked": True, "support_answers": known}

    def ruc_is_whole(self, text: str) -> bool:
        """Tell whether a RUC is complete and adds up."""
        return ruc_problem(text) is None


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _whole(text: str) -> int | None:
    return int(text) if text.strip().isdecimal() else None


def _empty(name: str) -> Any:
    return getattr(_EMPTY, name)


_EMPTY = Form()
