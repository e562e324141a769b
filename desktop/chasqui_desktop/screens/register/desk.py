"""The registration desk: four cards in a stack, the keys that drive them, and what is asked of the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtWidgets import QWidget

from chasqui_desktop.book import DESK_DRAFT, Counts, Draft, Person, Quota, Reference, Saved
from chasqui_desktop.screens.moments import local
from chasqui_desktop.screens.register import results
from chasqui_desktop.screens.register.desk_keys import bind_chords
from chasqui_desktop.screens.register.front import CLOSING, NOTICE, PERSON, DeskFront
from chasqui_desktop.screens.register.held_keys import HeldKeys
from chasqui_desktop.screens.register.last_saved import LastSaved
from chasqui_desktop.screens.register.notice_for_person import NoticeForPerson
from chasqui_desktop.screens.register.sentences import place_of
from chasqui_desktop.screens.register.taking_over import take_over
from chasqui_desktop.screens.register.taking_up import open_record
from chasqui_desktop.words import Words
from chasqui_sync.core.rules import Weight


class RegisterDesk(DeskFront):
    """One registration at a time. Asks by signals, is told by methods; knows no store and no line.

    Dictionaries in signals are plain: fields of an `Entrepreneur`, or the desk's own draft.
    """

    save_asked = Signal(object)
    amended = Signal(str, object, object)
    """Record, changed fields, and what had been seen of them (`Book.amend`)."""
    amend_asked = Signal(str)
    """Open this record for correction: answer with `amend`."""
    draft_changed = Signal(object)
    """Answer with `draft_kept`, or `save_failed`."""
    set_aside_asked = Signal(object)
    """Answer with `set_aside_kept`, or `save_failed`."""
    take_up_asked = Signal(str)
    """Bring this draft back to the desk: answer with `restore`."""
    refused = Signal()
    """Answer with `refusal_kept`, or `save_failed`."""
    undo_refusal_asked = Signal()
    standing_chosen = Signal(str, str)
    """Edition and outreach point: answer with `show_standing`."""
    notice_language_chosen = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """``now`` is the laptop's own clock, aware of its time zone."""
        super().__init__(now, parent)
        self._saving = False
        self._correct: Callable[[], None] | None = None
        self.last = LastSaved(self.header, self._more, self._correct_last, self)
        self._after_put_away: Callable[[], None] | None = None
        self._refused_state: dict[str, Any] = {}
        self._for_person: NoticeForPerson | None = None
        self._field_left = ""
        self._held = HeldKeys(self)
        self._bind()
        self._bind_keys()

    def _bind(self) -> None:
        self.header.draft_asked.connect(self._take_up)
        self.footer.later_asked.connect(self.put_away)
        self.footer.save_asked.connect(self.save)
        self.notice.refused.connect(self._refuse)
        self.notice.show_asked.connect(self.show_to_person)
        self.notice.language_chosen.connect(self.notice_language_chosen)
        self.start.chosen.connect(self.standing_chosen)
        self._watch.due.connect(self.draft_changed)

    def _bind_keys(self) -> None:
        ctrl = Qt.KeyboardModifier.ControlModifier
        alt = Qt.KeyboardModifier.AltModifier
        acts: list[tuple[Qt.KeyboardModifier, Qt.Key, Callable[[], object]]] = [
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_F4, self._idle(self.open_scanning)),
            (ctrl, Qt.Key.Key_E, self._idle(self.open_scanning)),
            (ctrl, Qt.Key.Key_Return, self.save),
            (ctrl, Qt.Key.Key_Enter, self.save),
            (ctrl, Qt.Key.Key_D, self.put_away),
            (ctrl, Qt.Key.Key_0, self._decline),
            (ctrl, Qt.Key.Key_G, self._idle(self.person.turn_group)),
            (ctrl, Qt.Key.Key_M, self.show_to_person),
            (ctrl, Qt.Key.Key_U, self._correct_last),
            (alt, Qt.Key.Key_D, self._idle(self.scanning.keep_what_stood)),
            (alt, Qt.Key.Key_S, self._idle(self.alike.same)),
            (alt, Qt.Key.Key_N, self._idle(self.alike.other)),
            (alt, Qt.Key.Key_I, self._idle(self._choose_slip)),
        ]
        acts += [(ctrl, Qt.Key(Qt.Key.Key_1 + at), self._idle(partial(self.go, at))) for at in range(4)]
        bind_chords(self, [(QKeyCombination(held, key), act) for held, key, act in acts])

    def _idle(self, act: Callable[[], object]) -> Callable[[], None]:
        """Give ``act`` for when nothing is being saved: what it changed then would be in no record."""

        def unless_saving() -> None:
            if not self._saving:
                act()

        return unless_saving

    # ---------------------------------------------------------------- acts
    def save(self) -> None:
        """Ask for the registration to be saved, or go to what keeps from it and say it there."""
        if self._saving or not self._standing.is_chosen:
            return
        self._finish_fields()
        findings = self.form.findings(self._today())
        hard = [place_of(each, self.form) for each in findings if each.weight is Weight.HARD]
        if hard:
            self._explain(hard)
            return
        self._trouble.hide()
        answers = self.form.answers(self._today())
        amendment = self.form.amendment
        if amendment is None:
            self._start_saving()
            self.save_asked.emit(answers)
            return
        changed = amendment.changed(answers)
        if self.form.signed:
            # the consent is written anew, with what names the signature
            changed.setdefault("consent", amendment.fields.get("consent"))
        if changed:
            self._start_saving()
            self.amended.emit(amendment.record, changed, amendment.seen(changed))
        else:
            self._next_person()
            self.header.tell(results.UNCHANGED, results.STILL_THERE)

    def _explain(self, places: list[str]) -> None:
        for card in self.cards:
            card.insist()
        place = next(name for card in self.cards for name in places if card.has_field(name))
        self.go_to_field(place)
        self._refresh()

    def _start_saving(self) -> None:
        self._saving = True
        self._show_saving(True)
        self._watch.forget()
        self._held.hold()
        self.scanning.hold()

    def _stop_saving(self) -> None:
        """Give what was typed meanwhile to whoever is on the desk now."""
        self._saving = False
        self._show_saving(False)
        self.scanning.release()
        self._held.release()

    def put_away(self) -> None:
        """Ctrl D: ask for what is on the desk to be kept for later."""
        if not self._saving and not self.form.is_empty:
            self._start_saving()
            self.set_aside_asked.emit(self.state())

    def _after_clearing(self, act: Callable[[], None]) -> None:
        """Do ``act`` with a free desk: what is on it is put away first."""
        if self.form.is_empty:
            act()
            return
        self._after_put_away = act
        self.put_away()

    def _take_up(self, draft: str) -> None:
        self._after_clearing(lambda: self.take_up_asked.emit(draft))

    def _correct_last(self) -> None:
        if self._correct is not None and not self._saving:
            self._correct()

    def _decline(self) -> None:
        if not self._standing.is_chosen or self._saving:
            return
        if self.here == NOTICE:
            self._refuse()
        elif self.here == CLOSING:
            self.closing.turn_skipping()
            self.footer.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self) -> None:
        if self.form.amendment is not None or self._saving:
            return
        self._start_saving()
        self._refused_state = self.state()
        self.refused.emit()

    def _choose_slip(self) -> None:
        """Alt I: what becomes of the slip, from Cierre."""
        if self.here == CLOSING:
            self.go_to_field("slip")

    def show_to_person(self) -> None:
        """Ctrl M: the notice over the whole window."""
        if self._standing.text is None:
            return
        if self._for_person is None or self._for_person.parentWidget() is not self.window():
            self._for_person = NoticeForPerson(self.window())
            self._for_person.left.connect(self._come_back)
            self._for_person.language_chosen.connect(self.notice.speak)
        self._watch.settled()
        self._field_left = self.field_in_focus()
        self._for_person.show_notice(self._standing.text, self.form.notice_language)

    def _come_back(self) -> None:
        if self._field_left and self._field_left != self.footer.save.objectName():
            self.go_to_field(self._field_left)
        else:
            self.go(self.here)

    # ---------------------------------------------------------------- what the program tells
    def show_reference(self, reference: Reference) -> None:
        """Editions and points to choose from."""
        self._standing.learn(reference)
        self.start.show_reference(reference, self._standing.edition)
        self._apply_standing()

    def show_standing(self, edition: str | None, point: str | None) -> None:
        """Where one registers from now on; None asks first. What is typed stays."""
        self._standing.choose(edition, point)
        was_asking = self._stack.current() is self.start
        self._apply_standing()
        if was_asking and self._standing.is_chosen and self.isVisible():
            self.go(self.here)

    def show_notice_language(self, code: str) -> None:
        """The notice's language, as this user chose it last."""
        self.form.notice_language = code
        self._apply_standing()

    def _apply_standing(self) -> None:
        self._standing.put_on(self.form)
        self.person.show_point(self._standing.district)
        text = self._standing.text
        if text is not None:
            self.notice.show_notice(text)
            self.panel.show_notice(text)
        self.closing.support.show_focal_point(self._standing.focal_point)
        self._front(self.here)

    def show_counts(self, counts: Counts) -> None:
        """How many were registered today."""
        self.header.show_count(counts.today)

    def show_quota(self, quota: Quota) -> None:
        """The edition's share of migrants and refugees."""
        self.panel.show_quota(quota)

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """What was set aside, without the desk's own draft."""
        self.header.show_drafts([each for each in drafts if each.draft != DESK_DRAFT], self._now())

    def draft_kept(self, at: datetime) -> None:
        """A draft is on the disk."""
        self._watch.kept()
        if not self.form.is_empty:
            self.header.show_kept(at)

    def saved(self, saved: Saved) -> None:
        """The commit is done: only now is it said, and the desk is free for the next person."""
        is_new = self.form.amendment is None
        self._next_person()
        self._correct = partial(self.correct, saved.record)
        self.last.show(saved)
        self._stop_saving()
        if is_new:
            self.last.hand_out(self.closing.slip.way)

    def _more(self, usual: Words) -> Words:
        """Give what is said beside a result: as usual, unless the mouse touched what was being saved."""
        return results.TOUCHED_IN_VAIN if self._held.touched_in_vain else usual

    def save_failed(self, sentence: Words) -> None:
        """Nothing was written; everything stays on the desk."""
        self._watch.kept()
        self._after_put_away = None
        self._trouble.say(sentence)
        if self._saving:
            self._stop_saving()

    def refusal_kept(self) -> None:
        """The anonymous count has one more; the desk is free."""
        self._next_person()
        self._correct = self._undo_refusal
        self.header.tell(
            results.REFUSED, self._more(results.REFUSED_COUNTED), ((results.UNDO, "Ctrl U", self._correct_last),)
        )
        self._stop_saving()

    def _undo_refusal(self) -> None:
        self._correct = None
        self.header.toast.dismiss()
        self.undo_refusal_asked.emit()
        if self.form.is_empty:
            self._take(self._refused_state)
        self._refused_state = {}

    def set_aside_kept(self) -> None:
        """What was on the desk waits under "Por completar"; the desk is free."""
        self._next_person()
        self.header.tell(results.PUT_AWAY, self._more(results.PUT_AWAY_WHERE))
        self._stop_saving()
        act, self._after_put_away = self._after_put_away, None
        if act is not None:
            act()

    def restore(self, draft: Draft) -> None:
        """Put a draft on the desk; the desk's own one comes back after a crash or a lock, and that is said."""
        self._take(draft.state)
        if draft.draft == DESK_DRAFT:
            self.header.show_restored(local(draft.kept_at))

    def tell_restored(self, count: int) -> None:
        """The register was damaged and is made again from its copy; ``count`` acts came back."""
        self.header.tell(results.RESTORED, results.RESTORED_FROM_COPY.fill(n=count))

    def _take(self, state: dict[str, Any]) -> None:
        self.form.restore({**self.form.state(), **state})
        self._standing.put_on_draft(self.form)
        self._show_all()
        at, field = state.get("card", NOTICE), state.get("field", "")
        if field and any(card.has_field(field) for card in self.cards):
            self.go_to_field(field)
        else:
            self.go(at if at in range(len(self.cards)) else NOTICE)
        if self.form.amendment is not None:
            self.header.show_correcting(self.form.amendment.code)

    def correct(self, record: str) -> None:
        """Ask for a saved registration to be opened; what is half typed is set aside first."""
        self._after_clearing(lambda: self.amend_asked.emit(record))

    def amend(self, person: Person) -> None:
        """Open a saved registration for correction."""
        open_record(self.form, person, self._today())
        self._standing.put_on_draft(self.form)
        self._show_all()
        self.header.show_correcting(person.code)
        self.go(PERSON)

    def recognise(self, person: Person) -> None:
        """She is here already: open her registration, with what was typed offered as corrections of it."""
        taken = take_over(self.form, person, self._today())
        self._standing.put_on_draft(self.form)
        self._show_all()
        self.header.show_correcting(person.code)
        self._watch.changed()
        self.scanning.show_taken(results.OPENED if taken.answered or taken.changes else results.OPENED_SAME, taken)
        self.go(PERSON)

    def begin_with_name(self, name: str) -> None:
        """A search found nobody: the name goes into the form, if nobody is on the desk yet."""
        if not self.form.given_names and not self.form.paternal_surname:
            self.form.given_names = name
            self._show_all()
            self._watch.changed()

    def free(self) -> None:
        """Somebody else works now: nothing of whoever worked before stays on the desk."""
        self._correct = None
        self.last.forget()
        self.header.toast.dismiss()
        self._next_person()

    def _next_person(self) -> None:
        self.last.step_back()
        self._watch.forget()
        self._trouble.hide()
        self.scanning.close()
        self.form.clear()
        self._standing.put_on(self.form)
        self.header.show_kept(None)
        self.header.show_note("")
        self._show_all()
        self.go(NOTICE)
