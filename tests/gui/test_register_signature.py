"""She signs at the desk: where the pad stands, what becomes of the strokes, and what reaches the register."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from chasqui_desktop.book import DESK_DRAFT, Draft
from chasqui_desktop.screens.context import Context
from chasqui_desktop.screens.desk_room import DeskRoom
from chasqui_desktop.screens.frame import Frame
from chasqui_desktop.screens.rooms import desk_room
from chasqui_desktop.widgets.signature import signature_picture
from chasqui_desktop.widgets.text_fields import TextField
from chasqui_desktop.words import Language
from tests.helpers.desk import NOW, Clerk, new_desk
from tests.helpers.laptop import NOON, Laptop, answers, laptop_at_work
from tests.helpers.sample_book import KEPT
from tests.helpers.signing_desk import SAVED, beside, borrar, connect, identify, only, pad_of, pad_on, sign


def test_choosing_to_sign_puts_the_pad_in_the_place_of_what_was_read_and_enter_passes_over_it(clerk: Clerk) -> None:
    clerk.type("sssss")
    assert not pad_of(clerk).isVisible()
    clerk.type("2")
    assert pad_of(clerk).isVisible()
    assert clerk.field == "signature"
    clerk.press("Enter")
    assert (clerk.desk.here, clerk.field) == (1, "scheme")
    clerk.press("Shift Enter")
    assert clerk.field == "signature"
    clerk.press("Shift Enter")
    assert clerk.field == "consent_how"
    clerk.type("1")
    assert not pad_of(clerk).isVisible()
    assert clerk.desk.here == 1, "who says it goes on at once, as before"


def test_who_signs_on_paper_is_saved_without_a_picture(clerk: Clerk) -> None:
    clerk.type("sssss", "2")
    clerk.press("Enter")
    clerk.type("1", "10117410")
    clerk.fill("Quispe", "Mamani", "Rosa")
    clerk.press("Ctrl Enter")
    assert clerk.saved[0]["consent"]["how"] == "signature"
    assert clerk.desk.form.signed == []


def test_strokes_are_in_the_draft_as_soon_as_one_ends_and_come_back_with_it(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.type("sssss", "2")
    clerk.drafts.clear()
    strokes = sign(clerk)
    assert clerk.drafts[-1]["signature"] == strokes
    other = new_desk()
    clerk.window.layout().addWidget(other)  # type: ignore[union-attr]  # the fixture gave it one
    other.restore(Draft(DESK_DRAFT, clerk.drafts[-1], int(NOW.timestamp() * 1000)))
    shown = pad_on(other)
    assert shown.strokes() == strokes
    assert shown.isVisibleTo(other)


def test_who_says_it_after_all_has_not_signed_and_the_strokes_wait_for_a_change_of_mind(clerk: Clerk) -> None:
    clerk.type("sssss", "2")
    strokes = sign(clerk)
    clerk.press("Shift Enter")
    clerk.type("1")
    assert clerk.desk.form.signed == []
    clerk.desk.go_to_field("consent_how")
    clerk.type("2")
    assert clerk.desk.form.signed == strokes
    assert pad_of(clerk).strokes() == strokes


def test_the_next_person_finds_an_empty_pad(clerk: Clerk) -> None:
    clerk.type("sssss", "2")
    sign(clerk)
    clerk.press("Enter")
    clerk.type("1", "10117410")
    clerk.fill("Quispe", "Mamani", "Rosa")
    clerk.press("Ctrl Enter")
    clerk.desk.saved(SAVED)
    assert pad_of(clerk).is_empty
    assert clerk.desk.form.is_empty
    assert not pad_of(clerk).isVisible()


def test_delete_and_the_button_take_the_signature_away(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.type("sssss", "2")
    sign(clerk)
    qtbot.keyClick(pad_of(clerk), Qt.Key.Key_Delete)
    assert clerk.desk.form.signature == []
    sign(clerk)
    again = borrar(clerk)
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert clerk.desk.form.signature == []
    assert not again.isVisible()
    assert clerk.field == "signature"


def test_tab_goes_from_the_pad_to_what_clears_it(clerk: Clerk) -> None:
    clerk.type("sssss", "2")
    sign(clerk)
    clerk.press("Tab")
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Borrar"


# ---------------------------------------------------------------- in the whole window


@pytest.mark.parametrize("key", [Qt.Key.Key_F12, Qt.Key.Key_F9])
def test_a_lock_and_the_privacy_screen_hide_the_signature_and_give_it_back(
    clerk: Clerk, qtbot: QtBot, qapp: QApplication, key: Qt.Key
) -> None:
    clerk.type("sssss", "2")
    strokes = sign(clerk)
    frame = Frame(Language(qapp), lambda: KEPT)
    room = DeskRoom(clerk.desk)
    frame.add(desk_room(room, room.enter, Context()))
    qtbot.addWidget(frame)
    frame.resize(1366, 768)
    frame.show()
    frame.activateWindow()
    qtbot.waitExposed(frame)
    qtbot.waitUntil(lambda: pad_of(clerk).isVisible())
    cover = TextField()
    frame.lock_asked.connect(lambda: frame.cover(cover))
    qtbot.keyClick(QApplication.focusWidget() or frame, key)
    middle = pad_of(clerk).mapTo(frame, pad_of(clerk).rect().center())
    on_top = frame.childAt(middle)
    assert on_top is not pad_of(clerk)
    if key == Qt.Key.Key_F12:
        assert not pad_of(clerk).isVisible()
        frame.uncover()
    else:
        qtbot.keyClick(QApplication.focusWidget() or frame, key)
    assert pad_of(clerk).isVisible()
    assert frame.childAt(middle) is pad_of(clerk)
    assert pad_of(clerk).strokes() == strokes


# ---------------------------------------------------------------- in the register


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = laptop_at_work(tmp_path)
    yield made
    made.store.close()


def test_what_she_signed_is_in_the_register_as_a_picture_under_her_consent(clerk: Clerk, laptop: Laptop) -> None:
    connect(clerk.desk, laptop)
    clerk.type("sssss", "2")
    strokes = sign(clerk)
    identify(clerk)
    clerk.press("Ctrl Enter")
    saved = only(laptop)
    assert saved.signature == signature_picture(strokes)
    assert saved.fields["consent"]["signature"]["size"] == len(saved.signature)
    assert laptop.store.book.drafts() == []


def test_strokes_survive_a_laptop_that_is_started_again(clerk: Clerk, laptop: Laptop, qtbot: QtBot) -> None:
    connect(clerk.desk, laptop)
    clerk.type("sssss", "2")
    strokes = sign(clerk)
    laptop.reopen()
    other = new_desk()
    qtbot.addWidget(other)
    connect(other, laptop)
    (draft,) = laptop.store.book.drafts()
    other.restore(draft)
    assert [[tuple(point) for point in stroke] for stroke in other.form.signature] == strokes
    assert signature_picture(other.form.signed) == signature_picture(strokes)


def test_a_spoken_consent_is_saved_without_what_had_been_drawn(clerk: Clerk, laptop: Laptop) -> None:
    connect(clerk.desk, laptop)
    clerk.type("sssss", "2")
    sign(clerk)
    clerk.press("Shift Enter")
    clerk.type("1")
    clerk.type("1", "10117410")
    clerk.fill("Quispe", "Mamani", "Rosa")
    clerk.press("Ctrl Enter")
    saved = only(laptop)
    assert saved.signature == b""
    assert "signature" not in saved.fields["consent"]


def test_who_signed_on_paper_can_sign_here_when_corrected_and_nothing_contends(clerk: Clerk, laptop: Laptop) -> None:
    connect(clerk.desk, laptop)
    clerk.type("sssss", "2")
    identify(clerk)
    clerk.press("Ctrl Enter")
    clerk.press("Ctrl U", "Ctrl 1")
    clerk.desk.go_to_field("signature")
    strokes = sign(clerk)
    clerk.press("Ctrl Enter")
    saved = only(laptop)
    assert saved.signature == signature_picture(strokes)
    assert saved.contested == ()
    assert set(laptop.store.book.case_counts().values()) == {0}


def test_correcting_something_else_keeps_what_was_signed(clerk: Clerk, laptop: Laptop) -> None:
    connect(clerk.desk, laptop)
    clerk.type("sssss", "2")
    strokes = sign(clerk)
    identify(clerk)
    clerk.press("Ctrl Enter")
    clerk.press("Ctrl U", "Ctrl 1")
    assert "Ya firmó. Si firma otra vez, vale la nueva." in beside(clerk)
    clerk.desk.notice.speak("en")
    clerk.desk.go_to_field("maternal_surname")
    clerk.typist.press("Ctrl A")
    clerk.type("Ávila")
    clerk.press("Ctrl Enter")
    saved = only(laptop)
    assert (saved.fields["maternal_surname"], saved.fields["consent"]["language"]) == ("Ávila", "en")
    assert saved.fields["consent"]["signature"]["size"] == len(saved.signature)
    assert saved.signature == signature_picture(strokes)
    clerk.type("sssss", "2")
    assert "O firma en papel, y sigue." in beside(clerk), "the next person has not"


def test_signing_afterwards_leaves_the_rest_of_a_consent_as_it_was(clerk: Clerk, laptop: Laptop) -> None:
    connect(clerk.desk, laptop)
    on_paper = {"version": "v3.2", "language": "es", "how": "signature", "at": NOON, "witness": "Rosa"}
    record = laptop.store.book.register(answers(consent=on_paper, phones=[{"number": "+51987650412"}])).record
    clerk.desk.amend(laptop.store.book.person(record))
    clerk.desk.go_to_field("signature")
    sign(clerk)
    clerk.press("Ctrl Enter")
    consent = only(laptop).fields["consent"]
    assert consent.pop("signature")["media"] == "image/png"
    assert consent == on_paper


def test_a_consent_that_is_corrected_keeps_the_witness_who_saw_it(clerk: Clerk, laptop: Laptop) -> None:
    connect(clerk.desk, laptop)
    spoken = {"version": "v3.2", "language": "es", "how": "spoken", "at": NOON, "witness": "Rosa"}
    record = laptop.store.book.register(answers(consent=spoken, phones=[{"number": "+51987650412"}])).record
    clerk.desk.amend(laptop.store.book.person(record))
    clerk.desk.go_to_field("consent_how")
    clerk.type("2")
    clerk.press("Ctrl Enter")
    assert only(laptop).fields["consent"] == {**spoken, "how": "signature"}


def test_who_has_no_consent_in_her_registration_can_give_it_by_signing(clerk: Clerk, laptop: Laptop) -> None:
    connect(clerk.desk, laptop)
    clerk.type("sssss", "1")
    clerk.type("1", "10117410")
    clerk.fill("Quispe", "Mamani", "Rosa")
    clerk.press("Ctrl Enter")
    saved = only(laptop)
    unsaid = {name: value for name, value in saved.fields.items() if not name.startswith("consent")}
    clerk.desk.amend(saved._replace(fields=unsaid))
    clerk.press("Ctrl 1")
    clerk.type("sssss", "2")
    strokes = sign(clerk)
    clerk.press("Ctrl Enter")
    signed = only(laptop)
    assert signed.signature == signature_picture(strokes)
    assert signed.fields["consent"]["how"] == "signature"
