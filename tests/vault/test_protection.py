"""The focal point's key: brought in from its file, kept sealed, gone when it is dropped or the laptop is wiped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from chasqui_desktop.vault.protection import ProtectionKeys
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.records import Sealed
from chasqui_sync.sealing import public_name, seal
from tests.helpers.laptop import PROTECTION, Laptop, reference_states

KEY = PROTECTION.private_bytes_raw()
RECORD = "0f" * 16
PHRASE = "mesa río canción volcán"


def pem(key: X25519PrivateKey | Ed25519PrivateKey = PROTECTION, phrase: str = "") -> bytes:
    under = BestAvailableEncryption(phrase.encode()) if phrase else NoEncryption()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, under)


def sealed() -> Sealed:
    public = reference_states()[0].fields["protection_key"]
    return seal({"food": "yes", "note": "canaria"}, RECORD, public)


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path / "profile")


@pytest.fixture
def keys(laptop: Laptop) -> Callable[[], ProtectionKeys]:
    """Give the keys as another unlocking would find them."""
    folder = laptop.opened.register.parent

    def again() -> ProtectionKeys:
        return ProtectionKeys(folder, laptop.opened.protection_key, laptop.world.surroundings().randomness)

    return again


@pytest.mark.parametrize(("phrase", "typed"), [("", ""), ("", "not needed"), (PHRASE, PHRASE)])
def test_a_key_brought_in_opens_now_and_after_the_next_unlocking(
    keys: Callable[[], ProtectionKeys], phrase: str, typed: str
) -> None:
    now = keys()
    assert now.bring(pem(phrase=phrase), typed) == public_name(KEY)
    for each in (now, keys()):
        assert each.names == {public_name(KEY)}
        assert each.opened(sealed(), RECORD) == {"food": "yes", "note": "canaria"}


def test_the_profile_holds_neither_the_key_nor_its_phrase(laptop: Laptop, keys: Callable[[], ProtectionKeys]) -> None:
    keys().bring(pem(phrase=PHRASE), PHRASE)
    held = [file.read_bytes() for file in sorted(laptop.profile.rglob("*")) if file.is_file()]
    assert len(held) > 2
    for canary in (KEY, KEY.hex().encode(), pem()[30:60], PHRASE.encode()):
        assert not any(canary in each for each in held)


def test_another_users_vault_opens_nothing_of_it(laptop: Laptop, keys: Callable[[], ProtectionKeys]) -> None:
    keys().bring(pem(), "")
    other = ProtectionKeys(laptop.opened.register.parent, bytes(32), laptop.world.surroundings().randomness)
    assert other.names == frozenset()
    with pytest.raises(Trouble) as caught:
        other.opened(sealed(), RECORD)
    assert caught.value.problem is Problem.KEY_MISSING


def test_a_key_that_was_dropped_is_gone_at_once_and_from_the_disk(
    laptop: Laptop, keys: Callable[[], ProtectionKeys]
) -> None:
    now = keys()
    now.bring(pem(), "")
    now.opened(sealed(), RECORD)
    now.drop()
    assert not (laptop.opened.register.parent / "protection.json").exists()
    for each in (now, keys()):
        assert each.names == frozenset()
        with pytest.raises(Trouble):
            each.opened(sealed(), RECORD)


@pytest.mark.parametrize(
    ("file", "phrase", "problem"),
    [
        (pem(phrase=PHRASE), "", Problem.KEY_PHRASE),
        (pem(phrase=PHRASE), PHRASE + "x", Problem.KEY_PHRASE),
        (b"", "", Problem.KEY_UNREADABLE),
        (b"\x00\xff" * 500, "", Problem.KEY_UNREADABLE),
        (pem()[:60], "", Problem.KEY_UNREADABLE),
        (pem(Ed25519PrivateKey.from_private_bytes(b"e" * 32)), "", Problem.KEY_UNREADABLE),
    ],
)
def test_what_is_no_key_or_no_phrase_of_it_changes_nothing(
    keys: Callable[[], ProtectionKeys], file: bytes, phrase: str, problem: Problem
) -> None:
    now = keys()
    now.bring(pem(), "")
    with pytest.raises(Trouble) as caught:
        now.bring(file, phrase)
    assert caught.value.problem is problem
    assert keys().names == {public_name(KEY)}


def test_a_second_edition_has_a_second_key(keys: Callable[[], ProtectionKeys]) -> None:
    now = keys()
    now.bring(pem(), "")
    second = X25519PrivateKey.from_private_bytes(b"q" * 32)
    now.bring(pem(second), "")
    assert keys().names == {public_name(KEY), public_name(second.private_bytes_raw())}


def test_a_damaged_file_of_keys_keeps_nobody_from_working(laptop: Laptop, keys: Callable[[], ProtectionKeys]) -> None:
    keys().bring(pem(), "")
    file = laptop.opened.register.parent / "protection.json"
    whole = file.read_bytes()
    for place in range(0, len(whole), 7):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        assert keys().names <= {public_name(KEY)}
