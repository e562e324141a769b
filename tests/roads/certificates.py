"""An authority of a test's own, and certificates as good or as bad as a test wants them."""

from __future__ import annotations

import ssl
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from chasqui_sync.core.ids import key_pin

PEM = serialization.Encoding.PEM
TODAY = datetime.now(UTC)
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
_USAGES = (
    "digital_signature content_commitment key_encipherment data_encipherment key_agreement key_cert_sign crl_sign "
    "encipher_only decipher_only"
).split()


class Issued(NamedTuple):
    """A certificate and its private key."""

    certificate: x509.Certificate
    key: Key

    @property
    def pin(self) -> str:
        """The pin a laptop would know it by."""
        form = serialization.PublicFormat.SubjectPublicKeyInfo
        return key_pin(self.key.public_key().public_bytes(serialization.Encoding.DER, form))


def new_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def authority(
    name: str = "Chasqui", key: Key | None = None, days: tuple[int, int] = (-30, 30), *, is_one: bool = True
) -> Issued:
    """Make an authority; ``days`` from today it is good from and until."""
    return _issued(name, key or new_key(), None, days, [], None, is_authority=is_one)


def leaf(
    by: Issued,
    names: Sequence[str] = ("localhost",),
    days: tuple[int, int] = (-1, 30),
    key: Key | None = None,
    usage: x509.ObjectIdentifier = ExtendedKeyUsageOID.SERVER_AUTH,
) -> Issued:
    """Make a server's certificate, vouched for by an authority."""
    return _issued(names[0] if names else "localhost", key or new_key(), by, days, names, usage, is_authority=False)


def self_signed() -> Issued:
    """A server that calls itself localhost on nobody's word but its own."""
    extended = ExtendedKeyUsageOID.SERVER_AUTH
    return _issued("localhost", new_key(), None, (-1, 30), ["localhost"], extended, is_authority=False)


def shown(folder: Path, own: Issued, *others: x509.Certificate) -> ssl.SSLContext:
    """Give a server that shows a chain, however weak its key."""
    form = serialization.PrivateFormat.PKCS8
    private = own.key.private_bytes(PEM, form, serialization.NoEncryption())
    file = folder / f"{own.certificate.serial_number}.pem"
    file.write_bytes(private + b"".join(each.public_bytes(PEM) for each in (own.certificate, *others)))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    context.load_cert_chain(file)
    return context


def _issued(
    subject: str,
    key: Key,
    by: Issued | None,
    days: tuple[int, int],
    names: Sequence[str],
    usage: x509.ObjectIdentifier | None,
    *,
    is_authority: bool,
) -> Issued:
    name = _named(subject)
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(by.certificate.subject if by is not None else name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(TODAY + timedelta(days=days[0]))
        .not_valid_after(TODAY + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=0 if is_authority else None), critical=True)
    )
    wanted = {"key_cert_sign", "crl_sign"} if is_authority else {"digital_signature"}
    flags = {each: each in wanted for each in _USAGES}
    builder = builder.add_extension(x509.KeyUsage(**flags), critical=True)
    if names:
        listed = x509.SubjectAlternativeName([x509.DNSName(each) for each in names])
        builder = builder.add_extension(listed, critical=False)
    if usage is not None:
        builder = builder.add_extension(x509.ExtendedKeyUsage([usage]), critical=False)
    signer = by.key if by is not None else key
    known = x509.SubjectKeyIdentifier.from_public_key(signer.public_key())
    if by is not None:
        told = x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(known)
        builder = builder.add_extension(told, critical=False)
    else:
        builder = builder.add_extension(known, critical=False)
    return Issued(builder.sign(signer, hashes.SHA256()), key)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
