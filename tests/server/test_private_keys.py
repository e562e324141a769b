"""Private keys of people lie under a phrase that no argument, no file and no history holds."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from chasqui_desktop.vault.protection import private_key
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.spoken import heard_secret, spoken_device
from chasqui_sync.sealing import seal_recovery
from tests.helpers.server import ServerProcess

PHRASE = "mesa volcan cancion puente ñandu"
EDITION = {"editions": [{"key": "e", "name": "2027-I", "prefix": "GE27", "starts": "2027-01-01", "ends": "2027-06-30"}]}
SECRET = bytes(range(16))


@pytest.fixture
def headquarters(tmp_path: Path) -> Iterator[ServerProcess]:
    process = ServerProcess(tmp_path)
    yield process
    process.stop()


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_focal_points_key_is_made_under_a_phrase_and_opens_with_it_alone(
    headquarters: ServerProcess, tmp_path: Path
) -> None:
    headquarters.ask("init")
    (tmp_path / "editions.json").write_text(json.dumps(EDITION), encoding="utf-8")
    done = headquarters.run("load", str(tmp_path / "editions.json"), "--protection-keys", typed=f"{PHRASE}\n")
    assert done.returncode == 0, done.stderr
    [file] = tmp_path.glob("protection-key-*.private.pem")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    raw = private_key(file.read_bytes(), PHRASE)
    with pytest.raises(Trouble) as caught:
        private_key(file.read_bytes(), PHRASE[:-1])
    assert caught.value.problem is Problem.KEY_PHRASE
    assert [name for name, content in files(tmp_path).items() if raw in content or PHRASE.encode() in content] == []
    assert PHRASE not in done.stdout + done.stderr


@pytest.mark.parametrize("typed", ["", "\n", "mesa volcan puente\n"])
def test_without_a_long_phrase_no_key_is_made(headquarters: ServerProcess, tmp_path: Path, typed: str) -> None:
    headquarters.ask("init")
    (tmp_path / "editions.json").write_text(json.dumps(EDITION), encoding="utf-8")
    done = headquarters.run("load", str(tmp_path / "editions.json"), "--protection-keys", typed=typed)
    assert done.returncode != 0
    assert "A phrase of 20 letters or more" in done.stderr
    assert list(tmp_path.glob("protection-key-*")) == []


def test_the_recovery_key_under_a_phrase_opens_a_laptop_with_it_alone(
    headquarters: ServerProcess, tmp_path: Path
) -> None:
    assert headquarters.run("init", "--phrase", typed=f"{PHRASE}\n").returncode == 0
    headquarters.ask("load", "--sample")
    headquarters.start()
    laptop = headquarters.enrolled("Milagros Torres", b"1" * 32)
    sealed = seal_recovery(SECRET, laptop.key.id, laptop.certificate.recovery_key)
    assert laptop.ask("POST", "/v1/recovery", wire.encode(wire.Recovery(sealed=sealed))).status_code == 200
    code = spoken_device(laptop.key.id)
    for typed in ("", "another phrase of twenty letters\n"):
        done = headquarters.run("recover", code, typed=typed)
        assert (done.returncode, done.stdout) == (1, "")
        assert "its phrase is another" in done.stderr
    done = headquarters.run("recover", code, typed=f"{PHRASE}\n")
    assert heard_secret(done.stdout.strip()) == SECRET, done.stderr
    content = (tmp_path / "recovery-key.private.pem").read_bytes()
    assert b"ENCRYPTED" in content
    assert isinstance(load_pem_private_key(content, PHRASE.encode()), X25519PrivateKey)
