"""A wiped user leaves nothing that opens and nothing to open; a power cut is gone on from."""

from __future__ import annotations

from pathlib import Path

import pytest

from chasqui_desktop.vault.device_secret import DeviceSecrets
from chasqui_desktop.vault.vault import NewUser, create, unlock, users
from chasqui_desktop.vault.wiping import wipe, wipe_remains
from tests.helpers.laptop import CHEAP, PASSPHRASE, World
from tests.helpers.rings import NoRing, Ring

CHANCE = World(5).surroundings().randomness


class Home:
    """A profile with two people and a second copy of each."""

    def __init__(self, folder: Path, ring: Ring) -> None:
        self.ring = ring
        self.profile = folder / "profile"
        self.copies = folder / "copia"
        self.copies.mkdir()
        self.secrets = DeviceSecrets(folder / "llave", ring)
        for user in ("ab12", "cd34"):
            new = NewUser(user, "Milagros Torres", "promoter")
            create(self.profile, PASSPHRASE, new, CHEAP, CHANCE, self.secrets, lambda one: one.register.touch())
            for name in (f"{user}.db", f"{user}.db-wal", f"{user}.aside-1.db"):
                (self.copies / name).touch()

    def folder(self, user: str) -> Path:
        return self.profile / "users" / user

    def copies_of(self, user: str) -> list[Path]:
        return [self.copies / f"{user}.db"]

    def wipe(self, user: str) -> None:
        wipe(self.folder(user), self.secrets, self.copies_of(user), CHANCE)

    def go_on(self) -> None:
        """Start the program again."""
        wipe_remains(self.profile, self.secrets, self.copies_of, CHANCE)

    def left(self, user: str) -> list[str]:
        found = [*self.profile.rglob("*"), *self.copies.rglob("*")]
        return sorted(path.name for path in found if user in path.name)


@pytest.fixture(params=[Ring, NoRing])
def home(tmp_path: Path, request: pytest.FixtureRequest) -> Home:
    return Home(tmp_path, request.param())


def test_files_copies_and_secret_of_one_are_gone_and_the_other_works_on(home: Home) -> None:
    before = len(home.ring.kept) + len(list(home.profile.parent.glob("llave/*")))
    home.wipe("ab12")
    assert home.left("ab12") == []
    assert len(home.ring.kept) + len(list(home.profile.parent.glob("llave/*"))) == before - 1
    assert [card.user for card in users(home.profile)] == ["cd34"]
    assert unlock(home.folder("cd34"), PASSPHRASE, home.secrets)
    home.go_on()
    assert [card.user for card in users(home.profile)] == ["cd34"]


@pytest.mark.parametrize("step", ["pathlib.Path.rename", "pathlib.Path.unlink", "shutil.rmtree"])
def test_a_cut_leaves_a_whole_user_or_one_that_the_next_start_wipes(
    home: Home, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def cut(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(step, cut)
    with pytest.raises(KeyboardInterrupt):
        home.wipe("ab12")
    monkeypatch.undo()
    if step == "pathlib.Path.rename":
        assert unlock(home.folder("ab12"), PASSPHRASE, home.secrets)
        return
    assert [card.user for card in users(home.profile)] == ["cd34"]
    home.go_on()
    assert home.left("ab12") == []


def test_the_same_person_can_be_enrolled_again_after_a_wipe(home: Home) -> None:
    home.wipe("ab12")
    new = NewUser("ab12", "Milagros Torres", "promoter")
    create(home.profile, PASSPHRASE, new, CHEAP, CHANCE, home.secrets, lambda one: one.register.touch())
    assert unlock(home.folder("ab12"), PASSPHRASE, home.secrets)


def test_a_copy_that_cannot_be_unlinked_keeps_nothing_else_and_no_later_start_takes_the_new_one(home: Home) -> None:
    stubborn = home.copies / "ab12.db"
    stubborn.unlink()
    stubborn.mkdir()  # what can't be unlinked, as on a drive that is read-only
    home.wipe("ab12")
    assert home.left("ab12") == ["ab12.db"]
    stubborn.rmdir()
    new = NewUser("ab12", "Milagros Torres", "promoter")
    create(home.profile, PASSPHRASE, new, CHEAP, CHANCE, home.secrets, lambda one: one.register.touch())
    stubborn.touch()
    home.go_on()
    assert home.left("ab12") == ["ab12", "ab12.db"]
