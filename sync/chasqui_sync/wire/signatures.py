"""What is signed and over which bytes: receipts, certificates, requests."""

from __future__ import annotations

import hashlib
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Callable

import msgspec

from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.wire.messages import Certificate, CertificateBody, Receipt, ReceiptBody, decode, encode

RECEIPT_DOMAIN = b"chasqui receipt v1\n"
REQUEST_DOMAIN = b"chasqui request v1\n"
CERTIFICATE_DOMAIN = b"chasqui certificate v1\n"
Sign = Callable[[bytes], bytes]
"""Gives the 64-byte Ed25519 signature (RFC 8032) of a message."""
Verify = Callable[[bytes, bytes], bool]
"""Takes signature and message."""


def make_receipt(body: ReceiptBody, sign: Sign) -> Receipt:
    """Sign a receipt."""
    raw = encode(body)
    return Receipt(msgspec.Raw(raw), sign(RECEIPT_DOMAIN + raw))


def read_receipt(receipt: Receipt, verify: Verify) -> ReceiptBody:
    """Prove a receipt and read it. Raises Trouble(RECEIPT_FALSE)."""
    raw = bytes(receipt.body)
    if not verify(receipt.signature, RECEIPT_DOMAIN + raw):
        raise Trouble(Problem.RECEIPT_FALSE)
    return decode(raw, ReceiptBody)


def make_certificate(body: CertificateBody, sign: Sign) -> Certificate:
    """Sign a certificate."""
    raw = encode(body)
    return Certificate(msgspec.Raw(raw), sign(CERTIFICATE_DOMAIN + raw))


def read_certificate(certificate: Certificate, verify: Verify) -> CertificateBody:
    """Prove a certificate and read it. Raises Trouble(SIGNATURE_WRONG)."""
    raw = bytes(certificate.body)
    if not verify(certificate.signature, CERTIFICATE_DOMAIN + raw):
        raise Trouble(Problem.SIGNATURE_WRONG)
    return decode(raw, CertificateBody)


def request_to_sign(method: str, target: str, body: bytes, challenge: str) -> bytes:
    """Give the bytes a device signs for one request: ``target`` is path and query as sent."""
    digest = hashlib.sha256(body).hexdigest()
    return REQUEST_DOMAIN + f"{method}\n{target}\n{digest}\n{challenge}".encode()


def authorization(device: str, challenge: str, signature: bytes) -> str:
    """Write the ``Authorization`` header of a signed request; the challenge is the node's, without dots.

    Base64 (RFC 4648 §5) of the signature: in hex it was a tenth of a small request.
    """
    return f"Chasqui {device}.{challenge}.{urlsafe_b64encode(signature).decode().rstrip('=')}"


def read_authorization(header: str | None) -> tuple[str, str, bytes]:
    """Read device, challenge and signature, in hex as it was first written too.

    Raises Trouble(UNSIGNED) where there is none to read.
    """
    scheme, _, rest = (header or "").partition(" ")
    if scheme != "Chasqui":
        raise Trouble(Problem.UNSIGNED)
    try:
        device, challenge, signature = rest.split(".")
        return device, challenge, _signature(signature)
    except ValueError as error:
        raise Trouble(Problem.UNSIGNED) from error


def _signature(text: str) -> bytes:
    """Raises ValueError."""
    if len(text) == 128:
        return bytes.fromhex(text)
    return b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
