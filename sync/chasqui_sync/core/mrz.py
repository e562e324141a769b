"""The two lines at the foot of a passport: ICAO Doc 9303 part 4 (TD3) and part 3 §4.9 (check digits)."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from chasqui_sync.core.problems import Problem, Trouble

_LINE = 44
_WEIGHTS = (7, 3, 1)


class Passport(NamedTuple):
    """What the machine-readable zone of a passport says; ``birth_date`` is None where it is unknown ('<')."""

    number: str
    surnames: str
    given_names: str
    issuer: str
    nationality: str
    birth_date: date | None
    sex: str
    expires: date | None


def looks_like_mrz(text: str) -> bool:
    """Tell whether pasted or scanned text is a TD3 zone, so that it fills the card and no single field."""
    return len(_clean(text)) == 2 * _LINE and _clean(text).startswith("P")


def read_td3(text: str, today: date) -> Passport:
    """Read two lines of 44 characters, in any layout of spaces and line ends.

    ``today`` settles the century of the two-digit years: nobody is born in the future, no passport
    runs longer than fifty years from now. Raises Trouble(MRZ_CHECK) naming the first ``part`` whose
    check digit is wrong (``shape``, ``number``, ``birth``, ``expiry``, ``personal``, ``whole``).
    """
    zone = _clean(text)
    if len(zone) != 2 * _LINE or not zone.startswith("P"):
        raise Trouble(Problem.MRZ_CHECK, part="shape")
    first, second = zone[:_LINE], zone[_LINE:]
    for part, value, digit in (
        ("number", second[0:9], second[9]),
        ("birth", second[13:19], second[19]),
        ("expiry", second[21:27], second[27]),
        ("personal", second[28:42], second[42]),
        ("whole", second[0:10] + second[13:20] + second[21:43], second[43]),
    ):
        # an empty personal number may carry '<' instead of its zero (Doc 9303-4, note to 4.2.2)
        is_empty = part == "personal" and digit == "<" and not value.strip("<")
        # O read for 0 weighs differently, but A, K and U weigh as 0 does: a date holds digits and '<' only
        is_no_date = part in {"birth", "expiry"} and not value.replace("<", "0").isdigit()
        if is_no_date or (digit != check_digit(value) and not is_empty):
            raise Trouble(Problem.MRZ_CHECK, part=part)
    surnames, _, given = first[5:].partition("<<")
    return Passport(
        number=second[0:9].rstrip("<"),
        surnames=surnames.replace("<", " ").strip(),
        given_names=given.replace("<", " ").strip(),
        issuer=first[2:5].rstrip("<"),
        nationality=second[10:13].rstrip("<"),
        birth_date=_date(second[13:19], latest=today),
        sex=second[20],
        expires=_date(second[21:27], latest=today.replace(year=today.year + 50, day=1)),
    )


def check_digit(text: str) -> str:
    """Weigh the characters 7, 3, 1 in turn, modulo 10; digits count as themselves, A–Z as 10–35, '<' as 0."""
    total = sum(
        (0 if character == "<" else int(character, 36)) * _WEIGHTS[place % 3] for place, character in enumerate(text)
    )
    return str(total % 10)


def _clean(text: str) -> str:
    letters = re.sub(r"\s", "", text).upper()
    return letters if re.fullmatch(r"[A-Z0-9<]*", letters) else ""


def _date(text: str, latest: date) -> date | None:
    if not text.isdigit():
        return None
    year = latest.year // 100 * 100 + int(text[:2])
    try:
        found = date(year, int(text[2:4]), int(text[4:6]))
        return found if found <= latest else found.replace(year=year - 100)
    except ValueError:
        return None
