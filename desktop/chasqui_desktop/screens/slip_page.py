"""The pages on which slip and flyer are seen before they are printed."""

from __future__ import annotations

from chasqui_desktop.paper.flyer import FlyerPaper
from chasqui_desktop.paper.slip import SlipPaper
from chasqui_desktop.screens.paper_page import PaperPage
from chasqui_desktop.words import Words, say

SLIP = say("Paper", "Comprobante")
SLIP_MORE = say("Paper", "Lleva su código, qué sigue y lo que aceptó. Ni documento, ni dirección, ni apellidos.")
SLIP_PAPERS: tuple[tuple[SlipPaper, Words], ...] = (
    (SlipPaper.A6, "A6"),
    (SlipPaper.TWO_ON_A5, say("Paper", "Dos en A5")),
    (SlipPaper.ROLL_80, say("Paper", "Rollo 80 mm")),
    (SlipPaper.ROLL_58, say("Paper", "Rollo 58 mm")),
)
FLYER = say("Paper", "Volante")
FLYER_MORE = say("Paper", "Para pegar y repartir en este punto. El código dice de dónde vino cada persona.")
FLYER_PAPERS: tuple[tuple[FlyerPaper, Words], ...] = (
    (FlyerPaper.A5, "A5"),
    (FlyerPaper.A4, "A4"),
)


def slip_page() -> PaperPage:
    """One person's slip."""
    return PaperPage(SLIP, SLIP_PAPERS, SLIP_MORE)


def flyer_page() -> PaperPage:
    """A point's flyer."""
    return PaperPage(FLYER, FLYER_PAPERS, FLYER_MORE)
