"""Every icon the screens name is carried, and can be tinted."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from chasqui_resources.icons import icon_names, icon_svg, program_icon_ico, program_icon_png

NAMED_IN_THE_DESIGN = """
identification-card users phone-call paper-plane-tilt chart-bar git-merge house-line buildings
laptop flag-banner file-text shield-check question lock-simple eye-slash sun moon map-pin
barcode qr-code package floppy-disk clock check-circle-fill warning-fill warning-circle-fill
minus-circle info-fill wifi-slash-bold wifi-high-bold handshake users-three lock-key-fill
printer pencil-simple git-fork hand-palm
""".split()

SEEN_IN_THE_PICTURES = """
rocket-launch notebook lock-key hand arrow-counter-clockwise microphone speaker-high x-circle
storefront cake caret-down arrow-right arrow-left arrows-clockwise arrow-clockwise check plus x
magnifying-glass user-plus user-circle eye key lifebuoy download-simple pause play phone
dots-three-vertical globe chalkboard info circle circle-half clock-counter-clockwise caret-left
chat-circle-text arrow-elbow-down-right equals approximate-equals lock-simple-open usb
""".split()

OURS = {"chasqui", "chasqui-icon"}


@pytest.mark.parametrize("name", NAMED_IN_THE_DESIGN + SEEN_IN_THE_PICTURES)
def test_an_icon_named_by_a_screen_is_there(name: str) -> None:
    assert icon_svg(name).startswith(b"<svg")


@pytest.mark.parametrize(
    "name",
    "identification-card users phone-call paper-plane-tilt chart-bar git-merge house-line "
    "buildings flag-banner file-text shield-check question lock-simple".split(),
)
def test_every_rail_icon_has_a_filled_twin_for_the_active_entry(name: str) -> None:
    assert icon_svg(f"{name}-fill") != icon_svg(name)


def test_a_wrong_name_raises() -> None:
    with pytest.raises(KeyError, match="paper-plain"):
        icon_svg("paper-plain")


@pytest.mark.parametrize("name", icon_names())
def test_a_drawing_is_a_square_svg_and_phosphors_take_the_colour_of_the_text(name: str) -> None:
    drawing = ElementTree.fromstring(icon_svg(name))
    left_top_width_height = [float(part) for part in drawing.attrib["viewBox"].split()]
    assert left_top_width_height[2] == left_top_width_height[3]
    assert (drawing.get("fill") == "currentColor") == (name not in OURS)


def test_the_programs_icon_comes_as_png_and_ico() -> None:
    assert program_icon_png().startswith(b"\x89PNG")
    assert program_icon_png()[16:24] == (256).to_bytes(4, "big") * 2
    assert program_icon_ico()[:6] == b"\0\0\1\0\4\0"
    assert program_icon_png() in program_icon_ico()
