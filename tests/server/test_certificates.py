"""Headquarters' own authority: one command makes it; laptops that know its pin trust it and nobody else."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from chasqui_desktop.screens.enrol.invitation import read_invitation
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem
from chasqui_sync.roads.http import HttpRoad, enrol
from chasqui_sync.server.certificates import certify, find_shown
from chasqui_sync.signing import SigningKey
from tests.helpers.server import Journal, ServerProcess
from tests.roads.answering import trouble_of

NOW = datetime(2026, 11, 25, tzinfo=UTC)
KEY = SigningKey(b"t" * 32)


@pytest.fixture
def certified(tmp_path: Path) -> Iterator[tuple[ServerProcess, str]]:
    """A headquarters that serves under TLS, and the address it told, pin included."""
    process = ServerProcess(tmp_path)
    process.prepare()
    told = json.loads(process.ask("certify", "--name", "localhost", "--name", "127.0.0.1"))
    process.start()
    yield process, f"https://127.0.0.1:{process.port}#{told['pin']}"
    process.stop()


def test_a_laptop_enrols_and_sends_over_tls_by_the_invitation_alone(
    certified: tuple[ServerProcess, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    server, address = certified
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("REQUESTS_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.setenv(name, "/nowhere")
    words = ("enrol", "--staff", "Milagros Torres", "--address", f"127.0.0.1:{server.port}")
    invitation = read_invitation(server.ask(*words))
    assert invitation.address == address
    enrolled = enrol(invitation.address, invitation.code, KEY.public)
    certificate = wire.decode(bytes(enrolled.certificate.body), wire.CertificateBody)
    assert certificate.user_name == "Milagros Torres"
    journal = Journal(KEY)
    hello = wire.Hello(version="1", schema=1, incarnation=journal.incarnation, seq=0, clock=5)
    with closing(HttpRoad(invitation.address, KEY.id, KEY.sign)) as road:
        assert road.hello(hello).node_key == enrolled.node_key
        page = road.fetch("").page
        assert page is not None
        assert page.records


def test_who_knows_no_pin_or_another_asks_nothing_and_plain_http_gets_no_answer(
    certified: tuple[ServerProcess, str], tmp_path: Path
) -> None:
    server, address = certified
    bare, _, pin = address.partition("#")
    other = certify(tmp_path / "other", ["127.0.0.1"], NOW).pin
    for wrong, problem in (
        (bare, Problem.ADDRESS_UNSAFE),
        (f"{bare}#{other}", Problem.CERTIFICATE_UNTRUSTED),
        (f"http://127.0.0.1:{server.port}#{pin}", Problem.LINE_DOWN),
    ):
        assert trouble_of(partial(enrol, wrong, "7KQ4-P2XD-9MA", KEY.public)).problem is problem
    assert '"/v1/enrol"' not in server.log()


def test_a_renewed_certificate_keeps_the_pin_and_nothing_is_for_others_eyes(tmp_path: Path) -> None:
    first = certify(tmp_path / "hq", ["sede.example", "10.0.0.5"], NOW)
    again = certify(tmp_path / "hq", ["sede2.example"], NOW)
    assert first.pin == again.pin
    assert (first.names, again.names) == (["sede.example", "10.0.0.5"], ["sede2.example"])
    assert find_shown(tmp_path / "hq") == again
    files = list((tmp_path / "hq").iterdir())
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "hq").stat().st_mode) == 0o700


def test_an_authority_that_is_gone_is_not_replaced_by_one_no_laptop_knows(tmp_path: Path) -> None:
    server = ServerProcess(tmp_path)
    server.ask("certify", "--name", "sede.example")
    shown = (tmp_path / "server.pem").read_bytes()
    (tmp_path / "authority.pem").unlink()
    refused = server.run("certify", "--name", "sede.example")
    assert refused.returncode == 1
    assert "authority.pem is gone" in refused.stderr
    assert (tmp_path / "server.pem").read_bytes() == shown


def test_without_a_certificate_only_this_machine_is_served(tmp_path: Path) -> None:
    server = ServerProcess(tmp_path)
    server.prepare()
    refused = server.run("serve", "--host", "0.0.0.0")
    assert refused.returncode == 1
    assert "certify" in refused.stderr
    refused = server.run("enrol", "--staff", "Milagros Torres", "--address", "sede.example")
    assert refused.returncode == 1
    assert "certify" in refused.stderr


@pytest.mark.parametrize(
    "written",
    [
        "https://sede.example:8443#{pin} 7KQ4-P2XD-9MA",
        "Hola Mila:\nDirección: https://sede.example:8443#{pin}.\nCódigo: 7KQ4-P2XD-9MA",
        "Código 7kq4-p2xd-9ma: https://sede.example:8443#{pin}",
    ],
)
def test_an_invitation_carries_the_pin_and_old_ones_are_still_read(tmp_path: Path, written: str) -> None:
    pin = certify(tmp_path, ["sede.example"], NOW).pin
    found = read_invitation(written.format(pin=pin))
    assert (found.address, found.code) == (f"https://sede.example:8443#{pin}", "7KQ4-P2XD-9MA")
    old = read_invitation(written.replace("#{pin}", ""))
    assert (old.address, old.code) == ("https://sede.example:8443", "7KQ4-P2XD-9MA")
