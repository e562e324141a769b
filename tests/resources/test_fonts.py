"""Inter as the screens need it: four static weights, tabular figures, slashed zero."""

from __future__ import annotations

import struct

import pytest

from chasqui_resources.fonts import FAMILY, FONT_NAMES, font_files


def font_table(font: bytes, tag: bytes) -> bytes | None:
    """One table of an OpenType file (its directory: 12 bytes, then 16 a table)."""
    (count,) = struct.unpack_from(">H", font, 4)
    for at in range(12, 12 + 16 * count, 16):
        name, _, offset, length = struct.unpack_from(">4sIII", font, at)
        if name == tag:
            return font[offset : offset + length]
    return None


@pytest.mark.parametrize(
    ("font", "weight"),
    list(zip(font_files(), (400, 500, 600, 700), strict=True)),
    ids=FONT_NAMES,
)
def test_each_font_is_static_has_its_weight_and_the_features_for_figures(font: bytes, weight: int) -> None:
    assert font.startswith(b"OTTO")
    assert font_table(font, b"fvar") is None
    os2 = font_table(font, b"OS/2")
    assert os2 is not None
    assert struct.unpack_from(">H", os2, 4) == (weight,)
    features = font_table(font, b"GSUB")
    assert features is not None
    assert b"tnum" in features
    assert b"zero" in features


def test_the_fonts_together_weigh_little_more_than_a_megabyte() -> None:
    assert sum(map(len, font_files())) < 1_150_000


def test_the_family_is_the_one_the_stylesheet_asks_for() -> None:
    assert FAMILY == "Inter"
    assert all(FAMILY.encode("utf-16-be") in font for font in font_files())
