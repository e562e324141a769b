"""Ed25519 (RFC 8032) and sealed boxes, in one file, so that the cryptography can be read at one sitting."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from chasqui_sync.core.ids import device_id


class SigningKey:
    """A device's or node's own key; ``id`` names it, ``public`` is the raw 32-byte public key."""

    def __init__(self, seed: bytes) -> None:
        """Take the 32-byte private seed; raises ValueError on another length."""
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self._key.public_key().public_bytes_raw()
        self.id = device_id(self.public)

    def sign(self, message: bytes) -> bytes:
        """Give the 64-byte signature."""
        return self._key.sign(message)


class VerifyingKey:
    """Somebody else's public key."""

    def __init__(self, public: bytes) -> None:
        """Take the raw 32 bytes; raises ValueError on another length."""
        self._key = Ed25519PublicKey.from_public_bytes(public)
        self.id = device_id(public)

    def verify(self, signature: bytes, message: bytes) -> bool:
        """Tell whether the signature is this key's over the message."""
        try:
            self._key.verify(signature, message)
        except InvalidSignature:
            return False
        return True
