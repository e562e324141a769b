"""Headquarters' answer opens a vault whose phrase is forgotten, for one laptop, until the next answer is left there."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from chasqui_desktop.vault import vault
from chasqui_desktop.vault.device_secret import DeviceSecrets
from chasqui_desktop.vault.vault import NewUser, Unlocked, asking_code, check_answer, create, recover, unlock
from chasqui_desktop.vault.wrapping import read_vault
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.spoken import heard_device, spoken_secret
from chasqui_sync.sealing import unseal_recovery
from tests.helpers.laptop import CHEAP, PASSPHRASE, World
from tests.helpers.rings import Ring

HEADQUARTERS = X25519PrivateKey.from_private_bytes(b"q" * 32)
DEVICE = "0123456789abcdef"
OTHER = "sol luna mar puente"
CHANCE = World(3).surroundings().randomness


class Person:
    """Somebody with a vault, a keyring and a telephone."""

    def __init__(self, folder: Path, device: str = DEVICE, key: bytes | None = None) -> None:
        self.ring = Ring()
        self.secrets = DeviceSecrets(folder / "llave", self.ring)
        public = HEADQUARTERS.public_key().public_bytes_raw() if key is None else key
        new = NewUser("ab12", "Milagros Torres", "promoter", device, public)

        def lay(one: Unlocked) -> None:
            one.register.touch()

        self.made = create(folder / "profile", PASSPHRASE, new, CHEAP, CHANCE, self.secrets, lay)
        self.folder = self.made.register.parent

    def call(self) -> str:
        """Read out the code; give what headquarters answers from what was left there."""
        device = heard_device(asking_code(self.folder))
        assert device is not None
        way_back = read_vault(self.folder).way_back
        assert way_back is not None
        return spoken_secret(unseal_recovery(way_back.sealed, device, HEADQUARTERS))

    def recover(self, answer: str, phrase: str) -> Unlocked:
        return recover(self.folder, answer, phrase, CHEAP, CHANCE, self.secrets)

    def opens(self, phrase: str) -> bool:
        try:
            return unlock(self.folder, phrase, self.secrets).key == self.made.key
        except Trouble:
            return False

    def is_right(self, answer: str) -> bool:
        try:
            check_answer(self.folder, answer)
        except Trouble as trouble:
            return trouble.problem is not Problem.RECOVERY_CODE
        return True


@pytest.fixture
def milagros(tmp_path: Path) -> Person:
    return Person(tmp_path)


def test_the_answer_opens_the_same_keys_under_another_phrase(milagros: Person) -> None:
    opened = milagros.recover(milagros.call(), OTHER)
    assert (opened.key, opened.copy_key) == (milagros.made.key, milagros.made.copy_key)
    assert milagros.opens(OTHER)
    assert not milagros.opens(PASSPHRASE)


def test_it_opens_also_where_the_keyring_has_lost_the_laptops_part(milagros: Person) -> None:
    milagros.ring.kept.clear()
    assert not milagros.opens(PASSPHRASE)
    milagros.recover(milagros.call(), PASSPHRASE)
    assert milagros.opens(PASSPHRASE)


def test_no_other_answer_opens_and_nothing_changes(milagros: Person) -> None:
    before = (milagros.folder / "vault.json").read_bytes()
    wrong = ["", milagros.call()[:-1], spoken_secret(b"x" * 16), asking_code(milagros.folder)]
    assert [answer for answer in wrong if milagros.is_right(answer)] == []
    for answer, phrase, problem in (
        (wrong[2], OTHER, Problem.RECOVERY_CODE),
        (milagros.call(), "corta", Problem.PASSPHRASE_WEAK),
    ):
        with pytest.raises(Trouble) as caught:
            milagros.recover(answer, phrase)
        assert caught.value.problem is problem
    assert (milagros.folder / "vault.json").read_bytes() == before


def test_an_answer_is_good_until_the_next_way_back_is_left_at_headquarters(milagros: Person) -> None:
    first = milagros.call()
    assert milagros.made.to_leave is not None
    vault.way_back_left(milagros.folder, milagros.made.to_leave)
    assert unlock(milagros.folder, PASSPHRASE, milagros.secrets).to_leave is None
    recovered = milagros.recover(first, OTHER)
    assert recovered.to_leave is not None
    # forgotten again before there was a line: headquarters still has the first alone
    assert milagros.is_right(first)
    vault.way_back_left(milagros.folder, b"another one")
    assert milagros.is_right(first)
    vault.way_back_left(milagros.folder, recovered.to_leave)
    assert not milagros.is_right(first)
    assert milagros.is_right(milagros.call())
    assert unlock(milagros.folder, OTHER, milagros.secrets).to_leave is None


def test_what_a_laptop_left_opens_no_other_laptop(milagros: Person) -> None:
    way_back = read_vault(milagros.folder).way_back
    assert way_back is not None
    with pytest.raises(Trouble):
        unseal_recovery(way_back.sealed, "fedcba9876543210", HEADQUARTERS)
    with pytest.raises(Trouble):
        unseal_recovery(way_back.sealed, DEVICE, X25519PrivateKey.generate())


def test_where_headquarters_has_no_recovery_key_it_is_said(tmp_path: Path) -> None:
    person = Person(tmp_path, key=b"")
    assert person.made.to_leave is None
    with pytest.raises(Trouble) as caught:
        asking_code(person.folder)
    assert caught.value.problem is Problem.RECOVERY_NONE


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_cut_while_recovering_leaves_the_answer_good(
    milagros: Person, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    answer = milagros.call()

    def cut(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    if step == "replace":
        monkeypatch.setattr(Path, "replace", cut)
    else:
        monkeypatch.setattr("chasqui_desktop.vault.files.os.fsync", cut)
    with pytest.raises(KeyboardInterrupt):
        milagros.recover(answer, OTHER)
    monkeypatch.undo()
    assert milagros.opens(PASSPHRASE)
    assert milagros.recover(answer, OTHER).key == milagros.made.key
