"""Keys under which a register finds the few people who may be like somebody, without looking at everybody.

Documents and telephones are found by their last digits, which the register's search keeps already; here are
the others: a surname and a given name as they sound, in every pairing of the two of each, so that neither
their order nor a missing one hides anybody; the birth date; the DNI inside a RUC.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from chasqui_sync.core.likeness import Traits
from chasqui_sync.core.sounds import sounds

_MOST = 2
"""Words of surnames and of given names that are paired: four keys a person, seldom less."""


class Kept(NamedTuple):
    """What of a person keys are made of, each as it stands in her record; empty where it is not known."""

    given: str
    paternal: str
    maternal: str
    birth_date: str
    ruc: str


def kept_keys(person: Kept) -> set[int]:
    """Give the keys (32 bits) a person is kept under. Two keys that fall together only cost a comparison."""
    given, paternal, maternal, birth, ruc = person
    surnames = (*_begun(paternal), *_begun(maternal)[:1])[:_MOST]
    named = _ended(given)
    found = {crc32(name, surname) for surname in surnames for name in named}
    if birth:
        found.add(crc32(birth.encode()))
    if ruc.startswith("10"):
        found.add(_ruc_key(ruc[2:10].lstrip("0")))
    return found


@lru_cache(maxsize=8192)
def _begun(surnames: str) -> tuple[int, ...]:
    """Give the checksum of each surname and the space after it: a given name's letters go on from there."""
    return tuple(crc32(f"{one} ".encode()) for one in sounds(surnames)[:_MOST])


@lru_cache(maxsize=8192)
def _ended(given: str) -> tuple[bytes, ...]:
    return tuple(one.encode() for one in sounds(given)[:_MOST])


def asked_keys(one: Traits) -> set[int]:
    """Give the keys to look under: those of ``kept_keys``, and the birth date's likeliest slips."""
    surnames, named = [word.sound for word in one.surnames], [word.sound for word in one.given]
    found = {crc32(f"{surname} {name}".encode()) for surname in surnames for name in named}
    if one.birth is not None:
        year, month, day = one.birth
        near = ((year, month, day), (year, day, month), (year - 1, month, day), (year + 1, month, day))
        found |= {crc32(f"{year:04}-{month:02}-{day:02}".encode()) for year, month, day in near}
    if one.scheme == "dni" and one.number:
        found.add(_ruc_key(one.number))
    if one.ruc_dni:
        found.add(_ruc_key(one.ruc_dni))
    return found


def _ruc_key(dni: str) -> int:
    return crc32(f"ruc {dni}".encode())
