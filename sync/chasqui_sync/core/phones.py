"""Telephone numbers: read as people write them, kept as E.164. Never unique: families share one."""

from __future__ import annotations

import re

import phonenumbers

E164 = re.compile(r"\+[1-9][0-9]{6,14}")
"""ITU-T E.164: a country code and at most fifteen digits."""


def read_phone(text: str, region: str = "PE") -> str | None:
    """Read a number in any form ("987 654 321", "+58 412-555 1234", "0051987654321") as E.164 text.

    ``region`` is the ISO 3166-1 alpha-2 country of the control. None when no possible number is in it.
    """
    digits = re.sub(r"^\s*00", "+", text)
    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def usual_phone(number: str) -> bool:
    """Tell whether an E.164 number fits the country's numbering plan; a no is a warning, never a wall."""
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        return False


def shown_phone(number: str) -> str:
    """Write an E.164 number as people read it, in groups, without the country code for Peru."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    if parsed.country_code == 51:
        return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def masked_phone(number: str) -> str:
    """Hide the middle of a number: ``987 ••• 412``."""
    shown = re.sub(r"\D", "", number)
    national = shown[2:] if number.startswith("+51") else shown
    return f"{national[:3]} ••• {national[-3:]}"
