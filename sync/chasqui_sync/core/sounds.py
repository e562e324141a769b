"""How a Spanish name sounds, so that what is written otherwise and heard alike can be compared.

Written for the names of Peru and Venezuela: b and v, s, z and soft c, ll and y, g and j, qu and k, the
silent h, doubled letters; and what parents do with foreign names (Jhon, Shirley, Stefany, Yeison).
"""

from __future__ import annotations

import re
from functools import lru_cache

from chasqui_sync.core.names import folded

PARTICLES = frozenset("de del dela la las los y e da do dos di van von".split())
"""Words of a name that are left out of the comparison: they come and go from paper to paper."""

_STEPS = tuple(
    (re.compile(was), now)
    for was, now in (
        ("ph", "f"),
        ("[cs]h", "3"),  # one sound without a letter of its own
        ("^x", "j"),
        ("gu(?=[ao])|hu(?=[aeio])|w", "u"),  # Guamán, Huamán, Wamán
        ("h", ""),
        ("g(?=[ei])", "j"),
        ("gu(?=[ei])", "g"),
        ("qu(?=[ei])|q|c(?![ei])", "k"),
        ("[cxz]", "s"),
        ("v", "b"),
        ("ll(?=[aeiou])", "y"),
        ("y(?![aeiou])", "i"),
        ("^[jiy](?=[aeou])", "y"),  # Jessica, Yésica
        ("n(?=[bp])", "m"),
        ("^s(?=[fklmnpt])", "es"),  # Stefany, Estefany
        (r"(.)\1+", r"\1"),
    )
)


class Word(tuple[str, str]):
    """A word of a name: as it is spelled without accents, and as it sounds."""

    __slots__ = ()

    @property
    def spelled(self) -> str:
        """Without accents and case."""
        return self[0]

    @property
    def sound(self) -> str:
        """Equal for words that are heard alike."""
        return self[1]


def words(text: str) -> list[Word]:
    """Give the words of a name in their order, particles left out."""
    return [word for part in text.split() for word in _words_of(part)]


def sounds(text: str) -> list[str]:
    """Give the sounds of a name's words in their order, particles left out."""
    return [word[1] for part in text.split() for word in _words_of(part)]


def sound(word: str) -> str:
    """Give the sound of one word: ``Velázquez`` and ``Belasques`` are the same."""
    heard = folded(word)
    for was, now in _STEPS:
        heard = was.sub(now, heard)
    return heard


@lru_cache(maxsize=8192)
def _words_of(part: str) -> tuple[Word, ...]:
    # names repeat: of a hundred thousand people, one word in thirty is met for the first time
    found = re.findall(r"[a-z]+", folded(part))
    return tuple(Word((one, sound(one))) for one in found if one not in PARTICLES)
