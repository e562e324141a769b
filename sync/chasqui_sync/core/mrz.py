"""The lines at the foot of a passport or on the back of a card: ICAO Doc 9303 parts 3 (§4), 4 (TD3) and 5 (TD1)."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from chasqui_sync.core.problems import Problem, Trouble

_TD3 = (44, 44)
_TD1 = (30, 30, 30)
_WEIGHTS = (7, 3, 1)
FILLERS = "<;>\\«"
"""'<', and what becomes of it when a scanner set to a US keyboard types on a Spanish one (;), or on its extra key."""
_STRAY = str.maketrans(dict.fromkeys(FILLERS, "<"))


class Zone(NamedTuple):
    """What a machine-readable zone says; dates are None where they are unknown ('<')."""

    code: str
    """The kind of document: ``P`` passport; ``I``, ``A`` or ``C`` card, with a letter of the issuer's own."""
    number: str
    surnames: str
    given_names: str
    issuer: str
    nationality: str
    birth_date: date | None
    sex: str
    expires: date | None

    @property
    def is_passport(self) -> bool:
        return self.code.startswith("P")


class _Part(NamedTuple):
    name: str
    value: str
    digit: str


def looks_like_mrz(text: str) -> bool:
    """Tell whether pasted or scanned text is a whole zone, so that it fills the card and no single field."""
    return bool(_lines(text))


def unfinished_zone(text: str) -> bool:
    """Tell whether text is the beginning of a zone whose last line still comes (a scanner's Enter after each)."""
    letters = _letters(text)
    if letters.startswith("P"):
        return len(letters) == 44 and bool(re.fullmatch(r"P[A-Z<][A-Z<]{42}", letters))
    return len(letters) in (30, 60) and bool(re.match(r"[IAC][A-Z<][A-Z<]{3}", letters)) and "<" in letters


def read_zone(text: str, today: date) -> Zone:
    """Read two lines of 44 characters (passport) or three of 30 (card), in any layout of spaces and line ends.

    ``today`` settles the century of the two-digit years: nobody is born in the future, no document
    runs longer than fifty years from now. Raises Trouble(MRZ_CHECK) naming the first ``part`` whose
    check digit is wrong (``shape``, ``number``, ``birth``, ``expiry``, ``personal``, ``whole``).
    """
    lines = _lines(text)
    if not lines:
        raise Trouble(Problem.MRZ_CHECK, part="shape")
    return _read_td3(lines[0], lines[1], today) if len(lines) == 2 else _read_td1(lines[0], lines[1], lines[2], today)


def _read_td3(first: str, second: str, today: date) -> Zone:
    _prove(
        _Part("number", second[0:9], second[9]),
        _Part("birth", second[13:19], second[19]),
        _Part("expiry", second[21:27], second[27]),
        _Part("personal", second[28:42], second[42]),
        _Part("whole", second[0:10] + second[13:20] + second[21:43], second[43]),
    )
    surnames, given = _names(first[5:])
    return Zone(
        code=first[0:2].rstrip("<"),
        number=second[0:9].rstrip("<"),
        surnames=surnames,
        given_names=given,
        issuer=first[2:5].rstrip("<"),
        nationality=second[10:13].rstrip("<"),
        birth_date=_date(second[13:19], latest=today),
        sex=second[20],
        expires=_date(second[21:27], latest=_far(today)),
    )


def _read_td1(first: str, second: str, third: str, today: date) -> Zone:
    number, digit = first[5:14], first[14]
    if digit == "<":
        # a number of more than nine characters goes on in the optional part, its check digit last (Doc 9303-5, 4.2.2)
        rest = first[15:30].partition("<")[0]
        number, digit = number + rest[:-1], rest[-1:]
    _prove(
        _Part("number", number, digit),
        _Part("birth", second[0:6], second[6]),
        _Part("expiry", second[8:14], second[14]),
        _Part("whole", first[5:30] + second[0:7] + second[8:15] + second[18:29], second[29]),
    )
    surnames, given = _names(third)
    return Zone(
        code=first[0:2].rstrip("<"),
        number=number.rstrip("<"),
        surnames=surnames,
        given_names=given,
        issuer=first[2:5].rstrip("<"),
        nationality=second[15:18].rstrip("<"),
        birth_date=_date(second[0:6], latest=today),
        sex=second[7],
        expires=_date(second[8:14], latest=_far(today)),
    )


def _prove(*parts: _Part) -> None:
    for part in parts:
        # an empty personal number may carry '<' instead of its zero (Doc 9303-4, note to 4.2.2)
        is_empty = part.name == "personal" and part.digit == "<" and not part.value.strip("<")
        # O read for 0 weighs differently, but A, K and U weigh as 0 does: a date holds digits and '<' only
        is_no_date = part.name in {"birth", "expiry"} and not part.value.replace("<", "0").isdigit()
        if is_no_date or (part.digit != check_digit(part.value) and not is_empty):
            raise Trouble(Problem.MRZ_CHECK, part=part.name)


def check_digit(text: str) -> str:
    """Weigh the characters 7, 3, 1 in turn, modulo 10; digits count as themselves, A–Z as 10–35, '<' as 0."""
    total = sum(
        (0 if character == "<" else int(character, 36)) * _WEIGHTS[place % 3] for place, character in enumerate(text)
    )
    return str(total % 10)


def _names(field: str) -> tuple[str, str]:
    surnames, _, given = field.partition("<<")
    return _spelled(surnames), _spelled(given)


def _spelled(names: str) -> str:
    # Ñ is written N or NXX (Doc 9303-3, table A of section 6); no name has NXX otherwise
    return names.replace("<", " ").strip().replace("NXX", "Ñ")


def _lines(text: str) -> tuple[str, ...]:
    zone = _letters(text)
    if len(zone) == sum(_TD3) and zone.startswith("P"):
        return zone[:44], zone[44:]
    # a card's three lines begin like many a sentence without its spaces: fillers and a birth date tell it from one
    if len(zone) == sum(_TD1) and re.fullmatch(r"[IAC][A-Z0-9<]{29}[0-9<]{7}[A-Z<][0-9<]{7}[A-Z0-9<]{45}", zone):
        return (zone[:30], zone[30:60], zone[60:]) if "<<" in zone else ()
    return ()


def _letters(text: str) -> str:
    letters = re.sub(r"\s", "", text).upper().translate(_STRAY)
    return letters if re.fullmatch(r"[A-Z0-9<]*", letters) else ""


def _far(today: date) -> date:
    return today.replace(year=today.year + 50, day=1)


def _date(text: str, latest: date) -> date | None:
    if not text.isdigit():
        return None
    year = latest.year // 100 * 100 + int(text[:2])
    try:
        found = date(year, int(text[2:4]), int(text[4:6]))
        return found if found <= latest else found.replace(year=year - 100)
    except ValueError:
        return None
