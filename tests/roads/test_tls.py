"""Whom the road believes under TLS, and that a cut handshake is a bad line and no bad certificate."""

from __future__ import annotations

import datetime
import socket
import ssl
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.roads.http import HttpRoad
from tests.roads.answering import Answering, reply


def self_signed(folder: Path) -> ssl.SSLContext:
    """A server that calls itself localhost on nobody's word but its own."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    today = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(today - datetime.timedelta(days=1))
        .not_valid_after(today + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    form = serialization.PrivateFormat.PKCS8
    pem = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    (folder / "server.pem").write_bytes(pem + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem")
    return context


def test_a_certificate_nobody_vouches_for_is_refused_before_a_byte_is_sent(
    tmp_path: Path,
    answering: Callable[..., Answering],
    road_to: Callable[..., HttpRoad],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    context = self_signed(tmp_path)
    # the environment vouches for it, and is not believed
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, str(tmp_path / "server.pem"))
    server = answering(lambda _: reply(b""), tls=context)
    with pytest.raises(Trouble) as caught:
        road_to(server.address).fetch("")
    assert caught.value.problem is Problem.CERTIFICATE_UNTRUSTED
    assert server.connections == 1
    assert server.requests == []


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n"])
def test_a_handshake_cut_or_answered_in_clear_is_a_line_down(road_to: Callable[..., HttpRoad], said: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def hang_up() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(100)
                connection.sendall(said)

        other_side = threading.Thread(target=hang_up)
        other_side.start()
        with pytest.raises(Trouble) as caught:
            road_to(f"https://localhost:{listener.getsockname()[1]}").fetch("")
        other_side.join(10)
    assert caught.value.problem is Problem.LINE_DOWN
