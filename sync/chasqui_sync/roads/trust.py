"""Whom a laptop believes under TLS: one authority, recognised by its pin, and nobody else.

No store of certificates takes part, neither the system's nor one that comes along or that the environment
names. The pin stands in the invitation; the authority's certificate comes in the handshake itself, so
nothing of ours has been sent when it is judged.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Callable
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.verification import PolicyBuilder, Store

from chasqui_sync.core.ids import key_pin
from chasqui_sync.core.problems import Problem, Trouble

_DISTRUSTED = ("KEY_TOO_SMALL", "MD_TOO_WEAK", "BAD_SIGNATURE")
"""What OpenSSL itself says of a certificate before ours is asked."""


class Trust:
    """Judges whoever answers by the pin of the one authority that may vouch for it."""

    def __init__(self, pin: str, clock: Callable[[], int]) -> None:
        """Take the pin as ``ids.key_pin`` writes it, and the time to judge by, in ms since 1970 UTC."""
        self._pin = pin
        self._clock = clock
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._context.minimum_version = ssl.TLSVersion.TLSv1_2
        # OpenSSL judges by a store given beforehand; ours is known only when its certificate has come
        self._context.check_hostname = False
        self._context.verify_mode = ssl.CERT_NONE

    def secured(self, bare: socket.socket, host: str) -> ssl.SSLSocket:
        """Exchange keys with ``host`` over a connection, and give the sealed one once its chain is proved.

        Raises Trouble(CERTIFICATE_UNTRUSTED), before a byte of ours was sent; ssl.SSLError for a bad line.
        """
        try:
            secured = self._context.wrap_socket(bare, server_hostname=host)
        except ssl.SSLError as error:
            # a cut while keys are exchanged is an SSL error too, but no reason to distrust anybody
            if not str(error.reason).endswith(_DISTRUSTED):
                raise
            raise Trouble(Problem.CERTIFICATE_UNTRUSTED) from error
        try:
            self.judge(_chain(secured), host)
        except BaseException:
            secured.close()
            raise
        return secured

    def judge(self, chain: list[bytes], host: str) -> None:
        """Prove a chain of DER certificates, the server's own first. Raises Trouble(CERTIFICATE_UNTRUSTED)."""
        try:
            leaf, *others = [x509.load_der_x509_certificate(each) for each in chain]
            ours = [each for each in others if self._is_ours(each)]
            verifier = PolicyBuilder().store(Store(ours)).time(self._now()).build_server_verifier(_subject(host))
            verifier.verify(leaf, others)
            is_strong = all(_is_strong(each) for each in (leaf, *others))
        except Exception as error:
            raise Trouble(Problem.CERTIFICATE_UNTRUSTED) from error
        if not is_strong:
            raise Trouble(Problem.CERTIFICATE_UNTRUSTED)

    def _is_ours(self, certificate: x509.Certificate) -> bool:
        public = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return key_pin(public) == self._pin

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock() / 1000, UTC)


def _is_strong(certificate: x509.Certificate) -> bool:
    """Tell whether nobody breaks a key today (NIST SP 800-57: 112 bits); the verifier asks it of issuers alone."""
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        return key.key_size >= 2048
    if isinstance(key, ec.EllipticCurvePublicKey):
        return key.key_size >= 256
    return isinstance(key, ed25519.Ed25519PublicKey)


def _subject(host: str) -> x509.DNSName | x509.IPAddress:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _chain(secured: ssl.SSLSocket) -> list[bytes]:
    """Give what the other side sent to prove itself, in its order."""
    if hasattr(secured, "get_unverified_chain"):
        chain: list[bytes] = secured.get_unverified_chain()
        return chain
    # CPython 3.11 and 3.12 have it below the public class only
    inner = secured._sslobj.get_unverified_chain() or []  # type: ignore[attr-defined]  # noqa: SLF001
    return [ssl.PEM_cert_to_DER_cert(each.public_bytes()) for each in inner]
