"""What only one key elsewhere may open, sealed here (HPKE, RFC 9180): support answers, and a vault's way back.

Answers that only the protection focal point may read are sealed as they are saved.

Suite: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, base mode. The laptop that sealed cannot
open again. The record's id is bound in, so that sealed answers cannot be moved to another person; the
text is padded to whole blocks, so that its length does not tell a yes from a no.
"""

from __future__ import annotations

import base64
from typing import Any

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from chasqui_sync.core.ids import device_id
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.records import Sealed, encode_document

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_PURPOSE = b"chasqui support v1\n"
_RECOVERY = b"chasqui recovery v1\n"
_BLOCK = 512
"""Bytes; spaces after a JSON document mean nothing."""


def seal(answers: dict[str, Any], record: str, public_key: str) -> Sealed:
    """Seal answers about ``record`` to an X25519 public key (32 bytes in base64).

    The key is named as devices are: 16 hex digits of its SHA-256. Raises ValueError on what is no key.
    """
    raw = base64.b64decode(public_key, validate=True)
    text = encode_document(answers)
    padded = text.ljust(-(-len(text) // _BLOCK) * _BLOCK)
    sealed = _SUITE.encrypt(padded, X25519PublicKey.from_public_bytes(raw), _PURPOSE + record.encode())
    return Sealed(key=device_id(raw), sealed=base64.b64encode(sealed).decode())


def unseal(sealed: Sealed, record: str, private_key: bytes) -> dict[str, Any]:
    """Open what was sealed about ``record``, with the 32-byte private key.

    Raises Trouble(SIGNATURE_WRONG) when it was altered, moved, or sealed to another key.
    """
    key = X25519PrivateKey.from_private_bytes(private_key)
    try:
        text = _SUITE.decrypt(base64.b64decode(sealed.sealed), key, _PURPOSE + record.encode())
    except (InvalidTag, ValueError) as error:
        raise Trouble(Problem.SIGNATURE_WRONG) from error
    return msgspec.json.decode(text, type=dict[str, Any])


def sealed_name(sealed: Sealed) -> str:
    """Name sealed answers: 16 hex digits of their SHA-256. Says which ones were received, and nothing of what is in."""
    return device_id(sealed.sealed.encode())


def public_name(private_key: bytes) -> str:
    """Give the name under which a 32-byte private key is sealed to (``Sealed.key``)."""
    return device_id(X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw())


def seal_recovery(secret: bytes, device: str, public_key: bytes) -> bytes:
    """Seal what opens a device's vault to headquarters' raw recovery key (X25519).

    Raises ValueError on what is no key.
    """
    return _SUITE.encrypt(secret, X25519PublicKey.from_public_bytes(public_key), _RECOVERY + device.encode())


def unseal_recovery(sealed: bytes, device: str, private_key: X25519PrivateKey) -> bytes:
    """Open it. Raises Trouble(SIGNATURE_WRONG) when it was altered, is another device's, or sealed to another key."""
    try:
        return _SUITE.decrypt(sealed, private_key, _RECOVERY + device.encode())
    except (InvalidTag, ValueError) as error:
        raise Trouble(Problem.SIGNATURE_WRONG) from error
