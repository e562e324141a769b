"""Everything that happens by chance in a simulation comes from one seed."""

from __future__ import annotations

import random


class Chance:
    """Gives each subject a stream of its own, so that what one subject draws moves no other."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def stream(self, subject: str) -> random.Random:
        """Give the stream of a subject; asked twice it begins anew."""
        return random.Random(f"{self.seed} {subject}")
