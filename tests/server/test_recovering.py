"""``chasqui-server recover``: for a laptop that left its way back, and for no other."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from chasqui_sync import wire
from chasqui_sync.core.spoken import heard_secret, spoken_device
from chasqui_sync.sealing import seal_recovery
from tests.helpers.server import Laptop, ServerProcess, problem_of

SECRET = b"sixteen secret b"


@pytest.fixture
def headquarters(tmp_path: Path) -> Iterator[ServerProcess]:
    process = ServerProcess(tmp_path)
    process.prepare()
    process.start()
    yield process
    process.stop()


@pytest.fixture
def laptop(headquarters: ServerProcess) -> Laptop:
    return headquarters.enrolled("Milagros Torres", b"1" * 32)


def leave(laptop: Laptop, sealed: bytes) -> int:
    return laptop.ask("POST", "/v1/recovery", wire.encode(wire.Recovery(sealed=sealed))).status_code


def sealed_by(laptop: Laptop) -> bytes:
    return seal_recovery(SECRET, laptop.key.id, laptop.certificate.recovery_key)


def refused(headquarters: ServerProcess, *words: str) -> str:
    done = headquarters.run("recover", *words)
    assert done.returncode != 0
    assert done.stdout == ""
    return done.stderr


def test_what_a_laptop_left_is_read_out_and_nothing_else(headquarters: ServerProcess, laptop: Laptop) -> None:
    code = spoken_device(laptop.key.id)
    assert "never in contact" in refused(headquarters, code)
    assert leave(laptop, sealed_by(laptop)) == 200
    done = headquarters.run("recover", code.lower().replace("-", " "))
    assert heard_secret(done.stdout.strip()) == SECRET
    assert "Milagros Torres" in done.stderr
    assert SECRET.hex() not in done.stderr
    assert "A letter is missing or wrong" in refused(headquarters, code[:-1])
    assert "no laptop of that name" in refused(headquarters, spoken_device("0" * 16))


def test_the_private_key_may_lie_elsewhere_and_another_opens_nothing(
    headquarters: ServerProcess, laptop: Laptop, tmp_path: Path
) -> None:
    leave(laptop, sealed_by(laptop))
    code, key = spoken_device(laptop.key.id), tmp_path / "recovery-key.private.pem"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    stick = tmp_path / "stick"
    stick.mkdir()
    key.rename(stick / "key.pem")
    assert "is not here" in refused(headquarters, code)
    assert heard_secret(headquarters.ask("recover", code, "--key", str(stick / "key.pem")).strip()) == SECRET
    [other] = tmp_path.glob("protection-key-*.private.pem")
    assert "not the key this laptop has sealed to" in refused(headquarters, code, "--key", str(other))


def test_a_revoked_laptop_is_not_opened_and_leaves_nothing_more(headquarters: ServerProcess, laptop: Laptop) -> None:
    leave(laptop, sealed_by(laptop))
    headquarters.ask("revoke", laptop.key.id)
    assert "was revoked" in refused(headquarters, spoken_device(laptop.key.id))
    assert leave(laptop, b"another") == 403


@pytest.mark.parametrize("body", [b"", b"{}", b'{"sealed":7}', wire.encode(wire.Recovery(sealed=b"x" * 257))])
def test_what_is_no_way_back_is_refused(laptop: Laptop, body: bytes) -> None:
    answer = laptop.ask("POST", "/v1/recovery", body)
    assert (answer.status_code, problem_of(answer)) == (400, 204)


def test_a_second_init_keeps_the_recovery_key(headquarters: ServerProcess, tmp_path: Path) -> None:
    before = (tmp_path / "recovery-key.private.pem").read_bytes()
    headquarters.ask("init")
    assert (tmp_path / "recovery-key.private.pem").read_bytes() == before
