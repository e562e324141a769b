"""Who may be the person being typed: how soon the register says it."""

from __future__ import annotations

import random
from functools import partial
from typing import Any

from bench import people
from bench.figures import Figure, Size, percentile, taken
from chasqui_desktop.store.store import Store

PROMISED_MS = 30


def asking(store: Store, size: Size, among: int) -> list[Figure]:
    """Ask about people half typed in many ways, half of them here already, half nobody knows."""
    reference = store.book.reference()
    edition, point = next(iter(reference.editions)), next(iter(reference.points))
    chance = random.Random(3)
    asked = [_typed(people.answers(chance.randrange(2 * among), edition, point), chance) for _ in range(size.saves)]
    times = sorted(taken([partial(store.book.look_alikes, each, frozenset()) for each in asked]))
    name = f"who is like her, among {among}"
    return [
        Figure(name, percentile(times, 50), "ms", PROMISED_MS, "promised"),
        Figure(f"{name}, p99", percentile(times, 99), "ms", PROMISED_MS, "promised"),
    ]


def _typed(answers: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Leave some answers out, as where the desk is asked while somebody types; names and something beside stay."""
    names = ("given_names", "paternal_surname", "maternal_surname")
    beside = [name for name in ("document", "phones", "birth_date", "home_district", "ruc") if name in answers]
    kept = {*names, *chance.sample(beside, chance.randint(1, len(beside)))}
    return {name: value for name, value in answers.items() if name in kept}
