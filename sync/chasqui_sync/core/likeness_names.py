"""Given names and surnames as likeness compares them: order, missing parts, spellings, slips of the hand."""

from __future__ import annotations

import re
from typing import NamedTuple

from chasqui_sync.core.likeness_numbers import slips
from chasqui_sync.core.names import folded
from chasqui_sync.core.sounds import Word, words

_LONG_ENOUGH = 5
"""Sounds under so many letters differ by one in different names: Elsa and Elba, Luis and Luz."""


class Named(NamedTuple):
    """What a comparison of names tells: the name of a ``likeness.Reason``, or None, and its points."""

    reason: str | None
    points: int

    @property
    def contradicts(self) -> bool:
        """Whether it speaks for two people."""
        return self.points < 0


_UNKNOWN = Named(None, 0)


def surnames(paternal: str, maternal: str) -> list[Word]:
    """Give the words of both surnames. A married woman's "de Flores" is not hers by birth: it is left out."""
    if re.match(r"de (?!(la|las|los) )", folded(maternal)) and paternal:
        maternal = ""
    return words(f"{paternal} {maternal}")


def compare_given(one: list[Word], other: list[Word]) -> Named:
    """Compare given names; two of them that agree say more than one."""
    if not one or not other:
        return _UNKNOWN
    fewest = min(len(one), len(other))
    bonus = 2 if fewest > 1 else 0
    if (alike := _alike(one, other)) is not None:
        return Named("SAME_GIVEN" if alike == "spelled" else "GIVEN_SOUND", 5 + bonus)
    exact, near = _matched(one, other)
    if exact + near == fewest:
        if near:
            return Named("GIVEN_NEARLY", 3)
        return Named("GIVEN_NEARLY", 4 + bonus)
    return Named("OTHER_GIVEN", -12 if exact + near else -20)


def compare_surnames(one: list[Word], other: list[Word]) -> Named:
    """Compare surnames in any order, whole or in part."""
    if not one or not other:
        return _UNKNOWN
    fewest = min(len(one), len(other))
    if (alike := _alike(one, other)) is not None:
        return _alike_surnames(one, other, alike)
    exact, near = _matched(one, other)
    if exact + near == fewest:
        if len(one) == len(other):
            return Named("SURNAMES_NEARLY", 5)
        return Named("SURNAMES_NEARLY", 3) if near else Named("SAME_SURNAME", 4)
    if one[0].sound == other[0].sound:
        # a second surname is mistaken, left out or married away more often than the first
        return Named(None, 0)
    return Named("OTHER_SURNAMES", -4 if exact + near else -10)


def _alike_surnames(one: list[Word], other: list[Word], alike: str) -> Named:
    in_order = [word.sound for word in one] == [word.sound for word in other]
    if len(one) != len(other):
        return Named("SURNAMES_SOUND", 7)
    if not in_order:
        return Named("SURNAMES_SWAPPED", 7)
    if len(one) == 1:
        return Named("SAME_SURNAME" if alike == "spelled" else "SURNAMES_SOUND", 4)
    return Named("SAME_SURNAMES" if alike == "spelled" else "SURNAMES_SOUND", 7)


def _alike(one: list[Word], other: list[Word]) -> str | None:
    """Tell whether the words are the same in any order: ``spelled``, only ``heard``, or None.

    Ana María and Anamaría are heard alike.
    """
    if sorted(word.spelled for word in one) == sorted(word.spelled for word in other):
        return "spelled"
    heard = sorted(word.sound for word in one) == sorted(word.sound for word in other)
    joined = "".join(word.sound for word in one) == "".join(word.sound for word in other)
    return "heard" if heard or joined else None


def _matched(one: list[Word], other: list[Word]) -> tuple[int, int]:
    """Count the words that have their like on the other side: exactly, and but for a slip."""
    fewer, more = sorted(([word.sound for word in one], [word.sound for word in other]), key=len)
    rest, exact = list(more), 0
    left = []
    for sound in fewer:
        if sound in rest:
            rest.remove(sound)
            exact += 1
        else:
            left.append(sound)
    near = 0
    for sound in left:
        like = next((each for each in rest if _nearly(sound, each)), None)
        if like is not None:
            rest.remove(like)
            near += 1
    return exact, near


def _nearly(one: str, other: str) -> bool:
    """Tell whether one word is the other but for a slip, or its first letter alone ("Rosa E.")."""
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    slip = slips(one, other)
    if slip is None or min(len(one), len(other)) < _LONG_ENOUGH - (slip == "exchanged"):
        return False
    return not _are_his_and_hers(one, other)


def _are_his_and_hers(one: str, other: str) -> bool:
    """Tell whether two names differ by their gender: Mario and María, Daniel and Daniela."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) != len(longer):
        return longer[:-1] == shorter and longer[-1] in "ao"
    return one[:-1] == other[:-1] and {one[-1], other[-1]} == {"a", "o"}
