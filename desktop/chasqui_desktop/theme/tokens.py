"""The colours and weights of the three themes, named after what they are for.

Andean dyes: añil (indigo) acts, qolle (yellow) attends, cochinilla (crimson) fails, chilca (green) is safe.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme. Colours are ``#RRGGBB``; weights are CSS weights; ``edge`` is a border's width in px."""

    name: str
    canvas: str
    surface: str
    inset: str
    border: str
    line: str
    ctl: str
    text: str
    text2: str
    text3: str
    primary: str
    primary_hover: str
    on_primary: str
    soft: str
    soft_text: str
    rail: str
    rail_text: str
    rail_active: str
    rail_on: str
    ok: str
    ok_soft: str
    warn_text: str
    warn_soft: str
    warn_line: str
    bad: str
    bad_soft: str
    ring_in: str
    ring_out: str
    mig: str
    per: str
    track: str
    toast: str
    toast_text: str
    weights: tuple[int, int, int, int] = (400, 500, 600, 700)
    edge: int = 1
    outlined: bool = False
    """Sunlight: boxes that other themes tell by a tint are told by an outline."""

    @property
    def normal(self) -> int:
        return self.weights[0]

    @property
    def control(self) -> int:
        return self.weights[1]

    @property
    def strong(self) -> int:
        return self.weights[2]

    @property
    def title(self) -> int:
        return self.weights[3]


LIGHT = Tokens(
    name="light",
    canvas="#EEF1F7",
    surface="#FFFFFF",
    inset="#F5F7FB",
    border="#CFD6E4",
    line="#E3E8F1",
    ctl="#737E96",
    text="#12182B",
    text2="#424D66",
    text3="#566179",
    primary="#2B3990",
    primary_hover="#222E78",
    on_primary="#FFFFFF",
    soft="#E6EAFA",
    soft_text="#24317F",
    rail="#161C3D",
    rail_text="#C9D0EC",
    rail_active="#2B3990",
    rail_on="#FFFFFF",
    ok="#17653E",
    ok_soft="#E0F3E8",
    warn_text="#6B4200",
    warn_soft="#FFF2CC",
    warn_line="#B37D00",
    bad="#A5123A",
    bad_soft="#FCE7EC",
    ring_in="#F2B21B",
    ring_out="#12182B",
    mig="#F2B21B",
    per="#2B3990",
    track="#DDE3EF",
    toast="#12182B",
    toast_text="#FFFFFF",
)

DARK = Tokens(
    name="dark",
    canvas="#0E1119",
    surface="#181D2A",
    inset="#202637",
    border="#343D55",
    line="#2A3247",
    ctl="#7C88A6",
    text="#F2F4FB",
    text2="#BBC4D9",
    text3="#9BA6C0",
    primary="#AAB6FF",
    primary_hover="#C0C9FF",
    on_primary="#0E1338",
    soft="#2A325C",
    soft_text="#D3DAFF",
    rail="#0A0D16",
    rail_text="#AEB7D3",
    rail_active="#2A325C",
    rail_on="#FFFFFF",
    ok="#74D8A0",
    ok_soft="#173528",
    warn_text="#FFD97F",
    warn_soft="#3A2E0E",
    warn_line="#C79A2B",
    bad="#FF90A8",
    bad_soft="#431B27",
    ring_in="#FFC94D",
    ring_out="#0E1119",
    mig="#FFC94D",
    per="#6271E0",
    track="#2F374E",
    toast="#F2F4FB",
    toast_text="#12182B",
)

SUN = Tokens(
    name="sun",
    canvas="#FFFFFF",
    surface="#FFFFFF",
    inset="#FFFFFF",
    border="#000000",
    line="#000000",
    ctl="#000000",
    text="#000000",
    text2="#000000",
    text3="#1F1F1F",
    primary="#0A1466",
    primary_hover="#000A45",
    on_primary="#FFFFFF",
    soft="#FFFFFF",
    soft_text="#0A1466",
    rail="#000000",
    rail_text="#FFFFFF",
    rail_active="#FFE14D",
    rail_on="#000000",
    ok="#00401F",
    ok_soft="#FFFFFF",
    warn_text="#000000",
    warn_soft="#FFE97A",
    warn_line="#000000",
    bad="#8A0020",
    bad_soft="#FFFFFF",
    ring_in="#FFD500",
    ring_out="#000000",
    mig="#FFD500",
    per="#0A1466",
    track="#FFFFFF",
    toast="#000000",
    toast_text="#FFFFFF",
    weights=(500, 600, 700, 700),
    edge=2,
    outlined=True,
)

THEMES = {tokens.name: tokens for tokens in (LIGHT, DARK, SUN)}


def luminance(colour: str) -> float:
    """Relative luminance of ``#RRGGBB``, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
