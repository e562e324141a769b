"""Where one registers: the edition and the outreach point, and what follows from them."""

from __future__ import annotations

from chasqui_desktop.book import Reference
from chasqui_desktop.screens.register.form import Form
from chasqui_resources.consent import ConsentText, consent_text, consent_versions
from chasqui_sync.core.records import Edition, OutreachPoint


class Standing:
    """Edition and point by record id, looked up in what headquarters sent down."""

    def __init__(self) -> None:
        self._reference: Reference | None = None
        self.edition: str | None = None
        self.point: str | None = None

    def learn(self, reference: Reference) -> None:
        """Take editions and points."""
        self._reference = reference

    def choose(self, edition: str | None, point: str | None) -> None:
        """Stand there from now on."""
        self.edition, self.point = edition, point

    @property
    def is_chosen(self) -> bool:
        """Whether both are known and the edition is still open."""
        edition = self._edition(self.edition)
        return edition is not None and not edition.closed and self._point(self.point) is not None

    @property
    def text(self) -> ConsentText | None:
        """The edition's notice; the latest one carried where the edition names one that is not here.

        The version kept with the consent is that of the text shown, whichever it is.
        """
        edition = self._edition(self.edition)
        if edition is None:
            return None
        return consent_text(edition.notice if edition.notice in consent_versions() else consent_versions()[-1])

    @property
    def district(self) -> str | None:
        """The INEI code of the point's district."""
        point = self._point(self.point)
        place = point.district if point is not None else None
        return place.code if place is not None and place.scheme == "inei" else None

    def point_name(self, record: str | None) -> str:
        """Give a point's name, empty where it is not known here."""
        point = self._point(record)
        return point.name if point is not None else ""

    @property
    def focal_point(self) -> str:
        """Whom a referral reaches, as the edition names them."""
        edition = self._edition(self.edition)
        return (edition.protection_contact or "") if edition is not None else ""

    def put_on(self, form: Form) -> None:
        """Write edition, point and what follows from them into a form."""
        point, text = self._point(self.point), self.text
        form.edition, form.outreach_point = self.edition, self.point
        form.flyer_code = (point.flyer_code or "") if point is not None else ""
        form.notice_version = text.version if text is not None else ""
        form.asks_support = self._asks_support(self.edition)

    def put_on_draft(self, form: Form) -> None:
        """A draft keeps the edition and point it was begun at, while they are known here."""
        if self._edition(form.edition) is None or self._point(form.outreach_point) is None:
            self.put_on(form)
        form.asks_support = self._asks_support(form.edition)

    def _asks_support(self, edition: str | None) -> bool:
        found = self._edition(edition)
        return found is not None and bool(found.protection_key)

    def _edition(self, record: str | None) -> Edition | None:
        return self._reference.editions.get(record) if self._reference is not None and record else None

    def _point(self, record: str | None) -> OutreachPoint | None:
        return self._reference.points.get(record) if self._reference is not None and record else None
