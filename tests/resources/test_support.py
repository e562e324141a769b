"""The support questions say yes for need, and speak of the person as she or he answered."""

from __future__ import annotations

from chasqui_resources.support import support_questions

CODES = ["shelter", "food", "health", "protection", "pregnancy", "minors"]


def test_the_six_questions_come_in_the_order_of_the_card() -> None:
    assert [each.code for each in support_questions()] == CODES
    assert [each.sentence("es", "woman") for each in support_questions()] == [
        "No tiene dónde dormir hoy",
        "Le falta comida",
        "Necesita atención de salud urgente",
        "Alguien la amenaza o le hace daño",
        "Está embarazada",
        "Hay niñas o niños sin su familia",
    ]
    assert [each.sentence("en", "woman") for each in support_questions()] == [
        "No place to sleep tonight",
        "Lacks food",
        "Needs urgent health care",
        "Someone threatens or harms her",
        "Pregnant",
        "Children without their family",
    ]


def test_the_sentence_follows_the_gender_and_is_neutral_before_it_is_known() -> None:
    protection = support_questions()[3]
    assert protection.sentence("es", "man") == "Alguien lo amenaza o le hace daño"
    for gender in (None, "other", "undisclosed"):
        assert protection.sentence("es", gender) == "Alguien amenaza o hace daño a esta persona"
