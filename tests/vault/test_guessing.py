"""What guessing costs, and what it gives: nothing."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from chasqui_desktop.vault.device_secret import secrets_of
from chasqui_desktop.vault.stretch import Stretch, calibrate
from chasqui_desktop.vault.vault import NewUser, Unlocked, create, unlock
from chasqui_resources.phrase import phrase_words
from chasqui_sync.core.problems import Problem, Trouble
from tests.helpers.laptop import CHEAP, PASSPHRASE, World

REAL_GUESSES = 50
CHEAP_GUESSES = 10_000


def vault(profile: Path, stretch: Stretch) -> Path:
    def lay(one: Unlocked) -> None:
        one.register.touch()

    new = NewUser("ab12", "Milagros Torres", "promoter")
    return create(
        profile, PASSPHRASE, new, stretch, World().surroundings().randomness, secrets_of(profile), lay
    ).register.parent


def guesses(count: int) -> list[str]:
    """Give phrases as they are offered, and near misses of the right one."""
    words = phrase_words()
    near = [PASSPHRASE[:at] + letter + PASSPHRASE[at + 1 :] for at in range(len(PASSPHRASE)) for letter in "aeo"]
    near = [phrase for phrase in near if phrase != PASSPHRASE]
    chance = random.Random(5)
    drawn = [" ".join(chance.choices(words, k=4)) for _ in range(count)]
    return [*near, *drawn][:count]


def refused(profile: Path, folder: Path, phrase: str) -> bool:
    try:
        unlock(folder, phrase, secrets_of(profile))
    except Trouble as trouble:
        return trouble.problem is Problem.PASSPHRASE_WRONG
    return False


def test_of_ten_thousand_guesses_none_opens(tmp_path: Path, say: Callable[[str], None]) -> None:
    profile = tmp_path / "profile"
    folder = vault(profile, CHEAP)
    tried = guesses(CHEAP_GUESSES)
    opened = sum(not refused(profile, folder, phrase) for phrase in tried)
    say(f"vault at test cost: tried {len(tried)} guesses, opened {opened}")
    assert (len(set(tried)), opened) == (CHEAP_GUESSES, 0)
    assert unlock(folder, PASSPHRASE, secrets_of(profile))


@pytest.mark.slow
def test_fifty_real_guesses_take_at_least_half_a_second_of_work_each(
    tmp_path: Path, say: Callable[[str], None]
) -> None:
    profile = tmp_path / "profile"
    stretch = calibrate(time.thread_time)
    folder = vault(profile, stretch)
    took, opened = [], 0
    for phrase in guesses(REAL_GUESSES):
        started = time.thread_time()
        opened += not refused(profile, folder, phrase)
        took.append(time.thread_time() - started)
    say(
        f"vault at real cost ({stretch.memory >> 10} MiB, {stretch.passes} passes): tried {len(took)}, opened "
        f"{opened}, {min(took):.2f} to {max(took):.2f} s of one processor each"
    )
    assert opened == 0
    assert min(took) >= 0.5
