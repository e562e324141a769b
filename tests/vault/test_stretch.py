"""How dear a guess is."""

from __future__ import annotations

import pytest

from chasqui_desktop.vault.stretch import LEAST_MEMORY, LEAST_PASSES, MOST_MEMORY, Stretch, calibrate, stretched


def test_the_bytes_of_a_phrase_never_change() -> None:
    """Golden: whoever changes this locks everybody out."""
    assert stretched("mesa río".encode(), b"0123456789abcdef", Stretch(memory=64, passes=2)).hex() == (
        "528088b96b69bbee665498819f9bdd0915e8468c37fb6d9e6f7f633429b3f1bd"
    )


class Laptop:
    """Guesses at a made-up speed; ``clock`` is its stopwatch."""

    def __init__(self, kib_per_second: float) -> None:
        self.speed = kib_per_second
        self.time = 0.0

    def clock(self) -> float:
        return self.time

    def guess(self, _phrase: bytes, _salt: bytes, stretch: Stretch) -> bytes:
        self.time += stretch.memory * stretch.passes / self.speed
        return b""


@pytest.mark.parametrize("speed", [1e3, 1e5, 3e5, 1e6, 1e8])
def test_whatever_the_laptop_a_guess_never_costs_less_than_the_floor(speed: float) -> None:
    laptop = Laptop(speed)
    chosen = calibrate(laptop.clock, laptop.guess)
    assert LEAST_MEMORY <= chosen.memory <= MOST_MEMORY
    assert chosen.passes >= LEAST_PASSES


@pytest.mark.parametrize("speed", [1e5, 3e5, 6e5, 1e6, 3e6])
def test_a_guess_takes_most_of_a_second_on_any_laptop_in_use(speed: float) -> None:
    laptop = Laptop(speed)
    chosen = calibrate(laptop.clock, laptop.guess)
    assert 0.7 <= chosen.memory * chosen.passes / speed <= 1.0


def test_a_moment_in_which_the_laptop_is_busy_makes_no_guess_cheaper() -> None:
    laptop = Laptop(6e5)
    busy = iter([3.0, 1.0, 2.0, 1.0, 3.0, 2.0])

    def guess(phrase: bytes, salt: bytes, stretch: Stretch) -> bytes:
        laptop.time += (next(busy) - 1) * stretch.memory * stretch.passes / laptop.speed
        return laptop.guess(phrase, salt, stretch)

    assert calibrate(laptop.clock, guess) == calibrate(laptop.clock, laptop.guess)


def test_the_real_thing_can_be_measured() -> None:
    laptop = Laptop(1e3)

    def guess(phrase: bytes, salt: bytes, stretch: Stretch) -> bytes:
        laptop.guess(phrase, salt, stretch)
        return stretched(phrase, salt, stretch)

    assert calibrate(laptop.clock, guess) == Stretch(memory=LEAST_MEMORY, passes=LEAST_PASSES)
