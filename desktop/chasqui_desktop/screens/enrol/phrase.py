"""The secret phrase somebody is choosing: four words drawn for her, or her own; how good it is, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from chasqui_desktop.words import Phrase, say

SHORTEST = 12
"""Characters an own phrase needs at least (SECURITY: or four words)."""

Choose = Callable[[Sequence[str]], str]
"""Draws one of a sequence by chance; the program gives ``secrets.choice``."""


class Strength(Enum):
    """What can be said of a phrase before it is used."""

    EMPTY = "empty"
    SHORT = "short"
    REPEATED = "repeated"
    FAIR = "fair"
    GOOD = "good"

    @property
    def serves(self) -> bool:
        return self in {Strength.FAIR, Strength.GOOD}


SENTENCES: dict[Strength, Phrase] = {
    Strength.EMPTY: say("Enrol", "Cuatro palabras, o 12 letras o más."),
    Strength.SHORT: say("Enrol", "Le faltan letras: {n} más, o usa cuatro palabras."),
    Strength.REPEATED: say("Enrol", "Repite mucho lo mismo. Prueba con palabras distintas."),
    Strength.FAIR: say("Enrol", "Sirve. Con cuatro palabras sería más fuerte."),
    Strength.GOOD: say("Enrol", "Buena frase: difícil de adivinar."),
}


def four_words(words: Sequence[str], choose: Choose) -> str:
    """Four different words with spaces between; each is drawn anew until it is another."""
    drawn: list[str] = []
    while len(drawn) < 4:
        word = choose(words)
        if word not in drawn:
            drawn.append(word)
    return " ".join(drawn)


def strength(text: str) -> Strength:
    """How good a phrase is: by its words and its letters, never by a list of rules about signs."""
    words = text.split()
    letters = len(text.strip())
    if not letters:
        return Strength.EMPTY
    several = len(words) >= 4 and all(len(word) >= 3 for word in words)
    if letters < SHORTEST and not several:
        return Strength.SHORT
    if len(set(words)) < min(len(words), 4) or len(set(text.replace(" ", "").casefold())) < 6:
        return Strength.REPEATED
    return Strength.GOOD if several or letters >= 20 else Strength.FAIR


def missing(text: str) -> int:
    """How many characters a short phrase lacks."""
    return max(0, SHORTEST - len(text.strip()))
