"""A phrase opens a user's folder; nothing else does, and a power cut leaves a whole folder or none."""

from __future__ import annotations

import stat
from pathlib import Path

import msgspec
import pytest

from chasqui_desktop.vault import vault as vault_file
from chasqui_desktop.vault.device_secret import DeviceSecrets
from chasqui_desktop.vault.vault import NewUser, Unlocked, change_phrase, create, users
from chasqui_sync.core.problems import Problem, Trouble
from tests.helpers.laptop import CHEAP, PASSPHRASE, World
from tests.helpers.rings import ForgetfulRing, NoRing, Ring

USER = NewUser("ab12", "Milagros del Pilar Torres", "promoter")


OTHER = "sol luna mar puente"
OLD = Path(__file__).with_name("vault-v1.json")
"""As version 1 wrote it: PASSPHRASE, CHEAP, the vault key 32 times the letter k."""


def secrets_of(profile: Path, ring: Ring | None = None) -> DeviceSecrets:
    return DeviceSecrets(profile.parent / "llave", ring or NoRing())


def made(profile: Path, new: NewUser = USER, passphrase: str = PASSPHRASE, ring: Ring | None = None) -> Unlocked:
    def lay(one: Unlocked) -> None:
        one.register.touch(mode=0o600)

    chance = World(len(new.user + new.name)).surroundings().randomness
    return create(profile, passphrase, new, CHEAP, chance, secrets_of(profile, ring), lay)


def unlock(folder: Path, passphrase: str, ring: Ring | None = None) -> Unlocked:
    return vault_file.unlock(folder, passphrase, secrets_of(folder.parent.parent, ring))


def change(folder: Path, old: str, new: str, ring: Ring | None = None) -> None:
    chance = World(99).surroundings().randomness
    change_phrase(folder, old, new, CHEAP, chance, secrets_of(folder.parent.parent, ring))


def problem_of(folder: Path, passphrase: str = PASSPHRASE, ring: Ring | None = None) -> Problem:
    with pytest.raises(Trouble) as caught:
        unlock(folder, passphrase, ring)
    return caught.value.problem


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
    tmp_path = tmp_path / "profile"
    tmp_path.mkdir()
    with pytest.raises(Trouble) as caught:
        made(tmp_path, passphrase=weak)
    assert caught.value.problem is Problem.PASSPHRASE_WEAK
    assert list(tmp_path.parent.rglob("*")) == [tmp_path]


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
        create(tmp_path, PASSPHRASE, USER, CHEAP, World().surroundings().randomness, secrets_of(tmp_path), cut)
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
    (folder / "vault.json").write_bytes(msgspec.json.encode({**document, "version": 3}))
    assert problem() is Problem.DATABASE_NEWER
    (folder / "vault.json").write_bytes(whole)
    (folder / "register.db").unlink()
    assert unlock(folder, PASSPHRASE).register == folder / "register.db"


def test_a_profile_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "users").write_bytes(b"a file where a folder should be")
    with pytest.raises(Trouble) as caught:
        made(tmp_path)
    assert caught.value.problem is Problem.PROFILE_UNWRITABLE


# ---------------------------------------------------------------- the laptop's part
@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def folder_of(profile: Path) -> Path:
    return profile / "users" / "ab12"


def test_the_phrase_alone_opens_nothing_on_another_laptop(profile: Path) -> None:
    ring = Ring()
    made(profile, ring=ring)
    assert unlock(folder_of(profile), PASSPHRASE, ring)
    assert problem_of(folder_of(profile), ring=Ring()) is Problem.DEVICE_SECRET_GONE
    assert problem_of(folder_of(profile), ring=NoRing()) is Problem.DEVICE_SECRET_GONE
    [name] = ring.kept
    ring.kept[name] = "00" * 32
    assert problem_of(folder_of(profile), ring=ring) is Problem.PASSPHRASE_WRONG
    ring.kept[name] = "no key at all"
    assert problem_of(folder_of(profile), ring=ring) is Problem.DEVICE_SECRET_GONE


@pytest.mark.parametrize("ring", [NoRing(), ForgetfulRing()])
def test_where_no_keyring_keeps_it_the_secret_lies_beside_the_profile_for_its_owner_alone(
    profile: Path, ring: Ring
) -> None:
    made(profile, ring=ring)
    [file] = (profile.parent / "llave").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert file.read_bytes() not in (folder_of(profile) / "vault.json").read_bytes()
    assert unlock(folder_of(profile), PASSPHRASE, ring)
    file.unlink()
    assert problem_of(folder_of(profile), ring=ring) is Problem.DEVICE_SECRET_GONE


def test_nothing_lies_beside_the_profile_where_a_keyring_keeps_the_secret(profile: Path) -> None:
    made(profile, ring=Ring())
    assert [path.name for path in profile.parent.iterdir()] == ["profile"]


def test_two_people_of_one_laptop_have_a_secret_and_a_key_each(profile: Path) -> None:
    ring = Ring()
    first = made(profile, ring=ring)
    second = made(profile, NewUser("cd34", "Jhon Cárdenas", "promoter"), ring=ring)
    assert first.key != second.key
    assert len(set(ring.kept.values())) == 2
    assert unlock(first.register.parent, PASSPHRASE, ring) == first
    assert unlock(second.register.parent, PASSPHRASE, ring) == second


# ---------------------------------------------------------------- another phrase
def test_a_changed_phrase_opens_the_same_keys_and_the_old_one_nothing(profile: Path) -> None:
    ring = Ring()
    first = made(profile, ring=ring)
    [secret] = ring.kept.values()
    change(folder_of(profile), PASSPHRASE, OTHER, ring)
    assert unlock(folder_of(profile), OTHER, ring) == first
    assert problem_of(folder_of(profile), PASSPHRASE, ring) is Problem.PASSPHRASE_WRONG
    assert len(ring.kept) == 1
    assert [secret] != list(ring.kept.values())


def test_a_change_needs_the_old_phrase_and_a_strong_new_one(profile: Path) -> None:
    first = made(profile)
    before = (folder_of(profile) / "vault.json").read_bytes()
    for old, new, problem in (
        (OTHER, OTHER, Problem.PASSPHRASE_WRONG),
        (PASSPHRASE, "corta", Problem.PASSPHRASE_WEAK),
    ):
        with pytest.raises(Trouble) as caught:
            change(folder_of(profile), old, new)
        assert caught.value.problem is problem
    assert (folder_of(profile) / "vault.json").read_bytes() == before
    assert unlock(folder_of(profile), PASSPHRASE) == first


@pytest.mark.parametrize("step", ["open", "fsync", "replace", "fsync folder"])
def test_a_cut_at_any_step_of_a_change_leaves_one_phrase_that_opens(
    profile: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    ring = Ring()
    first = made(profile, ring=ring)
    cut_at(step, monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        change(folder_of(profile), PASSPHRASE, OTHER, ring)
    monkeypatch.undo()
    opened = [phrase for phrase in (PASSPHRASE, OTHER) if opens(folder_of(profile), phrase, ring) == first]
    assert opened == [OTHER if step == "fsync folder" else PASSPHRASE]


def cut_at(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pull the plug just before a step of writing the vault."""

    def cut(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    if step == "replace":
        monkeypatch.setattr(Path, "replace", cut)
    elif step == "fsync folder":
        monkeypatch.setattr("chasqui_desktop.vault.files.settle", cut)
    else:
        monkeypatch.setattr(f"chasqui_desktop.vault.files.os.{step}", cut)


def opens(folder: Path, phrase: str, ring: Ring) -> Unlocked | None:
    try:
        return unlock(folder, phrase, ring)
    except Trouble:
        return None


# ---------------------------------------------------------------- files of version 1
def test_a_vault_of_version_1_opens_and_takes_the_laptops_part_with_its_next_phrase(profile: Path) -> None:
    folder = folder_of(profile)
    folder.mkdir(parents=True)
    (folder / "vault.json").write_bytes(OLD.read_bytes())
    ring = Ring()
    before = unlock(folder, PASSPHRASE, ring)
    assert before.key.hex() == "be294476ffdddbf5987d00e3c921653f4e3ca004438d39c38b7e12dd89e698c7"
    assert problem_of(folder, OTHER, ring) is Problem.PASSPHRASE_WRONG
    assert [card.short_name for card in users(profile)] == ["Milagros T."]
    change(folder, PASSPHRASE, OTHER, ring)
    assert unlock(folder, OTHER, ring) == before
    assert problem_of(folder, OTHER, Ring()) is Problem.DEVICE_SECRET_GONE
