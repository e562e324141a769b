"""Codes that come as text, line by line: when one is whole, and what it says of a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from chasqui_desktop.screens.register.desk_card import Clock
from chasqui_sync.core.codes import Code, Reading, best_of, read_code
from chasqui_sync.core.mrz import FILLERS, looks_like_mrz, unfinished_zone
from chasqui_sync.core.problems import Trouble

NAMED = frozenset({"DNI", "CUI", "RUC"})
"""What may stand before a number in a code; other words make it a sentence with a number in it."""


class CodesHeard:
    """Remembers the lines of a zone until the last one; ``scheme`` gives the type of document already answered."""

    def __init__(self, today: Clock, scheme: Callable[[], str | None]) -> None:
        self._today, self._scheme = today, scheme
        self._begun = ""

    def forget(self) -> None:
        """Nothing more is waited for."""
        self._begun = ""

    def is_code(self, text: str) -> bool:
        """Tell whether keys that came as quickly as a scanner's are its: a code, or a line of a zone.

        Words are none, though they would pass for the number of some document.
        """
        if not any(letter.isdigit() or letter in FILLERS for letter in text):
            return False
        if unfinished_zone(text) or (self._begun and any(letter in FILLERS for letter in text)):
            return True
        readings, wrong = self._readings((Code(text),))
        is_sentence = not {word.strip(".:-") for word in text.upper().split() if word.strip(".:-").isalpha()} <= NAMED
        return wrong or any(reading.what not in {"number", "ruc"} or not is_sentence for reading in readings)

    def whole(self, text: str) -> str | None:
        """Give the code this line makes with those before it; None while another line is to come."""
        whole = f"{self._begun}\n{text}" if self._begun else text
        if self._begun and not unfinished_zone(whole) and not looks_like_mrz(whole):
            # another code instead of the line that was waited for
            whole = text
        self._begun = whole if unfinished_zone(whole) else ""
        return None if self._begun else whole

    def read(self, codes: Sequence[Code]) -> tuple[Reading | None, bool]:
        """Read the code that says most, and tell whether one was of a document and did not add up."""
        readings, wrong = self._readings(codes)
        return best_of(readings), wrong

    def _readings(self, codes: Sequence[Code]) -> tuple[list[Reading], bool]:
        found: list[Reading] = []
        wrong = False
        for code in codes:
            try:
                reading = read_code(code, self._today(), self._scheme())
            except Trouble:
                wrong = True
                continue
            if reading is not None:
                found.append(reading)
        return found, wrong
