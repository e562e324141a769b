"""What a checker raises: which promise was broken, and how it was seen."""

from __future__ import annotations


class Violation(AssertionError):
    """An invariant of sync does not hold; ``checker`` names the one that saw it."""

    def __init__(self, checker: str, told: str) -> None:
        super().__init__(f"{checker}: {told}")
        self.checker = checker
