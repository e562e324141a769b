"""The notice carried is whole in both languages, says what the design says, and is versioned."""

from __future__ import annotations

from datetime import date

import pytest

from chasqui_resources.consent import (
    consent_text,
    consent_versions,
    read_consent_text,
    without_emphasis,
)
from chasqui_resources.icons import icon_svg


def test_the_version_says_since_when_and_how_long_it_takes_aloud() -> None:
    text = consent_text("v3.2")
    assert (text.version, text.since, text.seconds_aloud) == ("v3.2", date(2026, 9, 1), 25)
    assert "v3.2" in consent_versions()


def test_the_five_sentences_are_those_of_the_design_in_both_languages() -> None:
    lines = consent_text("v3.2").lines
    assert [without_emphasis(line.aloud["es"]) for line in lines] == [
        "Guerrero Emprendedor es un programa gratuito para hacer crecer tu negocio.",
        "Para inscribirte necesitamos algunos datos. Toma dos minutos.",
        "Los guardamos cifrados. No los damos a la policía, a Migraciones ni a la SUNAT.",
        "Puedes decir que no, y puedes saltar preguntas.",
        "Cuando quieras puedes verlos, corregirlos o borrarlos, gratis, con el código de tu comprobante.",
    ]
    assert [without_emphasis(line.aloud["en"]) for line in lines] == [
        "Warrior Entrepreneur is a free programme to help your business grow.",
        "To enrol you we need some information. It takes two minutes.",
        "We keep it encrypted. We do not give it to the police, Migraciones or SUNAT.",
        "You can say no, and you can skip questions.",
        "Any time you can see, correct or delete it, free, with the code on your slip.",
    ]


def test_the_promise_about_police_migraciones_and_sunat_stands_out() -> None:
    promise = consent_text("v3.2").lines[2]
    assert "<b>No los damos a la policía, a Migraciones ni a la SUNAT.</b>" in promise.aloud["es"]
    assert promise.shown["es"].count("<b>") == promise.shown["es"].count("</b>") == 1


def test_purposes_are_five_and_only_the_first_is_needed() -> None:
    purposes = consent_text("v3.2").purposes
    assert [each.code for each in purposes] == [
        "programme", "whatsapp", "six_months", "partners", "photos",
    ]  # fmt: skip
    assert [each.required for each in purposes] == [True, False, False, False, False]
    assert purposes[2].title == {"es": "Buscarme 6 meses después", "en": "Contact me 6 months later"}


@pytest.mark.parametrize("version", consent_versions())
def test_every_version_is_whole_in_spanish_and_english_and_names_real_icons(version: str) -> None:
    text = consent_text(version)
    assert text.version == version
    assert text.languages == ("es", "en")
    assert all(icon_svg(line.icon) for line in text.lines)


def test_a_version_that_is_not_carried_raises() -> None:
    with pytest.raises(KeyError, match=r"v9\.9"):
        consent_text("v9.9")


@pytest.mark.parametrize(
    ("written", "error"), [("{", ValueError), ("{}", KeyError), ('{"version": 1, "since": 2}', TypeError)]
)
def test_what_is_no_consent_text_is_refused(written: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_consent_text(written)
