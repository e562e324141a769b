"""The registration desk in a real window, driven by key events alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from chasqui_desktop.book import Saved
from chasqui_desktop.words import Language
from tests.helpers.desk import EDITION, NOW, POINT, Clerk

SAVED = Saved("r" * 32, "GE26-P2XD-7KQ4", 1, "Rondón, Yusmary C.")
PASSPORT = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    words = Language(qapp)
    yield words
    words.use("es")


def test_case_a_is_typed_by_keys_alone_in_at_most_102(clerk: Clerk) -> None:
    clerk.type("sssss", "1")
    clerk.type("7", "004518236", "2")
    clerk.fill("rondón", "márquez", "yusmary carolina")
    clerk.type("14081991", "1")
    clerk.fill("com")
    clerk.type("987650412", "s", "1")
    clerk.press("Enter")
    clerk.fill("comi", "")
    clerk.type("2")
    clerk.fill("", "")
    clerk.fill("1")
    clerk.type("n", "1")
    clerk.press("Enter")
    clerk.type("nnnnnn")
    clerk.press("Ctrl Enter")
    assert clerk.typist.keys <= 102
    assert len(clerk.saved) == 1
    fields = clerk.saved[0]
    assert fields["document"] == {"scheme": "refugee_applicant", "number": "004518236"}
    assert (fields["paternal_surname"], fields["maternal_surname"]) == ("Rondón", "Márquez")
    assert (fields["given_names"], fields["birth_date"]) == ("Yusmary Carolina", "1991-08-14")
    assert (fields["nationality"], fields["group"], fields["gender"]) == ("VEN", "asylum_seeker", "woman")
    assert fields["home_district"] == {"scheme": "inei", "code": "150110"}
    assert fields["phones"] == [{"number": "+51987650412", "owner": "own", "whatsapp": True}]
    assert (fields["sector"], fields["stage"], fields["sells_at"]) == ("prepared_food", "running", ["stall"])
    assert (fields["has_ruc"], fields["channel"], fields["channel_detail"]) == ("no", "flyer", "COM-07")
    assert (fields["edition"], fields["outreach_point"]) == (EDITION, POINT)
    assert fields["support_answers"] == dict.fromkeys(
        ("shelter", "food", "health", "protection", "pregnancy", "minors"), "no"
    )


@pytest.mark.parametrize(
    ("key", "typed", "scheme", "number"),
    [
        ("1", "10117410", "dni", "10117410"),
        ("2", "001234567\r", "ce", "001234567"),
        ("3", "003456789\r", "ptp", "003456789"),
        ("4", "004567890\r", "cpp", "004567890"),
        ("5", "ab123456\r", "passport", "AB123456"),
        ("6", "v-12345678\r", "cedula_ve", "V-12345678"),
        ("7", "004518236", "refugee_applicant", "004518236"),
    ],
)
def test_every_type_of_document_is_typed_and_moves_on(
    clerk: Clerk, key: str, typed: str, scheme: str, number: str
) -> None:
    clerk.consent()
    clerk.type(key)
    clerk.type(typed.rstrip("\r"))
    if typed.endswith("\r"):
        clerk.press("Enter")
    # nobody but a Peruvian has a DNI: there is nothing to ask
    assert clerk.field == ("paternal_surname" if scheme == "dni" else "nationality")
    assert clerk.desk.form.answers(NOW.date())["document"] == {"scheme": scheme, "number": number}
    assert clerk.helper("number")[0] in ("ok", "hint")


def test_without_a_document_the_number_steps_back_and_an_internal_code_is_promised(clerk: Clerk) -> None:
    clerk.consent()
    clerk.type("8")
    assert clerk.field == "nationality"
    assert clerk.helper("scheme") == ("hint", "Se le da un código interno.")
    assert not clerk.desk.person.fields["number"].isVisible()


def test_a_short_dni_is_explained_beside_the_field_and_keeps_from_saving(clerk: Clerk) -> None:
    clerk.consent()
    clerk.type("1", "1011741")
    assert clerk.helper("number")[0] == "hint"
    clerk.press("Enter")
    assert clerk.helper("number") == ("bad", "Falta 1 número: el DNI tiene 8 y escribiste 7.")
    clerk.fill("Quispe", "", "Rosa")
    clerk.press("Ctrl 4", "Ctrl Enter")
    assert clerk.saved == []
    assert (clerk.desk.here, clerk.field) == (1, "number")
    assert clerk.desk.person.number.text() == "1011741"
    clerk.press("Backspace")
    clerk.type("10")
    assert clerk.helper("number") == ("ok", "8 números. Válido. En la tarjeta sigue 2 o G.")
    clerk.press("Ctrl Enter")
    assert len(clerk.saved) == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1011741x", "El DNI solo lleva números."),
        ("101174", "Faltan 2 números: el DNI tiene 8 y escribiste 6."),
        ("101174101", "El DNI tiene 8 números y escribiste 9."),
    ],
)
def test_each_wrong_dni_has_its_sentence(clerk: Clerk, text: str, sentence: str) -> None:
    clerk.consent()
    clerk.type("1")
    clerk.desk.person.number.clear()
    clerk.type(text[:8])
    if len(text) > 8:
        clerk.press("Shift Enter", "Shift Enter")
        clerk.desk.person.number.end(False)
        clerk.type(text[8:])
    clerk.press("Tab")
    assert clerk.helper("number") == ("bad", sentence)


def test_unusual_answers_are_warned_about_in_amber_and_never_kept_from_saving(clerk: Clerk) -> None:
    clerk.consent()
    clerk.type("2")
    clerk.fill("12")
    assert clerk.helper("number") == ("warn", "Poco común para este documento. Si está así en el papel, sigue.")
    clerk.type("2")
    clerk.fill("Núñez", "", "Ñusta")
    clerk.type("01012090")
    clerk.press("Enter")
    assert clerk.helper("birth") == ("warn", "Esa fecha aún no llega.")
    clerk.type("1")
    clerk.fill("xyzxyz")
    assert clerk.helper("home_district")[0] == "warn"
    clerk.fill("12345")
    assert clerk.helper("phone")[0] == "warn"
    clerk.press("Ctrl Enter")
    assert len(clerk.saved) == 1
    assert clerk.saved[0]["address_reference"] == "xyzxyz"
    assert clerk.saved[0]["paternal_surname"] == "Núñez"


def test_a_ruc_that_does_not_add_up_is_said_beside_it_when_saving(clerk: Clerk) -> None:
    clerk.identify()
    clerk.press("Ctrl 3")
    clerk.desk.go_to_field("has_ruc")
    clerk.type("s", "20512333798")
    clerk.press("Ctrl 1", "Ctrl Enter")
    assert clerk.saved == []
    assert clerk.field == "ruc"
    assert clerk.helper("ruc") == ("bad", "Ese RUC no cuadra. Revisa los últimos números.")


def test_the_ruc_of_the_dni_is_taken_with_enter(clerk: Clerk) -> None:
    clerk.identify()
    clerk.desk.go_to_field("has_ruc")
    clerk.type("s")
    assert (clerk.field, clerk.helper("ruc")[1]) == ("ruc", "Propuesto desde el DNI. Enter lo acepta.")
    assert clerk.desk.form.ruc == ""
    clerk.press("Enter")
    assert (clerk.field, clerk.desk.form.ruc) == ("tax_regime", "10101174102")
    assert clerk.helper("ruc") == ("ok", "Propuesto desde el DNI")


def test_saving_with_nothing_answered_goes_to_the_first_purpose_and_says_why(clerk: Clerk) -> None:
    clerk.press("Ctrl Enter")
    assert clerk.field == "consent_programme"
    assert clerk.helper("consent_how") == ("bad", "Falta que diga si está de acuerdo, y cómo lo dijo.")


def test_a_name_is_asked_for_where_it_is_missing(clerk: Clerk) -> None:
    clerk.consent()
    clerk.type("8")
    clerk.press("Ctrl Enter")
    assert (clerk.field, clerk.helper("given_names")[0]) == ("given_names", "bad")


def test_enter_goes_on_and_shift_enter_comes_back_over_the_cards_edge(clerk: Clerk) -> None:
    clerk.consent()
    assert (clerk.desk.here, clerk.field) == (1, "scheme")
    clerk.press("Shift Enter")
    assert (clerk.desk.here, clerk.field) == (0, "consent_how")
    clerk.press("Enter")
    assert clerk.field == "scheme"
    clerk.press("Ctrl 3")
    assert (clerk.desk.here, clerk.field) == (2, "sector")
    clerk.press("Ctrl 4")
    assert (clerk.desk.here, clerk.field) == (3, "support_shelter")


def test_a_pasted_passport_fills_the_card_from_any_field(clerk: Clerk) -> None:
    clerk.consent()
    clerk.desk.go_to_field("given_names")
    QGuiApplication.clipboard().setText(PASSPORT)
    clerk.press("Ctrl V")
    form = clerk.desk.form
    assert (form.scheme, form.number) == ("passport", "L898902C3")
    assert (form.paternal_surname, form.given_names) == ("Eriksson", "Anna Maria")
    assert (form.birth, form.gender, clerk.field) == ("12/08/1974", "woman", "home_district")
    assert clerk.desk.person.given.text() == "Anna Maria"


def test_a_scanned_passport_fills_the_card_though_the_scanner_sends_enter_between_its_lines(clerk: Clerk) -> None:
    clerk.consent()
    clerk.type("5")
    first, second = PASSPORT.split("\n")
    clerk.fill(first)
    assert clerk.field == "number"
    clerk.type(second)
    assert clerk.desk.form.number == "L898902C3"
    assert clerk.desk.person.number.text() == "L898902C3"


def test_the_nationality_a_dni_implies_is_still_found_and_changed_on_the_way_back(clerk: Clerk) -> None:
    clerk.identify()
    assert clerk.desk.form.nationality == "PER"
    clerk.desk.go_to_field("paternal_surname")
    clerk.press("Shift Enter")
    assert clerk.field == "nationality"
    clerk.type("2")
    assert clerk.desk.form.nationality == "VEN"
    clerk.press("Shift Enter", "Shift Enter", "Enter")
    assert clerk.field == "nationality"


def test_names_typed_without_shift_get_their_capitals_when_the_field_is_left_and_when_saved_from_it(
    clerk: Clerk,
) -> None:
    clerk.consent()
    clerk.type("1", "10117410")
    clerk.fill("de la cruz", "ñaupari")
    assert clerk.desk.person.paternal.text() == "De la Cruz"
    clerk.type("rosa maría")
    clerk.press("Ctrl Enter")
    names = [clerk.saved[0][name] for name in ("paternal_surname", "maternal_surname", "given_names")]
    assert names == ["De la Cruz", "Ñaupari", "Rosa María"]
