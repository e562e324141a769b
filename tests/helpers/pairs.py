"""Made-up pairs of registrations with a label: the same person told twice, or two people who only look alike.

Knows nothing of the matcher it is there to measure: its spellings and slips are written from how people
write and hear names in Peru and Venezuela.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from tests.helpers.made_up_people import DISTRICTS, SURNAMES, Fields, document, person, phone, surname

_SOUNDS = [
    (was, now)
    for was, _, now in (
        each.partition(">")
        for each in """b>v v>b z>s s>z ce>se ci>si se>ce si>ci ll>y ya>lla yo>llo ge>je gi>ji je>ge que>ke qui>ki ca>ka
        co>ko h> i>y y>i n>nn l>ll t>th x>j cc>c ñ>n gü>gu hua>gua w>gu""".split()
    )
]
_STARTS = (("a", "ha"), ("e", "he"), ("i", "hi"), ("o", "ho"), ("u", "hu"), ("Y", "J"), ("J", "Y"))


class Pair(NamedTuple):
    """Two registrations, whether they are of one person, and what makes the pair what it is."""

    one: Fields
    other: Fields
    same: bool
    kind: str


def pairs(count: int, seed: int) -> list[Pair]:
    """Give that many pairs, half of one person and half of two, every kind about equally often."""
    chance = random.Random(seed)
    made = []
    for number in range(count):
        table = _OF_ONE if number % 2 == 0 else _OF_TWO
        kind = list(table)[number // 2 % len(table)]
        one, other = table[kind](chance)
        made.append(Pair(one, other, number % 2 == 0, kind))
    return made


# -------------------------------------------------------------------- one person told twice
def _again(chance: random.Random, **knows: bool) -> tuple[Fields, Fields]:
    """Tell somebody a second time, months later: telephones and homes change, a card stays at home.

    ``knows`` says what must be known and the same both times: ``phone``, ``birth``, ``document``, ``maternal``.
    """
    while True:
        one = person(chance)
        has = {
            "phone": "phones" in one,
            "birth": "birth_date" in one,
            "document": "document" in one,
            "maternal": "maternal_surname" in one,
            "two_given": " " in one["given_names"],
        }
        if all(has[name] for name in knows):
            break
    other = {name: value.copy() if isinstance(value, dict) else value for name, value in one.items()}
    if "phone" not in knows:
        change = chance.random()
        if change < 0.3:
            other["phones"] = [phone(chance)]
        elif change < 0.4:
            other.pop("phones", None)
    if chance.random() < 0.25:
        other["home_district"] = {"scheme": "inei", "code": chance.choice(DISTRICTS)}
    if "document" not in knows and chance.random() < 0.25:
        other.pop("document", None)
        other.pop("ruc", None)
    return one, other


def _retold(change: Callable[[random.Random, Fields], None], **knows: bool) -> Callable[..., tuple[Fields, Fields]]:
    """Make a kind of pair: somebody told twice, with ``change`` done to the second telling."""

    def made(chance: random.Random) -> tuple[Fields, Fields]:
        one, other = _again(chance, **knows)
        change(chance, other)
        if chance.random() < 0.3:
            chance.choice([_without_accents, _by_ear, _in_capitals])(chance, other)
        return (one, other) if chance.random() < 0.5 else (other, one)

    return made


_NAMES = ("given_names", "paternal_surname", "maternal_surname")


def _without_accents(_: random.Random, fields: Fields) -> None:
    table = str.maketrans("áéíóúüñÁÉÍÓÚÑ", "aeiouunAEIOUN")
    for name in _NAMES:
        if name in fields:
            fields[name] = fields[name].translate(table)


def _in_capitals(_: random.Random, fields: Fields) -> None:
    for name in _NAMES:
        if name in fields:
            fields[name] = fields[name].upper()


def _by_ear(chance: random.Random, fields: Fields) -> None:
    """Write one or two of the names as they are heard."""
    names = [name for name in _NAMES if name in fields]
    for name in chance.sample(names, min(len(names), chance.choice([1, 1, 2]))):
        words = fields[name].split()
        at = chance.randrange(len(words))
        words[at] = _heard(chance, words[at])
        fields[name] = " ".join(words)


def _heard(chance: random.Random, word: str) -> str:
    fits = [(was, now) for was, now in _SOUNDS if was in word and not (was == "h" and ("ch" in word or "sh" in word))]
    fits = [(was, now) for was, now in fits if (was, now) not in {("l", "ll"), ("i", "y")} or word[-1] not in "li"]
    starts = [(was, now) for was, now in _STARTS if word.lower().startswith(was.lower()) and word[1:2] in "aeiou"]
    if fits and (not starts or chance.random() < 0.8):
        was, now = chance.choice(fits)
        return word.replace(was, now, 1)
    if starts:
        was, now = chance.choice(starts)
        return (now + word[1:]).capitalize()
    return word


def _mistyped(chance: random.Random, word: str) -> str:
    at = chance.randrange(1, len(word))
    letter = chance.choice("aeiounrslmtd")
    return chance.choice(
        [
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] if at > 1 else word + letter,
        ]
    )


def _typing_slip(chance: random.Random, fields: Fields) -> None:
    name = chance.choice([name for name in _NAMES if name in fields])
    words = fields[name].split()
    at = max(range(len(words)), key=lambda each: len(words[each]))
    words[at] = _mistyped(chance, words[at])
    fields[name] = " ".join(words)


def _swapped(_: random.Random, fields: Fields) -> None:
    fields["paternal_surname"], fields["maternal_surname"] = fields["maternal_surname"], fields["paternal_surname"]


def _other_document(chance: random.Random, fields: Fields) -> None:
    had = fields["document"]["scheme"]
    schemes = [s for s in ("ce", "ptp", "passport", "cedula_ve", "refugee_applicant") if s != had]
    fields["document"] = {"scheme": chance.choice(schemes), "number": f"{chance.randrange(10**9):09}"}
    fields.pop("ruc", None)


def _other_scheme(_: random.Random, fields: Fields) -> None:
    number = fields["document"]["number"]
    scheme = "cedula_ve" if fields["document"]["scheme"] == "passport" else "passport"
    fields["document"] = {"scheme": scheme, "number": number.lstrip("V")}


def _only_ruc(_: random.Random, fields: Fields) -> None:
    fields["ruc"] = f"10{fields['document']['number'][-8:]}5"
    fields["document"] = {"scheme": "none", "number": ""}


def _no_maternal(_: random.Random, fields: Fields) -> None:
    del fields["maternal_surname"]


def _married(chance: random.Random, fields: Fields) -> None:
    fields["maternal_surname"] = f"de {chance.choice(SURNAMES)}"


def _first_name_alone(_: random.Random, fields: Fields) -> None:
    fields["given_names"] = fields["given_names"].split()[0]


def _names_turned(_: random.Random, fields: Fields) -> None:
    fields["given_names"] = " ".join(reversed(fields["given_names"].split()))


def _no_birth(_: random.Random, fields: Fields) -> None:
    fields.pop("birth_date", None)
    fields.pop("document", None)
    fields["given_names"] = fields["given_names"].split()[0]


def _day_and_month(_: random.Random, fields: Fields) -> None:
    year, month, day = fields["birth_date"].split("-")
    if int(day) <= 12:
        fields["birth_date"] = f"{year}-{day}-{month}"
    else:
        fields["birth_date"] = f"{year}-{month}-{int(day) - 1:02}"
    _document_left_out(fields)


def _one_digit_of_birth(chance: random.Random, fields: Fields) -> None:
    year, month, day = fields["birth_date"].split("-")
    digits = str(int(year[3]) + chance.choice([1, 2, 3, 4]))[-1]
    fields["birth_date"] = chance.choice([f"{year[:3]}{digits}-{month}-{day}", f"{year}-{month}-{day[1]}{day[0]}"])
    try:
        date.fromisoformat(fields["birth_date"])
    except ValueError:
        fields["birth_date"] = f"{year[:3]}{digits}-{month}-{min(int(day), 28):02}"
    _document_left_out(fields)


def _year_off(chance: random.Random, fields: Fields) -> None:
    year, month, day = fields["birth_date"].split("-")
    fields["birth_date"] = f"{int(year) + chance.choice([-1, 1])}-{month}-{min(int(day), 28):02}"
    _document_left_out(fields)


def _document_left_out(fields: Fields) -> None:
    fields.pop("document", None)
    fields.pop("ruc", None)


def _one_digit_of_document(chance: random.Random, fields: Fields) -> None:
    number = fields["document"]["number"]
    at = chance.randrange(1, len(number))
    wrong = chance.choice([digit for digit in "0123456789" if digit != number[at]])
    fields["document"]["number"] = number[:at] + wrong + number[at + 1 :]
    fields.pop("ruc", None)


def _two_digits_turned(chance: random.Random, fields: Fields) -> None:
    number = fields["document"]["number"]
    places = [at for at in range(1, len(number) - 1) if number[at] != number[at + 1]] or [1]
    at = chance.choice(places)
    fields["document"]["number"] = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    fields.pop("ruc", None)


_OF_ONE: dict[str, Callable[[random.Random], tuple[Fields, Fields]]] = {
    "typing slip": _retold(_typing_slip),
    "surnames swapped": _retold(_swapped, maternal=True),
    "two documents": _retold(_other_document, document=True),
    "one number, two kinds of document": _retold(_other_scheme, document=True),
    "the DNI inside a RUC": _retold(_only_ruc, document=True),
    "second surname missing": _retold(_no_maternal, maternal=True),
    "married surname": _retold(_married, maternal=True),
    "without accents": _retold(_without_accents),
    "by ear": _retold(_by_ear),
    "first given name alone": _retold(_first_name_alone, two_given=True),
    "given names turned": _retold(_names_turned, two_given=True),
    "same telephone, little else known": _retold(_no_birth, phone=True),
    "day and month exchanged": _retold(_day_and_month, birth=True, phone=True),
    "one digit of the birth date": _retold(_one_digit_of_birth, birth=True),
    "a year off": _retold(_year_off, birth=True),
    "one digit of the document": _retold(_one_digit_of_document, document=True),
    "two digits of the document turned": _retold(_two_digits_turned, document=True),
}


# -------------------------------------------------------------------- two people
def _relative(chance: random.Random, **shared: bool) -> tuple[Fields, Fields]:
    """Give two people of one home; ``shared`` names what they share besides: ``surnames``, ``phone``."""
    one, other = person(chance), person(chance)
    if "home_district" in one:
        other["home_district"] = one["home_district"]
    other["address_reference"] = one["address_reference"]
    other["nationality"] = one["nationality"]
    other["document"] = document(chance, one["nationality"] == "PER")
    other.pop("ruc", None)
    if "phone" in shared and "phones" in one:
        other["phones"] = [dict(one["phones"][0])]
    if "surnames" in shared:
        other.pop("maternal_surname", None)
        other |= {name: one[name] for name in _NAMES[1:] if name in one}
    return one, other


def _siblings(chance: random.Random) -> tuple[Fields, Fields]:
    while True:
        one, other = _relative(chance, surnames=True, **({"phone": True} if chance.random() < 0.6 else {}))
        if one["given_names"].split()[0] != other["given_names"].split()[0]:
            return one, other


def _twins(chance: random.Random) -> tuple[Fields, Fields]:
    while True:
        one, other = _relative(chance, surnames=True, **({"phone": True} if chance.random() < 0.7 else {}))
        same_start = one["given_names"].split()[0] == other["given_names"].split()[0]
        if same_start and (" " not in one["given_names"] or " " not in other["given_names"]):
            continue
        if one["given_names"] == other["given_names"]:
            continue
        for name in ("birth_date", "birth_year"):
            other.pop(name, None)
            if name in one:
                other[name] = one[name]
        if one["document"]["scheme"] == "dni":
            other["document"] = {"scheme": "dni", "number": f"{int(one['document']['number']) + 1:08}"}
        return one, other


def _namesakes(chance: random.Random) -> tuple[Fields, Fields]:
    """Two people of the same common names, born on other days, with documents of their own."""
    while True:
        one, other = person(chance), person(chance)
        if "birth_date" in one and "birth_date" in other and one["birth_date"] != other["birth_date"]:
            break
    for name in _NAMES:
        other.pop(name, None)
    other |= {name: one[name] for name in _NAMES if name in one}
    other["gender"] = one["gender"]
    return one, other


def _parent_and_child(chance: random.Random) -> tuple[Fields, Fields]:
    """A son called as his father, or a daughter as her mother, on the same telephone."""
    while True:
        one, other = _relative(chance, phone=True)
        if "birth_date" in one and "birth_date" in other:
            break
    other["given_names"], other["paternal_surname"] = one["given_names"], one["paternal_surname"]
    other["maternal_surname"] = surname(chance)
    other["gender"] = one["gender"]
    year = int(one["birth_date"][:4])
    other["birth_date"] = f"{year + chance.randrange(18, 38)}-{other['birth_date'][5:7]}-{chance.randrange(1, 29):02}"
    return one, other


def _one_telephone(chance: random.Random) -> tuple[Fields, Fields]:
    while True:
        one, other = _relative(chance, phone=True)
        if one["given_names"].split()[0] != other["given_names"].split()[0] and "phones" in one:
            return one, other


def _one_street(chance: random.Random) -> tuple[Fields, Fields]:
    return _relative(chance)


def _next_number(chance: random.Random) -> tuple[Fields, Fields]:
    """Two strangers whose documents differ by a digit."""
    one, other = person(chance), person(chance)
    number = one["document"]["number"]
    other["document"] = {"scheme": one["document"]["scheme"], "number": number[:-1] + str((int(number[-1]) + 3) % 10)}
    return one, other


def _same_birthday(chance: random.Random) -> tuple[Fields, Fields]:
    """Two people born on one day who share a surname."""
    one, other = person(chance), person(chance)
    for name in ("birth_date", "birth_year"):
        other.pop(name, None)
        if name in one:
            other[name] = one[name]
    while other["given_names"].split()[0] == one["given_names"].split()[0]:
        other["given_names"] = person(chance)["given_names"]
    other["paternal_surname"] = one["paternal_surname"]
    return one, other


def _strangers(chance: random.Random) -> tuple[Fields, Fields]:
    return person(chance), person(chance)


_OF_TWO: dict[str, Callable[[random.Random], tuple[Fields, Fields]]] = {
    "siblings": _siblings,
    "twins": _twins,
    "namesakes": _namesakes,
    "parent and child of one name": _parent_and_child,
    "one telephone in a family": _one_telephone,
    "one street": _one_street,
    "documents that differ by a digit": _next_number,
    "one birthday and a surname": _same_birthday,
    "strangers": _strangers,
}
