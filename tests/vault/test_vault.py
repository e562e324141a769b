"""A phrase opens a user's folder; nothing else does, and a power cut leaves a whole folder or none."""

from __future__ import annotations

import stat
from pathlib import Path

import msgspec
import pytest

from chasqui_desktop.vault.vault import NewUser, Unlocked, create, unlock, users
from chasqui_sync.core.problems import Problem, Trouble
from tests.helpers.laptop import CHEAP, PASSPHRASE, World

USER = NewUser("ab12", "Milagros del Pilar Torres", "promoter")


def made(profile: Path, new: NewUser = USER, passphrase: str = PASSPHRASE) -> Unlocked:
    return create(
        profile, passphrase, new, CHEAP, World().surroundings().randomness, lambda one: one.register.touch(mode=0o600)
    )


def test_the_phrase_gives_the_same_key_each_time(tmp_path: Path) -> None:
    first = made(tmp_path)
    again = unlock(tmp_path / "users" / "ab12", PASSPHRASE)
    assert again == first
    assert len(first.key) == 32


@pytest.mark.parametrize("spelling", ["  mesa  río canción volcán ", "mesa ri\u0301o cancio\u0301n volca\u0301n"])
def test_spaces_and_the_way_accents_are_typed_do_not_count(tmp_path: Path, spelling: str) -> None:
    first = made(tmp_path)
    assert unlock(tmp_path / "users" / "ab12", spelling).key == first.key


@pytest.mark.parametrize("wrong", ["", "mesa río canción volcan", "Mesa río canción volcán", "otra cosa muy larga"])
def test_another_phrase_opens_nothing_and_changes_nothing(tmp_path: Path, wrong: str) -> None:
    made(tmp_path)
    vault = tmp_path / "users" / "ab12" / "vault.json"
    before = vault.read_bytes()
    with pytest.raises(Trouble) as caught:
        unlock(vault.parent, wrong)
    assert caught.value.problem is Problem.PASSPHRASE_WRONG
    assert vault.read_bytes() == before


@pytest.mark.parametrize("weak", ["", "corta", "once letras", "aaaaaaaaaaaaaaaaaaaa", "a a a a"])
def test_a_weak_phrase_is_refused_before_anything_is_written(tmp_path: Path, weak: str) -> None:
    with pytest.raises(Trouble) as caught:
        made(tmp_path, passphrase=weak)
    assert caught.value.problem is Problem.PASSPHRASE_WEAK
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize("good", ["sol mar pan luz", "doce letras x", "río río canción volcán"])
def test_four_words_or_twelve_letters_will_do(tmp_path: Path, good: str) -> None:
    made(tmp_path, passphrase=good)
    assert unlock(tmp_path / "users" / "ab12", good)


def test_the_card_shows_a_first_name_and_one_initial(tmp_path: Path) -> None:
    made(tmp_path)
    made(tmp_path, NewUser("cd34", "Jhon", "coordinator"))
    cards = users(tmp_path)
    assert [(card.user, card.short_name, card.initials, card.role) for card in cards] == [
        ("cd34", "Jhon", "J", "coordinator"),
        ("ab12", "Milagros T.", "MT", "promoter"),
    ]
    plain = (tmp_path / "users" / "ab12" / "vault.json").read_bytes()
    assert b"Torres" not in plain
    assert b"Pilar" not in plain


def test_only_the_owner_may_read(tmp_path: Path) -> None:
    made(tmp_path)
    folder = tmp_path / "users" / "ab12"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_a_cut_while_the_folder_is_made_leaves_no_user_and_no_hindrance(tmp_path: Path) -> None:
    def cut(_: Unlocked) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        create(tmp_path, PASSPHRASE, USER, CHEAP, World().surroundings().randomness, cut)
    assert users(tmp_path) == []
    assert made(tmp_path).register.exists()
    assert len(users(tmp_path)) == 1


def test_a_user_is_not_made_twice(tmp_path: Path) -> None:
    first = made(tmp_path)
    with pytest.raises(FileExistsError):
        made(tmp_path)
    assert unlock(tmp_path / "users" / "ab12", PASSPHRASE) == first


def test_a_phrase_that_is_right_cannot_open_a_vault_whose_factors_were_renamed(tmp_path: Path) -> None:
    made(tmp_path)
    vault = tmp_path / "users" / "ab12" / "vault.json"
    vault.write_bytes(vault.read_bytes().replace(b'"phrase"', b'"nobody"'))
    with pytest.raises(Trouble) as caught:
        unlock(vault.parent, PASSPHRASE)
    assert caught.value.problem is Problem.DATABASE_DAMAGED


def test_a_damaged_or_newer_vault_is_said_and_a_lost_register_is_the_stores_to_say(tmp_path: Path) -> None:
    made(tmp_path)
    folder = tmp_path / "users" / "ab12"
    whole = (folder / "vault.json").read_bytes()
    document = msgspec.json.decode(whole)

    def problem() -> Problem:
        with pytest.raises(Trouble) as caught:
            unlock(folder, PASSPHRASE)
        return caught.value.problem

    (folder / "vault.json").write_bytes(whole[: len(whole) // 2])
    assert problem() is Problem.DATABASE_DAMAGED
    (folder / "vault.json").write_bytes(msgspec.json.encode({**document, "version": 2}))
    assert problem() is Problem.DATABASE_NEWER
    (folder / "vault.json").write_bytes(whole)
    (folder / "register.db").unlink()
    assert unlock(folder, PASSPHRASE).register == folder / "register.db"


def test_a_profile_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "users").write_bytes(b"a file where a folder should be")
    with pytest.raises(Trouble) as caught:
        made(tmp_path)
    assert caught.value.problem is Problem.PROFILE_UNWRITABLE
