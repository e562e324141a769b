"""The registration desk in a real window, driven by key events alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from chasqui_desktop.book import DESK_DRAFT, Draft, Person, Post, Saved
from chasqui_desktop.words import Language
from tests.helpers.desk import EDITION, FAIR, NOW, POINT, REFERENCE, Clerk, new_desk

SAVED = Saved("r" * 32, "GE26-P2XD-7KQ4", 1, "Rondón, Yusmary C.")
PASSPORT = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    words = Language(qapp)
    yield words
    words.use("es")


def test_ctrl_g_changes_the_group_and_says_so_under_the_nationality(clerk: Clerk) -> None:
    clerk.consent()
    clerk.type("6", "12345678")
    clerk.press("Enter")
    assert clerk.helper("nationality") == ("hint", "Suma a la cuota.")
    clerk.press("Ctrl G")
    assert clerk.helper("nationality") == ("hint", "Refugio reconocido. Suma a la cuota.")
    assert clerk.desk.form.group == "refugee"


def test_another_nationality_is_found_by_its_letters(clerk: Clerk) -> None:
    clerk.consent()
    clerk.type("5")
    clerk.fill("AB123456")
    clerk.type("3")
    assert clerk.field == "country"
    clerk.fill("colo")
    assert clerk.desk.form.nationality == "COL"
    assert clerk.field == "paternal_surname"


def test_no_to_the_first_purpose_counts_a_refusal_and_ctrl_u_takes_it_back(clerk: Clerk) -> None:
    undone: list[bool] = []
    clerk.desk.undo_refusal_asked.connect(lambda: undone.append(True))
    clerk.type("n")
    assert clerk.refusals == 1
    clerk.desk.refusal_kept()
    assert clerk.desk.header.toast.isVisible()
    clerk.press("Ctrl U")
    assert undone == [True]
    assert not clerk.desk.header.toast.isVisible()


def test_ctrl_0_on_the_notice_refuses_and_undoing_brings_back_what_was_typed(clerk: Clerk) -> None:
    clerk.identify()
    clerk.press("Ctrl 1", "Ctrl 0")
    assert clerk.refusals == 1
    clerk.desk.refusal_kept()
    assert clerk.desk.form.is_empty
    clerk.press("Ctrl U")
    assert clerk.desk.form.given_names == "Rosa"


def test_ctrl_0_on_the_last_card_asks_nothing_today_and_waits_at_save(clerk: Clerk) -> None:
    clerk.identify()
    clerk.press("Ctrl 4", "Ctrl 0")
    assert clerk.field == "save"
    clerk.press("Enter")
    assert clerk.saved[0]["support_asked"] is False
    assert clerk.refusals == 0


def test_a_yes_opens_the_referral_and_its_note_goes_with_the_answers(clerk: Clerk) -> None:
    clerk.identify()
    clerk.press("Ctrl 4")
    clerk.type("nnns00")
    assert clerk.field == "accepts_referral"
    clerk.type("s", "Que la llamen de noche, señora.")
    clerk.press("Enter")
    assert clerk.field == "save"
    clerk.press("Ctrl Enter")
    answers = clerk.saved[0]["support_answers"]
    assert (answers["protection"], answers["pregnancy"]) == ("yes", "unsaid")
    assert (answers["accepts_referral"], answers["note"]) == (True, "Que la llamen de noche, señora.")


def test_saved_is_said_only_after_the_commit_and_frees_the_desk(clerk: Clerk) -> None:
    clerk.desk.form.notice_language = "en"
    clerk.identify()
    clerk.press("Ctrl Enter")
    assert not clerk.desk.header.toast.isVisible()
    assert clerk.desk.person.given.text() == "Rosa"
    clerk.desk.saved(SAVED)
    assert clerk.desk.header.toast.isVisible()
    assert clerk.desk.person.given.text() == ""
    form = clerk.desk.form
    assert (form.edition, form.outreach_point, form.flyer_code) == (EDITION, POINT, "COM-07")
    assert (form.notice_language, clerk.field) == ("en", "consent_programme")


def test_what_is_typed_while_saving_goes_to_the_next_person(clerk: Clerk) -> None:
    clerk.identify()
    clerk.press("Ctrl Enter")
    clerk.type("ssn")
    assert clerk.desk.form.given_names == "Rosa"
    clerk.press("Ctrl Enter")
    clerk.desk.saved(SAVED)
    form = clerk.desk.form
    assert (form.consent_programme, form.consent_whatsapp, form.consent_six_months) == (True, True, False)
    assert len(clerk.saved) == 1
    assert clerk.field == "consent_partners"


def test_a_full_disk_is_said_over_the_footer_and_the_form_stays(clerk: Clerk) -> None:
    clerk.identify()
    clerk.press("Ctrl Enter")
    clerk.desk.save_failed("No hay espacio para guardar.")
    assert clerk.desk.person.given.text() == "Rosa"
    assert clerk.desk._trouble.isVisible()
    assert clerk.desk._trouble.text() == "No hay espacio para guardar."
    clerk.press("Ctrl Enter")
    assert len(clerk.saved) == 2
    clerk.desk.saved(SAVED)
    assert not clerk.desk._trouble.isVisible()


@pytest.mark.parametrize("height", [768, 688])
def test_a_full_disk_covers_no_field(clerk: Clerk, qtbot: QtBot, height: int) -> None:
    clerk.window.resize(1366, height)
    clerk.identify()
    clerk.desk.go_to_field("alternative_contact")
    clerk.desk.save_failed("No hay espacio para guardar.")
    field, box = clerk.desk.person.contact, clerk.desk._trouble

    def foot() -> int:
        return field.mapTo(clerk.desk, field.rect().bottomLeft()).y()

    qtbot.waitUntil(lambda: foot() < box.y())
    clerk.press("Ctrl Enter")
    clerk.desk.saved(SAVED)
    assert clerk.desk._stack.viewportMargins().bottom() == 0


def test_a_draft_is_asked_for_within_a_second_also_while_typing_goes_on(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.consent()
    clerk.press("Ctrl 2")
    clerk.desk.go_to_field("given_names")
    clerk.drafts.clear()
    clerk.type("Ro")
    clerk.type("sa")
    qtbot.waitUntil(lambda: bool(clerk.drafts), timeout=1000)
    assert clerk.drafts[-1]["given_names"].startswith("Ro")
    assert not clerk.desk.is_draft_kept


def test_leaving_a_field_asks_for_the_draft_at_once(clerk: Clerk) -> None:
    clerk.consent()
    clerk.desk.go_to_field("given_names")
    clerk.drafts.clear()
    clerk.type("Rosa")
    clerk.press("Enter")
    assert clerk.drafts[-1]["given_names"] == "Rosa"


def test_a_restored_draft_shows_every_text_again_and_says_so(clerk: Clerk) -> None:
    clerk.consent()
    clerk.type("1", "1011741")
    clerk.press("Enter")
    clerk.fill("Núñez")
    clerk.desk.go_to_field("home_district")
    clerk.type("nowhere")
    clerk.desk.go_to_field("given_names")
    state = clerk.desk.state()
    other = new_desk()
    clerk.window.layout().addWidget(other)  # type: ignore[union-attr]  # the fixture gave it one
    other.restore(Draft(DESK_DRAFT, state, int(NOW.timestamp() * 1000)))
    assert other.form == clerk.desk.form
    assert other.person.number.text() == "1011741"
    assert other.person.home.text() == "nowhere"
    assert other.person.paternal.text() == "Núñez"
    assert other.header.note() == "Recuperamos lo que escribías a las 10:42."
    assert other.here == 1


def test_ctrl_d_puts_the_person_away_and_the_desk_is_free_once_that_is_kept(clerk: Clerk) -> None:
    clerk.identify()
    clerk.press("Ctrl D")
    assert clerk.put_away[0]["given_names"] == "Rosa"
    assert clerk.desk.person.given.text() == "Rosa"
    clerk.desk.set_aside_kept()
    assert clerk.desk.form.is_empty
    clerk.desk.show_drafts([Draft("d1", clerk.put_away[0], int(NOW.timestamp() * 1000))])
    actions = clerk.desk.header.menu_of_drafts().actions()
    assert [action.text() for action in actions] == ["Quispe, Rosa · hoy, 10:42"]


@pytest.mark.parametrize("way_out", ["Ctrl D", "Ctrl 0"])
def test_what_is_typed_while_somebody_is_put_away_or_refuses_goes_to_the_next_person(
    clerk: Clerk, way_out: str
) -> None:
    kept = {"Ctrl D": clerk.desk.set_aside_kept, "Ctrl 0": clerk.desk.refusal_kept}
    clerk.identify()
    clerk.desk.go(0)
    clerk.press(way_out)
    clerk.type("sn")
    assert clerk.desk.here == 0
    kept[way_out]()
    assert clerk.desk.form.given_names == ""
    assert (clerk.desk.form.consent_programme, clerk.desk.form.consent_whatsapp) == (True, False)


def test_taking_up_a_draft_puts_away_who_is_on_the_desk_first(clerk: Clerk) -> None:
    asked: list[str] = []
    clerk.desk.take_up_asked.connect(asked.append)
    clerk.identify()
    clerk.desk.show_drafts([Draft("d1", {"given_names": "Ana"}, 0)])
    clerk.desk.header.menu_of_drafts().actions()[0].trigger()
    assert (asked, len(clerk.put_away)) == ([], 1)
    clerk.desk.set_aside_kept()
    assert asked == ["d1"]
    clerk.desk.restore(Draft("d1", {"given_names": "Ana"}, 0))
    assert clerk.desk.person.given.text() == "Ana"
    assert clerk.desk.form.edition == EDITION


def test_ctrl_u_corrects_the_last_one_and_sends_only_what_changed(clerk: Clerk) -> None:
    amended: list[tuple[str, dict[str, object], dict[str, str]]] = []
    asked: list[str] = []
    clerk.desk.amend_asked.connect(asked.append)
    clerk.desk.amended.connect(lambda record, fields, seen: amended.append((record, fields, seen)))
    clerk.identify()
    clerk.press("Ctrl Enter")
    fields = {"code": SAVED.code, **clerk.saved[0]}
    clerk.desk.saved(SAVED)
    clerk.press("Ctrl U")
    assert asked == [SAVED.record]
    heads = dict.fromkeys(fields, "dev.inc.1")
    clerk.desk.amend(Person(SAVED.record, SAVED.code, fields, heads, False, Post.LAPTOP, 0, None, None, None, ()))
    assert clerk.desk.header.note() == f"Corriges {SAVED.code}"
    clerk.desk.go_to_field("maternal_surname")
    clerk.typist.press("Ctrl A")
    clerk.type("Ávila")
    clerk.press("Ctrl Enter")
    assert amended == [(SAVED.record, {"maternal_surname": "Ávila"}, {"maternal_surname": "dev.inc.1"})]
    clerk.desk.saved(SAVED)
    assert clerk.desk.form.amendment is None
    assert clerk.desk.header.note() == ""


def test_the_language_changes_while_typing_and_text_focus_and_cursor_stay(clerk: Clerk, language: Language) -> None:
    clerk.consent()
    clerk.type("1", "1011741")
    clerk.press("Enter")
    clerk.desk.go_to_field("given_names")
    clerk.type("Ros")
    language.use("en")
    QCoreApplication.processEvents()
    assert (clerk.field, clerk.desk.person.given.text()) == ("given_names", "Ros")
    assert clerk.helper("number") == ("bad", "1 digit missing: a DNI has 8 and you typed 7.")
    assert clerk.desk.person.given.accessibleName() == "Given names"
    clerk.type("a")
    assert clerk.desk.form.given_names == "Rosa"


def test_ctrl_m_turns_the_notice_to_the_person_and_esc_comes_back_to_the_same_field(clerk: Clerk) -> None:
    clerk.consent()
    clerk.desk.go_to_field("given_names")
    clerk.type("Ro")
    clerk.press("Ctrl M")
    shown = clerk.desk._for_person
    assert shown is not None
    assert shown.isVisible()
    assert shown.geometry() == clerk.window.rect()
    clerk.type("xyz")
    clerk.press("Esc")
    assert not shown.isVisible()
    assert (clerk.field, clerk.desk.person.given.text()) == ("given_names", "Ro")


def test_before_a_point_is_chosen_the_first_card_asks_for_it(clerk: Clerk) -> None:
    chosen: list[tuple[str, str]] = []
    clerk.desk.standing_chosen.connect(lambda edition, point: chosen.append((edition, point)))
    clerk.desk.show_standing(None, None)
    clerk.desk.show_reference(REFERENCE)
    clerk.desk.enter()
    assert clerk.field == "edition"
    clerk.type("1")
    assert clerk.field == "outreach_point"
    clerk.fill("feria")
    assert chosen == [(EDITION, FAIR)]
    clerk.desk.show_standing(EDITION, FAIR)
    assert clerk.field == "consent_programme"
    assert clerk.desk.form.outreach_point == FAIR


def test_the_summary_masks_the_document_and_says_what_counts(clerk: Clerk) -> None:
    clerk.consent()
    clerk.type("7", "004518236", "2")
    shown = [label.text() for label in clerk.desk.panel.findChildren(QLabel)]
    assert "••• 236" in shown
    assert not any("004518236" in text for text in shown)
    assert clerk.desk.panel._counts.isVisible()
