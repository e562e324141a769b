"""Headquarters' own certificate authority, and the certificate its server shows under TLS.

Two files in headquarters' folder, each with its private key in it: ``authority.pem`` vouches for the server's
certificate and for nothing else; ``server.pem`` is what the server shows (its certificate, then the
authority's). Laptops know the authority by the pin of its key, so the server's names may change at any time.
"""

from __future__ import annotations

import ipaddress
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from chasqui_sync.core.ids import key_pin

_AUTHORITY = "authority.pem"
_SERVER = "server.pem"
AUTHORITY_DAYS = 20 * 365
SERVER_DAYS = 825
_SLACK = timedelta(days=2)
"""How long before its making a certificate is good: laptops' clocks are not all right."""
_USAGES = (
    "digital_signature content_commitment key_encipherment data_encipherment key_agreement key_cert_sign crl_sign "
    "encipher_only decipher_only"
).split()


class Shown(NamedTuple):
    """What the server shows: the file with certificates and key, the names it is good for, the authority's pin."""

    file: Path
    names: list[str]
    pin: str
    expires: datetime


def certify(folder: Path, names: list[str], now: datetime) -> Shown:
    """Make a certificate for a server's names and addresses, and the authority where there is none yet.

    Raises ValueError for a name that is none, and FileNotFoundError where the authority that laptops know is gone.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    authority = _Authority(folder, now)
    key = generate_private_key(SECP256R1())
    certificate = (
        _certificate(names[0], authority.certificate.subject, key, now, SERVER_DAYS)
        .add_extension(x509.SubjectAlternativeName([_name(each) for each in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage("digital_signature"), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()), critical=False)
        .sign(authority.key, SHA256())
    )
    chain = certificate.public_bytes(Encoding.PEM) + authority.certificate.public_bytes(Encoding.PEM)
    _write(folder / _SERVER, _private(key) + chain)
    shown = find_shown(folder)
    assert shown is not None, "it was just written"
    return shown


def find_shown(folder: Path) -> Shown | None:
    """Give what the server in a folder shows, None where nothing was made. Raises ValueError on damaged files."""
    file = folder / _SERVER
    if not file.exists():
        return None
    own, authority = x509.load_pem_x509_certificates(file.read_bytes())
    names = own.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    told = [
        *names.get_values_for_type(x509.DNSName),
        *map(str, names.get_values_for_type(x509.IPAddress)),
    ]
    public = authority.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return Shown(file, told, key_pin(public), own.not_valid_after_utc)


class _Authority:
    """The key that vouches, read from its file or made there."""

    def __init__(self, folder: Path, now: datetime) -> None:
        file = folder / _AUTHORITY
        if file.exists():
            key = load_pem_private_key(file.read_bytes(), None)
            assert isinstance(key, EllipticCurvePrivateKey)
            self.key = key
            self.certificate = x509.load_pem_x509_certificate(file.read_bytes())
            return
        if (folder / _SERVER).exists():
            # another authority would have another pin: every laptop in the field would be shut out
            raise FileNotFoundError(file)
        self.key = generate_private_key(SECP256R1())
        subject = _named("Chasqui")
        self.certificate = (
            _certificate("Chasqui", subject, self.key, now, AUTHORITY_DAYS)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage("key_cert_sign", "crl_sign"), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(self.key.public_key()), critical=False)
            .sign(self.key, SHA256())
        )
        _write(file, _private(self.key) + self.certificate.public_bytes(Encoding.PEM))


def _certificate(
    subject: str, issuer: x509.Name, key: EllipticCurvePrivateKey, now: datetime, days: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(_named(subject))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now.astimezone(UTC) - _SLACK)
        .not_valid_after(now.astimezone(UTC) + timedelta(days=days))
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])


def _name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _usage(*wanted: str) -> x509.KeyUsage:
    return x509.KeyUsage(**{usage: usage in wanted for usage in _USAGES})


def _private(key: EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _write(file: Path, content: bytes) -> None:
    """Put a file in place whole, for its owner's eyes only."""
    new = file.with_name(file.name + ".new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
    new.replace(file)
