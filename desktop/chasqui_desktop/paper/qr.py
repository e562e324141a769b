"""QR codes: the code and nothing else in them, at level Q, so that a quarter may be dirty or torn."""

from __future__ import annotations

import segno


def modules(code: str) -> list[list[bool]]:
    """Give the rows of a QR code (ISO/IEC 18004), dark is True, without its quiet zone."""
    drawn = segno.make_qr(code, error="q", boost_error=False)
    return [[bool(module) for module in row] for row in drawn.matrix]
