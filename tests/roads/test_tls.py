"""Whom the road believes under TLS: one authority by its pin. A cut handshake is a bad line and no bad certificate."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.roads.http import HttpRoad, enrol
from chasqui_sync.roads.trust import Trust
from tests.roads.answering import Answering, reply, trouble_of
from tests.roads.certificates import PEM, TODAY, Issued, authority, leaf, self_signed, shown
from tests.wire.golden_messages import ANSWER, DEVICE

Start = Callable[..., Answering]
Go = Callable[..., HttpRoad]
GREETING = reply(wire.deflate(wire.encode(ANSWER)))


class Overhearing:
    """Takes connections, under TLS where it is given some, and keeps every byte that comes in clear or unsealed."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.heard = b""
        self.connections = 0
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._thread.join(10)
        assert not self._thread.is_alive()
        self._listener.close()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            with connection, contextlib.suppress(OSError):
                if self._tls is None:
                    self._hear(connection)
                else:
                    with self._tls.wrap_socket(connection, server_side=True) as secured:
                        self._hear(secured)

    def _hear(self, connection: socket.socket) -> None:
        connection.settimeout(10)
        while piece := connection.recv(65536):
            self.heard += piece


@pytest.fixture
def ours() -> Issued:
    return authority()


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, stack: ExitStack) -> Iterator[Overhearing]:
    """An environment that sends everything through a proxy and vouches for everybody in a bundle."""
    proxy = Overhearing()
    stack.callback(proxy.close)
    (tmp_path / "bundles").mkdir()
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(name, f"http://user:secret@127.0.0.1:{proxy.port}")
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.setenv(name, str(tmp_path / "bundle.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "bundles"))
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    yield proxy
    assert (proxy.connections, proxy.heard) == (0, b"")


def bad_chains(ours: Issued) -> dict[str, tuple[Issued, list[Issued]]]:
    """Chains that must not be believed: what the server shows as its own, and what it shows beside."""
    other, namesake = authority("Somebody else"), authority()
    old, coming = authority(key=ours.key, days=(-60, -30)), authority(key=ours.key, days=(30, 60))
    never = authority(key=ours.key, is_one=False)
    server = leaf(ours)
    return {
        "expired": (leaf(ours, days=(-30, -1)), [ours]),
        "not yet valid": (leaf(ours, days=(1, 30)), [ours]),
        "another host": (leaf(ours, ["sede.example"]), [ours]),
        "a wildcard over another host": (leaf(ours, ["*.example"]), [ours]),
        "no name but a common one": (leaf(ours, []), [ours]),
        "another authority": (leaf(other), [other]),
        "another authority of the same name": (leaf(namesake), [namesake]),
        "swapped: another's certificate beside our authority": (leaf(other), [ours]),
        "swapped: our authority and theirs": (leaf(namesake), [namesake, ours]),
        "signed by itself": (self_signed(), []),
        "signed by itself, our authority beside": (self_signed(), [ours]),
        "without its authority": (leaf(ours), []),
        "a weak key": (leaf(ours, key=rsa.generate_private_key(65537, 1024)), [ours]),
        "for clients only": (leaf(ours, usage=ExtendedKeyUsageOID.CLIENT_AUTH), [ours]),
        "for signing programs": (leaf(ours, usage=ExtendedKeyUsageOID.CODE_SIGNING), [ours]),
        "vouched for by a server": (leaf(server), [server, ours]),
        "an authority that has expired": (leaf(old), [old]),
        "an authority of the future": (leaf(coming), [coming]),
        "an authority that is none": (leaf(never), [never]),
    }


@pytest.mark.usefixtures("hostile")
def test_of_bad_certificates_none_gets_a_byte_whatever_the_environment_says(
    tmp_path: Path, ours: Issued, stack: ExitStack, say: Callable[[str], None]
) -> None:
    tried: list[str] = []
    payload = 0
    for name, (own, others) in bad_chains(ours).items():
        # the environment vouches for each of them, and is not believed
        bundle = b"".join(each.certificate.public_bytes(PEM) for each in (own, *others))
        (tmp_path / "bundle.pem").write_bytes(bundle)
        (tmp_path / "bundles" / f"{len(tried)}.pem").write_bytes(bundle)
        server = Overhearing(shown(tmp_path, own, *(each.certificate for each in others)))
        stack.callback(server.close)
        address = f"https://localhost:{server.port}#{ours.pin}"
        with contextlib.closing(HttpRoad(address, DEVICE.id, DEVICE.sign)) as road:
            for act in (partial(road.push, b"names and documents", ""), partial(road.fetch, "")):
                assert trouble_of(act).problem is Problem.CERTIFICATE_UNTRUSTED, name
        asked = trouble_of(partial(enrol, address, "7KQ4-P2XD-9MA", DEVICE.public))
        assert asked.problem is Problem.CERTIFICATE_UNTRUSTED, name
        server.close()
        assert server.connections == 3, name
        payload += len(server.heard)
        tried.append(name)
    say(f"tried {len(tried)} bad certificates, 3 requests each: {payload} bytes of payload sent")
    assert len(tried) >= 12
    assert payload == 0


@pytest.mark.usefixtures("hostile")
def test_the_pinned_authority_is_believed_also_after_it_renewed_its_certificates(
    tmp_path: Path, ours: Issued, answering: Start, road_to: Go
) -> None:
    renewed = authority("Chasqui", ours.key, days=(-1, 300))
    for vouching in (ours, renewed):
        server = answering(lambda _: GREETING, tls=shown(tmp_path, leaf(vouching), vouching.certificate))
        assert road_to(f"{server.address}#{ours.pin}").fetch("") == ANSWER
        assert road_to(f"{server.address}#{ours.pin.lower().replace('-', '')}").fetch("") == ANSWER


def test_the_pin_of_another_key_and_a_flipped_bit_anywhere_in_the_certificate_are_refused(
    tmp_path: Path, ours: Issued, answering: Start, road_to: Go
) -> None:
    own = leaf(ours)
    server = answering(lambda _: GREETING, tls=shown(tmp_path, own, ours.certificate))
    refused = trouble_of(lambda: road_to(f"{server.address}#{authority().pin}").fetch(""))
    assert refused.problem is Problem.CERTIFICATE_UNTRUSTED
    trust = road_to(f"{server.address}#{ours.pin}")
    assert trust.fetch("") == ANSWER
    whole, beside = own.certificate.public_bytes(Encoding.DER), ours.certificate.public_bytes(Encoding.DER)
    judge = _judge_of(ours)
    judge([whole, beside])
    for at in range(0, len(whole), 3):
        flipped = bytearray(whole)
        flipped[at] ^= 0x04
        with pytest.raises(Trouble) as caught:
            judge([bytes(flipped), beside])
        assert caught.value.problem is Problem.CERTIFICATE_UNTRUSTED


def test_the_time_that_judges_is_the_one_handed_in(tmp_path: Path, ours: Issued, answering: Start, road_to: Go) -> None:
    server = answering(lambda _: GREETING, tls=shown(tmp_path, leaf(ours), ours.certificate))
    later = round((TODAY + timedelta(days=40)).timestamp() * 1000)
    late = road_to(f"{server.address}#{ours.pin}", clock=lambda: later)
    assert trouble_of(lambda: late.fetch("")).problem is Problem.CERTIFICATE_UNTRUSTED


def test_an_address_elsewhere_without_a_pin_or_with_a_mistyped_one_is_refused(ours: Issued) -> None:
    mistyped = ("0" if ours.pin[0] != "0" else "1") + ours.pin[1:]
    for pin in ("", "#", f"#{mistyped}", f"#{ours.pin[:-1]}", "#Ñ"):
        address = f"https://sede.example{pin}"
        refused = trouble_of(partial(HttpRoad, address, DEVICE.id, DEVICE.sign))
        assert refused.problem is Problem.ADDRESS_UNSAFE


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n"])
def test_a_handshake_cut_or_answered_in_clear_is_a_line_down(road_to: Go, ours: Issued, said: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def hang_up() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(100)
                connection.sendall(said)

        other_side = threading.Thread(target=hang_up)
        other_side.start()
        with pytest.raises(Trouble) as caught:
            road_to(f"https://localhost:{listener.getsockname()[1]}#{ours.pin}").fetch("")
        other_side.join(10)
    assert caught.value.problem is Problem.LINE_DOWN


def _judge_of(ours: Issued) -> Callable[[list[bytes]], None]:
    trust = Trust(ours.pin, lambda: round(TODAY.timestamp() * 1000))
    return lambda chain: trust.judge(chain, "localhost")
