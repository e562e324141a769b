"""Inter in four static weights, with the features tnum (tables) and zero (codes)."""

from __future__ import annotations

from chasqui_resources.carried import carried

FAMILY = "Inter"
FONT_NAMES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")


def font_files() -> tuple[bytes, ...]:
    """The OpenType files of weights 400, 500, 600 and 700, in that order."""
    return tuple(carried("fonts", name).read_bytes() for name in FONT_NAMES)
