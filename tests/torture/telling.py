"""One line for each part of the proof: what was tried, what was lost, what was doubled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

Say = Callable[[str], None]
"""Prints a line where everybody sees it, whichever process said it: the fixture of this name (tests/conftest.py)."""

LOST, DOUBLED = frozenset({"arrival", "saved", "receipts", "own writes", "pages"}), frozenset({"once"})
"""Checkers whose violation means that something is gone, or there twice."""


@dataclass
class Tally:
    """Counts a part; ``told`` says its line and fails it where anything went wrong, or too little was tried."""

    name: str
    least: int
    tried: int = 0
    saved: int = 0
    wrong: dict[str, list[str]] = field(default_factory=dict)

    def note(self, checker: str, words: str) -> None:
        """Write down what went wrong, by the promise it breaks."""
        self.wrong.setdefault(checker, []).append(words)

    def told(self, say: Say) -> None:
        """Say the line, and what went wrong under it. Raises AssertionError."""
        lost, doubled = (sum(len(self.wrong.get(name, ())) for name in names) for names in (LOST, DOUBLED))
        say(f"{self.name}: tried {self.tried}, {self.saved} saved, lost {lost}, doubled {doubled}")
        for told in self.wrong.values():
            for each in told:
                say(f"  {each}")
        assert not self.wrong, f"{self.name}: {self.wrong}"
        assert self.tried >= self.least, f"{self.name}: tried {self.tried}, at least {self.least} were to be"
