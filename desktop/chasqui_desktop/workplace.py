"""The rooms of the window, connected to whoever's session is open: what they ask, and who answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from chasqui_desktop import notices, troubles
from chasqui_desktop.alike_work import AlikeWork
from chasqui_desktop.book import (
    DESK_DRAFT,
    Area,
    Book,
    Counts,
    DeliveryFilter,
    DeliveryRow,
    Draft,
    Period,
    Reading,
    Reference,
    Tally,
)
from chasqui_desktop.courier import Courier
from chasqui_desktop.desk_work import DeskWork
from chasqui_desktop.erasure_work import ErasureWork
from chasqui_desktop.people_work import PeopleWork
from chasqui_desktop.referral_work import ReferralWork
from chasqui_desktop.review_work import ReviewWork
from chasqui_desktop.role_work import RoleWork
from chasqui_desktop.screens.closed_room import ClosedRoom
from chasqui_desktop.screens.context import Context
from chasqui_desktop.screens.dashboard import DashboardScreen
from chasqui_desktop.screens.desk_room import DeskRoom
from chasqui_desktop.screens.frame import Frame
from chasqui_desktop.screens.key_screen import KeyScreen
from chasqui_desktop.screens.people_room import PeopleRoom
from chasqui_desktop.screens.referrals.screen import ReferralScreen
from chasqui_desktop.screens.register.desk import RegisterDesk
from chasqui_desktop.screens.review.screen import ReviewScreen
from chasqui_desktop.screens.rooms import (
    dashboard_room,
    desk_room,
    people_room,
    referrals_room,
    review_room,
    sending_room,
)
from chasqui_desktop.screens.sending.screen import SendingScreen
from chasqui_desktop.session import Session

EDITION, POINT, NOTICE_LANGUAGE = "edition", "outreach_point", "notice_language"
"""Names of the choices a user's register remembers."""
LEASE = "lease"
"""The notice that a contact takes back."""
_READ_AGAIN_MS = 120
"""Changes that come close together are read once."""


class _Standing(NamedTuple):
    reference: Reference
    edition: str | None
    point: str | None
    notice_language: str | None


class Workplace(QObject):
    """Desk, people and sending in one window. Without a session they show what they last showed, covered."""

    failed = Signal(object)
    """An exception that is a bug of ours."""
    wiped = Signal(bool)
    """Whether this laptop was wiped for whoever worked here; the session is over in any case."""
    flyer_asked = Signal(str)
    """The flyer of this point is to be seen."""

    def __init__(self, frame: Frame, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._now = now
        self._session: Session | None = None
        self._last_user = ""
        self._standing: _Standing | None = None
        self._edition: str | None = None
        self.counts: Counts | None = None
        self.desk = RegisterDesk(now)
        self.desk_room = DeskRoom(self.desk)
        self.people_room = PeopleRoom(now, troubles.verdict)
        self.people = self.people_room.people
        self._people_door = ClosedRoom(self.people_room)
        self._people_work = PeopleWork(self.people_room, self._ask_whoever_works, self._wrote, self)
        self._erasure_work = ErasureWork(self.people_room, lambda: self._session, self._wrote, self)
        self.sending = SendingScreen(now, troubles.verdict)
        self.dashboard = DashboardScreen(now)
        self.key_screen = KeyScreen()
        self.referrals = ReferralScreen(now)
        self._referrals_door = ClosedRoom(self.referrals)
        self.referral_work = ReferralWork(self.referrals, self.key_screen, self._ask_whoever_works, self._wrote, self)
        self.review = ReviewScreen(now)
        self._review_door = ClosedRoom(self.review)
        self._review_work = ReviewWork(self.review, self._ask_whoever_works, self._wrote, self)
        self._role_work = RoleWork(frame, self.dashboard, self.people_room, lambda: self.desk.form.is_empty, self)
        self._context = Context()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_READ_AGAIN_MS)
        self._later.timeout.connect(self._read_again)
        self._later.timeout.connect(self._count_again)
        self._later.timeout.connect(self._review_work.changed)
        self._later.timeout.connect(self._erasure_work.read_again)
        frame.add(desk_room(self.desk_room, self.desk_room.enter, self._context, self.desk_room.print))
        people = self.people_room
        frame.add(people_room(self._people_door, people.enter, people.leave, people.print, people.titled))
        frame.add(sending_room(self.sending, self.sending.enter, self.sending.act))
        frame.add(dashboard_room(self.dashboard, self.dashboard.enter, self.dashboard.ask_to_print))
        frame.add(review_room(self._review_door, self.review.enter))
        frame.add(referrals_room(self._referrals_door, self.referrals.enter, self.referrals.leave))
        self._desk_work = DeskWork(self.desk, self._ask_whoever_works, self._wrote, now, self)
        self._alike_work = AlikeWork(self.desk, self._ask_whoever_works, self._wrote, now, self)
        self._connect_desk()
        self._connect_lists()

    # ---------------------------------------------------------------- sessions
    def begin(self, session: Session) -> None:
        """Work with this session from now on; what the same user had typed is still on the desk."""
        self._session = session
        if session.user != self._last_user:
            self.desk.free()
            self._last_user = session.user
        self._frame.show_user(_initials(session.user_name))
        self._role_work.begin(session)
        session.book_changed.connect(self._later.start)
        session.courier.line_changed.connect(self._frame.show_line)
        session.courier.line_changed.connect(self.sending.show_line)
        session.courier.happened.connect(self.sending.add_happening)
        session.courier.failed.connect(self.failed)
        session.reading_told.connect(self._show_reading)
        session.wipe_asked.connect(self._ask_to_wipe)
        self.desk.alike.not_told()
        self.referral_work.begin(session.protection)
        self._show_reading(session.reading)
        self._tell_notices(session)
        self._frame.show_line(session.courier.state)
        self.sending.show_line(session.courier.state)
        self._read_again()
        self._review_work.changed()
        self._ask(lambda book: book.drafts(), self._take_drafts)
        session.copier.failed.connect(self.failed)
        if session.restored:
            self.desk.tell_restored(session.restored)
        # before the copy has been looked at, everything would be said to be at risk
        session.copier.tried.connect(self._count_again, Qt.ConnectionType.SingleShotConnection)
        session.start()

    def end(self, closed: Callable[[], None]) -> None:
        """The session is over; what is typed stays on the desk, and its last letters go into the draft.

        ``closed`` is called once the key is gone.
        """
        self.settle()
        self._review_work.stop()
        self.referral_work.end()
        self.people_room.dossier.forget()
        session, self._session = self._session, None
        if session is not None:
            session.close(closed)

    def _tell_notices(self, session: Session) -> None:
        """Who tried to open this file, and that reading closes soon: a contact takes the second back."""
        strip, now = self._frame.notices, self._now()
        strip.clear()
        told = notices.guessed(session.guessed, round(now.timestamp() * 1000), now.date())
        if told is not None:
            strip.tell("guessed", "warning-circle", told)
        told = notices.lease(session.reading, session.lease_left)
        if told is not None:
            strip.tell(LEASE, "clock", told)

    def _show_reading(self, reading: Reading) -> None:
        self._frame.notices.take_back(LEASE)
        was_closed = self._people_door.is_closed
        for door in (self._people_door, self._referrals_door, self._review_door):
            door.show_reading(reading)
        if self._people_door.is_closed:
            self.people_room.close_page()
            self.people.show_nobody()
            self.review.show_nothing()
            self.referrals.show_nobody()
            self.desk.alike.close()
        if was_closed != self._people_door.is_closed:
            self._later.start()

    def clear(self) -> None:
        """Nothing of whoever worked here stays on any screen."""
        self._last_user = ""
        self.desk.free()
        self._show_reading(Reading.REVOKED)

    def _ask_to_wipe(self) -> None:
        """The office has everything: nothing stays here, once nobody is being registered."""
        if self._session is not None and self.desk.form.is_empty:
            session, self._session = self._session, None
            self.referral_work.end()
            session.wipe(self.wiped.emit)

    def settle(self) -> None:
        """Keep the last letters typed, without waiting for their second."""
        state = self.desk.state()
        if not self.desk.form.is_empty:
            self._ask(lambda book: book.keep_draft(DESK_DRAFT, state))

    @property
    def session(self) -> Session | None:
        """Whoever works now."""
        return self._session

    @property
    def saved(self) -> int:
        """How many registrations were said to be saved."""
        return self._desk_work.saved

    @property
    def last_code(self) -> str:
        """The code that was last said to be saved."""
        return self._desk_work.last_code

    # ---------------------------------------------------------------- the desk
    def _connect_desk(self) -> None:
        desk = self.desk
        desk.standing_chosen.connect(self._choose_standing)
        desk.notice_language_chosen.connect(lambda code: self._ask(lambda book: book.remember(NOTICE_LANGUAGE, code)))
        self._context.edition_chosen.connect(lambda edition: self._choose_standing(edition, None))
        self._context.point_chosen.connect(self._choose_point)
        self._context.flyer_asked.connect(self.flyer_asked)

    # ---------------------------------------------------------------- where one stands
    def _choose_point(self, point: str) -> None:
        if self._edition is not None:
            self._choose_standing(self._edition, point)

    def _choose_standing(self, edition: str, point: str | None) -> None:
        def remember(book: Book) -> None:
            book.remember(EDITION, edition)
            book.remember(POINT, point or "")

        self._desk_work.write(remember, lambda _: self._read_again())

    def _read_standing(self, book: Book) -> _Standing:
        reference = book.reference()
        edition, point = book.option(EDITION), book.option(POINT)
        still_open = [record for record, each in reference.editions.items() if not each.closed]
        if edition not in still_open:
            edition = still_open[0] if len(still_open) == 1 else None
        fits = point in reference.points and reference.points[str(point)].edition == edition
        return _Standing(reference, edition, point if fits else None, book.option(NOTICE_LANGUAGE))

    def _show_standing(self, standing: _Standing) -> None:
        self._standing = standing
        self._edition = standing.edition
        self.people.show_reference(standing.reference)
        self.review.show_reference(standing.reference)
        self.referrals.show_reference(standing.reference)
        self._context.show_reference(standing.reference)
        self._context.show_choice(standing.edition, standing.point)
        self.desk.show_reference(standing.reference)
        self.desk.show_standing(standing.edition, standing.point)
        if standing.notice_language is not None:
            self.desk.show_notice_language(standing.notice_language)
        edition = standing.edition
        if edition is not None:
            self._ask(lambda book: book.quota(edition), self.desk.show_quota)

    # ---------------------------------------------------------------- lists
    def _connect_lists(self) -> None:
        self._erasure_work.failed.connect(self.failed)
        for work in (self._people_work, self._desk_work, self._alike_work, self.referral_work, self._review_work):
            work.failed.connect(self.failed)
        self.referral_work.key_changed.connect(lambda is_here: self._frame.open_room("referrals", is_open=is_here))
        self.referrals.person_asked.connect(self._open_person)
        self._review_work.counted.connect(lambda count: self._frame.show_waiting("review", count))
        self.people.review_asked.connect(self._review)
        self.people.register_asked.connect(self._register_by_name)
        self.dashboard.tally_asked.connect(self._tally)
        self.sending.page_asked.connect(self._page_of_deliveries)
        self.sending.person_asked.connect(self._open_person)
        self.sending.correct_asked.connect(self._correct)
        self.sending.try_asked.connect(lambda: self._tell_courier(Courier.try_now))
        self.sending.pause_asked.connect(lambda: self._tell_courier(Courier.pause))
        self.sending.resume_asked.connect(lambda: self._tell_courier(Courier.resume))

    def _tell_courier(self, act: Callable[[Courier], None]) -> None:
        if self._session is not None:
            act(self._session.courier)

    def _page_of_deliveries(self, chosen: DeliveryFilter, offset: int, limit: int) -> None:
        self._ask(
            lambda book: book.deliveries(chosen, offset, limit),
            lambda rows: self.sending.show_page(chosen, offset, limit, rows),
        )

    def _open_person(self, record: str) -> None:
        self._frame.go("people")
        self.people.open_person(record)

    def _review(self, record: str, field: str) -> None:
        self._frame.go("review")
        self.review.open_case(record, field)

    def _correct(self, record: str) -> None:
        if self._frame.has("desk"):
            self._frame.go("desk")
            self.desk.correct(record)
        else:
            self._open_person(record)

    def _register_by_name(self, name: str) -> None:
        if self._frame.has("desk"):
            self._frame.go("desk")
            self.desk.begin_with_name(name)

    # ---------------------------------------------------------------- the dashboard
    def _tally(self, area: Area, period: Period) -> None:
        standing = self._standing
        edition = _edition_to_count(standing) if standing is not None else None
        if standing is None or edition is None:
            self.dashboard.show_no_edition()
            return
        places = {Area.POINT: standing.point, Area.OFFICE: standing.reference.scope}
        place = None if self.dashboard.is_over_all else places.get(area)

        def show(tally: Tally) -> None:
            self.dashboard.show_tally(tally, standing.reference, edition, area, period, self.counts)

        self._ask(lambda book: book.tally(edition, area, place, period), show)

    # ---------------------------------------------------------------- reading again
    def _read_again(self) -> None:
        self._ask(self._read_standing, self._show_standing)
        self._ask(lambda book: book.people_counts(), self.people.show_counts)
        if not self._people_door.is_closed:
            self.people.read_again()
            self.review.read_again()
        self.sending.read_again()
        if self._frame.here() == "dashboard":
            self.dashboard.ask_again()
        if self._frame.here() == "referrals":
            self.referral_work.read_again()

    def _count_again(self) -> None:
        self._ask(lambda book: book.counts(), self._show_counts)
        self._ask(lambda book: book.deliveries(DeliveryFilter.ATTENTION, 0, 1), self._show_attention)
        if self._session is not None:
            self.sending.show_use(self._session.courier.use)

    def _show_attention(self, rows: Sequence[DeliveryRow]) -> None:
        self.sending.show_attention(rows[0] if rows else None)

    def _show_counts(self, counts: Counts) -> None:
        self.counts = counts
        self._frame.show_counts(counts)
        self.desk.show_counts(counts)
        self.sending.show_counts(counts)

    def _take_drafts(self, drafts: list[Draft]) -> None:
        self.desk.show_drafts(drafts)
        own = next((each for each in drafts if each.draft == DESK_DRAFT), None)
        if own is not None and self.desk.form.is_empty:
            self.desk.restore(own)

    # ---------------------------------------------------------------- asking
    def _wrote(self) -> None:
        if self._session is not None:
            self._session.wrote()

    def _ask(self, work: Callable[[Book], Any], then: Callable[[Any], None] | None = None) -> None:
        if self._session is not None:
            self._session.ask(work, then)

    def _ask_whoever_works(
        self, work: Callable[[Book], Any], then: Callable[[Any], None], failed: Callable[[BaseException], None] | None
    ) -> None:
        if self._session is not None:
            self._session.ask(work, then, failed)


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in [*words[:1], *words[1:][-1:]]).upper()


def _edition_to_count(standing: _Standing) -> str | None:
    """Give the edition one stands in; where none is chosen, the open one that began last."""
    if standing.edition is not None:
        return standing.edition
    still_open = [(each.starts or "", name) for name, each in standing.reference.editions.items() if not each.closed]
    return max(still_open)[1] if still_open else None
