"""What an office sends to let somebody in: an address and a code, often pasted in one piece."""

from __future__ import annotations

import re
from typing import NamedTuple

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_CODE = re.compile(r"\b[0-9A-Z]{2,6}(?:[- ][0-9A-Z]{2,6}){1,4}\b|\b[0-9A-Z]{10,12}\b", re.IGNORECASE)


class Invitation(NamedTuple):
    """Both parts, empty where the text had none."""

    address: str
    code: str


def read_invitation(text: str) -> Invitation:
    """Find address and code in a pasted text; an address without ``http`` in front is none."""
    address = _ADDRESS.search(text)
    rest = text.replace(address.group(), " ") if address else text
    codes = [found.group() for found in _CODE.finditer(rest) if any(sign.isdigit() for sign in found.group())]
    found = address.group().rstrip(".,;") if address else ""
    return Invitation(found, plain_code(codes[-1]) if codes else "")


def plain_code(text: str) -> str:
    """A code as it is compared: capitals, groups joined by hyphens as they were typed or dictated."""
    return "-".join(re.findall(r"[0-9A-Z]+", text.upper()))


def whole_address(text: str) -> str:
    """An address as it is used: without spaces, with ``https://`` where none was typed."""
    bare = "".join(text.split()).rstrip("/")
    return bare if not bare or "://" in bare else f"https://{bare}"
